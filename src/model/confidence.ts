import { phraseAt, type Phrase } from "#model/phrases";
import { foldCharacters, lowerCase } from "#kit/fold-characters";
import { matchesOf } from "#kit/matches";
import type { Prose } from "#model/outline";

/** How much the basis of a judgement deserves: the three levels of ICD 203. */
export type ConfidenceLevel = "high" | "moderate" | "low";

/** A statement of confidence; of a range such as `low to moderate` the lower level. */
export interface ConfidenceMention extends Phrase {
  readonly level: ConfidenceLevel;
}

const level = "high|moderate|medium|low";
const joint = String.raw`\s{0,3}(?:to|-|/|and)\s{0,3}`;
const before = String.raw`(?<first>${level})(?:${joint}(?<upper>${level}))?[\s-]{1,3}(?:(?:level|degree)\s{1,3}of\s{1,3})?(?:(?:analytic|analytical|overall)\s{1,3})?confidence(?!-building|\s{1,3}building)`;
const behind = String.raw`(?<!(?:consumer|business|investor|market|public|voter|popular|mutual)\s{1,3})confidence(?:\s{1,3}(?:level|rating|score))?(?:\s{1,3}in\s{1,3}(?:this|the|our)\s{1,3}\p{Letter}{1,20})?\s{0,3}(?:[:=(-]|is|as|remains)?\s{0,3}(?:is\s{1,3})?(?<behind>${level})(?:${joint}(?<behindUpper>${level}))?`;
const adverb = String.raw`(?<adverb>highly|very|moderately|fairly)\s{1,3}confident`;
const anyConfidence = new RegExp(String.raw`(?<![\p{Letter}\p{Number}-])(?:${before}|${behind}|${adverb})(?![\p{Letter}\p{Number}])`, "gu");

const levels: readonly ConfidenceLevel[] = ["low", "moderate", "high"];
const synonyms: Readonly<Record<string, ConfidenceLevel>> = { high: "high", moderate: "moderate", medium: "moderate", low: "low", highly: "high", very: "high", moderately: "moderate", fairly: "moderate" };

/** The statements of confidence in a text, in order: `high confidence`, `Confidence: moderate`, `we are highly confident`. */
export function confidenceIn(prose: Prose): readonly ConfidenceMention[] {
  if (!mayStateConfidence(prose)) return [];
  return matchesOf(lowerCase(foldCharacters(prose.masked)), anyConfidence).flatMap((match) => {
    const found = Object.values(match.groups ?? {}).map((word: string | undefined) => synonyms[word ?? ""]);
    const lowest = levels.find((each) => found.includes(each));
    return lowest ? [{ ...phraseAt(prose, match.index, match.index + match[0].length), level: lowest }] : [];
  });
}

/** False where a text certainly says nothing of confidence: a quick look. */
export const mayStateConfidence = ({ masked }: Prose): boolean => /confiden/iu.test(masked);
