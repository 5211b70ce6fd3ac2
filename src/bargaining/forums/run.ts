import { seedFor } from "#kit/random";
import { advance, drawChanges } from "./changes.ts";
import { runConsensus } from "./consensus.ts";
import { drawRun, newDraw } from "./draw.ts";
import type { Negotiation, Threat, Threats } from "./negotiation.ts";
import { runOptIn } from "./opt-in.ts";
import type { Parameters } from "./parameters.ts";
import { classesOf } from "./rules.ts";
import type { Result, Scene } from "./texts.ts";
import { runVote } from "./vote.ts";
import { worldOf, type Track, type World } from "./world.ts";

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
  /** Runs from which the threats are reckoned; 500 where absent. */
  readonly pilot?: number;
  /** Threats reckoned before, by `threatsIn`. */
  readonly threats?: Threats;
}

/** What became of a forum in each run. */
export interface Account {
  readonly track: Track;
  readonly threat: Threat | undefined;
  readonly outcomes: Uint8Array;
  /** Where the adopted text lies, from 0 to 1; NaN where none was adopted. */
  readonly texts: Float64Array;
  /** The same on each further scale. */
  readonly further: readonly Float64Array[];
  readonly months: Float64Array;
  /** Of a consensus: 1 where nobody objected, 2 where that hung on the reluctant not being sure of one another. */
  readonly fragile: Uint8Array;
}

/** Runs from which the chance of an alternative is reckoned: always the first ones, however many follow. */
const pilotRuns = 500;

/**
 * Runs a negotiation. Votes and conferences of the willing come first, so that what they deliver is known as the threat under which
 * a consensus is sought. Run k of a seed has the same luck under any rule, position or parameter: differences between variants are theirs.
 */
export function runNegotiation(negotiation: Negotiation, options: RunOptions): readonly Account[] {
  const world = worldOf(negotiation, options.parameters);
  const tracks = world.tracks.filter(({ forum }) => options.only?.includes(forum.id) ?? true);
  const threats = options.threats ?? (tracks.some(isConsensus) ? threatsOver(world, options) : []);
  return runTracks({ world, tracks, threats }, options);
}

/** What those who refuse a consensus can expect elsewhere, from the first runs. */
export const threatsIn = (negotiation: Negotiation, options: Pick<RunOptions, "seed" | "parameters">): Threats => threatsOver(worldOf(negotiation, options.parameters), options);

const isConsensus = ({ forum }: Track): boolean => forum.rule.kind === "consensus";

function threatsOver(world: World, { seed, parameters, pilot: runs = pilotRuns }: Pick<RunOptions, "seed" | "parameters" | "pilot">): Threats {
  const apart = world.tracks.filter((track) => !isConsensus(track));
  if (apart.length === 0 || apart.length === world.tracks.length) return [];
  const pilot = runTracks({ world, tracks: apart, threats: [] }, { runs, seed, parameters });
  const alternatives = pilot.flatMap((account) => threatOf(account, world, parameters) ?? []).toSorted((one, other) => other.weight - one.weight);
  return world.tracks.map((track) => (isConsensus(track) ? (alternatives.find(({ forum }) => forum === track.forum.alternative) ?? alternatives[0]) : undefined));
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

/** True where the forum delivered a text in a run. */
export const delivers = ({ track, outcomes }: Pick<Account, "track" | "outcomes">, run: number): boolean => classesOf(track.forum.rule)[outcomes[run] ?? 0]?.delivers === true;
