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

/** The text that a forum starts from: the one that is put, else what one of its makers wants or what they agree among themselves, with an error. */
export function firstText(track: Track, scene: Scene, makers?: Uint8Array): number {
  const { forum, number } = track;
  const { draw, parameters } = scene;
  if (forum.text !== undefined) return forum.text;
  const choice = draw.textChoice[number] ?? 1;
  if (choice < parameters.heldText) return heldText(track, scene, { share: choice / parameters.heldText, makers });
  const text = compromise(track, scene, makers) + (draw.textShift[number] ?? 0);
  return text < 0 ? 0 : text > 1 ? 1 : text;
}

/** The mean of what the makers want, by salience times capability. */
function compromise({ members }: Track, { world, draw }: Scene, makers?: Uint8Array): number {
  let [total, sum] = [0, 0];
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (makers && makers[party] !== 1) continue;
    const weight = world.weight[party] ?? 0;
    total += weight;
    sum += weight * (draw.position[party] ?? 0);
  }
  return sum / total;
}

/** What the maker wants at a share of the way through all of them, by the roots of their weights. */
function heldText({ members }: Track, { world, draw }: Scene, { share, makers }: { readonly share: number; readonly makers: Uint8Array | undefined }): number {
  const rootOf = (party: number): number => (makers && makers[party] !== 1 ? 0 : (world.root[party] ?? 0));
  let total = 0;
  for (let at = 0; at < members.length; at++) total += rootOf(members[at] ?? 0);
  let left = share * total;
  let last = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    const root = rootOf(party);
    if (root === 0) continue;
    last = draw.position[party] ?? 0;
    left -= root;
    if (left < 0) break;
  }
  return last;
}

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
