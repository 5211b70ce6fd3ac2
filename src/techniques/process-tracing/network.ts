import { completed } from "#core/distribution";
import { itemGrade } from "#core/item-grade";
import { emptyPiece, hypothesisVariable, type Evidence, type NetworkPiece, type Opinion, type Situation, type Variable } from "#core/network-piece";
import { exactly, type Interval } from "#kit/interval";
import { listText } from "#kit/list-text";
import { percent } from "#kit/number-text";
import { plain } from "#model/prose";
import { realised, vectorsOf, type TestVector } from "./network-vector.ts";
import type { Hypothesis, ProcessTracing, ResultReading, Test } from "./schema.ts";

/** The hypothesis that stands for what no hypothesis names, where the priors leave it room. */
const impliedResidual = "other-hypothesis";
/** A remainder below half a point is rounding. */
const smallestRemainder = 0.005;

/** The hypotheses as one variable with the author's priors, and every test that was run and counts as evidence on it. */
export function network({ hypotheses: all, tests }: ProcessTracing, situation: Situation): NetworkPiece {
  const hypotheses = all.filter((hypothesis, at) => all.findIndex(({ id }) => id === hypothesis.id) === at);
  const { states, opinion, notes } = priorsOf(hypotheses, situation);
  if (states.length < 2) return tests.length > 0 ? { ...emptyPiece, notes: ["The process-tracing tests weigh nothing: there are no two hypotheses to tell apart."] } : emptyPiece;
  const used = vectorsOf(tests.filter((test) => counts(test, situation)), hypotheses).map((vector) => ({ vector, reading: readingOf(vector.test, situation) }));
  const run = used.filter(({ reading }) => reading !== "open");
  return {
    ...emptyPiece,
    variables: [{ id: hypothesisVariable, states }],
    opinions: opinion ? [opinion] : [],
    evidence: run.flatMap(({ vector, reading }) => evidenceOf(vector, reading, { states, situation })),
    notes: [...notes, ...run.flatMap(({ vector }) => vectorNotes(vector))],
  };
}

/** Tests left out and tests of a later day do not count. */
const counts = ({ id, date }: Test, { without, until }: Situation): boolean => !without.has(id) && !(until !== undefined && date?.day !== undefined && date.day > until);

/** The result in the document, unless another is assumed. */
function readingOf({ id, reading = "open" }: Test, { assumed }: Situation): ResultReading {
  const given = assumed.get(id);
  return given === "passed" || given === "failed" || given === "open" ? given : reading;
}

interface Priors {
  readonly states: Variable["states"];
  /** Absent where the author gives no prior: the forecast then takes all as equally likely, and says so. */
  readonly opinion: Opinion | undefined;
  readonly notes: readonly string[];
}

function priorsOf(hypotheses: readonly Hypothesis[], { document }: Situation): Priors {
  const given = new Map(hypotheses.flatMap(({ id, prior }) => (prior ? [[id, { low: prior.low, point: prior.point, high: prior.high }] as const] : [])));
  const implied = impliedShare(hypotheses, given);
  const states = [
    ...hypotheses.map(({ id, text, residual }) => ({ id, title: plain(text), residual })),
    ...(implied > 0 ? [{ id: impliedResidual, title: "None of these hypotheses", residual: true }] : []),
  ];
  if (implied > 0) given.set(impliedResidual, exactly(implied));
  const whole = completed(given, states.map(({ id }) => id));
  const dated = document.asOf === undefined ? {} : { date: document.asOf };
  const opinion: Opinion | undefined = whole && { id: "stated", variable: hypothesisVariable, kind: "stated", weight: 1, ...dated, probabilities: whole.probabilities };
  return { states, opinion, notes: priorNotes(implied, whole?.filled, whole?.remainder ?? 0) };
}

/** What the priors leave to a hypothesis that nobody named: only where all have one and none is the residual. */
function impliedShare(hypotheses: readonly Hypothesis[], given: ReadonlyMap<string, Interval>): number {
  if (given.size === 0 || given.size < hypotheses.length || hypotheses.some(({ residual }) => residual)) return 0;
  const left = 1 - [...given.values()].reduce((sum, { point }) => sum + point, 0);
  return left > smallestRemainder ? left : 0;
}

function priorNotes(implied: number, filled: readonly string[] | undefined, remainder: number): readonly string[] {
  if (filled === undefined) return [];
  if (implied > 0) return [`The priors of the hypotheses leave ${percent(implied)}, which stands for a hypothesis that nobody named.`];
  return filled.length > 0 ? [`No prior is given for ${listText(filled)}, which ${filled.length > 1 ? "share" : "gets"} the ${percent(remainder)} that the other hypotheses leave.`] : [];
}

interface Setting {
  readonly states: Variable["states"];
  readonly situation: Situation;
}

function evidenceOf(vector: TestVector, reading: ResultReading, { states, situation }: Setting): readonly Evidence[] {
  const { test, missing } = vector;
  const found = realised(vector, reading);
  if (!found || missing.length > 0) return [];
  const known = test.targets.map(({ id }) => id).filter((id) => states.some((state) => state.id === id));
  return [
    {
      id: test.id,
      kind: "test",
      variable: hypothesisVariable,
      bearsOn: known[0] ?? hypothesisVariable,
      reading,
      text: plain(test.text),
      ...(test.date?.day !== undefined && { date: test.date.day }),
      sources: [...new Set(test.sources.map(({ id }) => id))],
      grade: itemGrade(test.grade?.written, test.sources, situation.names),
      outcomes: 2,
      likelihood: Object.fromEntries(states.map(({ id }) => [id, found.get(id) ?? exactly(1 / 2)])),
      eliminates: reading === "failed, eliminates" ? known : [],
      ...(test.cluster !== undefined && { cluster: test.cluster }),
    },
  ];
}

/** What a reader of the forecast must know of a test's numbers. */
function vectorNotes({ test, ours, missing }: TestVector): readonly string[] {
  if (missing.length > 0) return [`The test ${test.id} is left out: it has no number under ${listText(missing)}, and no default without a known name and the hypothesis it is for.`];
  if (ours.length === 0) return [];
  return [`The test ${test.id} has no number under ${listText(ours)}; the default range of a ${test.kind ?? ""} test stands in, which is ours.`];
}
