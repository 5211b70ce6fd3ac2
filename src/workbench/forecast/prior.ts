import { completed } from "#core/distribution";
import type { Opinion, Variable } from "#core/network-piece";
import type { Interval } from "#kit/interval";
import { normalised, pool, type PoolingLaw } from "#scoring/pool";

/** An opinion that counts, with one entry for each state of its variable. */
export interface CountedOpinion {
  readonly opinion: Opinion;
  readonly entries: readonly Interval[];
  /** States whose number is not the forecaster's: what the others leave, shared. */
  readonly filled: readonly string[];
  /** Its weight as a share of all weights; where the pool is extremised, times the exponent. */
  readonly share: number;
}

/** The prior of a variable and where it comes from. */
export interface Prior {
  readonly point: readonly number[];
  readonly opinions: readonly CountedOpinion[];
  /** The author's own vector. */
  readonly stated?: CountedOpinion;
  /** The law that made it; `uniform` without opinions, which is our default. */
  readonly law: PoolingLaw | "uniform";
  /** True where the opinions exclude every state between them, so that the asked-for geometric pool does not exist. */
  readonly deadlock: boolean;
  readonly unusable: readonly Opinion[];
}

/** How opinions are pooled; an exponent above 1 moves a geometric pool of several away from the middle. */
export interface PoolingRule {
  readonly law: PoolingLaw;
  readonly exponent: number;
}

/** Pools the opinions about a variable. Of several by one forecaster the latest counts, of equals the last. */
export function priorOf(variable: Variable, opinions: readonly Opinion[], { law, exponent }: PoolingRule): Prior {
  const latest = latestOfEach(opinions.filter((opinion) => opinion.variable === variable.id));
  const usable = latest.filter((opinion) => isUsable(opinion, variable));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  const power = law === "geometric" && usable.length > 1 ? exponent : 1;
  const pooled = pool(usable.map((opinion) => pointsOf(countOpinion(opinion, variable, total))), law, power);
  const counted = usable.map((opinion) => countOpinion(opinion, variable, pooled ? total / power : total));
  const stated = counted.find(({ opinion }) => opinion.kind === "stated");
  const deadlock = pooled === undefined && counted.length > 0;
  return {
    point: pooled ?? pool(counted.map(pointsOf), "arithmetic") ?? variable.states.map(() => 1 / variable.states.length),
    opinions: counted,
    ...(stated && { stated }),
    law: counted.length === 0 ? "uniform" : deadlock ? "arithmetic" : law,
    deadlock,
    unusable: latest.filter((opinion) => !usable.includes(opinion)),
  };
}

/** A vector's points divided by their sum. */
export const normalisedPoints = (entries: readonly Interval[]): readonly number[] => normalised(entries.map(({ point }) => point)) ?? entries.map(() => 0);

const pointsOf = ({ entries, opinion }: CountedOpinion) => ({ probabilities: entries.map(({ point }) => point), weight: opinion.weight });

function latestOfEach(opinions: readonly Opinion[]): readonly Opinion[] {
  const latest = new Map<string, Opinion>();
  for (const opinion of opinions) {
    const known = latest.get(opinion.id);
    if (!known || (opinion.date ?? "") >= (known.date ?? "")) latest.set(opinion.id, opinion);
  }
  return Array.from(latest.values());
}

function isUsable({ weight, probabilities }: Opinion, { states }: Variable): boolean {
  const given = states.flatMap(({ id }) => probabilities[id] ?? []);
  const sound = given.every(({ low, point, high }) => low >= 0 && low <= point && point <= high && Number.isFinite(high));
  return weight > 0 && Number.isFinite(weight) && sound && given.some(({ point }) => point > 0);
}

function countOpinion(opinion: Opinion, { states }: Variable, total: number): CountedOpinion {
  const { entries, filled } = vectorOver(states.map(({ id }) => id), opinion.probabilities);
  return { opinion, entries, filled, share: opinion.weight / total };
}

/** A distribution's entries in the order of the states; those not given share what is left to 1. */
export function vectorOver(states: readonly string[], given: Readonly<Record<string, Interval>>): { readonly entries: readonly Interval[]; readonly filled: readonly string[] } {
  const entries = states.map((state) => given[state]).filter((entry) => entry !== undefined);
  if (entries.length === states.length) return { entries, filled: [] };
  const known = new Map(states.flatMap((state) => (given[state] ? [[state, given[state]] as const] : [])));
  const vector = completed(known, states);
  const nothing = { low: 0, point: 0, high: 0 };
  return { entries: states.map((state) => vector?.probabilities[state] ?? nothing), filled: vector?.filled ?? states };
}
