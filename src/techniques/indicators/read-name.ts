import { spokenName } from "#core/read-ids";
import { plain } from "#model/prose";
import type { Indicator, Observation } from "./schema.ts";

/** What a sentence calls an indicator: its id or its first words. */
export const nameOf = ({ id, title }: Pick<Indicator, "id" | "title">): string => spokenName({ id, kind: "indicator", title: plain(title) });

/** What a sentence calls an observation. */
export const entryName = ({ id, text }: Pick<Observation, "id" | "text">): string => spokenName({ id, kind: "observation", title: plain(text) });

/** Either of the two. */
export const rowName = (row: Indicator | Observation): string => ("title" in row ? nameOf(row) : entryName(row));
