import { daysBetween, relativeDays, writtenDate, type CalendarDate } from "#kit/date";
import { isResolved } from "#core/resolution";
import type { Rule } from "#core/technique";
import type { Prose } from "#model/outline";
import { entryName, nameOf } from "./read-name.ts";
import { entriesOn, standingOf } from "./read-standing.ts";
import type { Indicator, Indicators, Observation } from "./schema.ts";

const indicatorsOfChange = "ICD 203, tradecraft standard 2: uncertainties and the indicators that would alter them";
const primer = "CIA, A Tradecraft Primer (2009): indicators or signposts of change";

/** Days after which a look is stale. Ours. */
const staleAfter = 90;

interface Pair {
  readonly observation: Observation;
  readonly indicator: Indicator;
}

/** Each observation with each indicator that it bears on. */
function pairsIn({ indicators, observations }: Indicators): readonly Pair[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  return observations.flatMap((observation) =>
    observation.bearsOn.flatMap(({ id }) => {
      const indicator = byId.get(id);
      return indicator ? [{ observation, indicator }] : [];
    }),
  );
}

const replaced = ({ span }: Prose, text: string) => [{ from: span.from, to: span.to, text }];

export const readingAfterHorizon: Rule<Indicators> = {
  name: "reading-after-horizon",
  severity: "warning",
  message: {
    what: "{id} reads “{reading}” on {date}, after the horizon of {indicator} on {horizon}.",
    why: "The likelihoods are for a crossing by the horizon; what comes later they do not cover.",
    remedy: "Read it “not crossed”, or set a new indicator with a later horizon.",
  },
  standard: indicatorsOfChange,
  *check(part) {
    for (const { observation, indicator } of pairsIn(part)) {
      const { date, reading, readingCell } = observation;
      const to = indicator.horizon?.to;
      if (!readingCell || reading === undefined || reading === "not crossed" || date?.day === undefined || to === undefined || date.day <= to) continue;
      const values = { id: entryName(observation), reading, date: writtenDate(date.day), indicator: nameOf(indicator), horizon: writtenDate(to) };
      yield { span: readingCell.span, values, ...(reading === "quiet" && { fix: replaced(readingCell, "not crossed") }) };
    }
  },
};

export const closedEarly: Rule<Indicators> = {
  name: "closed-early",
  severity: "warning",
  message: {
    what: "{id} reads {indicator} as not crossed on {date}, while its horizon runs to {horizon}.",
    why: "It can still be crossed; the forecast counts the whole time as passed.",
    remedy: "Read it “quiet” until the horizon has passed.",
  },
  standard: indicatorsOfChange,
  *check(part) {
    for (const { observation, indicator } of pairsIn(part)) {
      const { date, reading, readingCell } = observation;
      const to = indicator.horizon?.to;
      if (!readingCell || reading !== "not crossed" || date?.day === undefined || to === undefined || date.day >= to) continue;
      yield { span: readingCell.span, values: { id: entryName(observation), indicator: nameOf(indicator), date: writtenDate(date.day), horizon: writtenDate(to) }, fix: replaced(readingCell, "quiet") };
    }
  },
};

export const contradictoryReadings: Rule<Indicators> = {
  name: "contradictory-readings",
  severity: "error",
  message: {
    what: "{indicator} is read as crossed by {crossed}, and as not crossed by {id}.",
    why: "Only one of them can be true; the forecast goes by the crossing.",
    remedy: "Withdraw one of them, or say in the observation what it really found.",
  },
  standard: "ICD 203, tradecraft standard 6: logical argumentation",
  *check(part) {
    const pairs = pairsIn(part);
    for (const { observation, indicator } of pairs) {
      if (observation.reading !== "not crossed" || !observation.readingCell) continue;
      const crossing = pairs.find((pair) => pair.indicator === indicator && pair.observation.reading === "crossed");
      if (crossing) yield { span: observation.readingCell.span, values: { indicator: nameOf(indicator), crossed: entryName(crossing.observation), id: entryName(observation) } };
    }
  },
};

export const due: Rule<Indicators> = {
  name: "due",
  severity: "info",
  message: {
    what: "The horizon of {id} passed on {date}, and the log does not say whether it was crossed.",
    why: "An indicator that nobody closes leaves its evidence unused.",
    remedy: "Look, and add an observation that reads “crossed” or “not crossed”.",
  },
  standard: primer,
  *check({ indicators, observations }, { today, document }) {
    if (isResolved(document)) return;
    for (const { id, title, horizon } of indicators) {
      const to = horizon?.to;
      if (today !== undefined && to !== undefined && to < today && isOpen(id, observations)) yield { span: title.span, values: { id: nameOf({ id, title }), date: writtenDate(to) } };
    }
  },
};

const isOpen = (id: string, observations: readonly Observation[]): boolean => ["open", "quiet"].includes(standingOf(id, observations).status);

export const stale: Rule<Indicators> = {
  name: "stale",
  severity: "info",
  message: {
    what: "{id} was last looked at on {date}, {ago}.",
    why: "The reader takes silence for a quiet indicator, while nobody has looked.",
    remedy: "Look, and log a “quiet” if nothing has changed.",
  },
  standard: primer,
  *check({ indicators, observations }, { today, document }) {
    if (isResolved(document)) return;
    for (const { id, title, horizon } of indicators) {
      const last = lastLook(id, observations, document.asOf);
      if (today === undefined || last === undefined || daysBetween(last, today) <= staleAfter) continue;
      const isRunning = horizon?.to === undefined || horizon.to >= today;
      if (isRunning && isOpen(id, observations)) yield { span: title.span, values: { id: nameOf({ id, title }), date: writtenDate(last), ago: relativeDays(today, last) } };
    }
  },
};

/** The latest day on which somebody looked: the day of the assessment, which gives the current state, or a later entry of the log. */
export function lastLook(id: string, observations: readonly Observation[], asOf: CalendarDate | undefined): CalendarDate | undefined {
  const days = entriesOn(id, observations).flatMap(({ date }) => date?.day ?? []);
  return [...days, ...(asOf === undefined ? [] : [asOf])].toSorted().at(-1);
}
