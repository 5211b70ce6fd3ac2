import { writtenDate } from "#kit/date";
import type { Block, TableCell, Tone } from "#model/block";
import type { Forecast } from "#model/forecast";
import type { Names } from "#model/names";
import { plain } from "#model/prose";
import { writtenGrade } from "#model/read-grade";
import type { Observation } from "./schema.ts";

const tones: Readonly<Record<NonNullable<Observation["reading"]>, Tone>> = { crossed: "watch", "not crossed": "good", quiet: "note", approaching: "watch", holds: "good", fails: "alarm" };

/** What was seen, on a line of time and as the table of the log. */
export function log(observations: readonly Observation[]): readonly Block[] {
  if (observations.length === 0) return [];
  const events = observations
    .flatMap(({ id, date, text, reading }) => (date?.day === undefined ? [] : [{ date: date.day, id, text: text.source, tone: reading ? tones[reading] : ("note" as const) }]))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return [
    ...(events.length > 0 ? [{ kind: "timeline" as const, caption: "What was seen", events }] : []),
    { kind: "table", caption: "Log of observations", head: ["ID", "Date", "Observation", "Bears on", "Reading", "Grade"], rows: observations.map((entry) => ({ id: entry.id, cells: cellsOf(entry) })) },
  ];
}

function cellsOf({ id, date, text, bearsOn, reading, readingCell, grade, cited }: Observation): readonly TableCell[] {
  const day = date?.day === undefined ? (date?.written ?? "") : writtenDate(date.day);
  const said = reading ? { badge: reading, tone: tones[reading] } : readingCell ? plain(readingCell) : "";
  return [id, day, [text.source, ...unsaid(text.source, cited.map((source) => source.id))].join(" "), bearsOn.map((target) => target.id).join(", "), said, grade ? writtenGrade(grade) : ""];
}

/** Citations that stand in a column of their own and not in the text. */
const unsaid = (text: string, keys: readonly string[]): readonly string[] => [...new Set(keys)].filter((key) => !text.includes(`@${key}`)).map((key) => `[@${key}]`);

/** What each item weighs for each scenario. */
export function weights(forecast: Forecast | undefined): readonly Block[] {
  if (!forecast) return [];
  const columns = forecast.scenarios.map(({ id, title }) => ({ id, title }));
  const items = forecast.evidence.filter(({ kind, weight }) => kind === "observation" && columns.some(({ id }) => id in weight));
  if (items.length === 0) return [];
  return [
    {
      kind: "weight-of-evidence",
      caption: "What each observation weighs for each scenario, in decibels",
      columns,
      items: items.map(({ id, text, date, weight }) => ({ id, text, weights: weight, ...(date !== undefined && { date }) })),
    },
  ];
}

/** Which open indicator a look would teach most about, and which crossings would turn the forecast. */
export function watchNext(forecast: Forecast | undefined, names: Names): readonly Block[] {
  if (!forecast || forecast.watchNext.length === 0) return [];
  const titleOf = (id: string): string => names.find(id)?.title ?? "";
  const rows = forecast.watchNext.map(({ id, bits }) => ({ cells: [id, titleOf(id), bits.toFixed(3)] }));
  return [{ kind: "table", caption: "Where to look next: what it would tell to know whether each is crossed, in bits", head: ["ID", "Indicator", "Bits"], rows }, ...turning(forecast, titleOf)];
}

function turning({ flip }: Forecast, titleOf: (id: string) => string): readonly Block[] {
  if (flip.length === 0) return [];
  const sets = flip.map((ids) => ids.map((id) => `${id} (${titleOf(id)})`).join(" together with "));
  return [{ kind: "callout", tone: "watch", title: "What would turn the forecast", text: `Another scenario would lead if this were crossed: ${sets.join("; or ")}.` }];
}
