import type { Results } from "#core/technique";
import { percent } from "#kit/number-text";
import type { Block } from "#model/block";
import type { Forecast } from "#model/forecast";
import type { Scenario } from "./schema.ts";

/** How far stated and computed may lie apart before the reader is told. */
const noticeable = 0.1;

/** One rung per scenario: stated, computed, bounds. */
export function ladder(scenarios: readonly Scenario[], forecast: Forecast | undefined): Block {
  const computed = new Map((forecast?.scenarios ?? []).map((state) => [state.id, state]));
  const rungs = scenarios.map(({ id, title, residual, probability }) => {
    const state = computed.get(id);
    return { id, title, residual, ...(probability && { stated: probability.point }), ...(state && { computed: state.posterior, low: state.low, high: state.high }) };
  });
  const caption = forecast ? "What the author states, and what the document's own evidence implies" : "What the author states";
  return { kind: "scenario-ladder", caption, rungs };
}

/** A callout where the evidence leads elsewhere than the author, or far from it. */
export function parting(scenarios: readonly Scenario[], forecast: Forecast | undefined): readonly Block[] {
  const pairs = pairsOf(scenarios, forecast);
  const [said, implied] = [largest(pairs, ({ stated }) => stated), largest(pairs, ({ computed }) => computed)];
  const widest = largest(pairs, ({ stated, computed }) => Math.abs(stated - computed));
  if (!said || !implied || !widest) return [];
  if (said.id !== implied.id) return [callout("alarm", "Stated and computed lead to different scenarios", `The author puts ${said.name} first with ${percent(said.stated)}; the evidence in this document puts ${implied.name} first with ${percent(implied.computed)}.`)];
  if (Math.abs(widest.stated - widest.computed) <= noticeable) return [];
  return [callout("watch", "Stated and computed lie apart", `${widest.name} is stated at ${percent(widest.stated)} and computed at ${percent(widest.computed)}.`)];
}

const callout = (tone: "alarm" | "watch", title: string, text: string): Block => ({
  kind: "callout",
  tone,
  title,
  text: `${text} Either the judgement knows something that the log does not say, or the log has moved and the judgement has not.`,
});

interface Pair {
  readonly id: string;
  readonly name: string;
  readonly stated: number;
  readonly computed: number;
}

function pairsOf(scenarios: readonly Scenario[], forecast: Forecast | undefined): readonly Pair[] {
  const computed = new Map((forecast?.scenarios ?? []).map(({ id, posterior }) => [id, posterior]));
  return scenarios.flatMap(({ id, title, probability }) => {
    const posterior = computed.get(id);
    return probability && posterior !== undefined ? [{ id, name: title === id ? title : `${id} (${title})`, stated: probability.point, computed: posterior }] : [];
  });
}

/** The first of those with the largest value; rounding makes none larger. */
const largest = (pairs: readonly Pair[], valueOf: (pair: Pair) => number): Pair | undefined =>
  pairs.reduce<Pair | undefined>((best, pair) => (best === undefined || valueOf(pair) > valueOf(best) + 1e-9 ? pair : best), undefined);

/** The forecast by date, from the author's day through the log. */
export function overTime(scenarios: readonly Scenario[], { forecast, document: { asOf, resolves } }: Results): readonly Block[] {
  if (!forecast || forecast.replay.length === 0) return [];
  const texts = new Map(forecast.evidence.map(({ id, text }) => [id, text]));
  const points = forecast.replay.map(({ date, probabilities, items }) => ({ date, probabilities, events: items.map((id) => ({ id, text: texts.get(id) ?? id })) }));
  const first = points[0];
  const prior = Object.fromEntries(forecast.scenarios.map((state) => [state.id, state.prior]));
  const start = asOf !== undefined && first && first.date > asOf ? [{ date: asOf, probabilities: prior, events: [] }] : [];
  const all = [...start, ...points];
  if (all.length < 2) return [];
  return [{ kind: "forecast-over-time", caption: "How the log moved the forecast", scenarios: scenarios.map(({ id, title }) => ({ id, title })), points: all, ...(resolves !== undefined && { resolves }) }];
}
