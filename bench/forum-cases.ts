import type { Forum, Negotiation, Party } from "#bargaining/forums/negotiation";
import type { Rule } from "#bargaining/forums/rules";
import { delimitedReader } from "#kit/delimited";
import { dataText } from "./votes-data.ts";

/** A forum that was to adopt a text, as it stood before it met, and what became of it. */
export interface ForumCase {
  readonly id: string;
  readonly rule: string;
  readonly participants: number;
  /** Of the eight major powers. */
  readonly majorsOpposed: number;
  /** 1 weak to 3 strong. */
  readonly strength: number;
  readonly adopted: boolean;
}

/** The cases that are resolved; undefined where the file is missing. */
export function forumCases(): readonly ForumCase[] | undefined {
  const text = dataText("cases/forum_outcomes.csv");
  if (text === undefined) return undefined;
  const rows: (readonly string[])[] = [];
  const reader = delimitedReader(({ cells }) => rows.push(cells));
  reader.add(text);
  reader.end();
  const [head = [], ...body] = rows;
  const column = (name: string): number => head.findIndex((title) => title.startsWith(name));
  const [id, rule, participants, majors, strength, outcome] = ["id", "decision_rule", "n_participants", "major_powers_opposed", "text_strength", "outcome"].map(column);
  return body.flatMap((row) => {
    const cell = (at = -1): string => row[at] ?? "";
    if (!/^[01]$/u.test(cell(outcome))) return [];
    return [{ id: cell(id), rule: cell(rule), participants: Number(cell(participants)), majorsOpposed: Number(cell(majors)), strength: Number(cell(strength)), adopted: cell(outcome) === "1" }];
  });
}

export const byConsensus = ({ rule }: ForumCase): boolean => rule.startsWith("consensus");

/** How the coding of a case becomes a negotiation: places from 0 to 1. Set before it was run, in round numbers, and not changed to fit. */
export interface Mapping {
  readonly name: string;
  /** Where texts of strength 1 to 3 lie. */
  readonly texts: readonly [number, number, number];
  readonly opposed: Pick<Party, "position" | "low" | "high" | "salience" | "capability">;
  readonly other: Pick<Party, "position" | "low" | "high" | "salience" | "capability">;
  /** The states that are no major power stand evenly between these, 10 points either way. */
  readonly rest: readonly [number, number];
}

/** The places are those of the scale of the bundled case: 25 what binds nobody, 50 work on elements, 75 a mandate to negotiate. */
export const mapping: Mapping = {
  name: "as set",
  texts: [0.25, 0.5, 0.75],
  opposed: { position: 0.1, low: 0, high: 0.2, salience: 0.8, capability: 0.9 },
  other: { position: 0.5, low: 0.3, high: 0.7, salience: 0.6, capability: 0.9 },
  rest: [0.2, 1],
};

/** Other codings that a person could as well have set. */
export const mappings: readonly Mapping[] = [
  { ...mapping, name: "texts at a sixth, a half and five sixths", texts: [1 / 6, 1 / 2, 5 / 6] },
  { ...mapping, name: "texts at a third, two thirds and the top", texts: [1 / 3, 2 / 3, 1] },
  { ...mapping, name: "opponents at 20", opposed: { ...mapping.opposed, position: 0.2, low: 0.1, high: 0.3 } },
  { ...mapping, name: "opponents with salience 1", opposed: { ...mapping.opposed, salience: 1 } },
  { ...mapping, name: "the rest from 0", rest: [0, 1] },
];

const powers = 8;

/** The eight majors and the rest, under the rule, with the text as it was put. Majors that oppose a treaty of the willing do not come. */
export function negotiationOf({ id, rule, participants, majorsOpposed, strength }: ForumCase, { texts, opposed, other, rest }: Mapping): Negotiation {
  const absent = rule.includes("opt-in");
  const majors = Array.from({ length: powers }, (_, at): Party => ({ id: `major ${at}`, ...(at < majorsOpposed ? opposed : other) })).slice(absent ? majorsOpposed : 0);
  const count = Math.max(1, participants - majors.length);
  const others = Array.from({ length: count }, (_, at): Party => {
    const position = rest[0] + ((rest[1] - rest[0]) * (at + 1 / 2)) / count;
    return { id: `state ${at}`, position, low: Math.max(0, position - 0.1), high: Math.min(1, position + 0.1), salience: 0.5, capability: 0.2 };
  });
  const parties = [...majors, ...others];
  const forum: Forum = { id, ...rulesOf(rule), members: parties.map((party) => party.id), text: texts[strength - 1] ?? 0.5, years: 0 };
  return { parties, forums: [forum] };
}

function rulesOf(words: string): { readonly rule: Rule; readonly lastResort?: Rule } {
  const twoThirds: Rule = { kind: "majority", share: 2 / 3, of: "those voting" };
  if (!words.startsWith("consensus")) return { rule: /two-thirds/u.test(words) ? twoThirds : { kind: "majority", share: 1 / 2, of: "those voting" } };
  return { rule: { kind: "consensus" }, ...(/possible|fallback/u.test(words) && { lastResort: twoThirds }) };
}
