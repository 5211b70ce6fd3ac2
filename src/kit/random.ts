import { logarithm } from "./logarithm.ts";

/** A stream of random numbers that its seed fixes for good: each in [0, 1). */
export type Random = () => number;

/** Mulberry32 (Ettinger 2017): 32 bits of state, good enough for simulation, the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + step) | 0;
    return mixed(state);
  };
}

const step = 0x6d2b79f5;

function mixed(state: number): number {
  let value = Math.imul(state ^ (state >>> 15), state | 1);
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
  return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
}

/** Fills a list with the numbers of a seed's stream from a place on: those that `seededRandom` gives after `place` others. */
export function fillUniform(values: Float64Array, seed: number, place: number): void {
  let state = (seed + Math.imul(place, step)) | 0;
  for (let at = 0; at < values.length; at++) {
    state = (state + step) | 0;
    values[at] = mixed(state);
  }
}

/** The number at one place of a seed's stream, from 0; no other is drawn for it. */
export const uniformAt = (seed: number, place: number): number => mixed((seed + Math.imul(place + 1, step)) | 0);

/** Another seed, for a stream of another purpose. */
export const seedFor = (seed: number, purpose: number): number => Math.floor(mixed((seed ^ Math.imul(purpose + 1, 0x9e3779b1)) | 0) * 4_294_967_296);

/** A standard normal deviate (Box and Muller 1958); takes two numbers of the stream. */
export const normalDeviate = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** The standard normal deviate below which a share lies: PPND7 of Wichura (1988), AS 241, to about 7 digits. For a share of 2^32 steps take their middle. */
export function normalQuantile(share: number): number {
  const centred = share - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) / (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
  }
  const far = Math.sqrt(-logarithm(centred < 0 ? share : 1 - share));
  const deviate = far <= 5 ? nearTail(far - 1.6) : farTail(far - 5);
  return centred < 0 ? -deviate : deviate;
}

const nearTail = (r: number): number => (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) / ((0.12021132975 * r + 0.7370016425) * r + 1);

const farTail = (r: number): number => (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) / ((0.012258202635 * r + 0.24197894225) * r + 1);
