import type { Draw } from "./draw.ts";
import type { Threat, Threats } from "./negotiation.ts";
import type { Parameters } from "./parameters.ts";
import type { Track, World } from "./world.ts";

/** All that a track looks at in one run. */
export interface Scene {
  readonly world: World;
  readonly parameters: Parameters;
  readonly draw: Draw;
  readonly threats: Threats;
}

/** What became of a forum in one run. */
export interface Result {
  /** The place of the class in the list of its rule. */
  readonly outcome: number;
  /** True where a text was adopted: the one on the table. */
  readonly adopted: boolean;
  /** Months to entry into force; NaN where that says nothing. */
  readonly months: number;
  /** Whether an agreement met no objection; fragile where objectors could have blocked it had each been sure of the others. */
  readonly unopposed: "no" | "firm" | "fragile";
}

export const failed = (outcome: number): Result => ({ outcome, adopted: false, months: Number.NaN, unopposed: "no" });

/**
 * Writes the text that a forum starts from into `draw.first`, and puts it on the table: the one that is given, else what one of its makers
 * wants or what they agree among themselves, with an error. On a scale on which none of them cares it stays with the status quo.
 */
export function proposeText(track: Track, scene: Scene, makers?: Uint8Array): void {
  const { draw, parameters, world } = scene;
  const choice = draw.textChoice[track.number] ?? 1;
  const maker = choice < parameters.heldText ? makerAt(track, scene, { share: choice / parameters.heldText, makers }) : -1;
  for (let scale = 0; scale < world.scales; scale++) {
    const text = givenText(track, scale) ?? writtenText(track, scene, { scale, maker, makers });
    draw.first[scale] = text;
    draw.text[scale] = text;
  }
}

/** Where the text that is put lies on a scale; undefined where the forum writes it. */
export const givenText = ({ forum, dimensions }: Track, scale: number): number | undefined => (scale === 0 ? forum.text : forum.furtherText?.[dimensions[scale - 1] ?? ""]);

interface Drafting {
  readonly scale: number;
  /** Who writes alone; -1 where they agree among themselves. */
  readonly maker: number;
  readonly makers: Uint8Array | undefined;
}

function writtenText(track: Track, scene: Scene, { scale, maker, makers }: Drafting): number {
  const { draw, world } = scene;
  const at = scale * world.size;
  if (maker >= 0 && (world.weight[at + maker] ?? 0) > 0) return draw.position[at + maker] ?? 0;
  const text = compromise(track, scene, { at, makers }) + (draw.textShift[scale * world.tracks.length + track.number] ?? 0);
  return Number.isNaN(text) ? (world.statusQuo[scale] ?? 0) : text < 0 ? 0 : text > 1 ? 1 : text;
}

/** The mean of what the makers want on a scale, by salience times capability; NaN where none of them cares. */
function compromise({ members }: Track, { world, draw }: Scene, { at, makers }: { readonly at: number; readonly makers: Uint8Array | undefined }): number {
  let [total, sum] = [0, 0];
  for (let place = 0; place < members.length; place++) {
    const party = members[place] ?? 0;
    if (makers && makers[party] !== 1) continue;
    const weight = world.weight[at + party] ?? 0;
    total += weight;
    sum += weight * (draw.position[at + party] ?? 0);
  }
  return sum / total;
}

/** The maker at a share of the way through all of them, by the roots of their weights. */
function makerAt({ members }: Track, { world }: Scene, { share, makers }: { readonly share: number; readonly makers: Uint8Array | undefined }): number {
  const { root } = world;
  let total = 0;
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    if (!makers || makers[party] === 1) total += root[party] ?? 0;
  }
  let left = share * total;
  let last = -1;
  for (let at = 0; at < members.length && left >= 0; at++) {
    const party = members[at] ?? 0;
    if (makers && makers[party] !== 1) continue;
    last = party;
    left -= root[party] ?? 0;
  }
  return last;
}

/**
 * Writes into `draw.worth` what a text is worth to each member beyond the alternative: salience times the difference of squared
 * distances, over all scales, plus the run's noise. The alternative is the status quo, or a threat that comes true with some chance.
 */
export function weighText(text: Float64Array, { members }: Track, { world, draw }: Scene, threat?: Threat): void {
  const { worth, noise, position } = draw;
  const { salience } = world;
  const { slope, base } = gainOn(0, text, world, threat);
  for (let at = 0; at < members.length; at++) {
    const party = members[at] ?? 0;
    worth[party] = (salience[party] ?? 0) * (base + slope * (position[party] ?? 0)) + (noise[party] ?? 0);
  }
  for (let scale = 1; scale < world.scales; scale++) {
    const further = gainOn(scale, text, world, threat);
    const from = scale * world.size;
    for (let at = 0; at < members.length; at++) {
      const party = members[at] ?? 0;
      worth[party] = (worth[party] ?? 0) + (salience[from + party] ?? 0) * (further.base + further.slope * (position[from + party] ?? 0));
    }
  }
}

/** What a text gains over the alternative on a scale is linear in an actor's position there. */
function gainOn(scale: number, text: Float64Array, { statusQuo }: World, threat: Threat | undefined): { readonly slope: number; readonly base: number } {
  const quo = statusQuo[scale] ?? 0;
  const place = text[scale] ?? 0;
  const chance = threat?.weight ?? 0;
  const elsewhere = (scale === 0 ? threat?.text : threat?.further?.[scale - 1]) ?? quo;
  return { slope: 2 * (place - (1 - chance) * quo - chance * elsewhere), base: (1 - chance) * quo * quo + chance * elsewhere * elsewhere - place * place };
}
