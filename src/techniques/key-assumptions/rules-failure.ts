import { completed, sumFault } from "#core/distribution";
import { contradicts, failureTable } from "#core/failure-table";
import { intervalsOf, isResidual, scenarioName, statesOf, vectorOver, type States } from "#core/read-vector";
import type { Rule } from "#core/technique";
import { unreadableLikelihood } from "#core/vector-rules";
import { exactly } from "#kit/interval";
import { exactPercent } from "#kit/number-text";
import { nameOf } from "./read-name.ts";
import type { Assumption, KeyAssumptions } from "./schema.ts";

const argument = "ICD 203, tradecraft standard 6: logical argumentation";
const probability = "Law of total probability: P(s) is at least P(s | fails) P(fails)";

/** A scenario that would need more probability than the author gives it. */
interface Clash {
  readonly scenario: string;
  /** Its probability if the assumption fails. */
  readonly share: number;
  readonly stated: number;
}

/** The author's own probabilities in the order of the states, completed as for the forecast; undefined where none is stated. */
function statedVector({ list }: States): readonly number[] | undefined {
  const given = new Map(list.flatMap(({ id, facts }) => (facts?.["stated"] === undefined ? [] : [[id, exactly(Number(facts["stated"]))] as const])));
  const whole = completed(given, list.map(({ id }) => id));
  const points = whole && list.map(({ id }) => whole.probabilities[id]?.point ?? 0);
  return points?.some((value) => value > 0) ? points : undefined;
}

function clashesIn({ holds, ifFails }: Assumption, states: States, stated: readonly number[]): readonly Clash[] {
  const { given, missing } = vectorOver(states, ifFails);
  if (!holds || missing.length > 0) return [];
  const points = states.list.map(({ id }) => given.get(id)?.point ?? 0);
  const [sumGiven, sumStated] = [total(points), total(stated)];
  const table = failureTable(1 - holds.point, points, stated);
  return states.list.flatMap((state, at) => (contradicts(table[at] ?? 0) ? [{ scenario: scenarioName(state), share: (points[at] ?? 0) / sumGiven, stated: (stated[at] ?? 0) / sumStated }] : []));
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

export const incoherentFailure: Rule<KeyAssumptions> = {
  name: "incoherent-failure",
  severity: "error",
  message: {
    what: "{id} fails with {fails}, and {scenario} then has {share}: so {scenario} has at least {least}, but is stated at {stated}.",
    why: "The three numbers cannot all be true, so the row is left out of the forecast.",
    remedy: "Raise {scenario}, make {id} hold more surely, or lower {scenario} in its row.",
  },
  standard: probability,
  *check({ assumptions }, { names }) {
    const states = statesOf(names, "scenario");
    const stated = statedVector(states);
    for (const assumption of stated ? assumptions : []) {
      const { id, text, span, holds } = assumption;
      const fails = 1 - (holds?.point ?? 1);
      for (const { scenario, share, stated: has } of clashesIn(assumption, states, stated ?? [])) {
        yield { span: holds?.span ?? span, values: { id: nameOf({ id, text }), scenario, fails: exactPercent(fails), share: exactPercent(share), least: exactPercent(share * fails), stated: exactPercent(has) } };
      }
    }
  },
};

export const failureNotDistribution: Rule<KeyAssumptions> = {
  name: "failure-not-distribution",
  severity: "error",
  message: {
    what: "The probabilities of the scenarios if {id} fails sum to {sum}, not to 100%.",
    why: "If the assumption fails, exactly one scenario still comes about.",
    remedy: "Correct the row so that it sums to 100%; until then the forecast divides it by its sum.",
  },
  standard: `Kolmogorov's axioms; ${argument}`,
  *check({ assumptions }, { names }) {
    const states = statesOf(names, "scenario");
    for (const { id, span, ifFails, text } of assumptions) {
      const vector = vectorOver(states, ifFails);
      const sum = vector.given.size > 0 ? sumFault([...intervalsOf(vector).values()], vector.missing.length === 0) : undefined;
      if (sum !== undefined) yield { span: ifFails[0]?.cell.span ?? span, values: { id: nameOf({ id, text }), sum } };
    }
  },
};

export const incompleteFailure: Rule<KeyAssumptions> = {
  name: "incomplete-failure",
  severity: "warning",
  message: {
    what: "{id} does not say how probable {missing} is if it fails.",
    why: "A probability that is missing cannot be guessed, so what follows from its failure stays out of the forecast.",
    remedy: "Fill in the cell; for the residual alone it may stay empty.",
  },
  standard: "ICD 203, tradecraft standard 3: what follows if an assumption is wrong",
  *check({ assumptions }, { names }) {
    const states = statesOf(names, "scenario");
    for (const { id, span, ifFails, text } of assumptions) {
      const { given, missing } = vectorOver(states, ifFails);
      const tried = new Set(ifFails.flatMap(({ key }) => states.find(key)?.id ?? []));
      const named = missing.filter((state) => !isResidual(state) && !tried.has(state.id)).map(scenarioName);
      if (given.size > 0 && named.length > 0) yield { span, values: { id: nameOf({ id, text }), missing: named.join(", ") } };
    }
  },
};

export const unreadable = unreadableLikelihood<KeyAssumptions>(({ assumptions }) => assumptions.map(({ id, text, ifFails }) => ({ id: nameOf({ id, text }), vector: ifFails })));
