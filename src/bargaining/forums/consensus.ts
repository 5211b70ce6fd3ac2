import { consensusOutcome } from "./rules.ts";
import { failed, givenText, proposeText, weighText, type Result, type Scene } from "./texts.ts";
import { voteOn } from "./vote.ts";
import type { Track } from "./world.ts";

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
  const { parameters, draw, world } = scene;
  if ((draw.procedure[track.number] ?? 1) < parameters.proceduralFailure) return failed(consensusOutcome.procedure);
  proposeText(track, scene);
  const drafts = writesSome(track, world.scales) ? Math.max(1, Math.round(parameters.rounds)) : 1;
  let nearest = { shortfall: Number.POSITIVE_INFINITY, tooWeak: false };
  for (let draft = 0; draft < drafts; draft++) {
    for (let scale = 0; scale < world.scales; scale++) {
      const quo = world.statusQuo[scale] ?? 0;
      const kept = draft === 0 || givenText(track, scale) !== undefined ? 1 : 1 - draft / drafts;
      draw.text[scale] = quo + ((draw.first[scale] ?? 0) - quo) * kept;
    }
    weighText(draw.text, track, scene, scene.threats[track.number]);
    const reluctant = listReluctant(track, scene);
    const objections = settle({ track, scene }, reluctant, "nobody");
    const outcome = agreement(objections, draft, { track, scene });
    if (outcome !== undefined) return { ...failed(outcome), adopted: true, unopposed: unopposedBy({ track, scene }, objections, reluctant) };
    if (objections.shortfall < nearest.shortfall) nearest = { shortfall: objections.shortfall, tooWeak: wantMore(reluctant, scene) * 2 > objections.count };
  }
  return lastResort(nearest.tooWeak ? consensusOutcome.tooWeak : consensusOutcome.blocked, { track, scene });
}

/** True where some scale is not put as it stands, so that drafts can differ there. */
function writesSome(track: Track, scales: number): boolean {
  for (let scale = 0; scale < scales; scale++) if (givenText(track, scale) === undefined) return true;
  return false;
}

/** Whether an agreement met no objection, and whether it hung on the reluctant not being sure of one another. */
const unopposedBy = (seat: Seat, { count }: Objections, reluctant: number): Result["unopposed"] => (count > 0 ? "no" : settle(seat, reluctant, "everybody").count > 0 ? "fragile" : "firm");

/** The class of an agreement on a draft; undefined where the objections stand. */
function agreement({ count, shortfall, last }: Objections, draft: number, { track, scene }: Seat): number | undefined {
  const { parameters, draw, world } = scene;
  if (count === 0 || shortfall <= parameters.sidePayments) return draft === 0 ? consensusOutcome.asProposed : consensusOutcome.diluted;
  const overruled = parameters.gavel * (1 - (world.capability[last] ?? 1));
  return count === 1 && (draw.gavel[track.number] ?? 1) < overruled ? consensusOutcome.gavelled : undefined;
}

/** The vote that the rules keep for this case, on the text as first proposed. */
function lastResort(refused: number, { track, scene }: Seat): Result {
  const rule = track.forum.lastResort;
  if (rule?.kind !== "majority" && rule?.kind !== "unanimity") return failed(refused);
  scene.draw.text.set(scene.draw.first);
  return voteOn(rule, track, scene).decision === "adopted" ? { ...failed(consensusOutcome.byVote), adopted: true } : failed(refused);
}

/** Lists those to whom the text on the table is worth less than the alternative: nobody else objects. Says how many. */
function listReluctant({ members }: Track, { draw }: Scene): number {
  let count = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if ((draw.worth[party] ?? 0) < 0) draw.list[count++] = party;
  }
  return count;
}

/** How many of the objectors would have the text further from the status quo. */
function wantMore(reluctant: number, { draw, world }: Scene): number {
  let count = 0;
  for (let at = 0; at < reluctant; at++) {
    const party = draw.list[at] ?? 0;
    if (draw.marks[party] !== 1) continue;
    let gain = 0;
    for (let scale = 0; scale < world.scales; scale++) {
      const place = scale * world.size + party;
      const share = world.scales === 1 ? 1 : (world.salience[place] ?? 0);
      gain += share * ((draw.position[place] ?? 0) - (draw.text[scale] ?? 0)) * ((draw.first[scale] ?? 0) - (world.statusQuo[scale] ?? 0));
    }
    if (gain > 0) count++;
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
function settle(seat: Seat, reluctant: number, from: "nobody" | "everybody"): Objections {
  const { members } = seat.track;
  let objections: Objections = { count: from === "nobody" ? 0 : members.length, shortfall: 0, last: -1 };
  seat.scene.draw.marks.fill(from === "nobody" ? 0 : 1);
  for (let step = 0; step <= members.length; step++) {
    const next = objectTo(seat, reluctant, objections.count);
    if (next.count === objections.count) return next;
    objections = next;
  }
  return objections;
}

/** One look at the others: each of the reluctant objects or not, given how many others do. */
function objectTo({ track, scene }: Seat, reluctant: number, before: number): Objections {
  const { world, parameters, draw } = scene;
  const { exposure, logarithms } = world;
  const { worth, marks, list } = draw;
  const mine = Math.max(0, before - 1);
  const price = (others: number): number => parameters.objectionCost + parameters.isolationCost * (1 - others / track.members.length);
  const [pricePlain, priceMarked] = [price(before), price(mine)];
  const [reliefPlain, reliefMarked] = [parameters.companyRelief * (logarithms[before] ?? 0), parameters.companyRelief * (logarithms[mine] ?? 0)];
  let [count, shortfall, last] = [0, 0, -1];
  for (let at = 0; at < reluctant; at++) {
    const party = list[at] ?? 0;
    const marked = marks[party] === 1;
    const cost = (marked ? priceMarked : pricePlain) * (exposure[party] ?? 1) - (marked ? reliefMarked : reliefPlain);
    const short = -(worth[party] ?? 0) - (cost > 0 ? cost : 0);
    marks[party] = short > 0 ? 1 : 0;
    if (short <= 0) continue;
    count++;
    shortfall += short;
    last = party;
  }
  return { count, shortfall, last };
}
