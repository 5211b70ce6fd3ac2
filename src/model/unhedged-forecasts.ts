import { foldCharacters, lowerCase } from "#kit/fold-characters";
import { datesInText } from "#model/dates-in-text";
import { hedgesIn, statesLikelihood } from "#model/hedges";
import type { Prose } from "#model/outline";
import { anyWord, holdsPhrase, ownSentencesIn, phrasesIn, type Phrase } from "#model/phrases";
import type { Yardstick } from "#model/yardstick";

const adverb = String.raw`(?:\s+(?:not|never|also|soon|then|again|\p{Letter}{2,20}ly))?`;
const verb = String.raw`(?:\s+(?:be\s+able\s+to|fail\s+to|have\s+to|be|have|take|remain))?(?:\s+\p{Lowercase_Letter}{1,20})?`;
const future = anyWord(`(?:will|won't|(?:is|are)\\s+(?:not\\s+)?going\\s+to|shall|(?:is|are)\\s+(?:bound|certain|sure|destined|guaranteed|doomed)\\s+to)${adverb}${verb}`);

/** Words in a sentence that say that it is no plain forecast: a condition, a doubt, a likelihood named without a number. */
const qualified = anyWord("if|unless|whether|should|provided|assuming|suppose|chances?|odds|likelihood|probability|likely|unlikely|uncertain|unclear|doubtful|in doubt|expects|expected");
/** Behind these somebody else speaks. */
const reported = anyWord(
  "said|says|say|saying|announced|announces|stated|states that|pledged|pledges|promised|promises|declared|declares|vowed|vows|warned|warns|claimed|claims|told|insisted|insists|argued|argues|according to|signalled|signaled|confirmed|reported|agreed|decided|committed|undertook",
);
/** What is set down in a calendar is a fact today: `the session will open on 2 March`. */
const scheduled = /\b(?:take\s+place|be\s+(?:held|convened|reconvened|opened|resumed|hosted)|hold|meet|convene|reconvene|open|begin|start|resume|conclude|end|host|chair|run|sit|gather|expire|fall)$/iu;
const nounBefore = /\b(?:political|good|free|ill|the|its|their|his|her|our|your|national|a|of|sufficient|no|any|popular|sheer|at|strong|collective|common|general|lacks?|lacking)\s+$/iu;
const clauseBefore = /\b(?:that|which|who|when|once|until|after|before|as soon as|what|where|how)\s+$/iu;
/**
 * The plain forecasts of a text (`will block`, `is going to`, `shall`), in sentences that give no likelihood, no hedge
 * and no condition. Left out are the noun (`political will`), what others say or are quoted with, relative clauses,
 * questions, and appointments with a date (`will take place from 16 to 20 November 2026`).
 */
export const unhedgedForecastsIn = (prose: Prose, yardstick: Yardstick): readonly Phrase[] =>
  (holdsPhrase(prose, future) ? ownSentencesIn(prose) : []).flatMap((sentence) => {
    const found = phrasesIn(sentence, future);
    if (found.length === 0 || isQualified(sentence, yardstick)) return [];
    const text = foldCharacters(sentence.masked);
    const dated = datesInText(text).length > 0;
    return found.filter((phrase) => isForecast(phrase, text, sentence.span.from, dated)).slice(0, 1);
  });

const isQualified = (sentence: Prose, yardstick: Yardstick): boolean =>
  sentence.masked.trimEnd().endsWith("?") || phrasesIn(sentence, qualified).length > 0 || statesLikelihood(sentence, yardstick) || hedgesIn(sentence, yardstick).length > 0;

function isForecast({ written, span }: Phrase, text: string, start: number, dated: boolean): boolean {
  const before = text.slice(Math.max(0, span.from - start - 200), span.from - start);
  if (/^Will\b/u.test(written) || lowerCase(before).search(reported) !== -1 || clauseBefore.test(before)) return false;
  const isNoun = /^will\b/u.test(written) && nounBefore.test(before) && !/^will\s+(?:be|not|have|remain|become)\b/u.test(written);
  return !isNoun && !(dated && scheduled.test(written));
}
