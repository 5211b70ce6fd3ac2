import type { Rule } from "#core/technique";
import { saysNothing } from "#core/read-cell";
import { invalidGrade, type WrittenGrade } from "#core/grade-rules";
import { unreadableLikelihood, type VectorRow } from "#core/vector-rules";
import { listText } from "#kit/list-text";
import { exactPercent } from "#kit/number-text";
import { plain } from "#model/prose";
import { realised, vectorsOf, type TestVector } from "./network-vector.ts";
import { kindOf, mayBe, numbersOf, type Numbers } from "./read-label.ts";
import { hypothesisName, testName } from "./read-name.ts";
import type { ProcessTracing, Test } from "./schema.ts";

const vanEvera = "Van Evera (1997), pp. 30-34; Collier (2011), table 1";

const labelDisagrees: Rule<ProcessTracing> = {
  name: "label-disagrees",
  severity: "warning",
  message: {
    what: "{id} is called a {label} test, but its numbers make a {kind} test: {numbers}.",
    why: "A hoop is found at 90% or more if the hypothesis holds, a smoking gun at 10% or less if a rival does; name and numbers promise different things.",
    remedy: "Change the name to {kind}, or the numbers to what the name means.",
  },
  standard: `${vanEvera}; the thresholds 90% and 10% are ours`,
  *check({ tests, hypotheses }) {
    for (const vector of vectorsOf(tests, hypotheses)) {
      const { test } = vector;
      const numbers = numbersOf(vector, hypotheses);
      if (numbers && test.kind && test.label && !mayBe(test.kind, numbers))
        yield { span: test.label.span, values: { id: testName(test), label: test.kind, kind: kindOf(numbers), numbers: written(numbers) } };
    }
  },
};

const written = ({ target, rivals }: Numbers): string => `${exactPercent(target.point)} if the hypothesis holds, at most ${exactPercent(Math.max(...rivals.map(({ point }) => point)))} if a rival does`;

const unknownTest: Rule<ProcessTracing> = {
  name: "unknown-test",
  severity: "warning",
  message: {
    what: "{id} is called `{written}`, which is none of the four tests.",
    why: "What follows from passing or failing it is then left open.",
    remedy: "Write straw in the wind, hoop, smoking gun or doubly decisive.",
  },
  standard: vanEvera,
  *check({ tests }) {
    for (const { id, text, label, kind } of tests) if (label && !kind) yield { span: label.span, values: { id: testName({ id, text }), written: label.written } };
  },
};

const noFor: Rule<ProcessTracing> = {
  name: "no-for",
  severity: "warning",
  message: {
    what: "{id} does not say which hypothesis it tests.",
    why: "A hoop for one hypothesis may be a straw for another; a test without a target has no default and can eliminate nothing.",
    remedy: "Name the hypothesis in the For column, or write `Hoop test for H1 (passed): ...`.",
  },
  standard: vanEvera,
  *check({ tests, hypotheses }) {
    if (hypotheses.length > 0) for (const { id, targets, text } of tests) if (targets.length === 0) yield { span: text.span, values: { id: testName({ id, text }) } };
  },
};

const noResult: Rule<ProcessTracing> = {
  name: "no-result",
  severity: "warning",
  message: {
    what: "{id} has no result.",
    why: "A test that was neither passed nor failed moves nothing, and a reader cannot tell whether anyone looked.",
    remedy: "Write `passed`, `failed`, `failed, eliminates`, or `open` where the evidence is still awaited.",
  },
  standard: vanEvera,
  *check({ tests }) {
    for (const { id, result, text } of tests) if (!result) yield { span: text.span, values: { id: testName({ id, text }) } };
  },
};

const unknownResult: Rule<ProcessTracing> = {
  name: "unknown-result",
  severity: "warning",
  message: {
    what: "The result of {id}, `{written}`, is not understood.",
    why: "The test counts as open until it is.",
    remedy: "Write `passed`, `failed`, `failed, eliminates` or `open`; keep remarks behind a comma.",
  },
  standard: vanEvera,
  *check({ tests }) {
    for (const { id, text, result, reading } of tests) if (result && !reading) yield { span: result.span, values: { id: testName({ id, text }), written: result.written } };
  },
};

const silentElimination: Rule<ProcessTracing> = {
  name: "silent-elimination",
  severity: "info",
  message: {
    what: "{id}, a {kind} test, failed, and nothing says whether that eliminates {target}.",
    why: "Necessity is a limit that evidence rarely reaches: without your mark the failure counts as strong evidence, not as the end of the hypothesis.",
    remedy: "Write `failed, eliminates` if you rule it out; otherwise leave it.",
  },
  standard: "Fairfield and Charman (2017); Van Evera (1997): a failed hoop eliminates",
  *check({ tests }) {
    for (const { id, text, kind, reading, result, targets } of tests)
      if (reading === "failed" && result && (kind === "hoop" || kind === "doubly decisive"))
        yield { span: result.span, values: { id: testName({ id, text }), kind, target: listText(targets.map((target) => target.id)) || "the hypothesis" } };
  },
};

const wasRun = ({ reading }: Test): boolean => reading !== undefined && reading !== "open";

/** Fewer passed tests are no pattern. */
const fewestForPattern = 3;

const allPassed: Rule<ProcessTracing> = {
  name: "all-passed",
  severity: "info",
  message: {
    what: "All {count} tests that were run are passed.",
    why: "Who looks only for what the hypothesis predicts finds it; evidence that could have gone the other way was not sought or not reported.",
    remedy: "Add the tests that the favoured hypothesis could fail, and those that were failed.",
  },
  standard: "ICD 203, tradecraft standard 6: contrary information; Nickerson (1998), Confirmation bias",
  *check({ tests, heading }) {
    const run = tests.filter(wasRun);
    const targets = new Set(run.flatMap((test) => test.targets.map(({ id }) => id)));
    if (run.length >= fewestForPattern && targets.size < 2 && run.every(({ reading }) => reading === "passed")) yield { span: run[0]?.text.span ?? heading, values: { count: run.length } };
  },
};

/** Evidence that makes one hypothesis twice as likely against another: 3 decibels. */
const leastRatio = 2;

const noDiscriminatingTest: Rule<ProcessTracing> = {
  name: "no-discriminating-test",
  severity: "warning",
  message: {
    what: "No test tells {first} from {second}: none is at least twice as likely under one as under the other.",
    why: "Whatever was found, the two stand where they stood before.",
    remedy: "Look for evidence that one of them predicts and the other does not.",
  },
  standard: "Heuer (1999): diagnosticity; Fairfield and Charman (2017): weight of evidence",
  *check({ tests, hypotheses }) {
    const named = hypotheses.filter(({ residual }) => !residual);
    const outcomes = vectorsOf(tests, hypotheses).filter(({ missing }) => missing.length === 0).flatMap(outcomesOf);
    const likelihoods = outcomes.map((found) => named.map(({ id }) => found?.get(id)?.point ?? 1));
    if (likelihoods.length === 0) return;
    for (const [at, second] of named.entries())
      for (const [before, first] of named.slice(0, at).entries())
        if (likelihoods.every((points) => ratio(points[before] ?? 1, points[at] ?? 1) < leastRatio)) yield { span: second.text.span, values: { first: first.id, second: second.id } };
  },
};

/** What a test found, by hypothesis; of an open test both outcomes. */
const outcomesOf = (vector: TestVector) => (vector.test.reading === undefined || vector.test.reading === "open" ? [realised(vector, "passed"), realised(vector, "failed")] : [realised(vector)]);

/** How many times likelier what was found is under one of two hypotheses than under the other. */
const ratio = (a: number, b: number): number => (a === b ? 1 : Math.max(a, b) / Math.min(a, b));

const incompleteNumbers: Rule<ProcessTracing> = {
  name: "incomplete-numbers",
  severity: "warning",
  message: {
    what: "{id} has no number under {missing}.",
    why: "How likely the evidence is under a rival is half of what it says; the gap is {filled}.",
    remedy: "Give a likelihood in every column.",
  },
  standard: "Fairfield and Charman (2017): likelihoods under every rival",
  *check({ tests, hypotheses }) {
    for (const { test, given, ours, missing } of vectorsOf(tests, hypotheses)) {
      const gaps = [...ours, ...missing];
      if (given.size > 0 && gaps.length > 0)
        yield { span: test.text.span, values: { id: testName(test), missing: listText(gaps), filled: missing.length > 0 ? "not filled and the test is left out" : "filled with a default of ours" } };
    }
  },
};

const unreadablePrior: Rule<ProcessTracing> = {
  name: "unreadable-prior",
  severity: "warning",
  message: {
    what: "`{written}`, the prior of {id}, is not a likelihood that can be read.",
    why: "It cannot enter the computation; the hypothesis gets a share of what the others leave.",
    remedy: "Write a number (`70%`), a range (`60-75%`) or a word of the document's yardstick.",
  },
  standard: "ICD 203 D.6.e(2): expressions of likelihood",
  *check({ hypotheses }) {
    for (const { id, text, unreadablePrior: cell } of hypotheses) if (cell) yield { span: cell.span, values: { id: hypothesisName({ id, text }), written: plain(cell) } };
  },
};

const vectorRows = ({ tests }: ProcessTracing): readonly VectorRow[] => tests.map(({ id, cells }) => ({ id, vector: cells.filter(({ cell }) => !saysNothing(cell.masked)) }));

const gradesOf = ({ tests }: ProcessTracing): readonly WrittenGrade[] => tests.flatMap(({ id, grade }) => (grade ? [{ id, ...grade }] : []));

const uncitedEvidence: Rule<ProcessTracing> = {
  name: "uncited-evidence",
  severity: "warning",
  message: {
    what: "The evidence of {id} cites no source.",
    why: "Evidence that nobody can look up tests nothing.",
    remedy: "Cite where it was observed in the Source column, `[@key]`.",
  },
  standard: "ICD 206 (2015); ICD 203, tradecraft standard 1",
  *check({ tests }) {
    for (const { id, sources, reading, text } of tests) if (sources.length === 0 && reading !== "open") yield { span: text.span, values: { id: testName({ id, text }) } };
  },
};

const impossibleDate: Rule<ProcessTracing> = {
  name: "impossible-date",
  severity: "error",
  message: {
    what: "`{written}`, the date of {id}, is not a date of the calendar.",
    why: "The replay cannot place the evidence and counts it from the beginning.",
    remedy: "Write the date as YYYY-MM-DD.",
  },
  standard: "ISO 8601",
  *check({ tests }) {
    for (const { id, text, date } of tests) if (date && date.day === undefined) yield { span: date.span, values: { id: testName({ id, text }), written: date.written } };
  },
};

/** What is wrong with single tests, and with what they can tell apart. */
export const testRules = [
  labelDisagrees,
  unknownTest,
  noFor,
  noResult,
  unknownResult,
  silentElimination,
  allPassed,
  noDiscriminatingTest,
  incompleteNumbers,
  unreadablePrior,
  unreadableLikelihood(vectorRows, "hypothesis"),
  uncitedEvidence,
  impossibleDate,
  invalidGrade(gradesOf),
];
