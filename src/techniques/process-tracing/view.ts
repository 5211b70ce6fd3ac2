import { shownDate } from "#core/read-cell";
import type { Results } from "#core/technique";
import { walkBlock } from "#core/walk-block";
import { shortened } from "#kit/short-text";
import type { Block, MechanismChain, TableCell, Tone } from "#model/block";
import type { Forecast } from "#model/forecast";
import { squareOf } from "./view-square.ts";
import type { Hypothesis, ProcessTracing, ResultReading, Test } from "./schema.ts";

const tones: Readonly<Record<ResultReading, Tone>> = { passed: "good", failed: "alarm", "failed, eliminates": "alarm", open: "note" };

/** The chain with the tests on its links, the hypotheses before and after the evidence, and what each test weighs. */
export function view(part: ProcessTracing, { forecast }: Results): readonly Block[] {
  return [
    ...part.remarks.map((text): Block => ({ kind: "prose", text: text.source })),
    ...chainOf(part),
    ...hypothesesOf(part.hypotheses, forecast),
    ...testsOf(part.tests),
    ...weightsOf(part, forecast),
    ...leaderOf(forecast),
    ...squareOf(part),
  ];
}

type Link = MechanismChain["links"][number];

function chainOf({ cause, outcome, steps, tests }: ProcessTracing): readonly Block[] {
  const links: readonly Link[] = [
    ...(cause ? [{ id: "cause", role: "cause" as const, text: cause.source, marks: [] }] : []),
    ...steps.map(({ id, text }) => ({ id, role: "step" as const, text: text.source, marks: tests.filter(({ steps: named }) => named.includes(id)).map(markOf) })),
    ...(outcome ? [{ id: "outcome", role: "outcome" as const, text: outcome.source, marks: [] }] : []),
  ];
  return links.length > 0 ? [{ kind: "mechanism-chain", caption: "From cause to outcome", links }] : [];
}

const markOf = ({ id, label, kind, reading, result }: Test): Link["marks"][number] => ({
  text: [id, kind ?? label?.written, reading ?? result?.written].filter((part) => part !== undefined).join(", "),
  tone: reading ? tones[reading] : "watch",
});

function hypothesesOf(hypotheses: readonly Hypothesis[], forecast: Forecast | undefined): readonly Block[] {
  if (hypotheses.length === 0) return [];
  const computed = new Map((forecast?.hypotheses ?? []).map((state) => [state.id, state] as const));
  const known = new Set(hypotheses.map(({ id }) => id));
  const rows = hypotheses.map(({ id, text, prior }) => ({ id, cells: [id, text.source, prior ? { probability: prior.point, low: prior.low, high: prior.high } : "", posteriorOf(computed.get(id))] }));
  const implied = (forecast?.hypotheses ?? []).filter(({ id }) => !known.has(id)).map((state) => ({ cells: ["", state.title, { probability: state.prior }, posteriorOf(state)] }));
  return [{ kind: "table", caption: "Hypotheses before and after the tests", head: ["ID", "Hypothesis", "Prior", "After the tests"], rows: [...rows, ...implied] }];
}

const posteriorOf = (state: Forecast["hypotheses"][number] | undefined): TableCell => (state ? { probability: state.posterior, low: state.low, high: state.high } : "");

function testsOf(tests: readonly Test[]): readonly Block[] {
  if (tests.length === 0) return [];
  const rows = tests.map((test) => ({
    id: test.id,
    cells: [test.id, test.text.source, test.kind ?? test.label?.written ?? "", test.targets.map(({ id }) => id).join(", "), resultBadge(test), test.date ? shownDate(test.date) : "", sourcesOf(test)],
  }));
  return [{ kind: "table", caption: "Tests", head: ["ID", "Evidence", "Test", "For", "Result", "Date", "Source"], rows }];
}

/** Sources that the evidence's own text does not cite already. */
function sourcesOf({ sources, text }: Test): string {
  const shown = new Set(text.citations.map(({ key }) => key));
  return sources.filter(({ id }) => !shown.has(id)).map(({ id, grade }) => `[@${id}]${grade === undefined ? "" : `{${grade}}`}`).join(" ");
}

const resultBadge = ({ reading, result }: Test): TableCell => (reading ? { badge: reading, tone: tones[reading] } : result ? { badge: result.written, tone: "watch" } : "");

/** How the hypothesis that leads came to its probability. */
function leaderOf(forecast: Forecast | undefined): readonly Block[] {
  const [leader] = (forecast?.hypotheses ?? []).toSorted((a, b) => b.posterior - a.posterior);
  return leader ? walkBlock(leader.id, forecast, `How the probability of ${leader.id} came about`) : [];
}

/** The weights as they entered the forecast. */
function weightsOf({ hypotheses, tests }: ProcessTracing, forecast: Forecast | undefined): readonly Block[] {
  const sources = new Map(tests.map((test) => [test.id, sourcesOf(test)]));
  const items = (forecast?.evidence ?? []).filter(({ kind }) => kind === "test").map(({ id, text, date, weight }) => ({ id, text: `${shortened(text, 60)} ${sources.get(id) ?? ""}`.trim(), ...(date !== undefined && { date }), weights: weight }));
  if (items.length === 0 || !forecast) return [];
  const columns = forecast.hypotheses.map(({ id, title }) => ({ id, title: hypotheses.find((hypothesis) => hypothesis.id === id)?.text.source ?? title }));
  return [{ kind: "weight-of-evidence", caption: "What each test weighs, in decibels", columns, items }];
}
