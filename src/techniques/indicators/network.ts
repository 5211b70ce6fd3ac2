import { itemGrades } from "#core/item-grade";
import { emptyPiece, hypothesisVariable, scenarioVariable, type Evidence, type NetworkPiece, type Situation, type Watched } from "#core/network-piece";
import { isResidual, statesOf, vectorOver, type States } from "#core/read-vector";
import { exactly } from "#kit/interval";
import { keptFor, keptForBoth } from "#kit/kept";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import { plain } from "#model/prose";
import { crossingOf, notCrossedIn, ownOnAssumption, ownVector, type Vector } from "./read-likelihoods.ts";
import { elapsedShare, entriesOn, latestOn, standingOf } from "./read-standing.ts";
import type { Indicator, Indicators, Observation } from "./schema.ts";

type Share = Pick<NetworkPiece, "evidence" | "watched" | "notes">;
const nothing: Share = { evidence: [], watched: [], notes: [] };

/** What is the same for every question that a forecast asks. */
interface Setting {
  readonly document: FrontMatter;
  readonly names: Names;
  readonly scenarios: States;
  readonly hypotheses: States;
}
const settingOf = keptForBoth((document: FrontMatter, names: Names): Setting => ({ document, names, scenarios: statesOf(names, "scenario"), hypotheses: statesOf(names, "hypothesis") }));

interface Context extends Pick<Situation, "without" | "assumed"> {
  readonly setting: Setting;
  /** The part of the log that counts. */
  readonly log: readonly Observation[];
}

/** The readings that count as likelihood vectors, and the indicators that are still open. */
export function network({ indicators, observations }: Indicators, situation: Situation): NetworkPiece {
  const { document, names, without, assumed } = situation;
  const log = observations.filter((observation) => counts(observation, situation));
  const setting = settingOf(document, names);
  const context = { setting, without, assumed, log };
  const counted = indicators.filter(({ id }) => !without.has(id)).map((indicator) => framed(setting, indicator));
  const shares = [...counted.map((indicator) => shareOfIndicator(indicator, context)), ...log.map((observation) => shareOfObservation(observation, context))];
  return {
    ...emptyPiece,
    evidence: shares.flatMap(({ evidence }) => evidence),
    watched: shares.flatMap(({ watched }) => watched),
    notes: [...shares.flatMap(({ notes }) => notes), ...residualNote(counted, setting.scenarios)],
  };
}

/** True unless the entry, all that it cites, or its day is left out. */
const counts = ({ id, date, cited }: Observation, { without, until }: Situation): boolean =>
  !without.has(id) && (cited.length === 0 || cited.some((source) => !without.has(source.id))) && (until === undefined || date?.day === undefined || date.day <= until);

/** An indicator with what the scenarios make of it; kept, as is what an entry says of it, because a forecast asks once for each of its what-ifs. */
interface Framed {
  readonly indicator: Indicator;
  readonly setting: Setting;
  readonly crossing: Vector | undefined;
}
const framed = keptForBoth((setting: Setting, indicator: Indicator): Framed => ({ indicator, setting, crossing: crossingOf(indicator, setting.scenarios) }));

/** An indicator's readings, and the indicator itself while it is open. */
function shareOfIndicator(framedOne: Framed, { assumed, log }: Context): Share {
  const { indicator, crossing } = framedOne;
  const { id } = indicator;
  const given = assumed.get(id);
  if (given === "crossed" || given === "not crossed") return shareOfAssumed(indicator, given, crossing);
  const { status, entry, others } = standingOf(id, log);
  const spoken: Spoken = entry ? spokenBy(framedOne, entry, log) : nothing;
  const beside = others.flatMap((other) => evidenceBeside(framedOne, other));
  const isOpen = crossing !== undefined && (status === "quiet" || status === "open");
  const open: readonly Watched[] = isOpen ? [{ id, variable: scenarioVariable, crossing, ...(spoken.quiet && { quiet: spoken.quiet }) }] : [];
  return { evidence: beside.length === 0 ? spoken.evidence : [...spoken.evidence, ...beside], watched: open, notes: spoken.notes };
}

const evidenceBeside = keptForBoth(({ indicator, setting }: Framed, entry: Observation): readonly Evidence[] =>
  evidenceOn({ variable: scenarioVariable, bearsOn: indicator.id }, entry, ownVector(entry, setting.scenarios)),
);

/** At face value: no report stands between the event and its reading. */
function shareOfAssumed({ id, title }: Indicator, reading: "crossed" | "not crossed", crossing: Vector | undefined): Share {
  if (!crossing) return { ...nothing, notes: [`${id} is taken as ${reading}, but has no likelihood for some scenario, so nothing follows.`] };
  const likelihood = reading === "crossed" ? crossing : notCrossedIn(crossing, 1);
  const assumed = { id, kind: "observation" as const, variable: scenarioVariable, bearsOn: id, reading, text: `Taken as given: ${plain(title)}`, likelihood };
  return { ...nothing, evidence: [{ ...assumed, sources: [], grade: {}, outcomes: 2, eliminates: [] }] };
}

/** What an entry says, and how much of the time its quiet look covered. */
interface Spoken extends Share, Pick<Watched, "quiet"> {}

/** What the entry that stands for an indicator says; where numbers are missing for that, what another with the same reading says. */
function spokenBy(framedOne: Framed, entry: Observation, log: readonly Observation[]): Spoken {
  const spoken = shareOfEntry(framedOne, entry);
  if (spoken.evidence.length > 0) return spoken;
  const telling = entriesOn(framedOne.indicator.id, log).filter((other) => other.reading === entry.reading && shareOfEntry(framedOne, other).evidence.length > 0);
  const instead = standingOf(framedOne.indicator.id, telling).entry;
  return instead ? { ...shareOfEntry(framedOne, instead), notes: spoken.notes } : spoken;
}

/** The entry that speaks for an indicator: by its own columns where it has them, else by the indicator's. */
const shareOfEntry = keptForBoth(({ indicator, setting, crossing }: Framed, entry: Observation): Spoken => {
  const { document, scenarios } = setting;
  const onScenarios = { variable: scenarioVariable, bearsOn: indicator.id };
  const own = ownVector(entry, scenarios);
  if (own) return { ...nothing, evidence: evidenceOn(onScenarios, entry, own) };
  if (!crossing) return scenarios.list.length === 0 ? nothing : { ...nothing, notes: [missingNote(indicator, entry, scenarios)] };
  if (entry.reading === "crossed") return { ...nothing, evidence: evidenceOn(onScenarios, entry, crossing) };
  const elapsed = entry.reading === "not crossed" ? 1 : elapsedShare(indicator, document.asOf, entry.date?.day);
  if (elapsed === undefined) return { ...nothing, notes: [`${entry.id} reads quiet on ${indicator.id}, but a date is missing to say how much time had passed, so it is no evidence.`] };
  const quiet = entry.reading === "quiet" && { quiet: { evidence: entry.id, elapsed } };
  return { ...nothing, ...quiet, evidence: evidenceOn(onScenarios, entry, notCrossedIn(crossing, elapsed)) };
});

/** What an observation says of assumptions, and of scenarios and hypotheses where it bears on no indicator and has columns of its own. */
function shareOfObservation(observation: Observation, context: Context): Share {
  const { setting: { names, scenarios, hypotheses }, without, assumed, log } = context;
  const targets = observation.bearsOn.filter(({ id }) => !without.has(id));
  const kindOf = (id: string) => names.find(id)?.kind;
  const assumptions = targets.filter(({ id }) => kindOf(id) === "assumption");
  const onAssumptions = assumptions.filter(({ id }) => !assumed.has(id)).flatMap(({ id }) => evidenceOn({ variable: id, bearsOn: id }, observation, onAssumption(observation, id, log)));
  const isRead = observation.bearsOn.some(({ id }) => kindOf(id) === "indicator") || onAssumptions.length > 0 || (observation.bearsOn.length > 0 && targets.length === 0);
  const direct = isRead ? [] : [[scenarioVariable, scenarios] as const, [hypothesisVariable, hypotheses] as const].flatMap(([variable, states]) => evidenceOn({ variable, bearsOn: targets[0]?.id ?? variable }, observation, ownVector(observation, states)));
  return { ...nothing, evidence: [...onAssumptions, ...direct] };
}

/** Its own columns `Holds` and `Fails`; else, for the latest entry that says so, that it holds or fails for certain. */
function onAssumption(observation: Observation, id: string, log: readonly Observation[]): Vector | undefined {
  const own = ownOnAssumption(observation);
  if (own || latestOn(id, log) !== observation) return own;
  const holds = observation.reading === "holds" ? 1 : 0;
  return { holds: exactly(holds), fails: exactly(1 - holds) };
}

interface Bearing {
  readonly variable: string;
  readonly bearsOn: string;
}

function evidenceOn({ variable, bearsOn }: Bearing, observation: Observation, likelihood: Vector | undefined): readonly Evidence[] {
  return likelihood ? [{ ...itemOf(observation), variable, bearsOn, likelihood }] : [];
}

/** An observation as an item of evidence, whatever it bears on. */
const itemOf = keptFor(({ id, reading, readingCell, text, date, cited, gradeCell, cluster }: Observation): Omit<Evidence, "variable" | "bearsOn" | "likelihood"> => {
  const said = reading ?? (readingCell ? plain(readingCell) : "observed");
  const found = { id, kind: "observation" as const, reading: said, text: plain(text), sources: [...new Set(cited.map((source) => source.id))] };
  return { ...found, ...itemGrades(gradeCell && plain(gradeCell), cited), outcomes: 2, eliminates: [], ...(date?.day !== undefined && { date: date.day }), ...(cluster !== undefined && { cluster }) };
});

function missingNote({ id, vector }: Indicator, entry: Observation, scenarios: States): string {
  const missing = vectorOver(scenarios, vector).missing.filter((state) => !isResidual(state)).map((state) => state.id);
  return `${entry.id} is no evidence: ${id} has no likelihood for ${missing.join(", ")}.`;
}

function residualNote(indicators: readonly Framed[], scenarios: States): readonly string[] {
  const residual = scenarios.list.filter(isResidual);
  const without = indicators.filter(lacksResidual).map(({ indicator }) => indicator.id);
  if (without.length === 0) return [];
  return [`${without.join(", ")} ${without.length > 1 ? "have" : "has"} no likelihood for ${residual.map(({ id }) => id).join(", ")}; 50% is used there, our default.`];
}

const lacksResidual = keptFor(({ indicator, setting, crossing }: Framed): boolean => crossing !== undefined && vectorOver(setting.scenarios, indicator.vector).missing.length > 0);
