import type { Draw } from "./draw.ts";
import type { Threat, Track, World } from "./negotiation.ts";
import type { Parameters } from "./parameters.ts";

/** All that a track looks at in one run. */
export interface Scene {
  readonly world: World;
  readonly parameters: Parameters;
  readonly draw: Draw;
  /** By number of the track: what those who refuse can expect instead. */
  readonly threats: readonly (Threat | undefined)[];
}

/** What became of a forum in one run. */
export interface Result {
  /** The place of the class in the list of its rule. */
  readonly outcome: number;
  /** Where the text lies that was adopted; NaN where none was. */
  readonly text: number;
  /** Months to entry into force; NaN where that says nothing. */
  readonly months: number;
  /** True where objectors could have blocked the agreement had each been sure of the others. */
  readonly fragile: boolean;
}

export const failed = (outcome: number): Result => ({ outcome, text: Number.NaN, months: Number.NaN, fragile: false });

/** The text that a forum starts from: the one that is put, else what its makers agree among themselves, with an error. */
export function firstText({ forum, number, members }: Track, { world, draw }: Scene, makers?: Uint8Array): number {
  if (forum.text !== undefined) return forum.text;
  let total = 0;
  let sum = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (makers && makers[party] !== 1) continue;
    const weight = (world.salience[party] ?? 0) * (world.capability[party] ?? 0) + leastWeight;
    total += weight;
    sum += weight * (draw.position[party] ?? 0);
  }
  const text = sum / total + (draw.textShift[number] ?? 0);
  return text < 0 ? 0 : text > 1 ? 1 : text;
}

/** So that the compromise of actors without weight is their mean. */
const leastWeight = 1e-9;

/**
 * Writes into `draw.worth` what a text is worth to each member beyond the alternative: salience times the difference of squared
 * distances, plus the run's noise. The alternative is the status quo, or a threat that comes true with some chance.
 */
export function weighText(text: number, { members }: Track, { world, parameters, draw }: Scene, threat?: Threat): void {
  const quo = parameters.statusQuo;
  const chance = threat?.weight ?? 0;
  const elsewhere = threat?.text ?? quo;
  const slope = 2 * (text - (1 - chance) * quo - chance * elsewhere);
  const base = (1 - chance) * quo * quo + chance * elsewhere * elsewhere - text * text;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    draw.worth[party] = (world.salience[party] ?? 0) * (base + slope * (draw.position[party] ?? 0)) + (draw.noise[party] ?? 0);
  }
}
