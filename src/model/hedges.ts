import { foldCharacters } from "#kit/fold-characters";
import { withoutOverlap } from "#kit/span";
import type { Prose } from "#model/outline";
import { anyWord, holdsPhrase, ownSentencesIn, phraseAt, phrasesIn, type Phrase } from "#model/phrases";
import { foreignTermsIn, likelihoodPairsIn, likelihoodsIn, mayStateLikelihood } from "#model/read-likelihood";
import type { Yardstick } from "#model/yardstick";

/** Words that weaken a claim without a place on any yardstick. `May` with a capital is the month. */
const vagueWords = anyWord(
  "may|might|could|possibly|perhaps|maybe|conceivably|potentially|presumably|seemingly|plausibly|arguably|apparently|possible|conceivable|plausible|(?:seems?|appears?|tends?) to|in all likelihood|(?:most|more|less|least|increasingly|as|equally|quite|rather|extremely) likely|in some cases",
);

/** Two or more hedges on one claim, as one stretch of text. */
export interface StackedHedges extends Phrase {
  readonly hedges: readonly Phrase[];
}

/** The words of a sentence that hedge it: vague ones (`may`, `possibly`), terms of any known yardstick, and likelihoods in numbers; in order. */
export function hedgesIn(sentence: Prose, yardstick: Yardstick): readonly Phrase[] {
  const paired = new Set(likelihoodPairsIn(sentence, yardstick).map(({ number }) => number.span.from));
  const stated = likelihoodsIn(sentence, yardstick).filter((mention) => mention.kind === "word" || (mention.asLikelihood && !paired.has(mention.span.from)));
  const text = foldCharacters(sentence.masked);
  const vague = phrasesIn(sentence, vagueWords).filter(({ written, span }) => isVague(text, span.from - sentence.span.from, written));
  return withoutOverlap<Phrase>([...stated, ...foreignTermsIn(sentence, yardstick), ...vague], ({ span }) => span);
}

/** Decides for the words that have other senses. */
function isVague(text: string, at: number, written: string): boolean {
  const [before, after] = [text.slice(Math.max(0, at - 30), at), text.slice(at + written.length, at + written.length + 12)];
  const word = written.toLowerCase();
  if (word === "may") return written === "may";
  if (word === "might") return /^\s+\p{Lowercase_Letter}/u.test(after) && !/\b(?:military|economic|naval|its|their|the|of|all)\s+$/iu.test(before);
  if (word === "could") return !/^\s+not\b|^\s+have\b/u.test(after);
  if (word === "possible" || word === "plausible" || word === "conceivable") return /\b(?:is|are|be|seems?|remains?|appears?|thought|judged|deemed|it)\s+(?:\p{Letter}+\s+)?$/iu.test(before) && !/\bas\s+(?:soon\s+as\s+)?$/iu.test(before);
  return true;
}

/** Where one claim of a sentence ends and another begins. `that` ends one unless it is what the hedge speaks of. */
const clauseBreak =
  /[;:()]|\s-\s|,(?!\s+(?:possibly|perhaps|maybe|conceivably|potentially|probably|presumably|apparently)\b)|\b(?:and|or|but|because|since|if|unless|when|where|which|who|whose|whether|than|although|though|while|after|before|until|as|so|say|says|said|warns?|warned|argues?|argued|claims?|claimed)\b|(?<!\b(?:possible|possibly|likely|unlikely|probable|improbable|certain|conceivable|plausible|perhaps|chance|odds|possibility|be|is))\s+that\b/gu;

/** The places where two or more hedges modify one claim: `it may be possible that China probably could`. */
export const stackedHedgesIn = (prose: Prose, yardstick: Yardstick): readonly StackedHedges[] =>
  (mayHedge(prose, yardstick) ? ownSentencesIn(prose) : []).flatMap((sentence) => {
    const hedges = hedgesIn(sentence, yardstick);
    if (hedges.length < 2) return [];
    return groupsBetween(hedges, breaksIn(sentence))
      .filter((group) => group.length > 1)
      .map((group) => ({ ...across(sentence, group), hedges: group }));
  });

const mayHedge = (prose: Prose, yardstick: Yardstick): boolean => holdsPhrase(prose, vagueWords) || mayStateLikelihood(prose, yardstick);

const relative = anyWord("that|which|who");
const copula = anyWord("is|are|was|were|remains?|seems?");

/** The clause breaks of a sentence, and the verb of the main clause behind a relative one: `a group that could block | is likely to form`. */
function breaksIn(sentence: Prose): readonly number[] {
  const breaks = phrasesIn(sentence, clauseBreak).map(({ span }) => span);
  const verbs = phrasesIn(sentence, copula).map(({ span }) => span.from);
  const relatives = new Set(phrasesIn(sentence, relative).map(({ span }) => span.to));
  let next = 0;
  const ends = breaks.filter(({ to }) => relatives.has(to)).flatMap(({ to }) => {
    while ((verbs[next] ?? Number.POSITIVE_INFINITY) <= to) next += 1;
    return verbs[next] ?? [];
  });
  return [...breaks.map(({ from }) => from), ...ends].toSorted((a, b) => a - b);
}

/** Runs of hedges with no break between them. */
function groupsBetween(hedges: readonly Phrase[], breaks: readonly number[]): readonly (readonly Phrase[])[] {
  const groups: Phrase[][] = [];
  let next = 0;
  for (const hedge of hedges) {
    let broken = groups.length === 0;
    while ((breaks[next] ?? Number.POSITIVE_INFINITY) < hedge.span.from) {
      broken = true;
      next += 1;
    }
    while ((breaks[next] ?? Number.POSITIVE_INFINITY) < hedge.span.to) next += 1;
    if (broken) groups.push([hedge]);
    else groups.at(-1)?.push(hedge);
  }
  return groups;
}

/** The text from the first of several phrases to the last. */
function across(sentence: Prose, phrases: readonly Phrase[]): Phrase {
  const [first, last] = [phrases[0] ?? sentence, phrases.at(-1) ?? sentence];
  return phraseAt(sentence, first.span.from - sentence.span.from, last.span.to - sentence.span.from);
}

const emptyPhrases = anyWord(
  [
    String.raw`(?:can\s?not|can't|could not) (?:entirely |completely |wholly |fully )?(?:be (?:entirely |completely |wholly |fully )?)?(?:rule[d]? out|excluded?|discount(?:ed)?)`,
    String.raw`(?:cannot|can not|can't) be (?:dismissed|precluded)`,
    "(?:no one|nobody) can (?:rule out|exclude)",
    "(?:it )?remains to be seen",
    "anyone's guess",
    "(?:only )?time (?:will|alone will) tell",
    "anything (?:is possible|can happen|could happen|may happen|might happen)",
    "(?:may|might) or (?:may|might) not",
    "could go either way",
    "(?:is|are) (?:too early|too soon|hard|difficult|impossible) to (?:say|tell|know|predict)",
    "not (?:impossible|inconceivable|unthinkable)",
    "within the realms? of (?:possibility|the possible)",
    "(?:there is|there remains|there exists) (?:always )?(?:a|the|some) possibility",
    "(?:it is|it's|it remains) (?:always |also |certainly |theoretically |at least )?(?:possible|conceivable) that",
  ]
    .join("|")
    .replaceAll(" ", String.raw`\s+`),
);

/** Phrases that say nothing at all about how likely something is (`cannot be ruled out`), in sentences that state no likelihood beside them. */
export const emptyHedgesIn = (prose: Prose, yardstick: Yardstick): readonly Phrase[] =>
  (holdsPhrase(prose, emptyPhrases) ? ownSentencesIn(prose) : []).flatMap((sentence) => {
    const found = phrasesIn(sentence, emptyPhrases);
    return found.length > 0 && !statesLikelihood(sentence, yardstick) ? found : [];
  });

const bracketedShare = /\(\s*(?:~|about |approx\.? |roughly |>|<|around )?\d{1,3}(?:[.,]\d+)?\s*(?:%|-\s*\d{1,3}\s*%)/iu;

/** True where a sentence gives a likelihood: a term of any known yardstick, a number meant as one, or a percentage in brackets. */
export const statesLikelihood = (sentence: Prose, yardstick: Yardstick): boolean =>
  likelihoodsIn(sentence, yardstick).some((mention) => mention.kind === "word" || mention.asLikelihood) ||
  foreignTermsIn(sentence, yardstick).length > 0 ||
  bracketedShare.test(foldCharacters(sentence.masked));
