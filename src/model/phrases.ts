import { foldCharacters, lowerCase } from "#kit/fold-characters";
import { keptFor } from "#kit/kept";
import { matchesOf } from "#kit/matches";
import type { Span } from "#kit/span";
import type { Prose } from "#model/outline";
import { place } from "#model/prose";
import { sentencesIn } from "#model/sentences";

/** Words found in a text: as written, and where they stand in the document. */
export interface Phrase {
  readonly written: string;
  readonly span: Span;
}

/** Kept, because a dozen patterns search each text. */
const searchedText = keptFor(({ masked }: Prose): string => lowerCase(foldCharacters(masked)));

/** The phrases of a text that match a global pattern, which sees folded characters in lower case. */
export const phrasesIn = (prose: Prose, pattern: RegExp): readonly Phrase[] =>
  matchesOf(searchedText(prose), pattern).map((match) => phraseAt(prose, match.index, match.index + match[0].length));

/** True where the author's own words of a text match a pattern somewhere: a quick look at the whole before the search in each sentence. */
export const holdsPhrase = (prose: Prose, pattern: RegExp): boolean => searchedText(ownWords(prose)).search(pattern) !== -1;

/** The phrase between two offsets of a prose. */
export const phraseAt = (prose: Prose, from: number, to: number): Phrase => ({ written: prose.source.slice(from, to), span: place(prose, from, to) });

/** A pattern of whole words, for a text in lower case. */
export const anyWord = (source: string, flags = "gu"): RegExp => new RegExp(String.raw`(?<![\p{Letter}\p{Number}])(?:${source})(?![\p{Letter}\p{Number}])`, flags);

const quotations = /"[^"]{1,600}"|[“„][^“”„]{1,600}[“”]|«[^«»]{1,600}»/gu;

/** The prose with quotations blanked: what is left are the author's own words. The prose itself where there are none. Kept, because several rules ask. */
export const ownWords = keptFor((prose: Prose): Prose => {
  const masked = prose.masked.replace(quotations, (quotation) => " ".repeat(quotation.length));
  return masked === prose.masked ? prose : { ...prose, masked };
});

/** The sentences of a text in its author's own words; kept, so that what is found in a sentence is found once for all rules. */
export const ownSentencesIn = keptFor((prose: Prose): readonly Prose[] => sentencesIn(ownWords(prose)));
