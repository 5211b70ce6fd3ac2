import { completed } from "#core/distribution";
import { itemGrades } from "#core/item-grade";
import { emptyPiece, hypothesisVariable, type Evidence, type NetworkPiece, type Opinion, type Situation, type Variable } from "#core/network-piece";
import { firstOfEach } from "#kit/group";
import { exactly, type Interval } from "#kit/interval";
import { keptFor } from "#kit/kept";
import { listText } from "#kit/list-text";
import { exactPercent } from "#kit/number-text";
import { plain } from "#model/prose";
import { realised, vectorsOf, type TestVector } from "./network-vector.ts";
import { testName } from "./read-name.ts";
import type { Hypothesis, ProcessTracing, ResultReading, Test } from "./schema.ts";

/** The hypothesis that stands for what no hypothesis names, where the priors leave it room. */
const impliedResidual = "other-hypothesis";
/** A remainder below half a point is rounding. */
const smallestRemainder = 0.005;

/** The hypotheses as one variable with the author's priors, and every test that was run and counts as evidence on it. */
export function network(part: ProcessTracing, situation: Situation): NetworkPiece {
  const { variable, states, probabilities, notes, tests } = frameOf(part);
  if (states.length < 2) return tests.length > 0 ? { ...emptyPiece, notes: ["The process-tracing tests weigh nothing: there are no two hypotheses to tell apart."] } : emptyPiece;
  const date = situation.document.asOf !== undefined && { date: situation.document.asOf };
  const shares = tests.filter(({ vector }) => counts(vector.test, situation)).map((test) => shareOf(test, situation));
  return {
    ...emptyPiece,
    variables: [variable],
    opinions: [{ id: "stated", variable: hypothesisVariable, kind: "stated", weight: 1, ...date, probabilities }],
    evidence: shares.flatMap(({ evidence }) => evidence),
    notes: [...notes, ...shares.flatMap((share) => share.notes)],
  };
}

/** What a part says whatever the question is. */
interface Frame extends Priors {
  readonly variable: Variable;
  readonly tests: readonly FramedTest[];
}
interface FramedTest {
  readonly vector: TestVector;
  readonly states: Variable["states"];
}

/** Kept, because a forecast asks a part once for each of its what-ifs. */
const frameOf = keptFor(({ hypotheses: all, tests }: ProcessTracing): Frame => {
  const hypotheses = firstOfEach(all, ({ id }) => id);
  const priors = priorsOf(hypotheses);
  return { ...priors, variable: { id: hypothesisVariable, states: priors.states }, tests: vectorsOf(tests, hypotheses).map((vector) => ({ vector, states: priors.states })) };
});

/** Tests left out and tests of a later day do not count. */
const counts = ({ id, date }: Test, { without, until }: Situation): boolean => !without.has(id) && !(until !== undefined && date?.day !== undefined && date.day > until);

type Share = Pick<NetworkPiece, "evidence" | "notes">;

/** What a test says with the result in the document, or with another that is assumed. */
function shareOf(test: FramedTest, { assumed }: Situation): Share {
  const given = assumed.get(test.vector.test.id);
  return given === "passed" || given === "failed" || given === "open" ? shareWith(given, test) : ownShareOf(test);
}
const ownShareOf = keptFor((test: FramedTest): Share => shareWith(test.vector.test.reading ?? "open", test));

interface Priors {
  readonly states: Variable["states"];
  readonly probabilities: Opinion["probabilities"];
  readonly notes: readonly string[];
}

function priorsOf(hypotheses: readonly Hypothesis[]): Priors {
  const given = new Map(hypotheses.flatMap(({ id, prior }) => (prior ? [[id, { low: prior.low, point: prior.point, high: prior.high }] as const] : [])));
  const implied = impliedShare(hypotheses, given);
  const states = [
    ...hypotheses.map(({ id, text, residual }) => ({ id, title: plain(text), residual })),
    ...(implied > 0 ? [{ id: impliedResidual, title: "None of these hypotheses", residual: true }] : []),
  ];
  if (implied > 0) given.set(impliedResidual, exactly(implied));
  const whole = completed(given, states.map(({ id }) => id));
  const probabilities = whole?.probabilities ?? Object.fromEntries(states.map(({ id }) => [id, exactly(1 / states.length)]));
  return { states, probabilities, notes: priorNotes(implied, whole?.filled, whole?.remainder ?? 0) };
}

/** What the priors leave to a hypothesis that nobody named: only where all have one and none is the residual. */
function impliedShare(hypotheses: readonly Hypothesis[], given: ReadonlyMap<string, Interval>): number {
  if (given.size === 0 || given.size < hypotheses.length || hypotheses.some(({ residual }) => residual)) return 0;
  const left = 1 - [...given.values()].reduce((sum, { point }) => sum + point, 0);
  return left > smallestRemainder ? left : 0;
}

function priorNotes(implied: number, filled: readonly string[] | undefined, remainder: number): readonly string[] {
  if (filled === undefined) return [];
  if (implied > 0) return [`The priors of the hypotheses leave ${exactPercent(implied)}, which stands for a hypothesis that nobody named.`];
  return filled.length > 0 ? [`No prior is given for ${listText(filled)}, which ${filled.length > 1 ? "share" : "gets"} the ${exactPercent(remainder)} that the other hypotheses leave.`] : [];
}

function shareWith(reading: ResultReading, { vector, states }: FramedTest): Share {
  const { test, missing } = vector;
  if (reading === "open") return { evidence: [], notes: [] };
  const notes = vectorNotes(vector);
  const found = realised(vector, reading);
  if (!found || missing.length > 0) return { evidence: [], notes };
  const ids = new Set(states.map(({ id }) => id));
  const known = test.targets.map(({ id }) => id).filter((id) => ids.has(id));
  const item: Evidence = {
    id: test.id,
    kind: "test",
    variable: hypothesisVariable,
    bearsOn: known[0] ?? hypothesisVariable,
    reading,
    text: plain(test.text),
    ...(test.date?.day !== undefined && { date: test.date.day }),
    sources: [...new Set(test.sources.map(({ id }) => id))],
    ...itemGrades(test.grade?.written, test.sources),
    outcomes: 2,
    likelihood: Object.fromEntries(states.map(({ id }) => [id, found.get(id) ?? exactly(1 / 2)])),
    eliminates: reading === "failed, eliminates" ? known : [],
    ...(test.cluster !== undefined && { cluster: test.cluster }),
  };
  return { evidence: [item], notes };
}

/** What a reader of the forecast must know of a test's numbers. */
function vectorNotes({ test, ours, missing }: TestVector): readonly string[] {
  if (missing.length > 0) return [`The test ${testName(test)} is left out: it has no number under ${listText(missing)}, and no default without a known name and the hypothesis it is for.`];
  if (ours.length === 0) return [];
  return [`The test ${testName(test)} has no number under ${listText(ours)}; the default range of a ${test.kind ?? ""} test stands in, which is ours.`];
}
