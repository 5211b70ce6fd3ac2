import { foldCharacters } from "#kit/fold-characters";
import { withoutOverlap } from "#kit/span";
import type { Prose } from "#model/outline";
import { anyWord, holdsPhrase, ownSentencesIn, phrasesIn, type Phrase } from "#model/phrases";

const someone = "experts?|observers?|analysts?|commentators?|critics|sources|officials|diplomats|insiders|pundits|specialists|scholars|academics|researchers";
const papers = "reports|studies|surveys|rumou?rs|media reports|press reports";
const say =
  "say|says|said|believe|believes|believed|argue|argues|argued|claim|claims|claimed|think|thinks|thought|suggest|suggests|suggested|warn|warns|warned|note|noted|contend|contended|expect|expected|fear|feared|assert|asserted|predict|predicted|estimate|estimated|caution|cautioned|allege|alleged|point out|pointed out|indicate|indicated|(?:agree|agreed|maintain|maintained|hold|held)\\s+that";
const manner = String.raw`(?:\s+(?:have|has|had|also|widely|generally|often|long|now|still|increasingly|broadly|largely|commonly|privately)){0,3}`;
const closeTo = String.raw`(?:\s+(?:close\s+to|familiar\s+with|briefed\s+on|involved\s+in|following)(?:\s+\p{Letter}[\p{Letter}-]{0,30}){1,4})?`;
const kindOf = String.raw`(?:\p{Letter}[\p{Letter}-]{0,30}\s+){0,2}`;
const openly = "widely|generally|commonly|often|broadly|universally|popularly|increasingly";

/** Somebody says: `experts say`, `some argue`, `many believe`. */
const active = anyWord(String.raw`(?:(?:some|many|several|most|various|other|unnamed|anonymous)\s+(?:of\s+the\s+)?)?${kindOf}(?:${someone})${closeTo}${manner}\s+(?:${say})|(?:${papers})${manner}\s+(?:say|said|claim|claimed|suggest|suggested|indicate|indicated|show|showed)|(?:some|many|others|most people|some people|many people|people)${manner}\s+(?:${say})`);
/** It is said: `said experts`, `according to observers`. */
const inverted = anyWord(String.raw`(?:${say}|according\s+to|in\s+the\s+view\s+of|in\s+the\s+eyes\s+of)\s+(?:some\s+|many\s+|several\s+|most\s+|various\s+|unnamed\s+|anonymous\s+)?${kindOf}(?:${someone})|according\s+to\s+(?:some|many|most|others|reports|media\s+reports|press\s+reports)`);
/** Nobody says: `it is widely believed`, `reportedly`. */
const passive = anyWord(
  String.raw`(?:it|there)\s+(?:is|are|was|has\s+been)\s+(?:(?:${openly})\s+(?:believed|said|thought|reported|claimed|assumed|argued|understood|rumou?red|alleged|held|considered|accepted|expected|agreed|known|acknowledged|recognised|recognized)|(?:said|believed|thought|claimed|rumou?red|alleged|reported|argued|understood))(?:\s+that)?|it\s+has\s+been\s+(?:suggested|argued|claimed|reported|said|alleged|rumou?red)|(?:is|are|was|were)\s+(?:${openly})\s+(?:believed|said|thought|reported|claimed|assumed|understood|rumou?red|alleged|held|considered|expected|seen|viewed|regarded)|reportedly|allegedly|supposedly|purportedly`,
);

/**
 * Statements laid into the mouth of nobody in particular (`said experts`, `critics claim`, `it is widely believed`), in
 * sentences that cite no source. Experts, officials or sources with a name (`SIPRI experts`, `officials of the
 * ministry`) are somebody.
 */
export const vagueAttributionsIn = (prose: Prose): readonly Phrase[] =>
  (speaksOfSomeone(prose) ? ownSentencesIn(prose) : [])
    .filter(({ citations, masked }) => citations.length === 0 && !onTheBasis.test(masked))
    .flatMap((sentence) => {
      const text = foldCharacters(sentence.masked);
      const people = [...phrasesIn(sentence, inverted), ...phrasesIn(sentence, active)].filter(({ written, span }) => !isNamed(written, text.slice(span.to - sentence.span.from, span.to - sentence.span.from + 40)));
      return withoutOverlap([...people, ...phrasesIn(sentence, passive)], ({ span }) => span);
    });

/** `Confidence: moderate, because two sources say so` speaks of the sources that the judgement cites. */
const onTheBasis = /^\s*(?:analytic(?:al)? )?confidence\b[^.]{0,12}:/iu;

const speaksOfSomeone = (prose: Prose): boolean => [active, inverted, passive].some((pattern) => holdsPhrase(prose, pattern));

/** Kinds of people, not names, where they begin a sentence with their capital. */
const kinds = anyWord(
  "some|many|several|most|various|other|the|these|those|few|unnamed|anonymous|informed|independent|leading|senior|outside|local|regional|foreign|international|military|security|legal|defen[cs]e|diplomatic|policy|industry|technical|political|arms|civil|government|intelligence|academic|scientific|human|western|european|asian|african|arab|all",
  "giu",
);
const eitherCase = someone.replace(/(?<=^|\|)\p{Letter}/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);
const named = new RegExp(String.raw`(?<!\p{Letter})\p{Uppercase_Letter}[\p{Letter}.'-]{0,30}\s+(?:\p{Letter}[\p{Letter}-]{0,30}\s+)?(?:${eitherCase})`, "u");
const afterwards = /^\s+(?:at|from|of|in|with|within|inside|close\s+to|such\s+as|including|like)\s+(?:the\s+|a\s+)?\p{Uppercase_Letter}/u;

/** True where a proper name stands before the group (`SIPRI experts`) or behind it (`experts at SIPRI`). */
function isNamed(written: string, after: string): boolean {
  const generic = foldCharacters(written).replace(kinds, (word) => word.toLowerCase());
  const lower = startsGeneric.test(generic) ? generic.charAt(0).toLowerCase() + generic.slice(1) : generic;
  return named.test(lower) || afterwards.test(after) || afterwards.test(behindPeople(generic));
}

/** Words that begin a sentence with a capital and are no name. */
const startsGeneric = new RegExp(`^(?:${someone}|${papers}|${say}|according|in|as|but|and|or|while|when|where|because|however|since|if|although|though|yet|so|that|what|for|with|even|only|not|no)(?!\\p{Letter})`, "iu");

/** What an attribution says behind the people it names: nothing, where they stand last. */
const behindPeople = (written: string): string => new RegExp(String.raw`(?:${someone})(.*)$`, "isu").exec(written)?.[1] ?? "";
