import { arenaOf, riskExponents, stakesOf } from "./expected-utility.ts";
import { settleOffers, type Move } from "./settle-offers.ts";
import { sitesOf, type Contender } from "./sites.ts";

/** Said wherever a result of this model is shown. */
export const challengeCaveat = "Exploratory: on 353 decisions of the European Union this model does not beat the weighted mean of the positions.";

/** Beyond that, memory that grows with the square of the actors runs out. */
const most = 3000;

/** Where everybody stands after a round, and why. */
export interface ChallengeRound {
  readonly positions: readonly number[];
  readonly moves: readonly Move[];
  /** 1 is neutral; from 0.5 (seeks risks) to 2 (shuns them). */
  readonly riskExponents: readonly number[];
}

/** What is wrong with contenders, in one sentence; undefined where the model can be run. */
export function contenderProblem(contenders: readonly Contender[]): string | undefined {
  if (contenders.length === 0) return "There are no actors.";
  if (contenders.length > most) return `There are ${contenders.length} actors; the model compares all with all and takes at most ${most}.`;
  for (const [number, { position, salience, capability }] of contenders.entries()) {
    if (!Number.isFinite(position)) return `The position of actor ${number + 1} is ${position}; it must be a number.`;
    if (!(salience >= 0 && salience <= 1)) return `The salience of actor ${number + 1} is ${salience}; it must be a number from 0 to 1.`;
    if (!(capability >= 0 && capability < Number.POSITIVE_INFINITY)) return `The capability of actor ${number + 1} is ${capability}; it must be a number from 0 up.`;
  }
  return undefined;
}

/**
 * The expected utility model of Bueno de Mesquita as Scholz, Calbert and Smith published it (Journal of Theoretical Politics 23,
 * 2011) and Masad wrote it down as a program: actors challenge where they expect to gain, and each of the challenged answers
 * the challenge that is worth most to its sender. `challengeCaveat` belongs beside what comes out. Deterministic; the order
 * of the contenders does not matter. Nobody moves where all stand on one position, or where nobody has both capability and salience.
 * Throws a `RangeError` on what has a `contenderProblem`.
 */
export function runChallenge(contenders: readonly Contender[], rounds: number): readonly ChallengeRound[] {
  const problem = contenderProblem(contenders);
  if (problem !== undefined) throw new RangeError(problem);
  const range = rangeOf(contenders);
  const results: ChallengeRound[] = [];
  let now = contenders;
  for (let round = 0; round < rounds; round++) {
    const result = runRound(now, range);
    results.push(result);
    now = contenders.map((contender, number) => ({ ...contender, position: result.positions[number] ?? contender.position }));
  }
  return results;
}

function rangeOf(contenders: readonly Contender[]): number {
  const positions = contenders.map(({ position }) => position);
  return positions.reduce((one, other) => Math.max(one, other)) - positions.reduce((one, other) => Math.min(one, other));
}

function runRound(contenders: readonly Contender[], range: number): ChallengeRound {
  const positions = contenders.map(({ position }) => position);
  const sites = sitesOf(contenders);
  if (!sites.weight.some((weight) => weight > 0)) return { positions, moves: [], riskExponents: positions.map(() => 1) };
  const arena = arenaOf(contenders, sites, range);
  const exponents = riskExponents(arena);
  const moves = settleOffers(arena, stakesOf(arena, exponents));
  for (const { actor, position } of moves) positions[actor] = position;
  return { positions, moves, riskExponents: Array.from(exponents) };
}
