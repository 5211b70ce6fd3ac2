import { citedSources, mentionedIds } from "#core/read-ids";
import { linesIn, linesOf } from "#core/read-lines";
import { passagesIn } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import type { Passage, Prose } from "#model/outline";
import type { Narrative } from "./schema.ts";

/** The sections as they stand; what they cite counts as cited, what they name in passing as named. */
export function read({ sections: { summary, rest } }: Found<"summary" | "rest">): Reading<Narrative> {
  const texts = passagesIn([...summary, ...rest]).flatMap(textsOf);
  return { part: { summary, rest }, declares: [], refers: texts.flatMap((text) => [...citedSources(text), ...mentionedIds(text)]) };
}

const textsOf = (passage: Passage): readonly Prose[] => (passage.kind === "table" ? passage.rows.flatMap(({ cells }) => cells) : linesOf(passage));

/** The paragraphs and items of the summary and of the rest. */
export const narrativeLines = ({ summary, rest }: Narrative): readonly Prose[] => [...linesIn(summary), ...linesIn(rest)];
