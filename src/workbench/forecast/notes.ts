import type { NetworkPiece, Opinion } from "#core/network-piece";
import { exactPercent, percent } from "#kit/number-text";
import { clustersOf, defaultCorrelation, effectiveCount } from "#workbench/forecast/dependence";
import type { CompiledAssumption, Contradiction } from "#workbench/forecast/assumptions";
import type { CountedOpinion } from "#workbench/forecast/prior";
import type { ForecastOptions } from "#workbench/forecast/request";
import { isPossible, mainRoot, rootsOf, type Compiled, type Root } from "#workbench/forecast/roots";
import type { WeighedItem } from "#workbench/forecast/weigh";

/** What a reader of the forecast must know: normalisations, defaults of ours, exclusions, acts of the author, what was asked for. */
export function notesOn(compiled: Compiled, piece: NetworkPiece, options: ForecastOptions): readonly string[] {
  const roots = rootsOf(compiled);
  const notes = [
    ...askedFor(options),
    ...roots.flatMap(priorNotes),
    ...compiled.assumptions.flatMap((assumption) => assumptionNotes(assumption, compiled)),
    ...loneNote(compiled.assumptions),
    ...roots.flatMap(evidenceNotes),
    ...gradeNote(compiled, options),
    ...dependenceNotes(compiled, options),
    ...compiled.adrift.map(({ id, variable }) => `${id} bears on ${variable}, for which nothing can be computed; it does not count.`),
    ...piece.notes,
  ];
  return Array.from(new Set(notes));
}

const nounOf = ({ variable }: Root): string => variable.id;
const listed = (words: readonly string[]): string => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);

function askedFor({ without = [], assumed, pool, extremise = 1 }: ForecastOptions): readonly string[] {
  return [
    ...(without.length > 0 ? [`Left out on request: ${listed(without)}.`] : []),
    ...(assumed && assumed.size > 0 ? [`Taken as given on request: ${listed(Array.from(assumed, ([id, state]) => `${id} ${state}`))}.`] : []),
    ...(pool === "arithmetic" ? ["The opinions are pooled by their arithmetic mean, as requested; the default is the geometric pool."] : []),
    ...(extremise !== 1 ? [`The pool of opinions is raised to the power of ${extremise}, as requested; by default it is left alone.`] : []),
  ];
}

function priorNotes(root: Root): readonly string[] {
  const { prior, states } = root;
  const chance = `1 in ${states.length}`;
  return [
    ...(prior.opinions.length === 0 ? [`No probability is stated for the ${nounOf(root)}: each starts at ${chance}, a default of ours.`] : []),
    ...prior.unusable.map((opinion) => `${titleOf(opinion, root)} cannot be used: its weight or its numbers make no distribution.`),
    ...prior.opinions.flatMap((opinion) => [...sumNote(opinion, root), ...filledNote(opinion, root), ...certaintyNote(opinion, root)]),
    ...(prior.deadlock ? [`The opinions about the ${nounOf(root)} exclude every one of them between them; their arithmetic mean is used instead of the geometric pool.`] : []),
    ...(prior.opinions.length > 1 ? [`The prior of the ${nounOf(root)} pools ${prior.opinions.length} opinions: ${listed(prior.opinions.map(weightedName))}.`] : []),
  ];
}

function titleOf({ kind, id }: Opinion, root: Root): string {
  if (kind === "stated") return root.variable.id === "scenarios" ? "The stated set of probabilities" : `The stated set of probabilities of the ${nounOf(root)}`;
  return kind === "base rate" ? `The ${id}` : `The estimate of ${id}`;
}

function weightedName({ opinion: { kind, id, weight } }: CountedOpinion): string {
  const name = kind === "stated" ? "the author's" : id;
  return weight === 1 ? name : `${name} (weight ${weight})`;
}

function sumNote({ opinion, entries }: CountedOpinion, root: Root): readonly string[] {
  const sum = entries.reduce((total, { point }) => total + point, 0);
  if (Math.abs(sum - 1) < 1e-9) return [];
  const subject = opinion.kind === "stated" ? `The stated probabilities${root.variable.id === "scenarios" ? "" : ` of the ${nounOf(root)}`} sum` : `${titleOf(opinion, root)} sums`;
  const digits = Math.abs(sum * 100 - Math.round(sum * 100)) < 1e-7 ? 2 : 4;
  return [`${subject} to ${exactPercent(sum)}; each was divided by ${sum.toFixed(digits)}.`];
}

function filledNote({ opinion, entries, filled }: CountedOpinion, root: Root): readonly string[] {
  if (filled.length === 0) return [];
  const share = entries[root.states.indexOf(filled[0] ?? "")]?.point ?? 0;
  return [`${titleOf(opinion, root)} has no number for ${listed(filled)}; ${filled.length > 1 ? "each gets an equal share of what the others leave" : "it gets what the others leave"}, ${exactPercent(share)}.`];
}

function certaintyNote({ opinion, entries }: CountedOpinion, root: Root): readonly string[] {
  const excluded = root.states.filter((_, at) => entries[at]?.point === 0);
  if (excluded.length === 0 || root.prior.law === "arithmetic") return [];
  return [`${titleOf(opinion, root)} gives ${listed(excluded)} 0%: no evidence can change that.`];
}

function assumptionNotes(assumption: CompiledAssumption, { scenarios }: Compiled): readonly string[] {
  const { dependent, contradictions, assumed, items, lift, table, ifFails } = assumption;
  const { id } = dependent;
  if (contradictions.length > 0) return [...contradictions.map((contradiction) => contradictionNote(id, contradiction)), ...unusedNote(assumption)];
  const usable = assumed === "fails" ? lift : assumed === "holds" ? table : true;
  return [
    ...(assumed && !usable && ifFails ? [`${id} cannot be taken to ${assumed === "fails" ? "fail" : "hold"}: its row does not give the numbers for that.`] : []),
    ...(ifFails && !dependent.holds ? [`${id} does not say how likely it holds: what follows if it fails is shown, but evidence on it cannot count.`] : []),
    ...(ifFails && scenarios && !scenarios.prior.stated ? [`No probabilities are stated for the scenarios; the row of ${id} is read against the pooled prior.`] : []),
    ...(items.length > 0 && dependent.holds && (dependent.holds.point === 0 || dependent.holds.point === 1) ? [`${id} is stated as certain to ${dependent.holds.point === 1 ? "hold" : "fail"}: no evidence can change that.`] : []),
  ];
}

function contradictionNote(id: string, { state, fails, given, stated, value }: Contradiction): string {
  if (fails === undefined || !Number.isFinite(value)) return `${id} contradicts the stated probabilities: if it fails, ${state} has ${exactPercent(given)}, but ${state} is stated as impossible. The row is left out of the forecast.`;
  return `${id} contradicts the stated probabilities: it fails with ${exactPercent(fails)}, and ${state} then has ${exactPercent(given)}, so ${state} must have at least ${exactPercent(fails * given)}, but has ${exactPercent(stated)} (its probability of failing under ${state} would be ${percent(value)}). The row is left out of the forecast.`;
}

const unusedNote = ({ dependent, items, assumed }: CompiledAssumption): readonly string[] => [
  ...(items.length > 0 ? [`${listed(items.map(({ item }) => item.id))} ${items.length > 1 ? "bear" : "bears"} on ${dependent.id} and cannot count.`] : []),
  ...(assumed ? [`${dependent.id} cannot be taken as given.`] : []),
];

function loneNote(assumptions: readonly CompiledAssumption[]): readonly string[] {
  const lone = assumptions.filter(({ ifFails, contradictions }) => !ifFails && contradictions.length === 0).map(({ dependent }) => dependent.id);
  if (lone.length === 0) return [];
  return [`${listed(lone)} ${lone.length > 1 ? "do" : "does"} not say which scenarios follow in case of failure, so the forecast cannot move with ${lone.length > 1 ? "them" : "it"}.`];
}

function evidenceNotes(root: Root): readonly string[] {
  return [
    ...root.items.flatMap((item) => [...eliminationNote(item), ...impossibleNote(item, root), ...missingNote(item, root)]),
    ...(isPossible(root) ? [] : [`The evidence excludes every one of the ${nounOf(root)} between its items; no posterior exists, and the prior is shown.`]),
  ];
}

const eliminationNote = ({ item }: WeighedItem): readonly string[] =>
  item.eliminates.length > 0 ? [`${item.id} eliminates ${listed(item.eliminates)}: the author's act, which no evidence can undo.`] : [];

function impossibleNote({ item, graded }: WeighedItem, { states }: Root): readonly string[] {
  const excluded = states.filter((state, at) => graded.point[at] === -Infinity && !item.eliminates.includes(state));
  return excluded.length > 0 ? [`${item.id} is impossible under ${listed(excluded)} as stated, so it excludes ${excluded.length > 1 ? "them" : "it"} for good.`] : [];
}

function missingNote({ item }: WeighedItem, { states }: Root): readonly string[] {
  const missing = states.filter((state) => item.likelihood[state] === undefined);
  return missing.length > 0 ? [`${item.id} has no likelihood for ${listed(missing)}; 1 in ${item.outcomes} is used, a default of ours.`] : [];
}

const allItems = (compiled: Compiled): readonly WeighedItem[] => [...rootsOf(compiled).flatMap(({ items }) => items), ...compiled.assumptions.flatMap(({ items }) => items)];

function gradeNote(compiled: Compiled, { grades = true }: ForecastOptions): readonly string[] {
  if (!grades) return ["Grades are switched off: every report is taken at face value."];
  const doubted = allItems(compiled).filter(({ reliability }) => reliability < 1);
  if (doubted.length === 0) return [];
  return [`${doubted.length === 1 ? "One item is a report that may be wrong" : `${doubted.length} items are reports that may be wrong`}: how often a grade tells the truth is a table of ours, which can be switched off.`];
}

function dependenceNotes(compiled: Compiled, { dependence = true }: ForecastOptions): readonly string[] {
  if (!dependence) return ["Dependence is switched off: items that share an origin count as independent."];
  const groups = [...rootsOf(compiled), ...compiled.assumptions].flatMap(({ items }) => clustersOf(items.map(({ links }) => links)).map((members) => members.flatMap((at) => items[at] ?? [])));
  const correlation = mainRoot(compiled)?.correlation ?? defaultCorrelation;
  const whose = correlation === defaultCorrelation ? "the rule is ours and can be switched off" : `by the correlation of ${exactPercent(correlation)} that the document states`;
  return groups
    .filter((members) => members.length > 1)
    .map((members) => `${listed(members.map(({ item }) => item.id))} share an origin and count as ${Number(effectiveCount(members.length, correlation).toFixed(2))} items, not ${members.length}; ${whose}.`);
}
