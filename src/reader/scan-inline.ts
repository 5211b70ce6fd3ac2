import { type AttributeBlock, attributesAt } from "#reader/attributes";
import { citationsBetween, gradeAt, keyAt, labelsBetween, type MentionedKey, type WrittenCitation } from "#reader/citations";
import { type Delimiter, delimiterAt, pairDelimiters } from "#reader/emphasis";
import { autolinkEnd, enclosedEnd, tagEndAt } from "#reader/inline-html";
import { linkTargetEnd } from "#reader/link-target";

/** What a run of Markdown holds beside its words, in offsets of the run. */
export interface InlineMarkup {
  /** Stretches that are markup; they may overlap and come in any order. */
  readonly blanks: (readonly [from: number, to: number])[];
  /** What stands in code and in addresses: visible, but no words of the text. */
  readonly literals: (readonly [from: number, to: number])[];
  readonly citations: WrittenCitation[];
  readonly attributeBlocks: AttributeBlock[];
}

interface Scan extends InlineMarkup {
  readonly text: string;
  readonly brackets: Bracket[];
  /** Link openers below this height of `brackets` stand around a link and can open none. */
  outerBrackets: number;
  readonly keys: MentionedKey[];
  lastDelimiter: Delimiter | undefined;
  /** Where the citations that a grade would belong to end, and which they are. */
  graded: { readonly at: number; readonly first: number } | undefined;
  /** The last run of backticks by its length; known once a search has failed. */
  lastTicks: Map<number, number> | undefined;
  readonly unclosed: Set<string>;
}

interface Bracket {
  readonly from: number;
  readonly image: boolean;
  /** Where what it encloses begins. */
  readonly inside: number;
  readonly delimiter: Delimiter | undefined;
}

const mayHoldMarkup = /[\\`*_~[<{@&]/u;

/** Finds the markup of a run of text in one pass. Time is linear in its length, whatever it holds. */
export function scanInline(text: string): InlineMarkup | undefined {
  if (!mayHoldMarkup.test(text)) return undefined;
  const scan: Scan = {
    text,
    blanks: [],
    literals: [],
    citations: [],
    attributeBlocks: [],
    brackets: [],
    outerBrackets: 0,
    keys: [],
    lastDelimiter: undefined,
    graded: undefined,
    lastTicks: undefined,
    unclosed: new Set(),
  };
  for (let at = 0; at < text.length; ) at = readers[text.charCodeAt(at)]?.(scan, at) ?? at + 1;
  pairDelimiters(scan.lastDelimiter, undefined, (from, to) => blank(scan, from, to));
  return scan;
}

const blank = (scan: Scan, from: number, to: number): void => {
  if (from < to) scan.blanks.push([from, to]);
};

/** Blanks a stretch and goes on behind it. */
function skip(scan: Scan, from: number, to: number): number {
  blank(scan, from, to);
  return to;
}

/** What to do at a character, by its code; each reader answers where to go on. */
const readers: Readonly<Record<number, (scan: Scan, at: number) => number>> = {
  33: (scan, at) => (scan.text.charCodeAt(at + 1) === 91 ? openBracket(scan, at, true) : at + 1),
  38: readEntity,
  42: readDelimiter,
  58: readBareAddress,
  60: readAngle,
  64: readKey,
  91: (scan, at) => openBracket(scan, at, false),
  92: readEscape,
  93: closeBracket,
  95: readDelimiter,
  96: readTicks,
  123: readBraces,
  126: readDelimiter,
};

const escapable = /[!-/:-@[-`{-~]/u;

function readEscape(scan: Scan, at: number): number {
  const next = scan.text.charAt(at + 1);
  if (next === "\n" || next === "\r") return skip(scan, at, at + 1);
  if (!escapable.test(next)) return at + 1;
  blank(scan, at, at + 1);
  return at + 2;
}

/** Only what stands for a blank is markup; other entities stay as they are written. */
function readEntity(scan: Scan, at: number): number {
  const written = /^&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/iu.exec(scan.text.slice(at, at + 8))?.[0];
  return written === undefined ? at + 1 : skip(scan, at, at + written.length);
}

function readDelimiter(scan: Scan, at: number): number {
  const delimiter = delimiterAt(scan.text, at);
  if (delimiter.mark === "~" && delimiter.length > 2) return delimiter.to;
  delimiter.previous = scan.lastDelimiter;
  if (scan.lastDelimiter) scan.lastDelimiter.next = delimiter;
  scan.lastDelimiter = delimiter;
  return delimiter.to;
}

function readTicks(scan: Scan, at: number): number {
  const { text } = scan;
  const behind = ticksEnd(text, at);
  const close = closingTicks(scan, behind, behind - at);
  if (close < 0) return behind;
  scan.literals.push([behind, close]);
  blank(scan, at, behind);
  return skip(scan, close, close + behind - at);
}

function ticksEnd(text: string, at: number): number {
  let to = at;
  while (text.charCodeAt(to) === 96) to++;
  return to;
}

/** The next run of exactly that many backticks, -1 where there is none. */
function closingTicks(scan: Scan, from: number, size: number): number {
  if (scan.lastTicks && (scan.lastTicks.get(size) ?? -1) < from) return -1;
  const { text } = scan;
  const last = new Map<number, number>();
  for (let at = text.indexOf("`", from); at >= 0; ) {
    const behind = ticksEnd(text, at);
    if (behind - at === size) return at;
    last.set(behind - at, at);
    at = text.indexOf("`", behind);
  }
  scan.lastTicks ??= last;
  return -1;
}

function readAngle(scan: Scan, at: number): number {
  const { text } = scan;
  const address = autolinkEnd(text, at);
  if (address > 0) {
    scan.literals.push([at + 1, address - 1]);
    blank(scan, at, at + 1);
    return skip(scan, address - 1, address);
  }
  const behind = Math.max(tagEndAt(text, at), enclosedEnd(text, at, scan.unclosed));
  return behind < 0 ? at + 1 : skip(scan, at, behind);
}

const schemeBefore = /(?:https?|ftp)$/iu;
const bareAddress = /:\/\/[^\s<>"`|]+/uy;

/** Skips an address such as `https://example.org/a_b`: no character in it is markup. */
function readBareAddress(scan: Scan, at: number): number {
  const { text, brackets } = scan;
  if (!text.startsWith("://", at) || !schemeBefore.test(text.slice(Math.max(0, at - 5), at))) return at + 1;
  bareAddress.lastIndex = at;
  const written = bareAddress.exec(text)?.[0] ?? "";
  const inside = brackets.length > 0 ? (/^[^\]]*/u.exec(written)?.[0] ?? "") : written;
  const behind = at + Math.max(1, withoutTrail(inside).length);
  scan.literals.push([at, behind]);
  return behind;
}

/** An address without the punctuation that ends the sentence around it; a parenthesis stays where it closes one of its own. */
function withoutTrail(address: string): string {
  let unopened = 0;
  for (let at = 0; at < address.length; at++) unopened += parenthesis(address.charCodeAt(at));
  let to = address.length;
  while (to > 0 && "?!.,:*_~'\"{})\\".includes(address.charAt(to - 1))) {
    if (address.charCodeAt(to - 1) === 41 && unopened-- <= 0) break;
    to--;
  }
  return address.slice(0, to);
}

const parenthesis = (code: number): number => (code === 41 ? 1 : code === 40 ? -1 : 0);

function readKey(scan: Scan, at: number): number {
  const key = keyAt(scan.text, at);
  if (!key) return at + 1;
  if (scan.brackets.length > 0) scan.keys.push(key);
  return key.to;
}

function readBraces(scan: Scan, at: number): number {
  const block = attributesAt(scan.text, at);
  if (block) {
    scan.attributeBlocks.push(block);
    return skip(scan, at, block.to);
  }
  const { graded } = scan;
  const grade = graded?.at === at ? gradeAt(scan.text, at) : undefined;
  if (!graded || !grade) return at + 1;
  for (const citation of scan.citations.splice(graded.first)) scan.citations.push({ ...citation, grade });
  return skip(scan, at, grade.to);
}

function openBracket(scan: Scan, from: number, image: boolean): number {
  const inside = from + (image ? 2 : 1);
  scan.outerBrackets = Math.min(scan.outerBrackets, scan.brackets.length);
  scan.brackets.push({ from, image, inside, delimiter: scan.lastDelimiter });
  return inside;
}

function closeBracket(scan: Scan, at: number): number {
  const open = scan.brackets.pop();
  if (!open) return at + 1;
  const active = open.image || scan.brackets.length >= scan.outerBrackets;
  const behind = active && scan.text.charCodeAt(at + 1) === 40 ? linkTargetEnd(scan.text, at + 1) : -1;
  if (behind >= 0) return closeLink(scan, open, { at, behind });
  return open.image ? at + 1 : closeCitation(scan, open, at);
}

function closeLink(scan: Scan, open: Bracket, close: { readonly at: number; readonly behind: number }): number {
  blank(scan, open.from, open.inside);
  pairDelimiters(scan.lastDelimiter, open.delimiter, (from, to) => blank(scan, from, to));
  scan.lastDelimiter = open.delimiter;
  if (open.delimiter) open.delimiter.next = undefined;
  if (!open.image) scan.outerBrackets = scan.brackets.length;
  keysInside(scan, open.from);
  return skip(scan, close.at, close.behind);
}

/** Takes the keys mentioned since an offset. */
function keysInside(scan: Scan, from: number): readonly MentionedKey[] {
  let first = scan.keys.length;
  while (first > 0 && (scan.keys[first - 1]?.from ?? -1) > from) first--;
  return scan.keys.splice(first);
}

function closeCitation(scan: Scan, open: Bracket, at: number): number {
  const { text } = scan;
  const keys = keysInside(scan, open.from);
  const found = keys.length > 0 ? citationsBetween(text, open.from, at, keys) : labelled(scan, open, at);
  if (found.length === 0) return footnoteEnd(scan, open, at);
  scan.graded = { at: at + 1, first: scan.citations.length };
  for (const citation of found) scan.citations.push(citation);
  return skip(scan, open.from, at + 1);
}

/** `[S1]` is a citation unless it begins the run as `[S1]:`, the label of a note. */
const labelled = ({ text }: Scan, open: Bracket, at: number): readonly WrittenCitation[] =>
  open.from === 0 && text.charAt(at + 1) === ":" ? [] : labelsBetween(text, open.from, at);

/** `[^1]`, and `[^1]:` at the start of the run, is a footnote's mark and no word. */
function footnoteEnd(scan: Scan, open: Bracket, at: number): number {
  const { text } = scan;
  if (text.charAt(open.inside) !== "^" || at - open.inside < 2 || at - open.inside > 80 || /\s/u.test(text.slice(open.inside, at))) return at + 1;
  return skip(scan, open.from, open.from === 0 && text.charAt(at + 1) === ":" ? at + 2 : at + 1);
}
