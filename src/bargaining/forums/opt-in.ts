import type { Track } from "./negotiation.ts";
import type { Parameters } from "./parameters.ts";
import { optInOutcome, type Rule } from "./rules.ts";
import { smallest } from "./smallest.ts";
import { failed, firstText, weighText, type Result, type Scene } from "./texts.ts";

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
  const text = firstText(track, scene, draw.marks);
  weighText(text, track, scene);
  const needed = neededIn(rule, size, parameters.entryShare);
  const signed = sign(track, scene);
  if (signed < needed) return failed(optInOutcome.tooFew);
  const months = entryMonth(track, scene, needed);
  if (months > parameters.ratificationMonths) return failed(optInOutcome.signed);
  return { ...failed(ratifiedByMajor(track, scene) ? optInOutcome.withMajor : optInOutcome.withoutMajor), text, months };
}

/** How many must join for the text to be in force. */
export const neededIn = ({ needed }: OptIn, members: number, share: number): number => Math.max(1, needed ?? Math.ceil(share * members));

/** Marks those to whom the top of the scale is worth a conference; says how many. */
function convene(track: Track, scene: Scene): number {
  const { parameters, draw } = scene;
  weighText(1, track, scene);
  let count = 0;
  for (let at = 0; at < track.members.length; at++) {
    const party = track.members[at] ?? 0;
    const wants = (draw.worth[party] ?? 0) > parameters.conveningCost;
    draw.marks[party] = wants ? 1 : 0;
    if (wants) count++;
  }
  return count;
}

/** Marks who signs: signatures draw signatures until no more come. Says how many. */
function sign(track: Track, scene: Scene): number {
  const { draw, parameters } = scene;
  const { tally } = draw;
  for (let at = 0; at < track.members.length; at++) draw.marks[track.members[at] ?? 0] = 0;
  tally.fill(0);
  let signed = 0;
  for (let step = 0; step <= track.members.length; step++) {
    const joined = signMore(track, scene, parameters.signingCost - parameters.cascade * (signed / track.members.length));
    if (joined === 0) break;
    signed += joined;
  }
  return signed;
}

/** Those who had not signed and now do, given the signatures in their coalition so far; says how many. */
function signMore({ members, coalitionSize }: Track, { world, draw, parameters }: Scene, price: number): number {
  const { tally, marks, worth } = draw;
  let joined = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (marks[party] === 1) continue;
    const coalition = world.coalition[party] ?? -1;
    const drawn = coalition < 0 ? 0 : (parameters.coalitionCascade * (tally[coalition] ?? 0)) / (coalitionSize[coalition] ?? 1);
    if ((worth[party] ?? 0) + drawn <= price) continue;
    marks[party] = 1;
    if (coalition >= 0) tally[coalition] = (tally[coalition] ?? 0) + 1;
    joined++;
  }
  return joined;
}

/** The month of the ratification that brings the text into force; of the signatories, who are marked. */
function entryMonth({ members }: Track, { draw, parameters }: Scene, needed: number): number {
  const { worth, marks, lateness } = draw;
  let signed = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (marks[party] === 1) worth[signed++] = lateness[party] ?? 1;
  }
  return monthOf(smallest(worth, signed, needed - 1), parameters);
}

/** The month by which a party so late has ratified, at a constant hazard. */
const monthOf = (lateness: number, { ratificationHazard }: Parameters): number => (lateness < 1 ? -Math.log(1 - lateness) / ratificationHazard : Number.POSITIVE_INFINITY);

function ratifiedByMajor({ members }: Track, { world, draw, parameters }: Scene): boolean {
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (draw.marks[party] !== 1 || (world.capability[party] ?? 0) < parameters.majorCapability) continue;
    if (monthOf(draw.lateness[party] ?? 1, parameters) <= parameters.ratificationMonths) return true;
  }
  return false;
}
