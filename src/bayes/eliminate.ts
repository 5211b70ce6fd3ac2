import type { Marginal } from "#bayes/answer";
import { eliminationOrder } from "#bayes/elimination-order";
import { multiply, restrict, sumOutLast, type Factor } from "#bayes/factor";
import { indexEvidence, indexNetwork, type IndexedEvidence, type IndexedNetwork } from "#bayes/indexed";
import type { Evidence, Network } from "#bayes/network";

/**
 * P(variable | evidence) for the queried variables (all, where none is named), exactly, by variable elimination in
 * min-fill order (Zhang and Poole 1994). undefined where the evidence is impossible under the network.
 * A network or evidence with a problem is refused: ask `networkProblems` and `evidenceProblems` first.
 */
export function posteriors(network: Network, evidence: Evidence, queries?: readonly string[]): ReadonlyMap<string, Marginal> | undefined {
  const model = indexed(network, evidence);
  const asked = queries ?? network.variables.map(({ id }) => id);
  const result = new Map<string, Marginal>();
  for (const id of asked) {
    const marginal = marginalOf(model, model.numbers.get(id));
    if (!marginal) return undefined;
    result.set(id, marginal);
  }
  return result;
}

/** The natural logarithm of P(evidence); with soft evidence, of the expectation of the product of likelihoods. -Infinity where impossible. */
export function logProbabilityOfEvidence(network: Network, evidence: Evidence): number {
  return eliminate(indexed(network, evidence), undefined).logTotal;
}

interface Model extends IndexedNetwork, Pick<IndexedEvidence, "observed"> {
  readonly parents: ReadonlyMap<number, readonly number[]>;
  readonly likelihoods: readonly Factor[];
}

function indexed(network: Network, evidence: Evidence): Model {
  const numbered = indexNetwork(network);
  const { observed, likelihoods } = indexEvidence(numbered, evidence);
  return {
    ...numbered,
    parents: new Map(numbered.tables.map(({ scope }) => [scope.at(-1) ?? -1, scope.slice(0, -1)])),
    observed,
    likelihoods: Array.from(likelihoods, ([variable, vector]) => ({ scope: [variable], values: Float64Array.from(vector) })),
  };
}

function marginalOf(model: Model, query: number | undefined): Marginal | undefined {
  if (query === undefined) throw new RangeError("A query names a variable that the network does not have.");
  const { values, logTotal } = eliminate(model, query);
  if (logTotal === -Infinity) return undefined;
  const state = model.observed.get(query);
  if (state !== undefined) return Array.from({ length: model.sizes[query] ?? 0 }, (_, at) => (at === state ? 1 : 0));
  const sum = values.reduce((total, value) => total + value, 0);
  return Array.from(values, (value) => value / sum);
}

/** Sums out everything but the query; `values` is proportional to the query's posterior, `logTotal` is ln P(evidence). */
function eliminate(model: Model, query: number | undefined): { readonly values: Float64Array; readonly logTotal: number } {
  const kept = new Set(query === undefined || model.observed.has(query) ? [] : [query]);
  let factors = relevantFactors(model, query);
  let logTotal = 0;
  for (const variable of eliminationOrder(factors, kept, model.sizes)) {
    const touched = factors.filter(({ scope }) => scope.includes(variable));
    const scope = Array.from(new Set(touched.flatMap((factor) => factor.scope))).filter((other) => other !== variable);
    const { factor, logScale } = multiply(touched, [...scope, variable], model.sizes);
    logTotal += logScale;
    factors = [...factors.filter(({ scope: others }) => !others.includes(variable)), sumOutLast(factor, model.sizes)];
  }
  const { factor, logScale } = multiply(factors, Array.from(kept), model.sizes);
  const sum = factor.values.reduce((total, value) => total + value, 0);
  return { values: factor.values, logTotal: logTotal + logScale + Math.log(sum) };
}

/** The tables of the query, of what is known, and of their ancestors, with what is known put in; all else sums to 1. */
function relevantFactors(model: Model, query: number | undefined): readonly Factor[] {
  const relevant = new Set<number>();
  const open = [...model.observed.keys(), ...model.likelihoods.flatMap(({ scope }) => scope), ...(query === undefined ? [] : [query])];
  for (let variable = open.pop(); variable !== undefined; variable = open.pop()) {
    if (relevant.has(variable)) continue;
    relevant.add(variable);
    open.push(...(model.parents.get(variable) ?? []));
  }
  const tables = model.tables.filter(({ scope }) => relevant.has(scope.at(-1) ?? -1));
  return [...tables, ...model.likelihoods].map((factor) => {
    let known = factor;
    for (const variable of factor.scope) {
      const state = model.observed.get(variable);
      if (state !== undefined) known = restrict(known, variable, state, model.sizes);
    }
    return known;
  });
}
