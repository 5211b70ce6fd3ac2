import { wordsOfRule } from "#bargaining/forums/rule-words";
import type { Rule } from "#bargaining/forums/rules";
import { foldCharacters } from "#kit/fold-characters";
import type { DecisionRule } from "./schema.ts";

/** A rule with the one that applies where it fails. */
export interface ReadRule {
  readonly decides: DecisionRule;
  readonly lastResort?: DecisionRule;
}

const forms: readonly (readonly [RegExp, (text: string, match: RegExpExecArray) => DecisionRule])[] = [
  [/\bconsensus\b|\b(?:no|absence of) (?:formal )?objections?\b|\bsilence procedure\b/u, () => ({ kind: "consensus" })],
  [/\bunanim(?:ity|ous)\b|\bby common accord\b/u, () => ({ kind: "unanimity" })],
  [/\bopt[- ]?in\b|\bcoalition of the willing\b|\b(?:ratifications?|accessions?|signatures?)\b|\bwho(?:ever)? (?:signs|joins)\b/u, (text) => ({ kind: "opt-in", ...neededIn(text) })],
  [/\b(two|three|four|nine)[- ](thirds?|quarters?|fourths?|fifths?|tenths?)\b/u, (text, match) => majority(fraction(match[1] ?? "", match[2] ?? ""), text)],
  [/\b([2349])\/(3|4|5|10)\b/u, (text, match) => majority(Number(match[1]) / Number(match[2]), text)],
  [/\b([5-9]\d(?:\.\d)?)\s?(?:%|per ?cent\b)/u, (text, match) => majority(Number(match[1]) / 100, text)],
  [/\b(?:simple |absolute |bare |plain )?majority\b/u, (text) => majority(1 / 2, text)],
];

/** Reads `consensus`, `two-thirds of those voting`, `majority of members`, `opt-in, in force with 20 ratifications`. */
export function readRule(written: string): ReadRule | undefined {
  const text = foldCharacters(written.slice(0, 300)).toLowerCase();
  const found = forms
    .flatMap(([pattern, rule]) => {
      const match = pattern.exec(text);
      return match ? [{ at: match.index, rule: rule(text.slice(match.index), match) }] : [];
    })
    .toSorted((a, b) => a.at - b.at)
    .map(({ rule }) => rule);
  const [first, second] = distinctKinds(found);
  if (!first) return undefined;
  if (!second || !falling.test(text)) return { decides: first };
  return second.kind === "consensus" && consensusFirst.test(text) ? { decides: second, lastResort: first } : { decides: first, lastResort: second };
}

/** Words that make a second rule what applies where the first fails. */
const falling = /\b(?:last resort|failing|otherwise|fall[- ]?back|then|if (?:that|this|it) fails|if (?:there is )?(?:no )?consensus)\b/u;
/** `two-thirds if consensus fails`: the second is tried first. */
const consensusFirst = /\b(?:failing|if (?:there is )?(?:no )?)\s?consensus\b/u;

/** `two-thirds majority` names one rule twice. */
const distinctKinds = (rules: readonly DecisionRule[]): readonly DecisionRule[] => rules.filter((rule, at) => rules.findIndex(({ kind }) => kind === rule.kind) === at);

const counts: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, nine: 9 };
const parts: Readonly<Record<string, number>> = { third: 3, quarter: 4, fourth: 4, fifth: 5, tenth: 10 };
const fraction = (count: string, part: string): number => (counts[count] ?? 1) / (parts[part.replace(/s$/u, "")] ?? 1);

/** Votes are those cast, unless the rule speaks of members. */
function majority(share: number, text: string): DecisionRule {
  const clause = text.split(/[;,(]/u, 1)[0] ?? text;
  const ofMembers = /\babsolute\b|\b(?:of|by) (?:all |the )*(?:members?|membership|(?:states )?parties|states)\b(?! (?:present|voting))/u.test(clause);
  return { kind: "majority", share, of: ofMembers ? "members" : "those voting" };
}

function neededIn(text: string): Pick<DecisionRule, "needed"> {
  const number = /\b(\d{1,3}) (?:ratifications?|accessions?|signatures?|instruments?|parties|states|members|acceptances?)\b/u.exec(text)?.[1] ?? /\b(?:with|after|needs|at) (\d{1,3})\b/u.exec(text)?.[1];
  return number === undefined ? {} : { needed: Number(number) };
}

/** The rule in one form of words: `two-thirds of those voting`, `opt-in, in force with 20`. */
export const ruleText = (rule: DecisionRule): string => wordsOfRule(asRule(rule));

function asRule({ kind, share = 1 / 2, of = "those voting", needed }: DecisionRule): Rule {
  if (kind === "majority") return { kind, share, of };
  return kind === "opt-in" && needed !== undefined ? { kind, needed } : { kind };
}
