import { emptyPiece, hypothesisVariable, scenarioVariable, type Evidence, type NetworkPiece, type Opinion, type Situation, type Watched } from "#core/network-piece";
import { daysBetween } from "#kit/date";
import { exactly, falling, type Interval } from "#kit/interval";
import type { Grade } from "#model/grade";
import type { Declaration, Kind, Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import type { ForecastOptions, ForecastRequest } from "#workbench/forecast/request";

type Vector = Readonly<Record<string, number | Interval>>;

/** An assessment reduced to its numbers, for tests of the forecast alone. */
export interface TestDocument {
  readonly asOf?: string;
  readonly correlation?: number;
  readonly scenarios?: readonly string[];
  readonly stated?: Vector;
  readonly estimates?: readonly { readonly id: string; readonly date?: string; readonly weight?: number; readonly probabilities: Vector }[];
  readonly indicators?: readonly { readonly id: string; readonly horizon: string; readonly crossing: Vector }[];
  readonly observations?: readonly TestObservation[];
  readonly assumptions?: readonly { readonly id: string; readonly holds?: number | Interval; readonly ifFails?: Vector }[];
  readonly hypotheses?: readonly string[];
  readonly priors?: Vector;
  readonly tests?: readonly TestItem[];
  readonly sources?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
interface TestItem {
  readonly id: string;
  readonly date?: string;
  readonly sources?: readonly string[];
  readonly grade?: Grade;
  readonly citedGrades?: Readonly<Record<string, Grade>>;
  readonly cluster?: string;
  readonly likelihood?: Vector;
  readonly outcomes?: number;
  readonly eliminates?: readonly string[];
}
/** A reading of an indicator, or an item with a likelihood of its own that bears on the scenarios or an assumption. */
export interface TestObservation extends TestItem {
  readonly bearsOn: string;
  readonly reading?: "quiet" | "crossed" | "not crossed";
}

export const interval = (value: number | Interval): Interval => (typeof value === "number" ? exactly(value) : value);
export const between = (low: number, high: number): Interval => ({ low, point: (low + high) / 2, high });
const vector = (entries: Vector): Readonly<Record<string, Interval>> => Object.fromEntries(Object.entries(entries).map(([state, value]) => [state, interval(value)]));

/** The request that such a document makes. */
export function requestFor(document: TestDocument, options: ForecastOptions = {}): ForecastRequest {
  return { piecesFor: (situation) => pieceOf(document, situation), names: namesOf(document), document: frontMatter(document), options };
}

function frontMatter({ asOf, correlation }: TestDocument): FrontMatter {
  return { question: "What happens?", ...(correlation !== undefined && { correlation }), ...(asOf !== undefined && { asOf }), yardstick: { name: "icd203", title: "ICD 203", terms: [] }, authors: [], audiences: [], values: {}, spans: {}, problems: [] };
}

function namesOf({ sources = {}, ...document }: TestDocument): Names {
  let place = 0;
  const declare = (kind: Kind, ids: readonly string[], facts?: (id: string) => Readonly<Record<string, string>>): readonly Declaration[] =>
    ids.map((id) => ({ id, kind, title: id, span: { section: 0, from: place, to: ++place }, ...(facts && { facts: facts(id) }) }));
  const idsOf = (list: readonly { readonly id: string }[] = []): readonly string[] => list.map(({ id }) => id);
  const declared = [
    ...declare("assumption", idsOf(document.assumptions)),
    ...declare("indicator", idsOf(document.indicators)),
    ...declare("observation", idsOf(document.observations)),
    ...declare("test", idsOf(document.tests)),
    ...declare("source", Object.keys(sources), (key) => sources[key] ?? {}),
  ];
  const byId = new Map(declared.map((declaration) => [declaration.id, declaration]));
  return { find: (id) => byId.get(id), all: (kind) => declared.filter((declaration) => declaration.kind === kind), references: () => [] };
}

function pieceOf(document: TestDocument, situation: Situation): NetworkPiece {
  const { scenarios = [], hypotheses = [], assumptions = [], tests = [] } = document;
  const { without } = situation;
  const states = (ids: readonly string[]) => ids.map((id) => ({ id, title: id, residual: id === "other" }));
  const own = (document.observations ?? []).filter(({ reading, id, date }) => reading === undefined && counts(situation, id, date));
  return {
    ...emptyPiece,
    variables: [
      ...(scenarios.length > 0 ? [{ id: scenarioVariable, states: states(scenarios) }] : []),
      ...(hypotheses.length > 0 ? [{ id: hypothesisVariable, states: states(hypotheses) }] : []),
    ],
    opinions: opinionsOf(document, situation),
    evidence: [
      ...indicatorsIn(document, situation).flatMap(({ evidence }) => evidence),
      ...own.map((item) => itemOf(item, { variable: assumptions.some(({ id }) => id === item.bearsOn) ? item.bearsOn : scenarioVariable, bearsOn: item.bearsOn, kind: "observation" })),
      ...tests.filter(({ id, date }) => counts(situation, id, date)).map((item) => itemOf(item, { variable: hypothesisVariable, bearsOn: "H", kind: "test" })),
    ],
    watched: indicatorsIn(document, situation).flatMap(({ watched }) => watched),
    dependents: assumptions
      .filter(({ id }) => !without.has(id))
      .map(({ id, holds, ifFails }) => ({ id, title: id, variable: scenarioVariable, ...(holds !== undefined && { holds: interval(holds) }), ...(ifFails && { ifFails: vector(ifFails) }) })),
  };
}

const counts = ({ until, without }: Situation, id: string, date: string | undefined): boolean => !without.has(id) && (until === undefined || date === undefined || date <= until);

function opinionsOf({ stated, priors, estimates = [] }: TestDocument, situation: Situation): readonly Opinion[] {
  const own = { id: "stated", kind: "stated", weight: 1 } as const;
  return [
    ...(stated ? [{ ...own, variable: scenarioVariable, probabilities: vector(stated) }] : []),
    ...(priors ? [{ ...own, variable: hypothesisVariable, probabilities: vector(priors) }] : []),
    ...estimates
      .filter(({ id, date }) => counts(situation, id, date))
      .map(({ id, date, weight = 1, probabilities }): Opinion => ({ id, kind: "estimate", variable: scenarioVariable, weight, probabilities: vector(probabilities), ...(date !== undefined && { date }) })),
  ];
}

interface Placed {
  readonly variable: string;
  readonly bearsOn: string;
  readonly kind: Evidence["kind"];
}
const itemOf = ({ id, date, sources = [], grade = {}, citedGrades, cluster, likelihood = {}, outcomes = 2, eliminates = [] }: TestItem, placed: Placed): Evidence => ({
  id,
  ...placed,
  reading: "seen",
  text: id,
  ...(date !== undefined && { date }),
  sources,
  grade,
  ...(citedGrades && { citedGrades }),
  outcomes,
  likelihood: vector(likelihood),
  eliminates,
  ...(cluster !== undefined && { cluster }),
});

/** The latest quiet look counts; a crossing, or that it did not come, replaces all looks. */
function indicatorsIn(document: TestDocument, situation: Situation): readonly { readonly evidence: readonly Evidence[]; readonly watched: readonly Watched[] }[] {
  return (document.indicators ?? [])
    .filter(({ id }) => !situation.without.has(id))
    .map(({ id, horizon, crossing }) => {
      const q = vector(crossing);
      const watched = { id, variable: scenarioVariable, crossing: q };
      const given = situation.assumed.get(id);
      if (given === "crossed" || given === "not crossed") return { evidence: [readingOf({ id, bearsOn: id, reading: given }, q, 1)], watched: [] };
      const readings = (document.observations ?? []).filter((item) => item.bearsOn === id && item.reading !== undefined && counts(situation, item.id, item.date));
      const final = readings.find(({ reading }) => reading !== "quiet");
      if (final) return { evidence: [readingOf(final, q, 1)], watched: [] };
      const look = readings.toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1)).at(-1);
      if (!look) return { evidence: [], watched: [watched] };
      const elapsed = elapsedAt(document.asOf ?? "", look.date ?? "", horizon);
      return { evidence: [readingOf(look, q, elapsed)], watched: [{ ...watched, quiet: { evidence: look.id, elapsed } }] };
    });
}

export const elapsedAt = (asOf: string, date: string, horizon: string): number => Math.min(1, Math.max(0, daysBetween(asOf, date) / daysBetween(asOf, horizon)));

function readingOf(item: TestObservation, crossing: Readonly<Record<string, Interval>>, elapsed: number): Evidence {
  const reading = item.reading ?? "seen";
  const likelihood = reading === "crossed" ? crossing : Object.fromEntries(Object.entries(crossing).map(([state, q]) => [state, falling(q, (value) => 1 - value * elapsed)]));
  return { ...itemOf(item, { variable: scenarioVariable, bearsOn: item.bearsOn, kind: "observation" }), reading, likelihood };
}
