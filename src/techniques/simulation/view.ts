import { parameters } from "#bargaining/forums/parameters";
import { runNegotiation } from "#bargaining/forums/run";
import { summaryOf, type ForumSummary } from "#bargaining/forums/summary";
import { countsByDraw, drawnShare } from "#bargaining/forums/uncertain";
import { flips, ruleChanges, type Flip, type RuleChange } from "#bargaining/forums/variants";
import { wordsOfForum, wordsOfRule } from "#bargaining/forums/rule-words";
import { lateNotes } from "#core/negotiation/late-sessions";
import { simulationId } from "#core/negotiation/declared-simulation";
import { declaredRuns, simulatedDistribution, type DeclaredRuns } from "#core/negotiation/simulated-opinion";
import type { ScenarioShares } from "#core/negotiation/scenario-shares";
import { statesOf } from "#core/read-vector";
import { stateName } from "#core/state-name";
import type { Results } from "#core/technique";
import { keptLast } from "#kit/kept";
import { percent, points } from "#kit/number-text";
import type { Block, OutcomeBars, TableCell } from "#model/block";
import type { Names } from "#model/names";
import { shownDate } from "#core/read-cell";
import type { Event, Simulation } from "./schema.ts";

/** Runs for the variants on a page: what an actor's move or another rule changes shows with fewer. */
const variantRuns = 500;

/** How often each forum ends how, what that means for the scenarios, who could turn it alone, and what the rules cost. */
export function view({ remarks, events }: Simulation, { names, document }: Results): readonly Block[] {
  const prose = remarks.map((text): Block => ({ kind: "prose", text: text.source }));
  const done = declaredRuns(names, document);
  if (done === undefined) return prose;
  if (typeof done === "string") return [...prose, { kind: "callout", tone: "watch", title: "Not simulated", text: `There is nothing to simulate: ${done}.` }];
  const variants = variantsOf(done);
  return [...prose, ...scenarioTable(done, names), barsOf(done, names), ...eventTable(events), ...pivotTable(variants, names), ...ruleTable(variants, done, names), ...assumed(done, names, lateNotes(names, document))];
}

interface Variants {
  readonly moves: readonly Flip[];
  readonly rules: readonly RuleChange[];
  /** The forums under their own rules, over as many runs. */
  readonly before: readonly ForumSummary[];
}

/** Kept, because they take longer than all else and hang on the negotiation alone. */
const variantsOf = keptLast(
  ({ negotiation, options }: DeclaredRuns) => JSON.stringify([negotiation, options]),
  ({ negotiation, options }): Variants => {
    const own = { ...options, runs: Math.min(options.runs, variantRuns) };
    const before = runNegotiation(negotiation, own);
    return { moves: flips(negotiation, own), rules: ruleChanges(negotiation, before, own), before: before.map(summaryOf) };
  },
);

function scenarioTable({ scenarios, declared }: DeclaredRuns, names: Names): readonly Block[] {
  if (scenarios === undefined) return [];
  if (typeof scenarios === "string") return [{ kind: "callout", tone: "watch", title: "No scenario follows", text: `The simulation does not enter the forecast: ${scenarios}.` }];
  const given = simulatedDistribution(names, scenarios);
  const enters = typeof given === "string" ? `It does not enter the forecast: ${given}.` : declared.weight > 0 ? `It enters the prior as one opinion with weight ${declared.weight}.` : "Its weight is 0, so it does not enter the forecast.";
  const rows = statesOf(names, "scenario").list.map(({ id, title, facts }) => ({ cells: [stateName({ id, title }), shareCell(scenarios, id), probabilityCell(typeof given === "string" ? undefined : given.get(id)), probabilityCell(facts?.["stated"])] }));
  return [
    { kind: "table", caption: "What the outcomes mean for the scenarios", head: ["Scenario", "Of the runs", "Enters the prior as", "As stated"], rows },
    { kind: "prose", text: enters },
  ];
}

function shareCell({ shares }: ScenarioShares, id: string): TableCell {
  const found = shares.find((share) => share.id === id);
  return found?.count === 0 ? "none" : found ? `${percent(found.share)} ± ${(found.error * 100).toFixed(1)}` : "not simulated";
}

function probabilityCell(value: number | string | undefined): TableCell {
  const probability = Number(value ?? Number.NaN);
  return Number.isFinite(probability) ? { probability } : "";
}

function barsOf({ accounts, options, declared }: DeclaredRuns, names: Names): OutcomeBars {
  const { draws } = declared;
  const runs = accounts[0]?.outcomes.length ?? 0;
  const groups = accounts.map((account) => {
    const summary = summaryOf(account);
    const outcomes = summary.outcomes.map(({ name, delivers }, at) => ({ name, delivers, ...drawnShare(countsByDraw(runs, draws, (run) => account.outcomes[run] === at), runs / draws) }));
    return { id: summary.id, title: names.find(summary.id)?.title ?? summary.id, note: `${wordsOfForum(account.track.forum)}; ${summary.members} members${textNote(summary)}`, outcomes };
  });
  return { kind: "outcome-bars", caption: `How ${runs.toLocaleString("en")} simulated negotiations end${forceNote({ accounts, options, declared })}`, groups };
}

/** Where the adopted texts lie. */
const textNote = ({ text }: ForumSummary): string => (text ? `; texts at ${Math.round(text.mean * 100)}, four in five from ${Math.round(text.low * 100)} to ${Math.round(text.high * 100)}` : "");

/** A treaty counts as in force by the model's own clock. */
function forceNote({ accounts, options, declared: { draws, parameters: set } }: Pick<DeclaredRuns, "accounts" | "options" | "declared">): string {
  if (!accounts.some(({ track }) => track.forum.rule.kind === "opt-in")) return "";
  const about = draws > 1 && set.ratificationMonths === undefined ? "about " : "";
  return `; in force means within ${about}${options.parameters.ratificationMonths} months of the conference, whatever the day on which the question resolves`;
}

function pivotTable({ moves }: Variants, names: Names): readonly Block[] {
  const pivots = moves.filter(({ pivot }) => pivot).toSorted((one, other) => Math.abs(other.change.share) - Math.abs(one.change.share));
  if (pivots.length === 0) return [{ kind: "prose", text: "No actor alone changes the most likely outcome of a forum by moving to the other end of the scale." }];
  const rows = pivots.map(({ actor, forum, to, change, before, after }) => ({ cells: [names.find(actor)?.title ?? actor, forum, String(Math.round(to * 100)), before, after, moved(change.share)] }));
  return [{ kind: "table", caption: "Pivots: actors whose move to the other end of the scale alone changes the most likely outcome", head: ["Actor", "Forum", "Moves to", "Instead of", "The most likely outcome is", "The forum delivers"], rows }];
}

const moved = (share: number): string => (Math.abs(share) < 0.005 ? "as often" : `${points(share)} ${share > 0 ? "more" : "less"}`);

function ruleTable({ rules, before }: Variants, { negotiation }: DeclaredRuns, names: Names): readonly Block[] {
  const rows = rules.map(({ forum, rule, delivers, change, text }) => {
    const own = negotiation.forums.find(({ id }) => id === forum);
    const summary = before.find(({ id }) => id === forum);
    return { cells: [names.find(forum)?.title ?? forum, own ? wordsOfForum(own) : "", percent(summary?.delivers.share ?? 0), placeOf(summary?.text), wordsOfRule(rule), `${percent(delivers.share)} (${moved(change.share)})`, placeOf(text)] };
  });
  return [{ kind: "table", caption: "The price of the rule: the same actors under another one, with the parameters at their defaults", head: ["Forum", "Rule", "Delivers", "A text at", "Under", "Delivers", "A text at"], rows }];
}

const placeOf = (text: ForumSummary["text"]): string => (text ? String(Math.round(text.mean * 100)) : "–");

/** What may happen before a session, as the document says it. */
function eventTable(events: readonly Event[]): readonly Block[] {
  const rows = events.map(({ id, title, date, chance, moves, sources }) => ({
    id,
    cells: [date ? shownDate(date) : "", title.source, chance?.value === undefined ? "" : { probability: chance.value }, moves?.written ?? "", sources.map(({ id: key, grade }) => `[@${key}]${grade === undefined ? "" : `{${grade}}`}`).join(" ")],
  }));
  return rows.length === 0 ? [] : [{ kind: "table", caption: "What may happen before", head: ["Date", "Event", "Chance", "Moves", "Source"], rows }];
}

/** Where things stay as they are, which decides who has to be won over. */
function onStatusQuo(names: Names, { parameters: set, draws }: DeclaredRuns["declared"]): string {
  const written = names.find(simulationId)?.facts?.["statusQuo"];
  if (written !== undefined || set.statusQuo !== undefined) return `The status quo on the scale: ${written ?? Number(((set.statusQuo ?? 0) * 100).toFixed(2))}.`;
  const { to = 0, value = 0 } = parameters.find(({ name }) => name === "statusQuo") ?? {};
  return `The document does not say where the status quo lies on the scale: it is taken to lie at ${value * 100}, ${draws > 1 ? `or as far as ${to * 100}, ` : ""}the end at which things stay as they are unless a line Status quo says otherwise.`;
}

const onParameters = ({ draws, seed }: DeclaredRuns["declared"]): string =>
  draws > 1
    ? `The parameters that the document does not set are ours; each was drawn anew ${draws} times from the range in which it could as well lie (seed ${seed}). The line on a bar is how far its share moves with them, or its standard error where that is larger. Pivots and other rules are compared with the parameters at their defaults.`
    : `The parameters are at their defaults, which are ours (seed ${seed}); the errors are those of the number of runs. How much hangs on them \`rapporteur simulate --screen\` shows.`;

/** What the document does not say, and that the numbers of the model are ours. */
const assumed = ({ notes, declared }: DeclaredRuns, names: Names, late: readonly string[]): readonly Block[] => [
  { kind: "callout", tone: "note", title: "What this rests on", text: [...notes, ...late, onStatusQuo(names, declared), onParameters(declared)].join(" ") },
];
