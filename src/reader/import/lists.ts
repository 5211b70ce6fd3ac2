import { headingKey } from "#model/heading";
import { isBlankLine, isMarkedHeading, isTableRow, listLine, type DraftLine, type Layout } from "./draft.ts";
import type { Damage } from "./damage.ts";
import type { HeadingWords } from "./headings.ts";

/** Lines, and the damage that a pass met and mended. */
export interface Mended {
  readonly lines: readonly DraftLine[];
  readonly damage: readonly Damage[];
}

/** Puts an item back behind its mark where the two were torn apart: an empty bullet, then the words on a line of their own. */
export function joinTornItems(lines: readonly DraftLine[], words: HeadingWords): Mended {
  const kept: DraftLine[] = [];
  const damage: Damage[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (!line) continue;
    const item = listLine(line);
    if (item?.body !== "") {
      kept.push(line);
      continue;
    }
    const next = nextWords(lines, at, words);
    const torn = next === undefined ? undefined : lines[next];
    damage.push({ line: line.number, kind: "empty-bullet", text: line.text.trim(), what: torn ? "A list mark was torn from its item; the two are put together again." : "A list mark without an item." });
    if (!torn || next === undefined) continue;
    kept.push({ ...torn, text: `${item.indent}${item.mark} ${torn.text.trim()}` });
    at = next;
  }
  return { lines: kept, damage };
}

/** The line with the words that belong to an empty bullet, or undefined where a heading (also one without its mark), a table or another item comes first. */
function nextWords(lines: readonly DraftLine[], at: number, words: HeadingWords): number | undefined {
  const next = lines.findIndex((line, index) => index > at && !isBlankLine(line));
  const line = lines[next];
  const isHeading = line && (isMarkedHeading(line) || words.has(headingKey(line.text)));
  return line && !line.verbatim && !isHeading && !isTableRow(line) && !listLine(line) ? next : undefined;
}

/** Puts an empty line wherever Markdown would otherwise run two passages together. */
export function separatePassages(lines: readonly DraftLine[], layout: Layout): readonly DraftLine[] {
  if (layout === "marked") return lines;
  return lines.flatMap((line, at) => {
    const before = lines[at - 1];
    return before && needsGap(before, line, layout) ? [{ text: "", number: line.number, verbatim: false }, line] : [line];
  });
}

function needsGap(before: DraftLine, line: DraftLine, layout: Layout): boolean {
  if (isBlankLine(before) || isBlankLine(line) || before.verbatim || line.verbatim) return false;
  const [a, b] = [passageKind(before), passageKind(line)];
  if (a === "heading" || b === "heading") return true;
  if (a === b) return a === "text" && layout === "paragraph-per-line";
  return !(a === "item" && b === "text" && layout === "wrapped");
}

function passageKind(line: DraftLine): "heading" | "row" | "item" | "text" {
  if (isMarkedHeading(line)) return "heading";
  if (isTableRow(line)) return "row";
  return listLine(line) ? "item" : "text";
}
