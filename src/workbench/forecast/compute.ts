import type { Marginal } from "#bayes/answer";
import { infer } from "#bayes/infer";
import type { NetworkPiece } from "#core/network-piece";
import { parseCalendarDate, type CalendarDate } from "#kit/date";
import type { AssumptionForecast, Forecast, StateForecast, WeighedEvidence } from "#model/forecast";
import type { Names } from "#model/names";
import { assumptionStates, type CompiledAssumption } from "#workbench/forecast/assumptions";
import { boundsOf } from "#workbench/forecast/bounds";
import { countedPiece, inDocumentOrder, placesIn } from "#workbench/forecast/counted";
import { defaultCorrelation } from "#workbench/forecast/dependence";
import { defaultSeed, engineVersion } from "#workbench/forecast/engine";
import { flipsOf } from "#workbench/forecast/flip";
import type { Bounds } from "#workbench/forecast/extremes";
import { forecastNetwork } from "#workbench/forecast/network";
import { notesOn } from "#workbench/forecast/notes";
import { mainQuestion, type ForecastRequest, type Question } from "#workbench/forecast/request";
import { addMessage, compile, fromLogs, isPossible, logsOf, mainRoot, rootsOf, totalVariation, withoutEvidence, type Compiled, type Root } from "#workbench/forecast/roots";
import { sourceRegister } from "#workbench/forecast/source-register";
import { watchNext } from "#workbench/forecast/watch";
import { decibels, type WeighedItem } from "#workbench/forecast/weigh";
import { distributionOf, dropEach, replay, type Answer } from "#workbench/forecast/what-ifs";

export type { ForecastOptions, ForecastRequest } from "#workbench/forecast/request";

/** What the document's own evidence implies; undefined where it gives nothing to compute. */
export function computeForecast(request: ForecastRequest): Forecast | undefined {
  const { document, options = {} } = request;
  const ask = asking(request);
  const full = mainAnswer(request, ask);
  const { piece, compiled } = full;
  const main = mainRoot(compiled);
  if (!main || !saysSomething(piece, compiled)) return undefined;
  const asOf = options.until ?? document.asOf;
  const flips = flipsOf(main);
  const answers = headlines(compiled);
  const [scenarios, hypotheses] = [compiled.scenarios, compiled.hypotheses].map((root) => root && { root, ...boundsOf(settled(root)) });
  return {
    question: document.question ?? "",
    ...(asOf !== undefined && { asOf }),
    scenarios: stateForecasts(scenarios, answers),
    bounds: (scenarios?.exact ?? true) && (hypotheses?.exact ?? true) ? "exact" : "outer",
    evidence: weighedEvidence(full),
    assumptions: compiled.assumptions.map((assumption) => assumptionForecast(assumption, compiled, answers)),
    hypotheses: stateForecasts(hypotheses, answers),
    watchNext: watchNext(main),
    flip: flips.sets,
    replay: replay(full, ask, [document.asOf, options.until, ...closingDays(request.names)].filter((date) => date !== undefined)),
    without: dropEach(full, ask),
    notes: [...notesOn(compiled, piece, options), ...(flips.cut ? ["Only some of the sets of crossings that change the leading scenario are listed."] : [])],
    engine: { version: engineVersion, seed: options.seed ?? defaultSeed },
  };
}

/** What counts for the question that a request asks, compiled: what its forecast is computed from. */
export const mainAnswer = (request: ForecastRequest, ask = asking(request)): Answer => ask(mainQuestion(request.options ?? {}), "all");

/** Asks the document's techniques a question and compiles what they say. */
function asking(request: ForecastRequest): (question: Question, which?: "all" | "active") => Answer {
  const { names, options = {} } = request;
  const { grades = true, dependence = true, pool: law = "geometric", extremise: exponent = 1, assumed = new Map<string, string>() } = options;
  const correlation = request.document.correlation ?? defaultCorrelation;
  const rules = { register: sourceRegister(names), grades, dependence, correlation, law, exponent, assumed };
  const places = placesIn(names);
  return (question, which = "active") => {
    const piece = inDocumentOrder(countedPiece(request, question), places);
    return { question, piece, compiled: compile(piece, rules, which) };
  };
}

/** The days of readings that end a look, with or without numbers of their own to count by. */
const closingDays = (names: Names): readonly (CalendarDate | undefined)[] =>
  names.all("observation").flatMap(({ facts }) => (facts?.["reading"] === "crossed" || facts?.["reading"] === "not crossed" ? [parseCalendarDate(facts["date"] ?? "")] : []));

/** True where somebody holds an opinion, or something was observed, about a variable that is declared. */
const saysSomething = (piece: NetworkPiece, compiled: Compiled): boolean =>
  rootsOf(compiled).some(({ prior, items }) => prior.opinions.length > 0 || items.length > 0) || piece.dependents.length > 0;

/** The variable as it can be answered: without evidence that contradicts itself. */
const settled = (root: Root): Root => (isPossible(root) ? root : withoutEvidence(root));

/** Posteriors of scenarios, hypotheses and assumptions, from the one network. */
function headlines(compiled: Compiled): ReadonlyMap<string, Marginal> {
  const { network, evidence } = forecastNetwork(compiled);
  const nodes = new Set(network.variables.map(({ id }) => id));
  const asked = [...rootsOf(compiled).map(({ variable }) => variable.id), ...compiled.assumptions.map(({ dependent }) => dependent.id)];
  const answer = infer(network, evidence, asked.filter((id) => nodes.has(id)));
  return answer.kind === "possible" ? answer.posteriors : new Map();
}

function stateForecasts(bounded: (Bounds & { readonly root: Root }) | undefined, answers: ReadonlyMap<string, Marginal>): readonly StateForecast[] {
  if (!bounded) return [];
  const { variable, prior } = bounded.root;
  const posterior = answers.get(variable.id) ?? prior.point;
  return variable.states.map(({ id, title, residual }, at) => {
    const stated = prior.stated?.opinion.probabilities[id]?.point;
    const value = posterior[at] ?? 0;
    const [low, high] = [Math.min(bounded.low[at] ?? 0, value), Math.max(bounded.high[at] ?? 1, value)];
    return { id, title, residual, ...(stated !== undefined && { stated }), prior: prior.point[at] ?? 0, posterior: value, low, high };
  });
}

/** In the order of the document, whatever the items bear on. */
function weighedEvidence({ piece, compiled }: Answer): readonly WeighedEvidence[] {
  const onRoots = rootsOf(compiled).flatMap(({ items, states }) => items.map((item) => [item.item, evidenceOf(item, states)] as const));
  const onAssumptions = compiled.assumptions.flatMap(({ items }) => items.map((item) => [item.item, evidenceOf(item, assumptionStates)] as const));
  const weighed = new Map([...onRoots, ...onAssumptions]);
  return piece.evidence.flatMap((item) => weighed.get(item) ?? []);
}

function evidenceOf(weighed: WeighedItem, states: readonly string[]): WeighedEvidence {
  const { id, kind, bearsOn, date, sources, text, reading } = weighed.item;
  return { id, kind, bearsOn, ...(date !== undefined && { date }), sources, text, reading, weight: decibels(weighed, states), share: weighed.share };
}

function assumptionForecast(assumption: CompiledAssumption, compiled: Compiled, answers: ReadonlyMap<string, Marginal>): AssumptionForecast {
  const { dependent, assumed, lift } = assumption;
  const parent = rootsOf(compiled).find(({ variable }) => variable.id === dependent.variable);
  const known = answers.get(dependent.id);
  const posterior = assumed ? (assumed === "holds" ? 1 : 0) : known?.[0];
  const root = parent && settled(parent);
  const ifFalse = root && lift && fromLogs(addMessage(logsOf(root, assumption), lift));
  const now = root && (answers.get(root.variable.id) ?? root.prior.point);
  return {
    id: dependent.id,
    title: dependent.title,
    ...(dependent.holds && { holds: dependent.holds.point }),
    ...(posterior !== undefined && { posterior }),
    ...(root && ifFalse && { ifFalse: distributionOf(root.states, ifFalse) }),
    leverage: now && ifFalse ? totalVariation(now, ifFalse) : 0,
  };
}
