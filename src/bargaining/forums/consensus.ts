import type { Track } from "./negotiation.ts";
import { consensusOutcome } from "./rules.ts";
import { failed, firstText, weighText, type Result, type Scene } from "./texts.ts";
import { voteOn } from "./vote.ts";

interface Seat {
  readonly track: Track;
  readonly scene: Scene;
}

/**
 * The chair proposes drafts from the compromise towards the status quo until nobody objects. To object is an act with a price:
 * an actor does so where the draft falls short of what it expects otherwise by more than the cost of objecting, which grows with
 * the members who go along and falls with the company of other objectors and with capability. So a draft can fail for being
 * too strong for its opponents, or for being too weak for those who could get more elsewhere.
 */
export function runConsensus(track: Track, scene: Scene): Result {
  const { parameters, draw } = scene;
  if ((draw.procedure[track.number] ?? 1) < parameters.proceduralFailure) return failed(consensusOutcome.procedure);
  const first = firstText(track, scene);
  const drafts = track.forum.text === undefined ? parameters.rounds : 1;
  let nearest = { shortfall: Number.POSITIVE_INFINITY, tooWeak: false };
  for (let draft = 0; draft < drafts; draft++) {
    const text = parameters.statusQuo + (first - parameters.statusQuo) * (1 - draft / drafts);
    weighText(text, track, scene, scene.threats[track.number]);
    const objections = settle(track, scene, "nobody");
    const outcome = agreement(objections, draft, { track, scene });
    if (outcome !== undefined) return { ...failed(outcome), text, fragile: objections.count === 0 && settle(track, scene, "everybody").count > 0 };
    if (objections.shortfall < nearest.shortfall) nearest = { shortfall: objections.shortfall, tooWeak: wantMore(text, track, scene) * 2 > objections.count };
  }
  return lastResort(first, nearest.tooWeak ? consensusOutcome.tooWeak : consensusOutcome.blocked, { track, scene });
}

/** The class of an agreement on a draft; undefined where the objections stand. */
function agreement({ count, shortfall, last }: Objections, draft: number, { track, scene }: Seat): number | undefined {
  const { parameters, draw, world } = scene;
  if (count === 0 || shortfall <= parameters.sidePayments) return draft === 0 ? consensusOutcome.asProposed : consensusOutcome.diluted;
  const overruled = parameters.gavel * (1 - (world.capability[last] ?? 1));
  return count === 1 && (draw.gavel[track.number] ?? 1) < overruled ? consensusOutcome.gavelled : undefined;
}

/** The vote that the rules keep for this case, on the text as first proposed. */
function lastResort(text: number, refused: number, { track, scene }: Seat): Result {
  const rule = track.forum.lastResort;
  if (rule?.kind !== "majority" && rule?.kind !== "unanimity") return failed(refused);
  return voteOn(text, rule, { track, scene }).decision === "adopted" ? { ...failed(consensusOutcome.byVote), text } : failed(refused);
}

/** How many of the objectors would have the text further from the status quo. */
function wantMore(text: number, { members }: Track, { draw, parameters }: Scene): number {
  const towards = Math.sign(text - parameters.statusQuo);
  let count = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (draw.marks[party] === 1 && ((draw.position[party] ?? 0) - text) * towards > 0) count++;
  }
  return count;
}

/** Who objects once all have seen one another: how many, and how much it would take to satisfy them all. */
interface Objections {
  readonly count: number;
  readonly shortfall: number;
  readonly last: number;
}

/** Objections encourage one another (their map is monotone): from nobody the least set that stands is reached, from everybody the largest. */
function settle(track: Track, scene: Scene, from: "nobody" | "everybody"): Objections {
  let objections: Objections = { count: from === "nobody" ? 0 : track.members.length, shortfall: 0, last: -1 };
  scene.draw.marks.fill(from === "nobody" ? 0 : 1);
  for (let step = 0; step <= track.members.length; step++) {
    const next = objectTo(track, scene, objections.count);
    if (next.count === objections.count) return next;
    objections = next;
  }
  return objections;
}

/** One look at the others: each member objects or not, given how many others do. Nobody objects to what it prefers. */
function objectTo({ members }: Track, { world, parameters, draw }: Scene, before: number): Objections {
  const price = (others: number): number => parameters.objectionCost + parameters.isolationCost * (1 - others / members.length);
  const relief = (others: number): number => parameters.companyRelief * Math.log(1 + others);
  const mine = Math.max(0, before - 1);
  const [pricePlain, reliefPlain, priceMarked, reliefMarked] = [price(before), relief(before), price(mine), relief(mine)];
  let [count, shortfall, last] = [0, 0, -1];
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    const marked = draw.marks[party] === 1;
    const share = 1 - parameters.capabilityShield * (world.capability[party] ?? 0);
    const cost = (marked ? priceMarked : pricePlain) * share - (marked ? reliefMarked : reliefPlain);
    const short = -(draw.worth[party] ?? 0) - (cost > 0 ? cost : 0);
    draw.marks[party] = short > 0 ? 1 : 0;
    if (short <= 0) continue;
    count++;
    shortfall += short;
    last = party;
  }
  return { count, shortfall, last };
}
