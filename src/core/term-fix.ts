import type { Edit } from "#kit/edit";
import type { WordMention } from "#model/likelihood";
import type { Prose } from "#model/outline";
import type { Term } from "#model/yardstick";

type WordClass = "noun" | "adverb" | "adjective";

const isNoun = /(?:chances?|odds|possibility|probability)$/iu;
const isAdverb = /(?:certainly|probably|improbably)$/iu;
/** Behind these a `likely` is an adverb; `will unlikely` is no English. */
const verbBefore = /\b(?:will|would|could|can|may|might|has|have|had|to|also|now|not|most)\s+$/iu;

const classOf = (word: string): WordClass => (isNoun.test(word) ? "noun" : isAdverb.test(word) ? "adverb" : "adjective");

/**
 * The edit that puts another term in the place of a term, where the sentence stays grammatical: a noun for a noun, an
 * adverb for an adverb, the same article in front. Undefined where it would not, or where markup stands inside the words.
 */
export function termFix(prose: Prose, word: WordMention, meant: Term): Edit | undefined {
  const [from, to] = [word.span.from - prose.span.from, word.span.to - prose.span.from];
  const before = prose.masked.slice(Math.max(0, from - 24), from);
  if (prose.masked.slice(from, to) !== word.written) return undefined;
  const replacement = [meant.word, ...(meant.forms ?? [])].find((form) => fits(form, word.written, before));
  return replacement === undefined ? undefined : { from: word.span.from, to: word.span.to, text: inCaseOf(word.written, replacement) };
}

function fits(form: string, written: string, before: string): boolean {
  const wanted = classOf(written);
  if (/^not\b/u.test(form)) return false;
  const asAdverb = wanted === "adverb" || (verbBefore.test(before) && /likely$/iu.test(written));
  if (asAdverb) return isAdverb.test(form) || /(?<!un)likely$/iu.test(form);
  return classOf(form) === wanted && takesArticle(form, before);
}

function takesArticle(form: string, before: string): boolean {
  const article = /\b(an?)\s+$/iu.exec(before)?.[1]?.toLowerCase();
  if (form.startsWith("almost no")) return article === undefined;
  return article === undefined || (article === "an") === /^[aeiou]/iu.test(form);
}

const inCaseOf = (written: string, replacement: string): string =>
  /^\p{Uppercase_Letter}/u.test(written) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
