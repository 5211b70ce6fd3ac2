import { citedSources, identify, idsBehind } from "#core/read-ids";
import { headingSpan, itemsIn, labelled } from "#core/read-lines";
import type { Found, Reading } from "#core/technique";
import type { Item, Prose } from "#model/outline";
import { slice } from "#model/prose";
import type { Limitation, Limitations } from "./schema.ts";

const closing = /(?:[;,.]\s*)?\b(?:would|could|can)\s+be\s+closed\s+by:?\s+/iu;

/** One limitation per list item: its text, what it `affects`, and what `would be closed by:` names. */
export function read({ sections }: Found<"limitations">): Reading<Limitations> {
  const limitations = itemsIn(sections.limitations).map(readLimitation);
  return {
    part: { limitations, heading: headingSpan(sections.limitations) },
    declares: limitations.map(({ id, text }) => ({ id, kind: "limitation", title: text.masked.trim(), span: text.span })),
    refers: limitations.flatMap(({ id, text, affects }) => [...affects, ...citedSources(text, id)]),
  };
}

function readLimitation(item: Item): Limitation {
  const { id, text } = identify("limitation", item.prose);
  const affects = idsBehind(text, ["affects", "affecting"], [], id);
  const closedBy = closedByIn(text) ?? nestedClosing(item);
  return { id, text, affects, ...(closedBy && { closedBy }) };
}

function closedByIn(text: Prose): Prose | undefined {
  const match = closing.exec(text.masked);
  return match ? slice(text, match.index + match[0].length, text.source.length) : undefined;
}

/** `Would be closed by: ...` as a line of its own under the item. */
function nestedClosing(item: Item): Prose | undefined {
  const nested = item.passages.flatMap((passage) => (passage.kind === "list" ? passage.items : []));
  return nested.map((line) => labelled(line.prose)).find((line) => line && /closed by$/iu.test(line.label))?.text;
}
