import { isBlankLine, isMarkedHeading, isTableRow, listLine, type DraftLine } from "./draft.ts";
import { damageIn, sentenceEnd, type Damage, type DamagedPlace, type PassageNature } from "./damage.ts";
import { headingTitle, type HeadingWords } from "./headings.ts";
import { isDivider } from "./tables.ts";
import { headingKey } from "#model/heading";
import type { Mended } from "./lists.ts";

/**
 * Finds what is damaged and marks each place by a comment behind it. A place that carries its comment already is
 * listed again and not marked twice.
 */
export function markDamage(lines: readonly DraftLine[], words: HeadingWords): Mended {
  const natures = naturesOf(lines, words);
  const damage: Damage[] = [];
  const marked = lines.map((line, at) => {
    const nature = natures[at];
    if (!nature) return line;
    return { ...line, text: nature.kind === "cell" ? markRow(line, nature, damage) : markText(line.text, { line, nature, lead: leadOf(line) }, damage) };
  });
  return { lines: marked, damage };
}

interface LineNature extends PassageNature {
  /** True where the passage goes on in the next line: the end of the line is no end of a sentence. */
  readonly goesOn: boolean;
}

/** The nature of each line that holds words. */
function naturesOf(lines: readonly DraftLine[], words: HeadingWords): readonly (LineNature | undefined)[] {
  let source = false;
  return lines.map((line, at) => {
    if (isMarkedHeading(line)) source = words.get(headingKey(headingTitle(line.text)))?.role === "sources";
    if (line.verbatim || isBlankLine(line) || isDivider(line.text)) return undefined;
    const kind = kindOf(line);
    return { kind, source: source && kind === "item", goesOn: goesOn(lines[at + 1], kind), context: contextOf(lines, at) };
  });
}

function kindOf(line: DraftLine): PassageNature["kind"] {
  if (isMarkedHeading(line)) return "heading";
  if (isTableRow(line)) return "cell";
  return listLine(line) ? "item" : "paragraph";
}

const goesOn = (next: DraftLine | undefined, kind: PassageNature["kind"]): boolean =>
  (kind === "paragraph" || kind === "item") && next !== undefined && !isBlankLine(next) && !next.verbatim && kindOf(next) === "paragraph";

/** The line with its neighbours, up to the nearest empty lines but no more than two each way. */
function contextOf(lines: readonly DraftLine[], at: number): string {
  const before = lines.slice(Math.max(0, at - 2), at);
  const after = lines.slice(at + 1, at + 3);
  const gap = before.findLastIndex(isBlankLine);
  const end = after.findIndex(isBlankLine);
  return [...before.slice(gap + 1), ...lines.slice(at, at + 1), ...(end === -1 ? after : after.slice(0, end))].map(({ text }) => text).join(" ");
}

interface Place {
  readonly line: DraftLine;
  readonly nature: LineNature;
  /** How many characters at the start are a mark and no words. */
  readonly lead: number;
}

const leadOf = (line: DraftLine): number => {
  const item = listLine(line);
  return item ? line.text.length - line.text.slice(item.indent.length + item.mark.length).trimStart().length : 0;
};

function markRow(line: DraftLine, nature: Place["nature"], damage: Damage[]): string {
  return line.text
    .split(/(?<!\\)(\|)/u)
    .map((piece) => (piece === "|" || piece.trim() === "" ? piece : markText(piece, { line, nature, lead: 0 }, damage)))
    .join("");
}

const remark = /<!--.*?-->/gu;

function markText(text: string, { line, nature, lead }: Place, damage: Damage[]): string {
  const words = text.slice(lead).replace(remark, (comment) => " ".repeat(comment.length));
  const places = damageIn(words, nature).filter(({ kind }) => !nature.goesOn || (kind !== "cut-sentence" && kind !== "unclosed-bracket"));
  let result = "";
  let done = 0;
  for (const place of places) {
    damage.push({ line: line.number, kind: place.kind, text: words.slice(place.from, place.to).trim(), what: place.what });
    const end = Math.max(done, endOfSentence(words, place.to) + lead);
    result += text.slice(done, end) + (isMarked(text.slice(end), place) ? "" : ` <!-- damaged (${place.kind}): ${place.what.replaceAll("--", "–")} -->`);
    done = end;
  }
  return result + text.slice(done);
}

/** Behind the sentence (or, of the last one, its words) in which an offset stands, so that no comment cuts a sentence in two. */
function endOfSentence(words: string, offset: number): number {
  const next = Array.from(words.matchAll(sentenceEnd), ({ index }) => index).find((index) => index >= offset);
  return next ?? Math.max(offset, words.trimEnd().length);
}

const isMarked = (rest: string, { kind }: DamagedPlace): boolean => new RegExp(String.raw`^(?:\s*<!--[^>]*-->)*\s*<!-- damaged \(${kind}\)`, "u").test(rest);
