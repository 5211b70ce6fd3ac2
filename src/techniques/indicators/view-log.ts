import { shownDate } from "#core/read-cell";
import { shortened } from "#kit/short-text";
import type { Block, TableCell, Tone } from "#model/block";
import type { Forecast, WeighedEvidence } from "#model/forecast";
import type { Names } from "#model/names";
import { plain } from "#model/prose";
import { writtenGrade } from "#model/read-grade";
import type { Observation } from "./schema.ts";

const tones: Readonly<Record<NonNullable<Observation["reading"]>, Tone>> = { crossed: "note", "not crossed": "good", quiet: "good", approaching: "watch", holds: "good", fails: "alarm" };

/** What was seen, as the table of the log. */
export function log(observations: readonly Observation[]): readonly Block[] {
  if (observations.length === 0) return [];
  return [{ kind: "table", caption: "Log of observations", head: ["ID", "Date", "Observation", "Bears on", "Reading", "Source"], rows: observations.map((entry) => ({ id: entry.id, cells: cellsOf(entry) })) }];
}

function cellsOf(entry: Observation): readonly TableCell[] {
  const { id, date, text, bearsOn, reading, readingCell } = entry;
  const said = reading ? { badge: reading, tone: tones[reading] } : readingCell ? plain(readingCell) : "";
  return [id, date ? shownDate(date) : "", text.source, bearsOn.map((target) => target.id).join(", "), said, sourceText(entry)];
}

/** The sources that the text does not cite itself, with the grade of the item. */
function sourceText({ text, cited, grade }: Observation): string {
  const keys = [...new Set(cited.map(({ id }) => id))].filter((key) => !text.source.includes(`@${key}`));
  const written = grade ? writtenGrade(grade) : "";
  if (keys.length === 0) return written === "" || text.citations.some((citation) => citation.grade) ? "" : `\`${written}\``;
  return `[${keys.map((key) => `@${key}`).join("; ")}]${written === "" ? "" : `{${written}}`}`;
}

/** What each item weighs for each scenario, with the source that it rests on. */
export function weights(forecast: Forecast | undefined, observations: readonly Observation[]): readonly Block[] {
  if (!forecast) return [];
  const columns = forecast.scenarios.map(({ id, title }) => ({ id, title }));
  const items = forecast.evidence.filter(({ kind, weight }) => kind === "observation" && columns.some(({ id }) => id in weight));
  if (items.length === 0) return [];
  const sources = new Map(observations.map((entry) => [entry.id, sourceText(entry)]));
  return [
    {
      kind: "weight-of-evidence",
      caption: "What each observation weighs for each scenario, in decibels",
      columns,
      items: items.map(({ id, text, date, weight, reading, bearsOn }) => ({ id, text: itemText({ text, reading, bearsOn }, sources.get(id) ?? ""), weights: weight, ...(date !== undefined && { date }) })),
    },
  ];
}

/** The log above has the whole text: here what it reads, and enough words to know it by. */
const itemText = ({ text, reading, bearsOn }: Pick<WeighedEvidence, "text" | "reading" | "bearsOn">, source: string): string =>
  [`${bearsOn} ${reading}: ${shortened(text, 60)}`, source].filter((part) => part !== "").join(" ");

/** Which open indicator a look would teach most about, those that are due marked as the bottom line has them, and which crossings would turn the forecast. */
export function watchNext(forecast: Forecast | undefined, names: Names, due: ReadonlySet<string>): readonly Block[] {
  if (!forecast || forecast.watchNext.length === 0) return [];
  const titleOf = (id: string): string => names.find(id)?.title ?? "";
  const anyDue = forecast.watchNext.some(({ id }) => due.has(id));
  const rows = forecast.watchNext.map(({ id, bits }) => ({ cells: [id, titleOf(id), ...(anyDue ? [due.has(id) ? late : ""] : []), bits.toFixed(3)] }));
  return [{ kind: "table", caption: "Where to look next: how much it would tell to know whether each is crossed (1 bit settles an even question)", head: ["ID", "Indicator", ...(anyDue ? ["Due"] : []), "Bits"], rows }, ...turning(forecast, titleOf)];
}

const late: TableCell = { badge: "due", tone: "alarm" };

function turning({ flip }: Forecast, titleOf: (id: string) => string): readonly Block[] {
  if (flip.length === 0) return [];
  const sets = flip.map((ids) => ids.map((id) => `${id} (${titleOf(id)})`).join(" together with "));
  return [{ kind: "callout", tone: "watch", title: "What would turn the forecast", text: `Another scenario would lead if this were crossed: ${sets.join("; or ")}.` }];
}
