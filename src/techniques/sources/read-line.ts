import type { CalendarDate } from "#kit/date";
import { identify } from "#core/read-ids";
import { readDate } from "#core/read-cell";
import type { Prose } from "#model/outline";
import { isBlank, piecesAt, place, plain, slice } from "#model/prose";
import { datesIn } from "#model/dates-in-text";
import { readReliability } from "./read-reliability.ts";
import { optionalAddress } from "./read-row.ts";
import type { Source } from "./schema.ts";

/** `[S1]`, `[S1]:`, `[@key]` or `[3]` at the beginning. */
const bracketed = /^\s*\[[@^]{0,2}([\p{Letter}\p{Number}_][\p{Letter}\p{Number}_.:/-]{0,60})\]:?\s*/u;
/** `(B2)`, `{B}`, `[ungraded]` at the end, or `Reliability: B`. */
const trailing = /[({[]\s?([A-Z]|[A-Za-z]\s?[/-]?\s?\d{1,2}|[Uu]ngraded|[Nn]ot graded)\s?[)}\]][\s.;]*$/u;
const labelledGrade = /[;,.]?\s*\b(?:[Rr]eliability|[Gg]rade|[Gg]raded|[Rr]ated):?\s+([A-Z]\d?)\b\.?/u;
const wholeGrade = /^\s*(?:(?:[Rr]eliability|[Gg]rade):?\s*)?[({[]?([A-Za-z]\s?[/-]?\s?\d{0,2}|[Uu]ngraded|[Nn]ot graded|[Uu]nrated)[)}\]]?\s*\.?\s*$/u;
const quoted = /["“«]([^"“”«»]{2,400})["”»]|\[([^\]]{2,400})\]\([^)\s]{0,600}\)|(?<![*_\p{Letter}])[*_]([^*_]{2,400})[*_](?![*_\p{Letter}])/u;

/** The lines of a paragraph that are entries: all from the first `[S1]`, `[3]` or `S1:` on, where the paragraph begins so. */
export function entryLines(paragraph: Prose): readonly Prose[] {
  const starts = Array.from(paragraph.source.matchAll(/(?:^|\n)[^\S\n]*(?:\[[\p{Letter}\p{Number}_][^\]\s]{0,60}\](?!\()|[\p{Letter}]{1,3}\d{1,4}:\s)/gu), ({ index }) => index);
  return starts[0] === 0 ? piecesAt(paragraph, starts) : [];
}

/** A source written as a line; of a remnant only the grade is left. `number` makes the name of one that has none. */
export function readLine(line: Prose, number: number, asOf?: CalendarDate): Source {
  const remnant = wholeGrade.exec(plain(line));
  if (remnant) return { key: `source-${number}`, keyed: false, form: "remnant", span: line.span, grade: readReliability(line), reliabilityColumn: false, loops: false, cites: [] };
  const { key, keyed, body, span } = keyAndBody(line);
  const grade = gradeOf(body);
  const rest = grade ? slice(body, 0, grade.from) : body;
  return {
    key,
    keyed,
    form: "line",
    span,
    ...wordsOf(rest, asOf),
    ...optionalAddress(body),
    ...(grade && { grade: readReliability(grade.text) }),
    reliabilityColumn: false,
    loops: false,
    cites: [],
  };
}

function keyAndBody(line: Prose): { readonly key: string; readonly keyed: boolean; readonly body: Prose; readonly span: Source["span"] } {
  const match = bracketed.exec(line.source);
  if (match?.[1] !== undefined && line.source[match[0].length] !== "(") {
    const body = slice(line, match[0].length, line.source.length);
    return { key: match[1].replace(/[.:]$/u, ""), keyed: true, body, span: place(line, 0, match[0].trimEnd().length) };
  }
  const { id, text, written } = identify("source", line);
  return { key: id, keyed: written, body: text, span: line.span };
}

function gradeOf(body: Prose): { readonly text: Prose; readonly from: number } | undefined {
  const match = trailing.exec(body.source) ?? labelledGrade.exec(body.source);
  if (match?.[1] === undefined) return undefined;
  const from = match.index + match[0].indexOf(match[1]);
  return { text: slice(body, from, from + match[1].length), from: match.index };
}

/** Title, publisher and date: the title is what stands in quotes, in italics or as a link, else all but date and address. */
function wordsOf(text: Prose, asOf: CalendarDate | undefined): Pick<Source, "title" | "publisher" | "date"> {
  const match = quoted.exec(text.source);
  const outside = match ? [slice(text, 0, match.index), slice(text, match.index + match[0].length, text.source.length)] : [text];
  const date = outside.map((piece) => dateIn(piece, asOf)).find((found) => found !== undefined);
  const dated = date && { date: readDate(date, asOf) };
  const words = outside.map((piece) => beforeFacts(piece, date)).find((piece) => !isBlank(piece));
  if (!match) return { ...(words && { title: words }), ...dated };
  const inner = match[1] ?? match[2] ?? match[3] ?? "";
  const from = match.index + match[0].indexOf(inner);
  return { title: slice(text, from, from + inner.length), ...(words && { publisher: words }), ...dated };
}

/** The last date of a text. */
function dateIn(text: Prose, asOf: CalendarDate | undefined): Prose | undefined {
  const found = datesIn(text, asOf).at(-1);
  return found && slice(text, found.span.from - text.span.from, found.span.to - text.span.from);
}

/** What stands before the date and the address, without the punctuation around it. */
function beforeFacts(text: Prose, date: Prose | undefined): Prose {
  const address = optionalAddress(text).address?.span.from ?? Infinity;
  const end = Math.min(text.source.length, address - text.span.from, date && date.span.from >= text.span.from ? date.span.from - text.span.from : Infinity);
  const words = text.source.slice(0, end);
  const from = words.length - words.replace(/^[\s,.;:()–—-]+/u, "").length;
  return slice(text, from, Math.max(from, words.replace(/[\s,.;:(–—-]+$/u, "").length));
}
