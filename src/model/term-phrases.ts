import { lowerCase } from "#kit/fold-characters";
import { keptFor } from "#kit/kept";
import { matchesOf } from "#kit/matches";
import type { Term, Yardstick } from "#model/yardstick";
import { findTerm, writtenForms, yardsticks } from "#model/yardsticks";

/** A term of some yardstick in a text, between two offsets. */
export interface TermPhrase {
  readonly from: number;
  readonly to: number;
  readonly term: Term;
  readonly yardstick: Yardstick;
  /** `not almost certain`: the phrase begins with the negation. */
  readonly negated: boolean;
}

/** All words of the yardstick and of the known ones, the longest first, so that `highly likely` is never read as `likely`. */
const patternFor = keptFor((yardstick: Yardstick): RegExp => {
  const forms = [yardstick, ...Object.values(yardsticks)].flatMap((each) => writtenForms(each).map(([form]) => form));
  const alternatives = [...new Set(forms)].toSorted((a, b) => b.length - a.length).map((form) => phrasePattern(form.toLowerCase()));
  return new RegExp(String.raw`(?<![\p{Letter}\p{Number}])(?:${alternatives.join("|")})(?![\p{Letter}\p{Number}])`, "gu");
});

const phrasePattern = (phrase: string): string =>
  phrase
    .split(/[\s-]+/u)
    .map((word) => word.replace(/[$()*+./?[\\\]^{|}]/gu, String.raw`\$&`))
    .join(String.raw`[\s-]+`);

/**
 * The terms in a folded text, those of the declared yardstick and those of the other known ones; a phrase that the
 * declared yardstick knows is always its own. Words in another sense (`remote areas`, `more likely`, `probable
 * cause`) are left out.
 */
export function termsInText(text: string, yardstick: Yardstick): readonly TermPhrase[] {
  const lower = lowerCase(text);
  return matchesOf(lower, patternFor(yardstick)).flatMap((match) => {
    const to = match.index + match[0].length;
    const before = lower.slice(Math.max(0, match.index - 40), match.index);
    if (!isLikelihood(match[0], before, lower.slice(to, to + 24))) return [];
    const owner = [yardstick, ...Object.values(yardsticks)].find((each) => findTerm(each, match[0]));
    const term = owner && findTerm(owner, match[0]);
    const negation = negationAtEnd.exec(before)?.[0].length ?? 0;
    return owner && term ? [{ from: match.index - negation, to, term, yardstick: owner, negated: negation > 0 }] : [];
  });
}

/** False where no term of any known yardstick is written in a folded text in lower case, in whatever sense. */
export const namesTerm = (text: string, yardstick: Yardstick): boolean => text.search(patternFor(yardstick)) !== -1;

const negationAtEnd = /(?:\b(?:not|never|hardly|no longer)|n't)\s+(?:be\s+|yet\s+)?$/u;
const comparison = /\b(?:more|less|most|least|equally|increasingly|than|as|how|so|too|extremely|overwhelmingly)\s+$/u;
const clauseEnd = /^\s*(?:$|[.,;:()!?-]|that\b|whether\b|but\b|and\b|or\b|at\b|as\b|odds\b|chances?\b)/u;
const copula = /\b(?:is|are|was|were|be|been|being|seems?|appears?|remains?|looks?|very|thought|considered|judged|deemed|as)\s+$/u;

/** Decides for the few words that have other senses; the rest always mean a likelihood. */
function isLikelihood(word: string, before: string, after: string): boolean {
  if (word === "remote") return copula.test(before) && clauseEnd.test(after);
  if (word === "about even" || word === "roughly even") return clauseEnd.test(after);
  if (word === "probable" && /^\s+cause\b/u.test(after)) return false;
  if (word === "likely" || word === "probable") return !comparison.test(before);
  return true;
}
