import { logarithm } from "#kit/logarithm";
import { uniformAt } from "#kit/random";
import { normalOf } from "./deviates.ts";
import { numbersPerRun, type Draw } from "./draw.ts";
import type { World } from "./world.ts";

/** Where a run's numbers come from: the seed of what is drawn in every run, that of what changes, and the run. */
export interface Luck {
  readonly seed: number;
  readonly changeSeed: number;
  readonly run: number;
}

/**
 * Draws what changes before the last session: events that happen, and changes of government, of which only an actor's first counts (a second would
 * draw from the same distribution). Lists the moves by time and says how many there are.
 */
export function drawChanges(world: World, luck: Luck, draw: Draw): number {
  const { rates, chances, events, mean, deviation } = world.future;
  const { size, scales } = world;
  const from = luck.run * size * (1 + scales);
  let count = 0;
  for (const { stream, years, chance, moves } of events) {
    if (uniformAt(luck.changeSeed ^ stream, luck.run) >= chance) continue;
    for (const { at, to } of moves) count = insert(draw, count, { at, years, to: placed(world, luck, draw, { at, to }) });
  }
  for (let party = 0; party < size; party++) {
    if ((chances[party] ?? 0) === 0) continue;
    const share = uniformAt(luck.changeSeed, from + party);
    if (share >= (chances[party] ?? 0)) continue;
    const years = -logarithm(1 - share) / (rates[party] ?? 1);
    for (let scale = 0; scale < scales; scale++) {
      const at = scale * size + party;
      if ((world.weight[at] ?? 0) === 0) continue;
      const to = (mean[at] ?? 0) + normalOf(uniformAt(luck.changeSeed, from + size + at)) * (deviation[at] ?? 0) + shiftOf(world, draw, party);
      count = insert(draw, count, { at, years, to: clamped(to) });
    }
  }
  return count;
}

/** Makes the moves up to a session, from the first that is not yet made; says which is the next. Sessions must come in order. */
export function advance({ position, moved, movedAt, movedTo }: Draw, years: number, { next, count }: { readonly next: number; readonly count: number }): number {
  let move = next;
  for (; move < count && (movedAt[move] ?? 0) <= years; move++) position[moved[move] ?? 0] = movedTo[move] ?? 0;
  return move;
}

const clamped = (place: number): number => (place < 0 ? 0 : place > 1 ? 1 : place);

const shiftOf = ({ coalition, coalitions }: World, { shift }: Draw, party: number): number => shift[(coalition[party] ?? -1) < 0 ? coalitions : (coalition[party] ?? 0)] ?? 0;

/** A new position with the actor's own uncertainty and the shifts of the run, as these stand in the stream. */
function placed(world: World, { seed, run }: Luck, draw: Draw, { at, to }: { readonly at: number; readonly to: number }): number {
  const { position, numbers } = draw;
  const place = run * numbersPerRun(world) + (position.byteOffset - numbers.byteOffset) / position.BYTES_PER_ELEMENT + at;
  return clamped(to + shiftOf(world, draw, at % world.size) + normalOf(uniformAt(seed, place)) * (world.spread[at] ?? 0));
}

/** Keeps the list in the order of time; of moves at one time the later in the list counts. */
function insert({ moved, movedAt, movedTo }: Draw, count: number, { at, years, to }: { readonly at: number; readonly years: number; readonly to: number }): number {
  let place = count;
  for (; place > 0 && (movedAt[place - 1] ?? 0) > years; place--) {
    moved[place] = moved[place - 1] ?? 0;
    movedAt[place] = movedAt[place - 1] ?? 0;
    movedTo[place] = movedTo[place - 1] ?? 0;
  }
  moved[place] = at;
  movedAt[place] = years;
  movedTo[place] = to;
  return count + 1;
}
