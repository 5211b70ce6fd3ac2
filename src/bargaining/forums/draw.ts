import { fillUniform } from "#kit/random";
import { logisticOf, normalOf } from "./deviates.ts";
import type { Parameters } from "./parameters.ts";
import type { World } from "./world.ts";

/** What chance decides in one run, the same whatever the rules are: variants of a negotiation share it. */
export interface Draw {
  /** By scale and party: where they stand at the session of the forum that meets. */
  readonly position: Float64Array;
  /** What a text is worth to a party beyond what its position says; the same in every forum. */
  readonly noise: Float64Array;
  /** Present at a vote where below `attendance`, from 0 to 1. */
  readonly presence: Float64Array;
  /** How late a party ratifies among those alike, from 0 to 1. */
  readonly lateness: Float64Array;
  /** By scale and track. */
  readonly textShift: Float64Array;
  /** By track: whether a text is one maker's own, and whose. */
  readonly textChoice: Float64Array;
  readonly procedure: Float64Array;
  readonly gavel: Float64Array;
  /** By coalition, and last the shift of those in none. */
  readonly shift: Float64Array;
  /** The numbers of the stream that a run takes. */
  readonly numbers: Float64Array;
  /** Positions that change before some session, by time: the place, when, and what it becomes. */
  readonly moved: Int32Array;
  readonly movedAt: Float64Array;
  readonly movedTo: Float64Array;
  /** Room for whatever a track counts by party. */
  readonly worth: Float64Array;
  readonly marks: Uint8Array;
  readonly list: Int32Array;
  /** Room to count ratifications by how late they are. */
  readonly buckets: Int32Array;
  /** Room for what a track counts by coalition. */
  readonly tally: Float64Array;
  /** By scale: the text that a forum starts from, and the one that is on the table. */
  readonly first: Float64Array;
  readonly text: Float64Array;
}

/** How many numbers of the stream a run takes, whatever becomes of it. */
export const numbersPerRun = ({ size, scales, coalitions, tracks }: World): number => 1 + coalitions + tracks.length * (scales + 3) + size * (scales + 3);

export function newDraw(world: World): Draw {
  const { size, scales, tracks, coalitions, future } = world;
  const numbers = new Float64Array(numbersPerRun(world));
  let used = 1 + coalitions;
  const next = (length: number): Float64Array => numbers.subarray(used, (used += length));
  return {
    textShift: next(scales * tracks.length),
    textChoice: next(tracks.length),
    procedure: next(tracks.length),
    gavel: next(tracks.length),
    position: next(scales * size),
    noise: next(size),
    presence: next(size),
    lateness: next(size),
    numbers,
    shift: new Float64Array(coalitions + 1),
    moved: new Int32Array(future.room),
    movedAt: new Float64Array(future.room),
    movedTo: new Float64Array(future.room),
    worth: new Float64Array(size),
    marks: new Uint8Array(size),
    list: new Int32Array(size),
    buckets: new Int32Array(64),
    tally: new Float64Array(coalitions),
    first: new Float64Array(scales),
    text: new Float64Array(scales),
  };
}

/**
 * Draws a run. Run k takes the k-th stretch of the seed's stream, so that it is the same whatever became of the runs before, and on
 * whatever thread they were; and the same under any rule, position or parameter.
 */
export function drawRun(world: World, parameters: Parameters, { seed, run }: { readonly seed: number; readonly run: number }, draw: Draw): void {
  const { numbers, shift, textShift, noise } = draw;
  fillUniform(numbers, seed, run * numbers.length);
  const shared = normalOf(numbers[0] ?? 0) * parameters.sharedShock;
  shift.fill(shared);
  for (let coalition = 0; coalition < world.coalitions; coalition++) shift[coalition] = shared + normalOf(numbers[1 + coalition] ?? 0) * parameters.coalitionShock;
  for (let at = 0; at < textShift.length; at++) textShift[at] = normalOf(textShift[at] ?? 0) * parameters.textError;
  placeParties(world, draw);
  for (let party = 0; party < noise.length; party++) {
    noise[party] = parameters.noise * logisticOf(noise[party] ?? 0);
  }
}

/** Turns deviates into positions: own uncertainty, the coalition's shift, the shift of all; none leaves the scale. */
function placeParties({ position, spread, coalition, coalitions, size }: World, draw: Draw): void {
  for (let from = 0; from < position.length; from += size) {
    for (let party = 0; party < size; party++) {
      const at = from + party;
      const own = coalition[party] ?? -1;
      const place = (position[at] ?? 0) + (draw.shift[own < 0 ? coalitions : own] ?? 0) + normalOf(draw.position[at] ?? 0) * (spread[at] ?? 0);
      draw.position[at] = place < 0 ? 0 : place > 1 ? 1 : place;
    }
  }
}
