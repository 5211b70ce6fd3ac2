import { spokenName } from "#core/read-ids";
import { plain } from "#model/prose";
import type { Assumption } from "./schema.ts";

/** What a sentence calls it: its id or its first words. */
export const nameOf = ({ id, text }: Pick<Assumption, "id" | "text">): string => spokenName({ id, kind: "assumption", title: plain(text) });
