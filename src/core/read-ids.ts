import { matchesOf } from "#kit/matches";
import { headingKey } from "#model/heading";
import type { Declaration, Kind, Reference } from "#model/names";
import type { Attributes, Prose } from "#model/outline";
import { after, place, plain, slice } from "#model/prose";

/** An entry's id and the text that is left without it. `written` is false where the id was made by us. */
export interface Identified {
  readonly id: string;
  readonly text: Prose;
  readonly written: boolean;
}

const leadingId = /^\s*([\p{Letter}][\p{Letter}\p{Number}_-]{0,11}):\s+/u;
const shortId = /^(?=.*\d)[\p{Letter}\p{Number}_-]+$|^\p{Uppercase_Letter}$/u;

/**
 * The id of an entry: its ID cell, else an attribute `{#A1}`, else a leading `A1:` (a letter, or letters with a digit),
 * else one made of a prefix and the first words, stable as long as these words stay.
 */
export function identify(prefix: string, text: Prose, idCell?: Prose, attributes: Attributes = text.attributes): Identified {
  const cell = idCell && plain(idCell);
  if (cell) return { id: cell, text, written: true };
  const leading = leadingId.exec(text.masked);
  const led = leading?.[1] !== undefined && shortId.test(leading[1]) ? { id: leading[1], text: after(text, leading[0].trimEnd().length) } : undefined;
  if (attributes.id !== undefined) return { id: attributes.id, text: led?.text ?? text, written: true };
  return led ? { ...led, written: true } : { id: `${prefix}-${slug(plain(text))}`, text, written: false };
}

/** The entries with ids made by us told apart: the second that begins with the same words gets `-2`. Written ids stay. */
export function distinct<Entry extends Pick<Identified, "id" | "written">>(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.id) ?? 0) + 1;
    seen.set(entry.id, count);
    return entry.written || count === 1 ? entry : { ...entry, id: `${entry.id}-${count}` };
  });
}

const slug = (text: string): string => headingKey(text.slice(0, 200)).split(" ").slice(0, 5).join("-") || "unnamed";

/** What a sentence calls an entry: its id or, where that was made by us, its first words in quotes. */
export function spokenName({ id, kind, title }: Pick<Declaration, "id" | "kind" | "title">): string {
  if (!id.startsWith(`${kind}-`)) return id;
  const words = title.split(/\s+/u);
  return `“${words.slice(0, 6).join(" ")}${words.length > 6 ? " …" : ""}”`;
}

/** A reference to a source for each citation in the text, with the grade of the cited item where one is written. */
export const citedSources = (prose: Prose, from?: string): readonly Reference[] =>
  prose.citations.map(({ key, span, grade }) => ({ id: key, kinds: ["source"], span, ...(from !== undefined && { from }), ...(grade && { grade: grade.text }) }));

/** The ids of a list such as `A1, I2 and K3`, each a reference; a cell or the text behind a label. */
export function listedIds(prose: Prose, kinds: readonly Kind[], from?: string): readonly Reference[] {
  return matchesOf(prose.masked, /[\p{Letter}\p{Number}][\p{Letter}\p{Number}_-]*/gu)
    .filter(([word]) => word !== "and" && word !== "or")
    .map((match) => ({ id: match[0], kinds, span: place(prose, match.index, match.index + match[0].length), ...(from !== undefined && { from }) }));
}

/**
 * The ids of a cell that should hold ids. A list of words that look like ids (`K1, A2`, `B`) must lead somewhere; other
 * single words (`other`) may be ids, and of a longer text only what looks like an id is taken: both in passing.
 */
export function idsInCell(cell: Prose, kinds: readonly Kind[], from?: string): readonly Reference[] {
  const words = plain(cell).split(/[,;]|\band\b/u).map((word) => word.trim());
  if (words.some((word) => word.includes(" "))) return mentionedIds(cell, from);
  const listed = listedIds(cell, kinds, from);
  return words.every((word) => shortId.test(word)) ? listed : listed.map((reference) => ({ ...reference, passing: true }));
}

/** The words of a text that look like ids (`A1`, `I12`, `K3`), as references of any kind, made in passing: `G20` may be no id at all. */
export const mentionedIds = (prose: Prose, from?: string): readonly Reference[] =>
  matchesOf(prose.masked, /(?<![\p{Letter}\p{Number}_/-])\p{Uppercase_Letter}{1,2}\d{1,3}(?![\p{Letter}\p{Number}_/-])/gu).map((match) => ({
    id: match[0],
    kinds: [],
    span: place(prose, match.index, match.index + match[0].length),
    passing: true,
    ...(from !== undefined && { from }),
  }));

/** The ids behind words such as `rests on` or `affects`: `it rests on A1, I2 and I3`. */
export function idsBehind(prose: Prose, words: readonly string[], kinds: readonly Kind[], from?: string): readonly Reference[] {
  return matchesOf(prose.masked, wordsPattern(words)).flatMap((match) => {
    idList.lastIndex = match.index + match[0].length;
    const ids = idList.exec(prose.masked);
    return ids ? listedIds(slice(prose, ids.index, ids.index + ids[0].length), kinds, from) : [];
  });
}

const id = String.raw`(?:\p{Uppercase_Letter}[\p{Letter}\p{Number}_-]*\d[\p{Letter}\p{Number}_-]*|\p{Uppercase_Letter}(?![\p{Letter}\p{Number}]))`;
/** One for all words: its classes of letters take longer to compile than all words together. */
const idList = new RegExp(String.raw`${id}(?:(?:\s*,\s*|\s+and\s+|\s*,\s*and\s+)${id})*`, "uy");

function wordsPattern(words: readonly string[]): RegExp {
  const key = words.join("|");
  const kept = keptPatterns.get(key);
  if (kept) return kept;
  const eitherCase = words.map((word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0).toLowerCase()}]${word.slice(1)}`);
  const pattern = new RegExp(String.raw`\b(?:${eitherCase.join("|")}):?\s+`, "gu");
  keptPatterns.set(key, pattern);
  return pattern;
}

/** Patterns by their words; the words are constants of the techniques, so there are few. */
const keptPatterns = new Map<string, RegExp>();
