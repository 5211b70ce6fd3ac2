import { idsBehind, idsInCell, mentionedIds } from "#core/read-ids";
import type { Reference } from "#model/names";
import type { Prose } from "#model/outline";
import { place } from "#model/prose";

const attacking = ["against", "attacks", "challenges", "contests", "disputes", "contradicts", "undermines", "objects to", "speaks against"];
const attackedClause = new RegExp(String.raw`\b(?:${attacking.join("|")})\s+([^.;:()]{1,120})`, "giu");
const stepNumbers = /\bsteps?\s{1,9}(\d{1,3}(?:(?:\s{0,9},\s{0,9}|\s{1,9}and\s{1,9}|\s{0,9},\s{0,9}and\s{1,9})\d{1,3})*)/giu;

/** The ids of what a text attacks: `against K1 and A2`, `against step 3 and step 5`. */
export const targetsIn = (prose: Prose, from: string): readonly Reference[] => [...idsBehind(prose, attacking, [], from), ...attackedSteps(prose, from)];

function attackedSteps(prose: Prose, from: string): readonly Reference[] {
  return Array.from(prose.masked.matchAll(attackedClause)).flatMap((match) => {
    const clause = match[1] ?? "";
    return stepsIn(prose, clause, match.index + match[0].length - clause.length, from);
  });
}

/** The ids and step numbers in a cell or behind a label. */
export function targetsListed(prose: Prose, from: string): readonly Reference[] {
  const steps = stepsIn(prose, prose.masked, 0, from);
  return steps.length > 0 ? [...steps, ...mentionedIds(prose, from)] : idsInCell(prose, [], from);
}

/** References to the steps that `text`, which begins at `start` of the prose, names by number. */
const stepsIn = (prose: Prose, text: string, start: number, from: string): readonly Reference[] =>
  Array.from(text.matchAll(stepNumbers)).flatMap((match) => {
    const numbers = match[1] ?? "";
    const offset = start + match.index + match[0].length - numbers.length;
    return Array.from(numbers.matchAll(/\d+/gu), (number) => ({
      id: `step-${Number(number[0])}`,
      kinds: ["step" as const],
      span: place(prose, offset + number.index, offset + number.index + number[0].length),
      from,
    }));
  });
