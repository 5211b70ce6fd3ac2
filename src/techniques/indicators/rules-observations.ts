import { writtenDate } from "#kit/date";
import { admiraltyCode, invalidGrade } from "#core/grade-rules";
import type { Rule } from "#core/technique";
import type { Names } from "#model/names";
import { plain } from "#model/prose";
import { entryName } from "./read-name.ts";
import { assumptionReadings, indicatorReadings } from "./read-words.ts";
import type { Indicators, Observation } from "./schema.ts";

const sourcing = "ICD 206 (2015), sourcing requirements";

export const undatedObservation: Rule<Indicators> = {
  name: "undated-observation",
  severity: "warning",
  message: {
    what: "The observation {id} has no date.",
    why: "It cannot be placed in the history of the forecast, and a quiet look without a day is no evidence.",
    remedy: "Write the day on which it was seen as YYYY-MM-DD.",
  },
  standard: "ICD 203: timely",
  *check({ observations }) {
    for (const { id, span, date, text } of observations) if (!date) yield { span, values: { id: entryName({ id, text }) } };
  },
};

export const unreadableDate: Rule<Indicators> = {
  name: "unreadable-date",
  severity: "error",
  message: {
    what: "The date of {id}, “{written}”, is no day of the calendar.",
    why: "An observation without a readable day counts for every date, even those before it was made.",
    remedy: "Write the day as YYYY-MM-DD.",
  },
  standard: "ISO 8601-1:2019, calendar dates",
  *check({ observations }) {
    for (const { id, date, text } of observations) if (date && date.day === undefined) yield { span: date.span, values: { id: entryName({ id, text }), written: date.written } };
  },
};

/** The readings that what an observation bears on can have. */
function readingsFor({ bearsOn }: Observation, names: Names): readonly string[] {
  const kinds = bearsOn.map(({ id }) => names.find(id)?.kind);
  const known = [...(kinds.includes("indicator") ? indicatorReadings : []), ...(kinds.includes("assumption") ? assumptionReadings : [])];
  return known.length > 0 ? known : [...indicatorReadings, ...assumptionReadings];
}

export const unknownReading: Rule<Indicators> = {
  name: "unknown-reading",
  severity: "warning",
  message: {
    what: "The reading of {id}, “{written}”, is none of {known}.",
    why: "The observation then moves no number, unless it has likelihoods of its own.",
    remedy: "Use one of these words; what an item supports is said by likelihoods, not by a word.",
  },
  standard: "Rapporteur, document syntax of the observations",
  *check({ observations }, { names }) {
    for (const observation of observations) {
      const { readingCell, reading, bearsOn } = observation;
      const known = readingsFor(observation, names);
      if (!readingCell || bearsOn.length === 0 || (reading && known.includes(reading))) continue;
      yield { span: readingCell.span, values: { id: entryName(observation), written: plain(readingCell), known: known.map((word) => `“${word}”`).join(", ") } };
    }
  },
};

export const noReading: Rule<Indicators> = {
  name: "no-reading",
  severity: "warning",
  message: {
    what: "The observation {id} does not say what it means for {target}.",
    why: "A reader has to guess whether the threshold was crossed, and the forecast does not guess.",
    remedy: "Fill in the reading: {known}.",
  },
  standard: "ICD 203, tradecraft standard 6: logical argumentation",
  *check({ observations }, { names }) {
    for (const observation of observations) {
      const { span, readingCell, vector, bearsOn } = observation;
      const target = bearsOn.find((reference) => ["indicator", "assumption"].includes(names.find(reference.id)?.kind ?? ""));
      if (target && !readingCell && vector.length === 0) yield { span, values: { id: entryName(observation), target: target.id, known: readingsFor(observation, names).join(", ") } };
    }
  },
};

export const bearsOnNothing: Rule<Indicators> = {
  name: "bears-on-nothing",
  severity: "info",
  message: {
    what: "The observation {id} bears on no indicator, assumption or scenario.",
    why: "It stands in the log and changes nothing.",
    remedy: "Name what it bears on, give it a column of likelihoods per scenario, or move it to the text.",
  },
  standard: "ICD 203, tradecraft standard 6: logical argumentation",
  *check({ observations }) {
    for (const { id, span, bearsOn, vector, text } of observations) if (bearsOn.length === 0 && vector.length === 0) yield { span, values: { id: entryName({ id, text }) } };
  },
};

export const weightless: Rule<Indicators> = {
  name: "weightless",
  severity: "info",
  message: {
    what: "The observation {id} bears on {target} and has no likelihoods.",
    why: "What it says for one of them against the others is left to the reader, and the forecast does not guess.",
    remedy: "Add a column for each of the scenarios or hypotheses, with the likelihood that just this is seen.",
  },
  standard: "Fairfield and Charman (2017): evidence is weighed by its likelihood under each of them",
  *check({ observations }, { names }) {
    for (const observation of observations) {
      const { span, vector, bearsOn } = observation;
      const kinds = bearsOn.map(({ id }) => names.find(id)?.kind);
      const target = bearsOn[kinds.findIndex((kind) => kind === "scenario" || kind === "hypothesis")];
      if (target && vector.length === 0 && !kinds.includes("indicator") && !kinds.includes("assumption")) yield { span, values: { id: entryName(observation), target: target.id } };
    }
  },
};

export const uncitedObservation: Rule<Indicators> = {
  name: "uncited-observation",
  severity: "warning",
  message: {
    what: "The observation {id} cites no source.",
    why: "Nobody can check it, and nobody can see what else falls if its source does.",
    remedy: "Add `[@key]` with the key of an entry under Sources.",
  },
  standard: sourcing,
  *check({ observations }) {
    for (const { id, span, cited, text } of observations) if (cited.length === 0) yield { span, values: { id: entryName({ id, text }) } };
  },
};

export const ungradedObservation: Rule<Indicators> = {
  name: "ungraded-observation",
  severity: "info",
  message: {
    what: "The observation {id} has no grade.",
    why: "How credible the item is remains unsaid, so the forecast takes it at its source's word.",
    remedy: "Add a grade such as B2 in the column Grade or behind the citation.",
  },
  standard: admiraltyCode,
  *check({ observations }) {
    for (const { id, span, gradeCell, cited, text } of observations) if (!gradeCell && cited.every((source) => source.grade === undefined)) yield { span, values: { id: entryName({ id, text }) } };
  },
};

export const invalidGrades = invalidGrade<Indicators>(({ observations }) =>
  observations.flatMap(({ id, text, gradeCell }) => (gradeCell ? [{ id: entryName({ id, text }), written: plain(gradeCell), span: gradeCell.span }] : [])),
);

export const gradeMismatch: Rule<Indicators> = {
  name: "grade-mismatch",
  severity: "info",
  message: {
    what: "{id} is graded {letter} for its source, but the register gives {registered}.",
    why: "The letter belongs to the source and should be the same wherever it is cited; the forecast uses the one written here.",
    remedy: "Leave the letter to the register of sources and grade only the item, or correct one of them.",
  },
  standard: admiraltyCode,
  *check({ observations }, { names }) {
    for (const { id, cited, gradeCell, grade, text } of observations) {
      const letters = cited.flatMap((source) => names.find(source.id)?.facts?.["reliability"] ?? []);
      if (!gradeCell || grade?.reliability === undefined || letters.length === 0 || letters.includes(grade.reliability)) continue;
      yield { span: gradeCell.span, values: { id: entryName({ id, text }), letter: grade.reliability, registered: [...new Set(letters)].join(" and ") } };
    }
  },
};

export const beforeAsOf: Rule<Indicators> = {
  name: "observation-before-as-of",
  severity: "info",
  message: {
    what: "{id} was seen on {date}, before the assessment speaks on {asOf}.",
    why: "The author knew it already when stating the probabilities, so it may count twice.",
    remedy: "Move it to the evidence of the judgements, or state the probabilities as they were before it.",
  },
  standard: "ICD 203, tradecraft standard 7: explains change in analytic judgements",
  *check({ observations }, { document: { asOf } }) {
    for (const { id, date, text } of observations) {
      if (asOf !== undefined && date?.day !== undefined && date.day < asOf) yield { span: date.span, values: { id: entryName({ id, text }), date: writtenDate(date.day), asOf: writtenDate(asOf) } };
    }
  },
};

export const futureObservation: Rule<Indicators> = {
  name: "future-observation",
  severity: "info",
  message: {
    what: "{id} is said to have been seen on {date}, which has not come yet.",
    why: "Nobody can have seen it, and until that day the forecast counts what has not happened.",
    remedy: "Correct the date; what is only expected belongs to the indicators.",
  },
  standard: "ICD 203: timely",
  *check({ observations }, { today }) {
    for (const { id, date, text } of observations) {
      const first = date?.from ?? date?.day;
      if (today !== undefined && date && first !== undefined && first > today) yield { span: date.span, values: { id: entryName({ id, text }), date: writtenDate(first) } };
    }
  },
};
