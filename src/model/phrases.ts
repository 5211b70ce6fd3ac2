import { foldCharacters } from "#kit/fold-characters";
import type { Span } from "#kit/span";
import type { Prose } from "#model/outline";
import { place } from "#model/prose";

/** Words found in a text: as written, and where they stand in the document. */
export interface Phrase {
  readonly written: string;
  readonly span: Span;
}

/** The phrases of a text that match a global pattern, on folded characters. */
export const phrasesIn = (prose: Prose, pattern: RegExp): readonly Phrase[] =>
  Array.from(foldCharacters(prose.masked).matchAll(pattern), (match) => phraseAt(prose, match.index, match.index + match[0].length));

/** The phrase between two offsets of a prose. */
export const phraseAt = (prose: Prose, from: number, to: number): Phrase => ({ written: prose.source.slice(from, to), span: place(prose, from, to) });

/** A pattern of whole words, in any case. */
export const anyWord = (source: string): RegExp => new RegExp(String.raw`(?<![\p{Letter}\p{Number}])(?:${source})(?![\p{Letter}\p{Number}])`, "giu");

const quotations = /"[^"]{1,600}"|[“„][^“”„]{1,600}[“”]|«[^«»]{1,600}»/gu;

/** The prose with quotations blanked: what is left are the author's own words. The prose itself where there are none. */
export function ownWords(prose: Prose): Prose {
  const masked = prose.masked.replace(quotations, (quotation) => " ".repeat(quotation.length));
  return masked === prose.masked ? prose : { ...prose, masked };
}
