import type { Rule } from "#core/technique";
import { groupBy } from "#kit/group";
import type { NormLifeCycle } from "./schema.ts";

const lifeCycle = "Finnemore and Sikkink (1998), International Organization 52 (4), p. 901";

const noSeries: Rule<NormLifeCycle> = {
  name: "no-adoption-series",
  severity: "info",
  message: {
    what: "How many have adopted the norm, and when, is not counted.",
    why: "Without a count the stage is an impression.",
    remedy: "Add a table Date, Adopters, Population, Source, and say what counts as adoption.",
  },
  standard: lifeCycle,
  *check({ series, heading }) {
    if (series.length === 0) yield { span: heading };
  },
};

const unreadableCount: Rule<NormLifeCycle> = {
  name: "unreadable-count",
  severity: "warning",
  message: {
    what: "`{written}` is not a number of states.",
    why: "The row has no share and does not count.",
    remedy: "Write a whole number.",
  },
  standard: lifeCycle,
  *check({ series }) {
    for (const { adopters, population } of series) for (const count of [adopters, population]) if (count && count.value === undefined) yield { span: count.span, values: { written: count.written } };
  },
};

const exceeds: Rule<NormLifeCycle> = {
  name: "adopters-exceed-population",
  severity: "error",
  message: {
    what: "{adopters} adopters of a population of {population}.",
    why: "No more can adopt than there are; the two columns count different things.",
    remedy: "Count adopters and population by the same rule, and leave out who is not in the population.",
  },
  standard: "Arithmetic",
  *check({ series }) {
    for (const { adopters, population } of series)
      if (adopters?.value !== undefined && population?.value !== undefined && adopters.value > population.value) yield { span: adopters.span, values: { adopters: adopters.value, population: population.value } };
  },
};

const falling: Rule<NormLifeCycle> = {
  name: "falling-adoption",
  severity: "info",
  message: {
    what: "The count falls from {before} to {after} by {date}.",
    why: "States that leave a norm are news; more often the count changed what it counts.",
    remedy: "Say who left, or keep one definition of adoption through the series.",
  },
  standard: "ICD 203, tradecraft standard 7: change is explained",
  *check({ series }) {
    for (const rows of groupBy(series, ({ norm }) => norm).values()) {
      const dated = rows.flatMap(({ date, adopters }) => (date?.day !== undefined && adopters?.value !== undefined ? [{ day: date.day, count: adopters.value, span: adopters.span, written: date.written }] : []));
      const ordered = dated.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
      for (const [at, row] of ordered.entries()) {
        const before = ordered[at - 1];
        if (before && row.count < before.count) yield { span: row.span, values: { before: before.count, after: row.count, date: row.written } };
      }
    }
  },
};

const uncited: Rule<NormLifeCycle> = {
  name: "uncited-count",
  severity: "warning",
  message: {
    what: "The count of {count} cites no source.",
    why: "Counts of supporters are the most repeated and least checked numbers of a campaign.",
    remedy: "Cite the list or the vote that was counted: [@key].",
  },
  standard: "ICD 206 (2015); ICD 203, tradecraft standard 1",
  *check({ series }) {
    for (const { adopters, sources, span } of series) if (adopters && sources.length === 0) yield { span, values: { count: adopters.written } };
  },
};

const undated: Rule<NormLifeCycle> = {
  name: "impossible-date",
  severity: "error",
  message: {
    what: "`{written}` is not a date of the calendar.",
    why: "The row has no place in the series.",
    remedy: "Write the date as YYYY-MM-DD, a month or a year.",
  },
  standard: "ISO 8601",
  *check({ series }) {
    for (const { date } of series) if (date && date.day === undefined) yield { span: date.span, values: { written: date.written } };
  },
};

/** What is wrong with the counts. */
export const seriesRules = [noSeries, unreadableCount, exceeds, falling, uncited, undated];
