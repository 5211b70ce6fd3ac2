import { oddsAfterEach, type Lesson } from "#bayes/flip-last";
import { atMost, candidatesFor, type Candidate, type FlipChange, type FlipOption, type FlipQuestion } from "#bayes/flip-options";
import { reachesOf, type Reaches, type Singles } from "#bayes/flip-reach";
import { indexEvidence, type IndexedEvidence } from "#bayes/indexed";
import { posteriorGiven } from "#bayes/influence";
import type { JunctionTree } from "#bayes/junction-tree";
import { evidenceBeside, type Evidence } from "#bayes/network";

/** Sets of changes that make another state of the target lead. */
export interface Flips {
  /** The leading state; undefined where two are equally probable, so that nothing can be said to flip. */
  readonly leader: number | undefined;
  /** All sets of the smallest size that do it, each with the state that then leads. */
  readonly sets: readonly FlipSet[];
  /** How many questions were put to the network. */
  readonly asked: number;
  /** True where the search was given up, so that there may be other sets, or any at all. */
  readonly cut: boolean;
}

export interface FlipSet {
  readonly changes: readonly FlipChange[];
  readonly leader: number;
}

/** Posteriors closer than this, as a ratio, are equal: a tie is no lead. */
const tie = 1e-12;
/** Bounds are computed in another order than what they bound. */
const slack = 1e-9;

/**
 * All sets of the smallest size, of changes of one kind, after which another state of the target is strictly the most
 * probable. Sets that cannot do it are not asked about: candidates that the target separates add up exactly, the others at
 * most as far as their Markov blankets allow. `mostAsked` ends the search. undefined where what is known is impossible.
 */
export function smallestFlips(tree: JunctionTree, known: IndexedEvidence, question: FlipQuestion & { readonly mostAsked: number }): Flips | undefined {
  const posterior = posteriorGiven(tree, known, question.target);
  if (!posterior) return undefined;
  const leader = leaderOf(posterior);
  if (leader === undefined) return { leader, sets: [], asked: 1, cut: false };
  const candidates = candidatesFor(tree, known, question, leader);
  const search: Search = { tree, evidence: known, mode: question.mode, target: question.target, leader, candidates, mostAsked: question.mostAsked, found: [], tally: { asked: 1 }, known: new Map() };
  const now = oddsOf(posterior, leader);
  const singles = candidates.map(({ options }) => options.map((option) => single(search, option, now)));
  const bounded = { ...search, singles, reaches: reachesOf(candidates, singles, now) };
  for (let size = 2; search.found.length === 0 && size <= candidates.length && !isOver(search); size++) extend(bounded, { size, chosen: [], from: 0, odds: now });
  return { leader, sets: search.found, asked: search.tally.asked, cut: isOver(search) };
}

/** What may be changed so that another state of a variable leads, by the names of the network. */
export interface NamedFlipQuestion {
  readonly target: string;
  readonly mode: FlipQuestion["mode"];
  /** The variables that may be changed; all where it is left out. */
  readonly among?: readonly string[];
  /** Questions that the search may put to the network. */
  readonly mostAsked: number;
}

/** `smallestFlips` with names for numbers; what is known of the target itself is left out. A name that the network does not have is refused. */
export function smallestFlipsOf(tree: JunctionTree, evidence: Evidence, { target, among, ...others }: NamedFlipQuestion): Flips | undefined {
  const numberOf = (id: string): number => {
    const number = tree.network.numbers.get(id);
    if (number === undefined) throw new RangeError(`The network has no variable called ${id}.`);
    return number;
  };
  return smallestFlips(tree, indexEvidence(tree.network, evidenceBeside(evidence, target)), { ...others, target: numberOf(target), ...(among && { among: new Set(among.map(numberOf)) }) });
}

const isOver = ({ tally, mostAsked }: Search): boolean => tally.asked > mostAsked;

interface Search {
  readonly tree: JunctionTree;
  readonly evidence: IndexedEvidence;
  readonly mode: FlipQuestion["mode"];
  readonly target: number;
  readonly leader: number;
  readonly candidates: readonly Candidate[];
  readonly mostAsked: number;
  readonly found: FlipSet[];
  readonly tally: { asked: number };
  /** The odds after each set that was asked about; a smaller set is how a larger one begins. */
  readonly known: Map<string, readonly number[] | undefined>;
}

/** The only state that leads. */
function leaderOf(posterior: readonly number[]): number | undefined {
  const most = Math.max(...posterior);
  const near = Array.from(posterior.keys()).filter((state) => (posterior[state] ?? 0) > most * (1 - tie));
  return near.length === 1 ? near[0] : undefined;
}

/** By state: how far its logarithm is ahead of the leader's. */
const oddsOf = (posterior: readonly number[], leader: number): readonly number[] => posterior.map((p) => Math.log(p) - Math.log(posterior[leader] ?? 0));

const keyOf = (changes: readonly FlipChange[]): string => changes.map(({ variable, state }) => `${variable} ${state ?? ""}`).join();

/** Asks for the target after some changes, once, and keeps the set if another state leads. */
function askAfter(search: Search, changes: readonly FlipChange[]): readonly number[] | undefined {
  const key = keyOf(changes);
  if (search.known.has(key)) return search.known.get(key);
  search.tally.asked++;
  return keep(search, changes, posteriorGiven(search.tree, changed(search.evidence, changes), search.target));
}

function keep(search: Search, changes: readonly FlipChange[], posterior: readonly number[] | undefined): readonly number[] | undefined {
  const leader = posterior && leaderOf(posterior);
  if (leader !== undefined && leader !== search.leader) search.found.push({ changes, leader });
  const odds = posterior && oddsOf(posterior, search.leader);
  search.known.set(keyOf(changes), odds);
  return odds;
}

/** The same for many last lessons at once, by fewer questions. */
function learnEach(search: Search, { chosen, odds }: Step & { readonly odds: readonly number[] }, lessons: readonly Lesson[]): void {
  search.tally.asked += odds.length;
  const after = oddsAfterEach(search.tree, changed(search.evidence, chosen), search.target, { odds, lessons });
  for (const [at, logs] of after.entries()) {
    const lesson = lessons[at];
    const largest = Math.max(...logs);
    if (lesson) keep(search, [...chosen, lesson], largest > -Infinity ? logs.map((log) => Math.exp(log - largest)) : undefined);
  }
}

/** What a single change gains exactly; undefined for one that is impossible by itself. */
function single(search: Search, option: FlipOption, now: readonly number[]): readonly number[] | undefined {
  return askAfter(search, [change(option)])?.map((after, rival) => atMost(after - (now[rival] ?? 0)));
}

function changed({ observed, likelihoods }: IndexedEvidence, changes: readonly FlipChange[]): IndexedEvidence {
  const [states, vectors] = [new Map(observed), new Map(likelihoods)];
  for (const { variable, state } of changes) {
    if (state !== undefined) states.set(variable, state);
    else {
      states.delete(variable);
      vectors.delete(variable);
    }
  }
  return { observed: states, likelihoods: vectors };
}

interface Bounded extends Search {
  readonly reaches: Reaches;
  /** The exact gains of every option alone, by candidate. */
  readonly singles: Singles;
}

interface Step {
  readonly size: number;
  readonly chosen: readonly FlipChange[];
  readonly from: number;
  /** How far the states are ahead of the leader after what was chosen; undefined where that is impossible by itself. */
  readonly odds: readonly number[] | undefined;
}

/** Visits the sets of one size in order, leaving out those by which no state can win. */
function extend(search: Bounded, step: Step): void {
  const { size, chosen, odds } = step;
  const missing = size - chosen.length;
  const options = openOptions(search, step);
  const lessons = search.mode === "learning" && missing === 1 ? options.flatMap(({ change: { variable, state } }) => (state === undefined ? [] : [{ variable, state }])) : [];
  if (odds && lessons.length > 2 * odds.length && odds.every((log) => log < Infinity) && !isOver(search)) return learnEach(search, { ...step, odds }, lessons);
  for (const { change: next, from } of options) {
    if (isOver(search)) return;
    const changes = [...chosen, next];
    const after = askAfter(search, changes);
    if (missing > 1) extend(search, { size, chosen: changes, from, odds: after });
  }
}

/** What may come next in a set, and from where it then goes on. */
function openOptions(search: Bounded, { size, chosen, from, odds }: Step): readonly { readonly change: FlipChange; readonly from: number }[] {
  const missing = size - chosen.length;
  const last = chosen.length === 0 ? undefined : search.candidates.find(({ variable }) => variable === chosen.at(-1)?.variable)?.part;
  const found: { readonly change: FlipChange; readonly from: number }[] = [];
  for (let next = from; next + missing <= search.candidates.length; next++) {
    const { part, options = [] } = search.candidates[next] ?? {};
    for (const [at, option] of options.entries()) {
      const gains = (part === last ? undefined : search.singles[next]?.[at]) ?? option.gains;
      if (!odds || canWin({ odds, gains, rest: search.reaches(next + 1, missing - 1, part) }, search.leader)) found.push({ change: change(option), from: next + 1 });
    }
  }
  return found;
}

const change = ({ variable, state }: FlipOption): FlipChange => (state === undefined ? { variable } : { variable, state });

interface Contest {
  readonly odds: readonly number[];
  readonly gains: readonly number[];
  readonly rest: readonly number[];
}

/** False where no state can come to lead, whatever else is changed. */
const canWin = ({ odds, gains, rest }: Contest, leader: number): boolean =>
  odds.some((ahead, rival) => rival !== leader && rest[rival] !== -Infinity && atMost(atMost(ahead + (gains[rival] ?? 0)) + (rest[rival] ?? 0)) > -slack);
