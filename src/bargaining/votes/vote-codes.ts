import { ballot } from "./roll-calls.ts";

/** Not a member when the roll was called, or no record: no ballot at all. */
export const noBallot = -1;

const numbers: Readonly<Record<string, number>> = { 1: ballot.yes, 2: ballot.abstain, 3: ballot.no, 8: ballot.absent, 9: noBallot };

const wordsOf: Readonly<Record<string, readonly string[]>> = {
  yes: ["y", "yes", "for", "in favour", "in favor", "yea"],
  abstain: ["a", "abstain", "abstained", "abstention", "abstaining"],
  no: ["n", "no", "against", "nay"],
  absent: ["x", "nv", "absent", "non-voting", "nonvoting", "not voting", "did not vote"],
};

const words: ReadonlyMap<string, number> = new Map(
  Object.entries({ yes: ballot.yes, abstain: ballot.abstain, no: ballot.no, absent: ballot.absent }).flatMap(([answer, code]) => (wordsOf[answer] ?? []).map((word) => [word, code] as const)),
);

/**
 * A ballot as the public files write it: 1 yes, 2 abstain, 3 no, 8 absent, 9 no member (Voeten), or letters and words; an
 * empty cell is no ballot. undefined where the code is none of these: the row is then reported, never guessed at.
 */
export function readBallot(text: string): number | undefined {
  const code = text.trim().toLowerCase();
  if (code === "") return noBallot;
  return numbers[code] ?? numbers[code.replace(/\.0$/u, "")] ?? words.get(code);
}
