import { logarithm } from "#kit/logarithm";
import type { Parameters } from "./parameters.ts";
import { optInOutcome, type Rule } from "./rules.ts";
import { smallest } from "./smallest.ts";
import { failed, proposeText, weighText, type Result, type Scene } from "./texts.ts";
import type { Track } from "./world.ts";

type OptIn = Extract<Rule, { readonly kind: "opt-in" }>;

/**
 * Those who want most convene a conference and write their compromise; members sign, the more so the more of the others
 * and of their own coalition have signed; signatories ratify at a constant hazard, and the text is in force once enough have.
 */
export function runOptIn(rule: OptIn, track: Track, scene: Scene): Result {
  const { parameters, draw } = scene;
  const size = track.members.length;
  const core = convene(track, scene);
  if (core < Math.max(1, parameters.coreShare * size)) return failed(optInOutcome.notConvened);
  proposeText(track, scene, draw.marks);
  weighText(draw.text, track, scene);
  const needed = neededIn(rule, size, parameters.entryShare);
  const signed = sign(track, scene);
  if (signed < needed) return failed(optInOutcome.tooFew);
  const months = entryMonth(track, scene, needed);
  if (months > parameters.ratificationMonths) return failed(optInOutcome.signed);
  return { ...failed(ratifiedByMajor(track, scene) ? optInOutcome.withMajor : optInOutcome.withoutMajor), adopted: true, months };
}

/** How many must join for the text to be in force. */
export const neededIn = ({ needed }: OptIn, members: number, share: number): number => Math.max(1, needed ?? Math.ceil(share * members));

/** Marks those to whom the top of the scales is worth a conference; says how many. */
function convene(track: Track, scene: Scene): number {
  const { parameters, draw } = scene;
  weighText(draw.text.fill(1), track, scene);
  let count = 0;
  for (let at = 0; at < track.members.length; at++) {
    const party = track.members[at] ?? 0;
    const wants = (draw.worth[party] ?? 0) > parameters.conveningCost;
    draw.marks[party] = wants ? 1 : 0;
    if (wants) count++;
  }
  return count;
}

/** Marks who signs: signatures draw signatures until no more come, the least set that stands. Says how many. */
function sign(track: Track, scene: Scene): number {
  const { draw, parameters } = scene;
  draw.tally.fill(0);
  let { signed, wavering } = signAtOnce(track, scene);
  let before = -1;
  while (signed > before && wavering > 0) {
    before = signed;
    const price = parameters.signingCost - parameters.cascade * (signed / track.members.length);
    const left = signMore(track, scene, { price, wavering });
    signed += wavering - left;
    wavering = left;
  }
  return signed;
}

interface Round {
  readonly price: number;
  /** How many are on the list of those who may yet sign. */
  readonly wavering: number;
}

/** Those who sign whoever else does; the others are listed whom all signatures together would win. */
function signAtOnce({ members }: Track, { world, draw, parameters }: Scene): { readonly signed: number; readonly wavering: number } {
  const { tally, marks, worth, list } = draw;
  const least = parameters.signingCost - parameters.cascade - parameters.coalitionCascade;
  let [signed, wavering] = [0, 0];
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    const gain = worth[party] ?? 0;
    const signs = gain > parameters.signingCost;
    marks[party] = signs ? 1 : 0;
    if (signs) {
      const coalition = world.coalition[party] ?? -1;
      if (coalition >= 0) tally[coalition] = (tally[coalition] ?? 0) + 1;
      signed++;
    } else if (gain > least) list[wavering++] = party;
  }
  return { signed, wavering };
}

/** Those on the list who now sign, given the signatures in their coalition so far; says how many are left. */
function signMore({ coalitionSize }: Track, { world, draw, parameters }: Scene, { price, wavering }: Round): number {
  const { tally, marks, worth, list } = draw;
  let left = 0;
  for (let at = 0; at < wavering; at++) {
    const party = list[at] ?? 0;
    const coalition = world.coalition[party] ?? -1;
    const drawn = coalition < 0 ? 0 : (parameters.coalitionCascade * (tally[coalition] ?? 0)) / (coalitionSize[coalition] ?? 1);
    if ((worth[party] ?? 0) + drawn <= price) {
      list[left++] = party;
      continue;
    }
    marks[party] = 1;
    if (coalition >= 0) tally[coalition] = (tally[coalition] ?? 0) + 1;
  }
  return left;
}

/** The month of the ratification that brings the text into force; of the signatories, who are marked. */
function entryMonth({ members }: Track, { draw, parameters }: Scene, needed: number): number {
  const { worth, marks, lateness, buckets } = draw;
  buckets.fill(0);
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    const bucket = Math.floor((lateness[party] ?? 1) * buckets.length);
    buckets[bucket] = (buckets[bucket] ?? 0) + (marks[party] ?? 0);
  }
  let [bucket, earlier] = [0, 0];
  while (bucket < buckets.length && earlier + (buckets[bucket] ?? 0) < needed) earlier += buckets[bucket++] ?? 0;
  let found = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    const late = lateness[party] ?? 1;
    if (marks[party] === 1 && Math.floor(late * buckets.length) === bucket) worth[found++] = late;
  }
  return monthOf(smallest(worth, found, needed - earlier - 1), parameters);
}

/** The month by which a party so late has ratified, at a constant hazard. */
const monthOf = (lateness: number, { ratificationHazard }: Parameters): number => (lateness < 1 ? -logarithm(1 - lateness) / ratificationHazard : Number.POSITIVE_INFINITY);

function ratifiedByMajor({ members }: Track, { world, draw, parameters }: Scene): boolean {
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (draw.marks[party] !== 1 || world.isMajor[party] !== 1) continue;
    if (monthOf(draw.lateness[party] ?? 1, parameters) <= parameters.ratificationMonths) return true;
  }
  return false;
}
