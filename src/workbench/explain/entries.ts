import { simulationId } from "#core/negotiation/declared-simulation";
import { declaredRuns } from "#core/negotiation/simulated-opinion";
import type { Declaration } from "#model/names";
import { assumptionStates } from "#workbench/forecast/assumptions";
import { normalisedPoints } from "#workbench/forecast/prior";
import { isPossible, mainRoot, posteriorOf, rootsOf } from "#workbench/forecast/roots";
import { crossingGiven } from "#workbench/forecast/watch";
import { completedGrade, type WeighedItem } from "#workbench/forecast/weigh";
import { distributionOf } from "#workbench/forecast/what-ifs";
import { droppedFrom, mentionsOf, type Setting } from "#workbench/explain/setting";
import type { AssumptionExplanation, IndicatorExplanation, ItemExplanation, OpinionExplanation, OutsideExplanation, SimulatedExplanation, SourceExplanation } from "#workbench/explain/shape";
import { likelihoodOf, togetherWith, weightsOf } from "#workbench/explain/weights";

/** The items of one variable, with the names of its states. */
interface Weighed {
  readonly variable: string;
  readonly states: readonly string[];
  readonly items: readonly WeighedItem[];
}

const variablesOf = ({ answer: { compiled } }: Setting): readonly Weighed[] => [
  ...rootsOf(compiled).map(({ variable, states, items }) => ({ variable: variable.id, states, items })),
  ...compiled.assumptions.map(({ dependent, items }) => ({ variable: dependent.id, states: assumptionStates, items })),
];

/** Explains an observation or a test. */
export function explainItem(setting: Setting, { id, title }: Declaration): ItemExplanation {
  const about = variablesOf(setting).flatMap((weighed) => weighed.items.filter(({ item }) => item.id === id).map((item) => aboutItem(setting, weighed, item)));
  return { kind: "item", id, title, counts: about.length > 0, why: about.length > 0 ? null : whyNot(setting, id), about, without: droppedFrom(setting, id, "item"), mentions: mentionsOf(setting, id) };
}

function aboutItem({ register }: Setting, { variable, states, items }: Weighed, weighed: WeighedItem): ItemExplanation["about"][number] {
  const { bearsOn, reading, date, sources } = weighed.item;
  const { reliability = "", credibility = "" } = completedGrade(weighed.item, register);
  return {
    variable,
    bearsOn,
    reading,
    date: date ?? null,
    sources,
    grade: `${reliability}${credibility}`,
    reliability: weighed.reliability,
    share: weighed.share,
    together: togetherWith(weighed, items),
    likelihood: likelihoodOf(weighed, states),
    weight: weightsOf(items, states, register).get(weighed) ?? {},
  };
}

/** Why an item that the document declares does not count. */
function whyNot({ answer: { piece, compiled }, assessment: { names } }: Setting, id: string): string {
  if (compiled.adrift.some((item) => item.id === id)) return "It bears on nothing whose probability the forecast gives.";
  const targets = new Set(names.all("indicator").flatMap((indicator) => (names.references(indicator.id).some(({ from }) => from === id) ? [indicator.id] : [])));
  const counted = piece.evidence.find(({ bearsOn }) => targets.has(bearsOn));
  if (counted) return `${counted.id} is the reading of ${counted.bearsOn} that counts: a later look replaces those before it, a crossing all looks.`;
  return "It has no reading with numbers to count by, it was left out, or it is dated later than what was asked for.";
}

/** Explains an indicator: what its crossing would do, and what was seen of it. */
export function explainIndicator(setting: Setting, { id, title }: Declaration): IndicatorExplanation {
  const { forecast, answer, otherwise } = setting;
  const root = rootsOf(answer.compiled).find(({ watched }) => watched.some((one) => one.id === id));
  const watched = root?.watched.find((one) => one.id === id);
  const variable = root?.variable.id;
  const possible = root && watched && isPossible(root);
  return {
    kind: "indicator",
    id,
    title,
    open: watched !== undefined,
    crossing: watched?.crossing ?? {},
    probability: possible ? posteriorOf(root).reduce((sum, p, state) => sum + p * (crossingGiven(root, watched)[state] ?? 0), 0) : null,
    bits: forecast.watchNext.find((one) => one.id === id)?.bits ?? null,
    ifCrossed: watched ? otherwise({ assumed: [id, "crossed"] }, variable) : null,
    ifNotCrossed: watched ? otherwise({ assumed: [id, "not crossed"] }, variable) : null,
    items: itemsOn(setting, id),
    without: otherwise({ without: id }, variable),
    flips: forecast.flip.filter((set) => set.includes(id)),
    mentions: mentionsOf(setting, id),
  };
}

const itemsOn = ({ answer: { piece } }: Setting, id: string): readonly string[] => Array.from(new Set(piece.evidence.filter((item) => item.bearsOn === id).map((item) => item.id)));

/** Explains an assumption: how the forecast hangs on it. */
export function explainAssumption(setting: Setting, { id, title }: Declaration): AssumptionExplanation {
  const { forecast, answer, otherwise } = setting;
  const compiled = answer.compiled.assumptions.find(({ dependent }) => dependent.id === id);
  const found = forecast.assumptions.find((assumption) => assumption.id === id);
  const states = rootsOf(answer.compiled).find(({ variable }) => variable.id === compiled?.dependent.variable)?.states ?? [];
  return {
    kind: "assumption",
    id,
    title,
    holds: found?.holds ?? null,
    posterior: found?.posterior ?? null,
    leverage: found?.leverage ?? 0,
    failing: compiled?.table ? distributionOf(states, compiled.table) : {},
    ifFalse: found?.ifFalse ? { probabilities: found.ifFalse, shift: found.leverage } : null,
    ifHolds: compiled?.table ? otherwise({ assumed: [id, "holds"] }, compiled.dependent.variable) : null,
    items: itemsOn(setting, id),
    without: compiled ? otherwise({ without: id }, compiled.dependent.variable) : null,
    mentions: mentionsOf(setting, id),
  };
}

/** Explains a source: which items rest on it, and how far the forecast moves without it. */
export function explainSource(setting: Setting, { id, title, facts = {} }: Declaration): SourceExplanation {
  const { answer: { piece }, assessment: { names } } = setting;
  const origin = facts["origin"]?.trim();
  const cited = piece.evidence.filter(({ sources }) => sources.includes(id));
  const items = new Map(cited.map((item) => [item.id, item.sources.every((key) => key === id)]));
  return {
    kind: "source",
    id,
    title: facts["title"] ?? title,
    reliability: facts["reliability"] ?? null,
    origin: origin ?? null,
    sameOrigin: origin === undefined || origin === "" ? [] : names.all("source").flatMap((other) => (other.id !== id && other.facts?.["origin"]?.trim().toLowerCase() === origin.toLowerCase() ? [other.id] : [])),
    items: Array.from(items, ([item, alone]) => ({ id: item, alone })),
    without: droppedFrom(setting, id, "source"),
    mentions: mentionsOf(setting, id),
  };
}

/** Explains an opinion in the pool of a prior; undefined where nobody of that name holds one. */
export function explainOpinion({ answer: { compiled }, otherwise }: Setting, id: string): OpinionExplanation | undefined {
  const opinions = rootsOf(compiled).flatMap(({ prior, states }) =>
    prior.opinions.filter(({ opinion }) => opinion.id === id).map(({ opinion, entries, share }) => ({ kind: opinion.kind, date: opinion.date ?? null, share, probabilities: distributionOf(states, normalisedPoints(entries)) })),
  );
  return opinions.length === 0 ? undefined : { kind: "opinion", id, opinions, without: mainRoot(compiled) ? otherwise({ without: id }) : null };
}

/** Explains what the simulation is made of; undefined where it is not simulated, or the simulation is not in the pool. */
export function explainSimulated(setting: Setting, { id, title, kind }: Declaration): SimulatedExplanation | undefined {
  const opinion = isSimulated(setting, id, kind) ? explainOpinion(setting, simulationId) : undefined;
  return opinion && { kind: "simulated", id, title, what: kind, through: simulationId, opinions: opinion.opinions, without: opinion.without, mentions: mentionsOf(setting, id) };
}

/** True for the simulation itself, the rows of its table, and the actors, forums and events that its runs have. */
function isSimulated({ assessment: { names, scene } }: Setting, id: string, kind: Declaration["kind"]): boolean {
  const done = declaredRuns(names, scene.document);
  if (typeof done !== "object") return false;
  const { forums, events = [] } = done.negotiation;
  switch (kind) {
    case "simulation":
    case "outcome":
      return true;
    case "actor":
      return forums.some(({ members }) => members.includes(id));
    case "forum":
      return forums.some((forum) => forum.id === id);
    case "event":
      return events.some((event) => event.id === id);
    default:
      return false;
  }
}

/** Explains an entry that no number is computed from: which entries it names that the forecast knows. */
export function explainOutside(setting: Setting, { id, title, kind }: Declaration): OutsideExplanation {
  const { names } = setting.assessment;
  const counted = (["scenario", "hypothesis", "indicator", "assumption", "observation", "test", "source"] as const).flatMap((known) => names.all(known));
  const named = counted.filter((other) => other.id !== id && names.references(other.id).some(({ from }) => from === id)).map((other) => other.id);
  return { kind: "outside", id, title, what: kind, names: named, mentions: mentionsOf(setting, id) };
}
