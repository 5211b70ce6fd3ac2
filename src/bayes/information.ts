import type { Analysis } from "#bayes/sensitivity";

/** What it is worth to learn the state of a variable, to someone who asks for a target. */
export interface ValueOfInformation {
  readonly variable: number;
  /** By how much the entropy of the target is expected to fall: their mutual information, in bits (Lindley 1956). */
  readonly bits: number;
  /** By how much the quadratic score of the target's posterior is expected to rise (Brier 1950): 0 to 1. */
  readonly quadratic: number;
  /** How likely another state of the target leads afterwards. */
  readonly changesLeader: number;
}

/** The value of learning each variable of which the state is not known, the most telling first. */
export function valueOfInformation(analysis: Analysis): readonly ValueOfInformation[] {
  const { tree: { network }, target, known, posteriors } = analysis;
  return network.ids
    .flatMap((_, variable) => (variable === target || known.observed.has(variable) ? [] : [valueOf(variable, analysis, posteriors[variable] ?? [])]))
    .toSorted((a, b) => b.bits - a.bits || a.variable - b.variable);
}

function valueOf(variable: number, { hypotheticals }: Analysis, marginal: readonly number[]): ValueOfInformation {
  const prior = hypotheticals.map(({ probability }) => probability);
  const leader = prior.indexOf(Math.max(...prior));
  let [bits, quadratic, changesLeader] = [0, 0, 0];
  for (const [state, total] of marginal.entries()) {
    if (total === 0) continue;
    const joint = hypotheticals.map(({ probability, posteriors }) => probability * (posteriors[variable]?.[state] ?? 0));
    for (const [at, p] of joint.entries()) {
      if (p > 0) bits += p * Math.log2(p / (total * (prior[at] ?? 1)));
      quadratic += (p / total) * p;
    }
    if (joint.some((p) => p > (joint[leader] ?? 0))) changesLeader += total;
  }
  return { variable, bits: Math.max(0, bits), quadratic: Math.max(0, quadratic - prior.reduce((sum, p) => sum + p * p, 0)), changesLeader };
}
