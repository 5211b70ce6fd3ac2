import { stateName } from "#core/state-name";
import type { Results } from "#core/technique";
import { exactPercent, percent } from "#kit/number-text";
import type { Block, ForecastOverTime, TableCell } from "#model/block";
import type { Forecast, WeighedEvidence } from "#model/forecast";
import type { Names } from "#model/names";
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
  if (said.id !== implied.id) return [callout("alarm", "Stated and computed lead to different scenarios", `The author puts ${said.name} first with ${exactPercent(said.stated)}; the evidence in this document puts ${implied.name} first with ${percent(implied.computed)}.`)];
  if (Math.abs(widest.stated - widest.computed) <= noticeable) return [];
  return [callout("watch", "Stated and computed lie apart", `${widest.name} is stated at ${exactPercent(widest.stated)} and computed at ${percent(widest.computed)}.`)];
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

/** How each probability came about: as stated, as pooled with the other forecasters, and with the evidence. */
export function derivation(forecast: Forecast | undefined): readonly Block[] {
  if (!forecast || forecast.scenarios.length === 0) return [];
  const { scenarios } = forecast;
  const pooled = scenarios.some(({ stated, prior }) => stated !== undefined && Math.abs(stated - prior) >= 0.0005);
  const head = ["Scenario", "As stated", ...(pooled ? ["Pooled, before the evidence"] : []), "With the evidence"];
  const rows = scenarios.map(({ id, title, stated, prior, posterior, low, high }): { readonly cells: readonly TableCell[] } => ({
    cells: [stateName({ id, title }), stated === undefined ? "" : { probability: stated }, ...(pooled ? [{ probability: prior }] : []), { probability: posterior, low, high }],
  }));
  return [{ kind: "table", caption: "How the probabilities came about", head, rows }];
}

type Point = ForecastOverTime["points"][number];

/** The forecast by date, from the author's day through the log: what was known before stands in its first point. */
export function overTime(scenarios: readonly Scenario[], { forecast, names, document: { asOf, resolves } }: Results): readonly Block[] {
  if (!forecast || forecast.replay.length === 0) return [];
  const eventOf = eventsOf(forecast, names);
  const points = forecast.replay.filter(({ date }) => asOf === undefined || date >= asOf).map(({ date, probabilities, items }) => ({ date, probabilities, events: items.flatMap(eventOf) }));
  const telling = points.filter(({ events, date }) => events.length > 0 || date === asOf);
  const all = [...startOf(forecast, telling[0], asOf), ...telling];
  if (all.length < 2) return [];
  return [{ kind: "forecast-over-time", caption: "How the log moved the forecast", scenarios: scenarios.map(({ id, title }) => ({ id, title })), points: all, ...(resolves !== undefined && { resolves }) }];
}

/** The author's day, where nothing was logged on it. */
function startOf({ scenarios }: Forecast, first: Point | undefined, asOf: string | undefined): readonly Point[] {
  if (asOf === undefined || !first || first.date <= asOf) return [];
  return [{ date: asOf, probabilities: Object.fromEntries(scenarios.map(({ id, prior }) => [id, prior])), events: [] }];
}

/** What an item was, in words: the text of the evidence, of an older entry of the log, or that it is somebody's estimate. A test of hypotheses alone says nothing here. */
function eventsOf({ evidence, scenarios }: Forecast, names: Names): (id: string) => Point["events"] {
  const weighed = new Map(evidence.map((item) => [item.id, item]));
  const isSilent = (item: WeighedEvidence | undefined): boolean => item?.kind === "test" && !scenarios.some(({ id }) => id in item.weight);
  return (id) => {
    const item = weighed.get(id);
    return isSilent(item) ? [] : [{ id, text: item?.text ?? names.find(id)?.title ?? "an estimate" }];
  };
}
