import { seedFor } from "#kit/random";
import { delivers, firstRuns, type Account } from "./account.ts";
import { advance, drawChanges } from "./changes.ts";
import { runConsensus } from "./consensus.ts";
import { drawRun, newDraw } from "./draw.ts";
import type { Forum, Negotiation, Threat, Threats } from "./negotiation.ts";
import { runOptIn } from "./opt-in.ts";
import type { Parameters } from "./parameters.ts";
import type { Result, Scene } from "./texts.ts";
import { runVote } from "./vote.ts";
import { worldOf, type Track, type World } from "./world.ts";

export { delivers, type Account };

export interface RunOptions {
  readonly runs: number;
  /** A whole number; fixes everything random. */
  readonly seed: number;
  readonly parameters: Parameters;
  /** Called after each run. */
  readonly step?: () => void;
  /** The number of the first run; 0 where absent. Run k is the same whichever runs go with it. */
  readonly from?: number;
  /** The forums that are wanted, by their ids; all where absent. The others are run only as far as they threaten these. */
  readonly only?: readonly string[];
  /** The threats are reckoned from the runs themselves, and from so many where these are fewer; 500 where absent. */
  readonly pilot?: number;
  /** Threats reckoned before, by `threatsFrom`. */
  readonly threats?: Threats;
}

/** Fewest runs from which the chance of an alternative is reckoned. */
export const pilotRuns = 500;

/**
 * Runs a negotiation. Votes and conferences of the willing come first, so that what they deliver is known as the threat under which
 * a consensus is sought. Run k of a seed has the same luck under any rule, position or parameter: differences between variants are theirs.
 */
export function runNegotiation(negotiation: Negotiation, options: RunOptions): readonly Account[] {
  const world = worldOf(negotiation, options.parameters);
  const tracks = world.tracks.filter(({ forum }) => options.only?.includes(forum.id) ?? true);
  const apart = world.tracks.filter((track) => !isConsensus(track));
  if (options.threats || apart.length === 0 || !tracks.some(isConsensus)) return runTracks({ world, tracks, threats: options.threats ?? [] }, options);
  const { step: _, ...quiet } = options;
  const before = runTracks({ world, tracks: apart, threats: [] }, { ...quiet, runs: Math.max(options.runs, options.pilot ?? pilotRuns) });
  const sought = runTracks({ world, tracks: tracks.filter(isConsensus), threats: threatsOver(before, world, options.parameters) }, options);
  return tracks.flatMap((track) => sought.find((account) => account.track === track) ?? before.filter((account) => account.track === track).map((account) => firstRuns(account, options.runs)));
}

/** What those who refuse a consensus can expect elsewhere, from runs of the other forums. */
export const threatsFrom = (accounts: readonly Account[], negotiation: Negotiation, parameters: Parameters): Threats => threatsOver(accounts, worldOf(negotiation, parameters), parameters);

const isConsensus = ({ forum }: Pick<Track, "forum">): boolean => forum.rule.kind === "consensus";

/** A forum that the fallback names is the threat even if it delivers nothing, which is none. */
function threatsOver(accounts: readonly Account[], world: World, parameters: Parameters): Threats {
  const apart = new Set(world.tracks.filter((track) => !isConsensus(track)).map(({ forum }) => forum.id));
  const alternatives = accounts.flatMap((account) => (apart.has(account.track.forum.id) ? (threatOf(account, world, parameters) ?? []) : [])).toSorted((one, other) => other.weight - one.weight);
  const threatTo = ({ alternative }: Forum): Threat | undefined => (alternative === undefined ? alternatives[0] : alternatives.find(({ forum }) => forum === alternative));
  return world.tracks.map((track) => (isConsensus(track) ? threatTo(track.forum) : undefined));
}

interface Course {
  readonly world: World;
  readonly tracks: readonly Track[];
  readonly threats: Threats;
}

/** Forums are run in the order of their sessions, so that what changes between two of them is known to the second. */
function runTracks({ world, tracks, threats }: Course, { runs, seed, parameters, step, from = 0 }: RunOptions): readonly Account[] {
  const draw = newDraw(world);
  const scene: Scene = { world, parameters, draw, threats };
  const accounts = tracks.map((track) => newAccount(track, { threat: threats[track.number], runs, scales: world.scales }));
  const sessions = accounts.toSorted((one, other) => one.track.years - other.track.years);
  const changes = world.future.events.length > 0 || world.future.chances.some((chance) => chance > 0);
  const changeSeed = seedFor(seed, changePurpose);
  for (let run = 0; run < runs; run++) {
    drawRun(world, parameters, { seed, run: from + run }, draw);
    const count = changes ? drawChanges(world, { seed, changeSeed, run: from + run }, draw) : 0;
    let next = 0;
    for (const account of sessions) {
      if (next < count) next = advance(draw, account.track.years, { next, count });
      record(account, run, runTrack(account.track, scene), draw.text);
    }
    step?.();
  }
  return accounts;
}

const unopposedMark = { no: 0, firm: 1, fragile: 2 } as const;

/** Changes have a stream of their own, so that a run without them is the same as if there could be none. */
const changePurpose = 1;

function runTrack(track: Track, scene: Scene): Result {
  const { rule } = track.forum;
  if (rule.kind === "consensus") return runConsensus(track, scene);
  return rule.kind === "opt-in" ? runOptIn(rule, track, scene) : runVote(rule, track, scene);
}

const newAccount = (track: Track, { threat, runs, scales }: { readonly threat: Threat | undefined; readonly runs: number; readonly scales: number }): Account => ({
  track,
  threat,
  outcomes: new Uint8Array(runs),
  texts: new Float64Array(runs),
  further: Array.from({ length: scales - 1 }, () => new Float64Array(runs)),
  months: new Float64Array(runs),
  fragile: new Uint8Array(runs),
});

function record({ outcomes, texts, further, months, fragile }: Account, run: number, result: Result, text: Float64Array): void {
  outcomes[run] = result.outcome;
  texts[run] = result.adopted ? (text[0] ?? 0) : Number.NaN;
  months[run] = result.months;
  fragile[run] = unopposedMark[result.unopposed];
  for (let scale = 0; scale < further.length; scale++) {
    const places = further[scale];
    if (places) places[run] = result.adopted ? (text[scale + 1] ?? 0) : Number.NaN;
  }
}

/** What a forum is worth as an alternative: its chance, times its force, times the share of all capability that its members have. */
function threatOf(account: Account, world: World, { resolutionForce, optInForce }: Parameters): Threat | undefined {
  const { track, texts, further } = account;
  const delivered = texts.filter((_, run) => delivers(account, run)).length;
  const chance = delivered / texts.length;
  const force = track.forum.rule.kind === "opt-in" ? optInForce : resolutionForce;
  const weight = chance * force * coverage(track, world);
  if (weight === 0) return undefined;
  const mean = (places: Float64Array): number => places.reduce((sum, place, run) => sum + (delivers(account, run) ? place : 0), 0) / delivered;
  return { forum: track.forum.id, chance, weight, text: mean(texts), ...(further.length > 0 && { further: further.map(mean) }) };
}

function coverage({ members }: Track, { capability }: World): number {
  const total = capability.reduce((sum, one) => sum + one, 0);
  return total === 0 ? members.length / capability.length : members.reduce((sum, party) => sum + (capability[party] ?? 0), 0) / total;
}
