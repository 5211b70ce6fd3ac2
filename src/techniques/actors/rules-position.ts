import { invalidGrade } from "#core/grade-rules";
import type { Rule } from "#core/technique";
import { groupBy } from "#kit/group";
import { headingKey } from "#model/heading";
import { endsOf, scaleOn } from "./read-scale.ts";
import type { Actors, Stand } from "./schema.ts";

const spatial = "Bueno de Mesquita (2009); Achen et al. (2006): positions on a declared scale, each with date and source";

const unreadablePosition: Rule<Actors> = {
  name: "unreadable-position",
  severity: "error",
  message: {
    what: "`{written}`, the position of {actor}, is neither a number nor a word of the scale.",
    why: "It has no place on the scale, so the actor is missing from the picture and from the simulation.",
    remedy: "Write a number of the scale, or a word that the line `Scale:` gives a number.",
  },
  standard: spatial,
  *check({ stands }) {
    for (const { actor, value, position } of stands) if (value === undefined && position) yield { span: position.span, values: { actor, written: position.written } };
  },
};

const offScale: Rule<Actors> = {
  name: "position-off-scale",
  severity: "error",
  message: {
    what: "The position of {actor}, {written}, lies outside the scale from {low} to {high}.",
    why: "A number beyond the ends means nothing that the scale describes.",
    remedy: "Correct the number, or declare a wider scale.",
  },
  standard: spatial,
  *check(part) {
    for (const stand of part.stands) {
      const { low, high } = endsOf(scaleOn(part, stand.matter));
      const outside = (value: number | undefined): boolean => value !== undefined && (value < low || value > high);
      if (outside(stand.value) && stand.position) yield { span: stand.position.span, values: { actor: stand.actor, written: stand.position.written, low, high } };
      else if (stand.range && (outside(stand.low) || outside(stand.high))) yield { span: stand.range.span, values: { actor: stand.actor, written: stand.range.written, low, high } };
    }
  },
};

const rangeExcludes: Rule<Actors> = {
  name: "range-excludes-position",
  severity: "error",
  message: {
    what: "The range {range} of {actor} does not hold its position {position}.",
    why: "One of the two is wrong, and the simulation would draw from the wrong one.",
    remedy: "Make the range include the position.",
  },
  standard: spatial,
  *check({ stands }) {
    for (const { actor, value, low, high, range, position } of stands)
      if (value !== undefined && low !== undefined && high !== undefined && range && position && (value < low || value > high)) yield { span: range.span, values: { actor, range: range.written, position: position.written } };
  },
};

const undated: Rule<Actors> = {
  name: "undated-position",
  severity: "warning",
  message: {
    what: "The position of {actor} has no date.",
    why: "Positions move; one without a date may be an old one.",
    remedy: "Write the day on which the actor took it.",
  },
  standard: "ICD 203, tradecraft standard 1: age of information",
  *check({ stands }) {
    for (const { actor, date, span } of stands) if (!date) yield { span, values: { actor } };
  },
};

const impossibleDate: Rule<Actors> = {
  name: "impossible-date",
  severity: "error",
  message: {
    what: "`{written}`, the date of the position of {actor}, is not a date of the calendar.",
    why: "Which of several positions is the latest cannot be told.",
    remedy: "Write the date as YYYY-MM-DD, or as a month and year.",
  },
  standard: "ISO 8601",
  *check({ stands }) {
    for (const { actor, date } of stands) if (date && date.day === undefined) yield { span: date.span, values: { actor, written: date.written } };
  },
};

const stale: Rule<Actors> = {
  name: "stale-position",
  severity: "info",
  message: {
    what: "The latest position of {actor} is of {day}, more than a year before {now}.",
    why: "Governments, instructions and texts change within a year.",
    remedy: "Look for a newer statement or vote; widen the range if there is none.",
  },
  standard: "ICD 203, tradecraft standard 1: age of information; the limit of a year is ours",
  *check({ stands }, { document, today }) {
    const now = document.asOf ?? today;
    if (now === undefined) return;
    for (const own of groupBy(stands, ({ actor }) => actor).values()) {
      const dated = own.filter(({ date }) => date?.day !== undefined).toSorted((a, b) => compare(a.date?.day ?? "", b.date?.day ?? ""));
      const last = dated.at(-1);
      if (last?.date?.day !== undefined && aYearAfter(last.date.day) < now) yield { span: last.date.span, values: { actor: last.actor, day: last.date.day, now } };
    }
  },
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const aYearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

const unsourced: Rule<Actors> = {
  name: "unsourced-position",
  severity: "warning",
  message: {
    what: "The position of {actor} cites no source.",
    why: "A reader cannot tell a documented stand from a guess.",
    remedy: "Cite the statement, vote or report it is read from: [@key].",
  },
  standard: "ICD 206 (2015); ICD 203, tradecraft standard 1",
  *check({ stands }) {
    for (const { actor, sources, span } of stands) if (sources.length === 0) yield { span, values: { actor } };
  },
};

const twoPositions: Rule<Actors> = {
  name: "two-positions",
  severity: "error",
  message: {
    what: "{actor} has two positions {when}: {first} and {second}.",
    why: "One actor cannot stand at two places of one scale at once.",
    remedy: "Keep one, give each its date, or name in an Issue column what each is about.",
  },
  standard: "ICD 203, tradecraft standard 6: internally consistent",
  *check({ stands }) {
    const same = groupBy(stands.filter(({ value }) => value !== undefined), (stand) => JSON.stringify([stand.actor, headingKey(stand.matter ?? ""), stand.date?.day]));
    for (const [first, ...others] of same.values()) yield* conflicts(first, others);
  },
};

function* conflicts(first: Stand | undefined, others: readonly Stand[]) {
  for (const { actor, value, position, date, span } of others)
    if (first?.position && position && value !== first.value)
      yield { span, values: { actor, first: first.position.written, second: position.written, when: date?.day === undefined ? "without a date" : `on ${date.day}` } };
}

const grades = invalidGrade<Actors>(({ stands }) => stands.flatMap(({ actor, grade }) => (grade ? [{ id: actor, ...grade }] : [])));

/** What is wrong with single positions. */
export const positionRules = [unreadablePosition, offScale, rangeExcludes, undated, impossibleDate, stale, unsourced, twoPositions, grades];
