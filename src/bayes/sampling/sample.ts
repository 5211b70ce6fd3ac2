import type { Random } from "#kit/random";
import type { Terrain } from "#bayes/sampling/loopy";
import type { Proposal } from "#bayes/sampling/proposal";

/** Weighted samples, summed up by batches. */
export interface Tally {
  /** For each batch the sum of the weights; all weights are divided by one number, whose logarithm is `logUnit`. */
  readonly totals: Float64Array;
  readonly logUnit: number;
  /** For each batch the weight of each state of each variable, one variable after the other from `starts` on. */
  readonly sums: readonly Float64Array[];
  readonly starts: readonly number[];
  /** The sum of the squared weights, and the largest weight. */
  readonly squares: number;
  readonly largest: number;
}

/** Weights may grow by this factor before all are divided anew: e^60. */
const headroom = 60;

/** Draws samples in batches, each a state for every variable, parents before their children. */
export function drawSamples(terrain: Terrain, proposal: Proposal, { batches, perBatch, random }: { readonly batches: number; readonly perBatch: number; readonly random: Random }): Tally {
  const { sizes } = terrain;
  let cells = 0;
  const starts = sizes.map((size) => (cells += size) - size);
  const sums = Array.from({ length: batches }, () => new Float64Array(cells));
  const totals = new Float64Array(batches);
  const states = new Int32Array(sizes.length);
  const draw = drawing(terrain, proposal, states, random);
  let [logUnit, squares, largest] = [-Infinity, 0, 0];
  for (const [batch, sum] of sums.entries()) {
    for (let sample = 0; sample < perBatch; sample++) {
      const logWeight = draw();
      if (logWeight === -Infinity) continue;
      if (logWeight > logUnit + headroom) {
        const shrink = Math.exp(logUnit - logWeight);
        for (const list of [...sums, totals]) for (let at = 0; at < list.length; at++) list[at] = (list[at] ?? 0) * shrink;
        [squares, largest, logUnit] = [squares * shrink * shrink, largest * shrink, logWeight];
      }
      const weight = Math.exp(logWeight - logUnit);
      totals[batch] = (totals[batch] ?? 0) + weight;
      squares += weight * weight;
      if (weight > largest) largest = weight;
      for (let variable = 0; variable < states.length; variable++) {
        const at = (starts[variable] ?? 0) + (states[variable] ?? 0);
        sum[at] = (sum[at] ?? 0) + weight;
      }
    }
  }
  return { totals, logUnit, sums, starts, squares, largest };
}

/** Draws one sample into `states`, and returns the logarithm of its weight. */
function drawing({ sizes, tables, known }: Terrain, { cumulative, logWeights }: Proposal, states: Int32Array, random: Random): () => number {
  const plans = tables.map(({ scope }, table) => {
    const child = scope.at(-1) ?? 0;
    return {
      child,
      width: sizes[child] ?? 1,
      parents: Int32Array.from(scope.slice(0, -1)),
      parentSizes: Int32Array.from(scope.slice(0, -1), (parent) => sizes[parent] ?? 1),
      observed: known.observed.get(child) ?? -1,
      cumulative: cumulative[table] ?? new Float64Array(0),
      logWeights: logWeights[table] ?? new Float64Array(0),
      logLikelihoods: known.likelihoods.get(child)?.map((value) => Math.log(value)),
    };
  });
  return () => {
    let logWeight = 0;
    for (const plan of plans) {
      let row = 0;
      for (let place = 0; place < plan.parents.length; place++) row = row * (plan.parentSizes[place] ?? 1) + (states[plan.parents[place] ?? 0] ?? 0);
      row *= plan.width;
      let state = plan.observed;
      if (state < 0) {
        const sought = random() * (plan.cumulative[row + plan.width - 1] ?? 1);
        state = 0;
        while (state < plan.width - 1 && sought >= (plan.cumulative[row + state] ?? 0)) state++;
      }
      states[plan.child] = state;
      logWeight += (plan.logWeights[row + state] ?? 0) + (plan.logLikelihoods?.[state] ?? 0);
      if (logWeight === -Infinity) return logWeight;
    }
    return logWeight;
  };
}
