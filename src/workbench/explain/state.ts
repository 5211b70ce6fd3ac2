import { walkTo, type WalkStep } from "#core/forecast-walk";
import type { StateForecast } from "#model/forecast";
import { normalisedPoints } from "#workbench/forecast/prior";
import { isPossible, rootsOf, withoutEvidence, type Root } from "#workbench/forecast/roots";
import type { WeighedItem } from "#workbench/forecast/weigh";
import type { Setting } from "#workbench/explain/setting";
import type { ExplainedStep, StateExplanation } from "#workbench/explain/shape";
import { togetherWith, weightsOf } from "#workbench/explain/weights";
import { widthOf } from "#workbench/explain/width";

/** Explains a scenario or hypothesis; undefined for an id that is neither. */
export function explainState(setting: Setting, id: string): StateExplanation | undefined {
  const { forecast, answer } = setting;
  const walk = walkTo(id, forecast);
  const root = rootsOf(answer.compiled).find(({ states }) => states.includes(id));
  if (!walk || !root) return undefined;
  const states = forecast.scenarios.includes(walk.state) ? forecast.scenarios : forecast.hypotheses;
  const { title, stated, prior, posterior, low, high } = walk.state;
  return {
    kind: states === forecast.scenarios ? "scenario" : "hypothesis",
    id,
    title,
    stated: stated ?? null,
    prior,
    posterior,
    low,
    high,
    bounds: forecast.bounds,
    pool: poolOf(root, id),
    leading: leaderOf(Object.fromEntries(states.map((state) => [state.id, state.posterior]))),
    rival: rivalOf(states, id),
    steps: stepsOf(setting, walk.steps, root, id),
    assumptions: walk.assumptions ?? null,
    // Evidence that excludes everything leaves the prior, as it does in the forecast.
    width: widthOf(isPossible(root) ? root : withoutEvidence(root), id),
    linchpins: linchpinsOf(setting, id),
    flips: root === answer.compiled.scenarios || !answer.compiled.scenarios ? forecast.flip : [],
    without: withoutOf(setting, id, posterior),
  };
}

function poolOf({ prior, states }: Root, id: string): StateExplanation["pool"] {
  const at = states.indexOf(id);
  return {
    law: prior.law,
    opinions: prior.opinions.map(({ opinion, entries, share }) => ({ id: opinion.id, kind: opinion.kind, date: opinion.date ?? null, share, probability: normalisedPoints(entries)[at] ?? 0 })),
  };
}

function rivalOf(states: readonly StateForecast[], id: string): StateExplanation["rival"] {
  const [rival] = states.filter((state) => state.id !== id).toSorted((a, b) => b.posterior - a.posterior);
  return rival ? { id: rival.id, title: rival.title, posterior: rival.posterior } : null;
}

function stepsOf({ register }: Setting, steps: readonly WalkStep[], root: Root, id: string): readonly ExplainedStep[] {
  const weights = weightsOf(root.items, root.states, register);
  const find = ({ item }: WalkStep): WeighedItem | undefined => root.items.find((weighed) => weighed.item.id === item.id && weighed.item.bearsOn === item.bearsOn);
  return steps.map((step) => {
    const { kind, bearsOn, reading, text, date, sources, share } = step.item;
    const weighed = find(step);
    const { face = null, graded = null } = (weighed && weights.get(weighed)?.[id]) ?? {};
    return {
      id: step.item.id,
      kind,
      bearsOn,
      reading,
      text,
      date: date ?? null,
      sources,
      weight: { face, graded, counted: step.weight },
      reliability: weighed?.reliability ?? 1,
      share,
      together: weighed ? togetherWith(weighed, root.items) : [],
      odds: step.odds,
      before: step.before,
      after: step.after,
    };
  });
}

const linchpinsOf = ({ forecast }: Setting, id: string): StateExplanation["linchpins"] =>
  forecast.assumptions
    .flatMap(({ id: assumption, title, holds, ifFalse, leverage }) => {
      const then = ifFalse?.[id];
      return ifFalse === undefined || then === undefined ? [] : [{ id: assumption, title, holds: holds ?? null, ifFalse: then, leader: leaderOf(ifFalse), leverage }];
    })
    .toSorted((a, b) => b.leverage - a.leverage);

function withoutOf({ forecast }: Setting, id: string, posterior: number): StateExplanation["without"] {
  const far = ({ probability }: { readonly probability: number }): number => Math.abs(probability - posterior);
  return forecast.without
    .flatMap(({ id: dropped, kind, probabilities, shift }) => {
      const probability = probabilities[id];
      return probability === undefined ? [] : [{ id: dropped, kind, probability, leader: leaderOf(probabilities), shift }];
    })
    .toSorted((a, b) => far(b) - far(a));
}

const leaderOf = (probabilities: Readonly<Record<string, number>>): string => Object.entries(probabilities).reduce((best, one) => (one[1] > best[1] ? one : best), ["", -1] as const)[0];
