import { isResolved } from "#core/resolution";
import type { Results } from "#core/technique";
import { statesOf, vectorOver } from "#core/read-vector";
import { daysBetween, relativeDays, writtenDate, type CalendarDate } from "#kit/date";
import type { IndicatorBoard } from "#model/block";
import { plain } from "#model/prose";
import { standingOf, type Standing } from "./read-standing.ts";
import { lastLook } from "./rules-readings.ts";
import type { Indicator, Indicators, Observation } from "./schema.ts";

type Card = IndicatorBoard["cards"][number];

/** One card for each indicator: where it stands, how much time is left, how likely each scenario makes it. */
export const board = ({ indicators, observations }: Indicators, results: Results): IndicatorBoard => ({
  kind: "indicator-board",
  caption: "Indicators: where they stand and how much time is left",
  cards: indicators.map((indicator) => cardOf(indicator, observations, results)),
});

function cardOf(indicator: Indicator, observations: readonly Observation[], results: Results): Card {
  const { id, title, state, threshold, vector, horizon } = indicator;
  const { names, document } = results;
  const today = isResolved(document) ? undefined : results.today;
  const standing = standingOf(id, observations);
  const status = statusOf(standing, horizon?.to, today);
  const elapsed = timePassed(document.asOf, horizon?.to, today);
  const looked = lastLook(id, observations, document.asOf);
  const logged = looked !== undefined && looked === lastLook(id, observations, undefined);
  const given = vectorOver(statesOf(names, "scenario"), vector).given;
  return {
    id,
    title: title.source,
    state: state?.source ?? "",
    threshold: threshold?.source ?? "",
    status,
    timing: timingOf({ standing, status, indicator, logged, ...(looked !== undefined && { looked }), ...(today !== undefined && { today }) }),
    ...(elapsed !== undefined && { elapsed }),
    likelihoods: Array.from(given, ([scenario, { point, low, high }]) => ({ id: scenario, point, low, high })),
  };
}

function statusOf({ status, others }: Standing, to: CalendarDate | undefined, today: CalendarDate | undefined): Card["status"] {
  if (status === "crossed" || status === "not crossed") return status;
  if (today !== undefined && to !== undefined && to < today) return "due";
  return others.some(({ reading }) => reading === "approaching") ? "approaching" : status;
}

interface Timing {
  readonly standing: Standing;
  readonly status: Card["status"];
  readonly indicator: Indicator;
  readonly looked?: CalendarDate;
  /** True where that look stands in the log; else it is the current state as the author gives it. */
  readonly logged: boolean;
  readonly today?: CalendarDate;
}

/** The day of the crossing or closing; else how far the horizon is, and when somebody last looked or the author stated it. */
function timingOf({ standing, status, indicator, looked, logged, today }: Timing): string {
  const seen = standing.entry?.date?.day;
  if (status === "crossed" || status === "not crossed") return `${status}${seen === undefined ? "" : ` on ${writtenDate(seen)}`}${standing.entry?.written === true ? `, ${standing.entry.id}` : ""}`;
  const last = looked === undefined ? [] : [logged ? `last looked at ${writtenDate(looked)}` : `as stated on ${writtenDate(looked)}`];
  return [horizonText(indicator, today), ...last].filter((text) => text !== "").join("; ");
}

function horizonText({ horizon, horizonCell }: Indicator, today: CalendarDate | undefined): string {
  const to = horizon?.to;
  if (to === undefined) return horizonCell ? plain(horizonCell) : "no horizon";
  if (today === undefined) return `by ${writtenDate(to)}`;
  return `${to < today ? "due since" : "by"} ${writtenDate(to)}, ${relativeDays(today, to)}`;
}

function timePassed(asOf: CalendarDate | undefined, to: CalendarDate | undefined, today: CalendarDate | undefined): number | undefined {
  if (asOf === undefined || to === undefined || today === undefined || to <= asOf) return undefined;
  return Math.min(1, Math.max(0, daysBetween(asOf, today) / daysBetween(asOf, to)));
}
