import { spokenName } from "#core/read-ids";
import { plain } from "#model/prose";
import type { RollCall } from "./schema.ts";

/** What a sentence calls a roll call. */
export const nameOf = ({ id, name }: Pick<RollCall, "id" | "name">): string => spokenName({ id, kind: "vote", title: plain(name) });
