import { fillNormal, normalDeviate, type Random } from "#kit/random";
import type { World } from "./negotiation.ts";
import type { Parameters } from "./parameters.ts";

/** What chance decides in one run, the same whatever the rules are: variants of a negotiation share it. */
export interface Draw {
  readonly position: Float64Array;
  /** What a text is worth to a party beyond what its position says; the same in every forum. */
  readonly noise: Float64Array;
  readonly attends: Uint8Array;
  /** How late a party ratifies among those alike, from 0 to 1. */
  readonly lateness: Float64Array;
  /** By track. */
  readonly textShift: Float64Array;
  /** Whether a text is one maker's own, and whose. */
  readonly textChoice: Float64Array;
  readonly procedure: Float64Array;
  readonly gavel: Float64Array;
  /** By coalition. */
  readonly coalitionShift: Float64Array;
  /** Room for whatever a track counts by party. */
  readonly worth: Float64Array;
  readonly marks: Uint8Array;
  /** Room for what a track counts by coalition. */
  readonly tally: Float64Array;
}

export function newDraw({ ids, tracks, coalitions }: World): Draw {
  const [n, forums] = [ids.length, tracks.length];
  return {
    position: new Float64Array(n),
    noise: new Float64Array(n),
    attends: new Uint8Array(n),
    lateness: new Float64Array(n),
    textShift: new Float64Array(forums),
    textChoice: new Float64Array(forums),
    procedure: new Float64Array(forums),
    gavel: new Float64Array(forums),
    coalitionShift: new Float64Array(coalitions),
    worth: new Float64Array(n),
    marks: new Uint8Array(n),
    tally: new Float64Array(coalitions),
  };
}

/** Draws a run. It takes as many random numbers in every run, so that run k is the same whatever became of the runs before. */
export function drawRun(world: World, parameters: Parameters, random: Random, draw: Draw): void {
  const { coalitionShift, textShift, textChoice, procedure, gavel } = draw;
  const shared = normalDeviate(random) * parameters.sharedShock;
  fillNormal(coalitionShift, random);
  fillNormal(textShift, random);
  for (let coalition = 0; coalition < coalitionShift.length; coalition++) coalitionShift[coalition] = shared + (coalitionShift[coalition] ?? 0) * parameters.coalitionShock;
  for (let track = 0; track < textShift.length; track++) {
    textShift[track] = (textShift[track] ?? 0) * parameters.textError;
    textChoice[track] = random();
    procedure[track] = random();
    gavel[track] = random();
  }
  fillNormal(draw.position, random);
  placeParties(world, draw, shared);
  drawDispositions(draw, parameters, random);
}

/** Turns deviates into positions: own uncertainty, the coalition's shift, the shift of all; none leaves the scale. */
function placeParties({ position, spread, coalition }: World, draw: Draw, shared: number): void {
  for (let party = 0; party < draw.position.length; party++) {
    const own = coalition[party] ?? -1;
    const shift = own < 0 ? shared : (draw.coalitionShift[own] ?? 0);
    const place = (position[party] ?? 0) + shift + (draw.position[party] ?? 0) * (spread[party] ?? 0);
    draw.position[party] = place < 0 ? 0 : place > 1 ? 1 : place;
  }
}

function drawDispositions({ noise, attends, lateness }: Draw, parameters: Parameters, random: Random): void {
  for (let party = 0; party < noise.length; party++) {
    const share = random() || 1e-12;
    noise[party] = parameters.noise * Math.log(share / (1 - share));
    attends[party] = random() < parameters.attendance ? 1 : 0;
    lateness[party] = random();
  }
}
