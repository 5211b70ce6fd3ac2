import { intervalOf, isResidual, stateFinder, vectorOver, type StateCell, type States } from "#core/read-vector";
import { exactly, falling, type Interval } from "#kit/interval";
import { keptForBoth } from "#kit/kept";
import type { Indicator, Observation } from "./schema.ts";

/** A likelihood for every state. */
export type Vector = Readonly<Record<string, Interval>>;

/** Ours: a reading has two outcomes, and the residual predicts neither better than the other. */
export const residualDefault = 0.5;

/** P(crossed by the horizon | state); undefined where a named scenario has no number. */
export const crossingOf = ({ vector }: Pick<Indicator, "vector">, scenarios: States): Vector | undefined => whole(scenarios, vector);

/** P(this is observed | state) from the observation's own columns; undefined where a named scenario has no number. */
export const ownVector = ({ vector }: Pick<Observation, "vector">, scenarios: States): Vector | undefined => whole(scenarios, vector);

/** The observation's own columns `Holds` and `Fails`. */
export const ownOnAssumption = ({ vector }: Pick<Observation, "vector">): Vector | undefined => whole(assumptionStates, vector);

const binary = [
  { id: "holds", title: "holds" },
  { id: "fails", title: "fails" },
];
const assumptionStates: States = { list: binary, find: stateFinder(binary) };

/** Kept, because every rule and every what-if asks again. */
const whole = keptForBoth((states: States, cells: readonly StateCell[]): Vector | undefined => {
  if (cells.length === 0) return undefined;
  const { given, missing } = vectorOver(states, cells);
  if (given.size === 0 || !missing.every(isResidual)) return undefined;
  return Object.fromEntries(
    states.list.map(({ id }) => {
      const likelihood = given.get(id);
      return [id, likelihood ? intervalOf(likelihood) : exactly(residualDefault)];
    }),
  );
});

/** The likelihood of no crossing in a share of the time: 1 - qF; with F = 1 that it was not crossed at all. */
export const notCrossedIn = (crossing: Vector, share: number): Vector =>
  Object.fromEntries(Object.entries(crossing).map(([id, interval]) => [id, falling(interval, (q) => 1 - q * share)]));
