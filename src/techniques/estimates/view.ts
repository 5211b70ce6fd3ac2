import { shownDate } from "#core/read-cell";
import { statesOf, vectorOver, type States } from "#core/read-vector";
import { stateName } from "#core/state-name";
import type { Results } from "#core/technique";
import { percent, points } from "#kit/number-text";
import type { Block, TableCell } from "#model/block";
import type { Forecast } from "#model/forecast";
import { latestEstimates } from "./read-counted.ts";
import type { Estimate, Estimates } from "./schema.ts";

/** From this difference between two forecasters on, the reader is told. Ours. */
const wide = 0.2;

/** Where the forecasters agree and part, with the pool beside them, and every estimate as given. */
export function view({ estimates }: Estimates, { forecast, names }: Results): readonly Block[] {
  if (estimates.length === 0) return [];
  const scenarios = statesOf(names, "scenario");
  const spreads = spreadsOf(latestEstimates(estimates), scenarios);
  return [...spreadTable(spreads, forecast), ...parting(spreads), estimateTable(estimates, scenarios)];
}

interface Said {
  readonly forecaster: string;
  readonly probability: number;
}
interface Spread {
  readonly id: string;
  readonly title: string;
  readonly lowest: Said;
  readonly highest: Said;
}

/** For each scenario the lowest and the highest of the latest estimates, each divided by its sum. */
function spreadsOf(estimates: readonly Estimate[], scenarios: States): readonly Spread[] {
  const vectors = estimates.map(({ id, vector }) => ({ forecaster: id, shares: sharesOf(vectorOver(scenarios, vector)) }));
  return scenarios.list.flatMap(({ id, title }) => {
    const said = vectors.flatMap(({ forecaster, shares }) => (shares.has(id) ? [{ forecaster, probability: shares.get(id) ?? 0 }] : [])).toSorted((a, b) => a.probability - b.probability);
    const [lowest, highest] = [said[0], said.at(-1)];
    return lowest && highest && said.length > 1 ? [{ id, title, lowest, highest }] : [];
  });
}

function sharesOf({ given }: ReturnType<typeof vectorOver>): ReadonlyMap<string, number> {
  const total = Array.from(given.values()).reduce((sum, { point }) => sum + point, 0);
  return new Map(total > 0 ? Array.from(given, ([id, { point }]) => [id, point / total] as const) : []);
}

function spreadTable(spreads: readonly Spread[], forecast: Forecast | undefined): readonly Block[] {
  if (spreads.length === 0) return [];
  const pooled = new Map((forecast?.scenarios ?? []).map(({ id, prior }) => [id, prior]));
  const rows = spreads.map(({ id, title, lowest, highest }) => ({
    cells: [stateName({ id, title }), ...[lowest, highest].map(({ probability }) => ({ probability })), points(highest.probability - lowest.probability), pooledCell(pooled.get(id))],
  }));
  return [{ kind: "table", caption: "Where the forecasters agree and part", head: ["Scenario", "Lowest", "Highest", "Apart by", "Pooled, with the author"], rows }];
}

const pooledCell = (prior: number | undefined): TableCell => (prior === undefined ? "" : { probability: prior });

function parting(spreads: readonly Spread[]): readonly Block[] {
  const apart = ({ lowest, highest }: Spread): number => highest.probability - lowest.probability;
  const widest = spreads.toSorted((a, b) => apart(b) - apart(a))[0];
  if (!widest || apart(widest) < wide) return [];
  const { id, lowest, highest } = widest;
  const text = `On ${id}, ${lowest.forecaster} says ${percent(lowest.probability)} and ${highest.forecaster} ${percent(highest.probability)}. The pool hides such a difference; their reasons are in the table.`;
  return [{ kind: "callout", tone: "watch", title: "The forecasters part", text }];
}

function estimateTable(estimates: readonly Estimate[], scenarios: States): Block {
  const head = ["Date", "Forecaster", ...scenarios.list.map(({ id }) => id), "Weight", "N", "Rationale"];
  return { kind: "table", caption: "Estimates as given", head, rows: estimates.map((estimate) => ({ cells: cellsOf(estimate, scenarios) })) };
}

function cellsOf({ id, date, vector, weight, count, rationale }: Estimate, scenarios: States): readonly TableCell[] {
  const { given } = vectorOver(scenarios, vector);
  const numbers = scenarios.list.map((state): TableCell => {
    const likelihood = given.get(state.id);
    return likelihood ? { probability: likelihood.point, low: likelihood.low, high: likelihood.high } : "";
  });
  return [date ? shownDate(date) : "", id, ...numbers, weight?.written ?? "1", count?.written ?? "", rationale?.source ?? ""];
}
