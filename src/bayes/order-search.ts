import { copyOf, hasBit, type BitRows } from "#bayes/bit-rows";
import { EliminationCosts } from "#bayes/elimination-costs";
import { seededRandom, type Random } from "#kit/random";

/**
 * By what the next variable is chosen, the least first: how many links its neighbours need between them (min-fill); the
 * same, each link weighing the product of the states at its ends (weighted min-fill); that per state of the variable itself,
 * or times the logarithm of its table; or the size of its table (min-weight). See Kjærulff 1990; Cano and Moral 1995;
 * Koller and Friedman 2009, section 9.4.3.
 */
export type Heuristic = "min-fill" | "weighted min-fill" | "weighted min-fill per state" | "weighted min-fill times weight" | "min-weight";

const scores: Readonly<Record<Heuristic, (costs: EliminationCosts, variable: number) => number>> = {
  "weighted min-fill": ({ weightedFill }, variable) => weightedFill[variable] ?? 0,
  "weighted min-fill times weight": ({ weightedFill, weight }, variable) => (weightedFill[variable] ?? 0) * (weight[variable] ?? 0),
  "weighted min-fill per state": ({ weightedFill, sizes }, variable) => (weightedFill[variable] ?? 0) / (sizes[variable] ?? 1),
  "min-fill": ({ fill }, variable) => fill[variable] ?? 0,
  "min-weight": ({ weight }, variable) => weight[variable] ?? 0,
};

const heuristics: readonly Heuristic[] = ["weighted min-fill", "weighted min-fill times weight", "weighted min-fill per state", "min-fill", "min-weight"];

/** How far chance may raise a score, in turn, once each heuristic has had its say. */
const noises: readonly number[] = [0.4, 0.15, 0.05];

export interface FoundOrder {
  readonly heuristic: Heuristic;
  readonly order: readonly number[];
  /** The neighbours that each variable had when it went. */
  readonly neighbours: BitRows;
  /** The sum of the sizes of the tables that no other contains. */
  readonly entries: number;
}

/** The search ends once it has looked at this share of a word for each entry of the best tables so far, */
const wordsPerEntry = 0.1;
/** or when so many orders in a row were no better and took this share of a word for each entry. */
const patience = { orders: 6, wordsPerEntry: 0.005 };
/** Tables with more entries than this (2 GiB) are out of reach, and count as if they had so many: else the search would not end. */
const outOfReach = 2 ** 28;

/**
 * An order in which to take all variables out of a graph: the best that the heuristics find one after the other, and then
 * the same with chance among the nearly best (as Kask, Gelfand, Otten and Dechter 2011), for as long as what may be saved is
 * worth the work, times `effort`. The chance is seeded: the same graph gives the same order.
 */
export function searchOrder(links: BitRows, sizes: readonly number[], effort: number): FoundOrder {
  const costs = new EliminationCosts(copyOf(links), sizes);
  let best = attempt(costs, { heuristic: "weighted min-fill", limit: Infinity });
  if (costs.work >= effort * wordsPerEntry * best.entries) return best;
  const graph = new EliminationCosts(links, sizes);
  const random = seededRandom(1);
  let improved = { round: 0, work: costs.work };
  const goesOn = (round: number): boolean => {
    const worth = effort * Math.min(best.entries, outOfReach);
    return costs.work < worth * wordsPerEntry && (round - improved.round <= effort * patience.orders || costs.work - improved.work < worth * patience.wordsPerEntry);
  };
  for (let round = 1; goesOn(round); round++) {
    costs.startFrom(graph);
    const heuristic = heuristics[round % heuristics.length] ?? "min-fill";
    const noise = noises[round % noises.length] ?? 0;
    const found = attempt(costs, { heuristic, limit: best.entries, ...(round >= heuristics.length && { chance: { random, noise } }) });
    if (found.entries >= best.entries) continue;
    best = found;
    improved = { round, work: costs.work };
  }
  return best;
}

interface Attempt {
  readonly heuristic: Heuristic;
  /** Not worth going on from here. */
  readonly limit: number;
  readonly chance?: { readonly random: Random; readonly noise: number };
}

function attempt(costs: EliminationCosts, { heuristic, limit, chance }: Attempt): FoundOrder {
  const score = scores[heuristic];
  const noisy = (variable: number): number => (chance ? score(costs, variable) * (1 + chance.noise * chance.random()) : score(costs, variable));
  const taking = new Taking(costs);
  const waiting = Int32Array.from(costs.sizes, (_, variable) => variable);
  const known = new Float64Array(waiting.length);
  let left = waiting.length;
  for (;;) {
    taking.takeSafe();
    left = taking.keepThere(waiting, left);
    if (left === 0 || taking.entries > limit) break;
    costs.work += left;
    taking.take(cheapest({ costs, known, noisy }, waiting.subarray(0, left)));
  }
  return { heuristic, order: taking.order, entries: left === 0 ? taking.entries : Infinity, neighbours: copyOf(costs.links) };
}

interface Scored {
  readonly costs: EliminationCosts;
  /** The scores that were right when they were last looked at. */
  readonly known: Float64Array;
  readonly noisy: (variable: number) => number;
}

/** The variable of the least score; of equals that of the smallest table, then the first. */
function cheapest({ costs, known, noisy }: Scored, waiting: Int32Array): number {
  const { changed, weight } = costs;
  let [best, least, lightest] = [-1, Infinity, Infinity];
  for (let place = 0; place < waiting.length; place++) {
    const variable = waiting[place] ?? 0;
    if (changed[variable] === 1) {
      changed[variable] = 0;
      known[variable] = noisy(variable);
    }
    const own = known[variable] ?? 0;
    if (own > least || (own === least && (weight[variable] ?? 0) >= lightest)) continue;
    [best, least, lightest] = [variable, own, weight[variable] ?? 0];
  }
  return best;
}

/** Takes variables out and adds up what that costs. */
class Taking {
  readonly order: number[] = [];
  entries = 0;
  readonly #costs: EliminationCosts;
  readonly #gone: Uint8Array;
  /** Variables all of whose neighbours are linked: no order can do better than to take these first. */
  readonly #safe: number[] = [];
  /** Variables that are gone whose neighbours are all there still. */
  readonly #whole: number[] = [];

  constructor(costs: EliminationCosts) {
    const count = costs.sizes.length;
    this.#costs = costs;
    this.#gone = new Uint8Array(count);
    for (let variable = 0; variable < count; variable++) if (costs.fill[variable] === 0) this.#safe.push(variable);
  }

  take(variable: number): void {
    const { sizes, fill } = this.#costs;
    const neighbours = this.#costs.eliminate(variable);
    this.order.push(variable);
    this.#gone[variable] = 1;
    let entries = sizes[variable] ?? 1;
    for (const one of neighbours) {
      entries *= sizes[one] ?? 1;
      if (fill[one] === 0) this.#safe.push(one);
    }
    if (!this.#isContained(variable, neighbours.length)) this.entries += entries;
    this.#whole.push(variable);
  }

  /** True where an earlier table holds this one: its first variable to go after its own is this, and it has no more besides. */
  #isContained(variable: number, neighbours: number): boolean {
    const { links, degree } = this.#costs;
    let contained = false;
    let kept = 0;
    for (const gone of this.#whole) {
      if (hasBit(links, gone, variable)) contained ||= degree[gone] === neighbours + 1;
      else this.#whole[kept++] = gone;
    }
    this.#whole.length = kept;
    return contained;
  }

  takeSafe(): void {
    for (let variable = this.#safe.pop(); variable !== undefined; variable = this.#safe.pop()) if (this.#gone[variable] === 0) this.take(variable);
  }

  /** Moves those that are still there to the front; how many they are. */
  keepThere(waiting: Int32Array, count: number): number {
    let kept = 0;
    for (let place = 0; place < count; place++) {
      const variable = waiting[place] ?? 0;
      if (this.#gone[variable] === 0) waiting[kept++] = variable;
    }
    return kept;
  }
}
