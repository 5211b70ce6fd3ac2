import { passageBlocks } from "#core/passage-blocks";
import type { Results } from "#core/technique";
import type { Block } from "#model/block";
import type { Section } from "#model/outline";
import { isBlank, plain } from "#model/prose";
import type { Narrative } from "./schema.ts";

/** The prose of the document: first the summary, then what no other technique shows. */
export const view = ({ summary, rest }: Narrative, { document }: Results): readonly Block[] => [
  ...summary.flatMap((section, at) => [...(at === 0 ? [] : headingBlocks(section, document.title)), ...passageBlocks(section.passages)]),
  ...rest.flatMap((section) => [...headingBlocks(section, document.title), ...passageBlocks(section.passages)]),
];

/** The heading, unless it only repeats the title of the document. */
function headingBlocks({ level, heading, passages }: Section, title: string | undefined): readonly Block[] {
  if (level === 0 || isBlank(heading) || (level === 1 && (passages.length === 0 || plain(heading) === title))) return [];
  return [{ kind: "heading", text: heading.source, level: level < 3 ? 2 : level === 3 ? 3 : 4, ...(heading.attributes.id !== undefined && { id: heading.attributes.id }) }];
}
