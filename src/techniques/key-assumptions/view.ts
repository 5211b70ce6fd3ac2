import { statesOf, vectorOver, type States } from "#core/read-vector";
import type { Results } from "#core/technique";
import { percent } from "#kit/number-text";
import type { Block, TableCell } from "#model/block";
import type { AssumptionForecast, Distribution, Forecast } from "#model/forecast";
import type { Assumption, KeyAssumptions } from "./schema.ts";

/** The linchpins by how far the forecast moves when each is false, and the assumptions as a table. */
export function view({ assumptions }: KeyAssumptions, { forecast, names }: Results): readonly Block[] {
  if (assumptions.length === 0) return [];
  const states = statesOf(names, "scenario");
  return [
    ...linchpins(forecast),
    { kind: "table", caption: "Key assumptions", head: ["ID", "Assumption", "Class", "Holds", "If it fails", "Support", "Falsified by", "Impact if wrong"], rows: assumptions.map((assumption) => ({ id: assumption.id, cells: cellsOf(assumption, states) })) },
  ];
}

function cellsOf(assumption: Assumption, states: States): readonly TableCell[] {
  const { id, text, support, falsifier, impact, holds, holdsCell, ifFails } = assumption;
  const { given } = vectorOver(states, ifFails);
  const then = Array.from(given, ([state, { written }]) => `${state} ${written}`).join(", ");
  const shown = holds ? { probability: holds.point, low: holds.low, high: holds.high } : (holdsCell?.source ?? "");
  return [id, text.source, classOf(assumption), shown, then, ...[support, falsifier, impact].map((cell) => cell?.source ?? "")];
}

/** From here on an assumption counts as well founded. Ours. */
const wellFounded = 0.8;

/** The three classes of the Tradecraft Primer. Which likelihood makes an assumption solid is ours. */
function classOf({ support, falsifier, holds }: Assumption): TableCell {
  if (!support) return { badge: "unsupported", tone: "alarm" };
  return falsifier && holds && holds.point >= wellFounded ? { badge: "solid", tone: "good" } : { badge: "caveated", tone: "watch" };
}

function linchpins(forecast: Forecast | undefined): readonly Block[] {
  const ranked = (forecast?.assumptions ?? []).filter(({ ifFalse }) => ifFalse).toSorted((a, b) => b.leverage - a.leverage);
  if (!forecast || ranked.length === 0) return [];
  const bars = ranked.map((assumption) => ({ id: assumption.id, text: assumption.title, leverage: assumption.leverage, note: noteOn(assumption, forecast) }));
  return [{ kind: "leverage-bars", caption: "How far the forecast moves if an assumption is false", bars }];
}

/** `If false: A 45%, B 40%; A would lead instead of B.` */
function noteOn({ ifFalse = {} }: AssumptionForecast, { scenarios }: Forecast): string {
  const now = leading(Object.fromEntries(scenarios.map(({ id, posterior }) => [id, posterior])));
  const then = leading(ifFalse);
  const numbers = scenarios.map(({ id }) => `${id} ${percent(ifFalse[id] ?? 0)}`).join(", ");
  return `If false: ${numbers}${now === then ? "" : `; ${then} would lead instead of ${now}`}.`;
}

/** The id of the first state with the greatest probability. */
function leading(distribution: Distribution): string {
  const most = Math.max(...Object.values(distribution));
  return Object.entries(distribution).find(([, probability]) => probability === most)?.[0] ?? "";
}
