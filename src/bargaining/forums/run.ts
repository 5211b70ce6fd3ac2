import { seededRandom } from "#kit/random";
import { drawRun, newDraw } from "./draw.ts";
import { runConsensus } from "./consensus.ts";
import { worldOf, type Negotiation, type Party, type Threat, type Track, type World } from "./negotiation.ts";
import { runOptIn } from "./opt-in.ts";
import type { Parameters } from "./parameters.ts";
import { classesOf } from "./rules.ts";
import type { Result, Scene } from "./texts.ts";
import { runVote } from "./vote.ts";

export interface RunOptions {
  readonly runs: number;
  /** A whole number; fixes everything random. */
  readonly seed: number;
  readonly parameters: Parameters;
  /** Called after each run. */
  readonly step?: () => void;
}

/** What became of a forum in each run. */
export interface Account {
  readonly track: Track;
  readonly threat: Threat | undefined;
  readonly outcomes: Uint8Array;
  readonly texts: Float64Array;
  readonly months: Float64Array;
  readonly fragile: Uint8Array;
}

/** Runs from which the chance of an alternative is reckoned: always the first ones, however many follow. */
const pilotRuns = 500;

/**
 * Runs a negotiation. Votes and conferences of the willing come first, so that what they deliver is known as the threat under which
 * a consensus is sought. Run k of a seed has the same luck under any rule, position or parameter: differences between variants are theirs.
 */
export function runNegotiation(negotiation: Negotiation, options: RunOptions): readonly Account[] {
  const { parameters } = options;
  const world = worldOf(negotiation, (party) => spreadOf(party, parameters));
  const apart = world.tracks.filter(({ forum }) => forum.rule.kind !== "consensus");
  const threatened = apart.length > 0 && apart.length < world.tracks.length;
  const pilot = threatened ? runTracks({ world, tracks: apart, threats: [] }, { ...options, runs: pilotRuns, step: () => undefined }) : [];
  return runTracks({ world, tracks: world.tracks, threats: threatsTo(world, pilot, parameters) }, options);
}

function spreadOf({ low, high }: Party, { rangeWidth, positionSpread }: Parameters): number {
  return low === undefined || high === undefined ? positionSpread : Math.abs(high - low) / rangeWidth;
}

interface Course {
  readonly world: World;
  readonly tracks: readonly Track[];
  readonly threats: Scene["threats"];
}

function runTracks({ world, tracks, threats }: Course, { runs, seed, parameters, step }: RunOptions): readonly Account[] {
  const random = seededRandom(seed);
  const draw = newDraw(world);
  const scene: Scene = { world, parameters, draw, threats };
  const accounts = tracks.map((track) => newAccount(track, threats[track.number], runs));
  for (let run = 0; run < runs; run++) {
    drawRun(world, parameters, random, draw);
    for (const account of accounts) record(account, run, runTrack(account.track, scene));
    step?.();
  }
  return accounts;
}

function runTrack(track: Track, scene: Scene): Result {
  const { rule } = track.forum;
  if (rule.kind === "consensus") return runConsensus(track, scene);
  return rule.kind === "opt-in" ? runOptIn(rule, track, scene) : runVote(rule, track, scene);
}

const newAccount = (track: Track, threat: Threat | undefined, runs: number): Account => ({
  track,
  threat,
  outcomes: new Uint8Array(runs),
  texts: new Float64Array(runs),
  months: new Float64Array(runs),
  fragile: new Uint8Array(runs),
});

function record({ outcomes, texts, months, fragile }: Account, run: number, result: Result): void {
  outcomes[run] = result.outcome;
  texts[run] = result.text;
  months[run] = result.months;
  fragile[run] = result.fragile ? 1 : 0;
}

/** For each forum that seeks consensus: the alternative it names, else the one that is worth most. */
function threatsTo(world: World, pilot: readonly Account[], parameters: Parameters): Scene["threats"] {
  const alternatives = pilot.flatMap((account) => threatOf(account, world, parameters) ?? []).toSorted((one, other) => other.weight - one.weight);
  return world.tracks.map(({ forum }) => {
    if (forum.rule.kind !== "consensus") return undefined;
    return alternatives.find((threat) => threat.forum === forum.alternative) ?? alternatives[0];
  });
}

/** What a forum is worth as an alternative: its chance, times its force, times the share of all capability that its members have. */
function threatOf(account: Account, world: World, { resolutionForce, optInForce }: Parameters): Threat | undefined {
  const { track, texts } = account;
  const delivered = texts.filter((_, run) => delivers(account, run));
  const chance = delivered.length / texts.length;
  const force = track.forum.rule.kind === "opt-in" ? optInForce : resolutionForce;
  const weight = chance * force * coverage(track, world);
  if (weight === 0) return undefined;
  return { forum: track.forum.id, chance, weight, text: delivered.reduce((sum, text) => sum + text, 0) / delivered.length };
}

function coverage({ members }: Track, { capability }: World): number {
  const total = capability.reduce((sum, one) => sum + one, 0);
  return total === 0 ? members.length / capability.length : members.reduce((sum, party) => sum + (capability[party] ?? 0), 0) / total;
}

/** True where the forum delivered a text in a run. */
export const delivers = ({ track, outcomes }: Account, run: number): boolean => classesOf(track.forum.rule)[outcomes[run] ?? 0]?.delivers === true;

