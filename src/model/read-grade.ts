import { foldCharacters } from "#kit/fold-characters";
import type { Credibility, Grade, Reliability } from "#model/grade";

/** What the letters say of a source (AJP-2.1, in our words). */
export const reliabilityMeaning: Readonly<Record<Reliability, string>> = {
  A: "completely reliable: no doubt about its authenticity or competence, and it has always been right",
  B: "usually reliable: a minor doubt, and it has been right most of the time",
  C: "fairly reliable: some doubt, though it has been right before",
  D: "not usually reliable: serious doubt, though it has been right at times",
  E: "unreliable: it has been wrong, and its authenticity or competence is lacking",
  F: "cannot be judged: there is no basis for judging the source",
};

/** What the digits say of an item (AJP-2.1, in our words). */
export const credibilityMeaning: Readonly<Record<Credibility, string>> = {
  1: "confirmed: independent sources say the same, and it fits what is known",
  2: "probably true: not confirmed, but logical, and it fits what is known",
  3: "possibly true: not confirmed, reasonably logical, and it fits part of what is known",
  4: "doubtful: not confirmed, possible but not logical, and nothing else bears on it",
  5: "improbable: not logical, and contradicted by what is known",
  6: "cannot be judged: there is no basis for judging the item",
};

/**
 * An Admiralty grade: `B2`, `b2`, `B/2`, `B-2`, or one axis alone, `B` or `2`; round or curly brackets around it do not matter.
 * Undefined for anything else: there is no G and no 7.
 */
export const readGrade = (text: string): Grade | undefined => plainGrades.get(text) ?? readWrittenGrade(text);

function readWrittenGrade(text: string): Grade | undefined {
  const [, letter, digit] = /^\s{0,20}[({[]?\s?([A-Fa-f])?\s?[/-]?\s?([1-6])?\s?[)}\]]?\s{0,20}$/u.exec(foldCharacters(text.slice(0, 60))) ?? [];
  const reliability = reliabilities.find((each) => each === letter?.toUpperCase());
  const credibility = credibilities.find((each) => String(each) === digit);
  if (text.length > 60 || (reliability === undefined && credibility === undefined)) return undefined;
  const separated = /[/-]/u.test(foldCharacters(text));
  if (separated && (reliability === undefined || credibility === undefined)) return undefined;
  return { ...(reliability && { reliability }), ...(credibility && { credibility }) };
}

const reliabilities: readonly Reliability[] = ["A", "B", "C", "D", "E", "F"];
const credibilities: readonly Credibility[] = [1, 2, 3, 4, 5, 6];

/** The grades in the form in which nearly all are written. */
const plainGrades: ReadonlyMap<string, Grade> = new Map(reliabilities.flatMap((reliability) => credibilities.map((credibility) => [`${reliability}${credibility}`, { reliability, credibility }])));

/** As it is written: `B2`, `B`, `2`; empty where there is no axis. */
export const writtenGrade = ({ reliability, credibility }: Grade): string => `${reliability ?? ""}${credibility ?? ""}`;

/** What a grade says, for a reader who does not know the scale. */
export function gradeMeaning({ reliability, credibility }: Grade): string {
  const source = reliability && `source ${reliabilityMeaning[reliability]}`;
  const item = credibility && `item ${credibilityMeaning[credibility]}`;
  return [source, item].filter((part) => part !== undefined).join("; ");
}
