import { foldCharacters } from "#kit/fold-characters";

/** A number with the ends of its range, where a range is written. */
export interface Numeral {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
}

const number = String.raw`([+-]?\d{1,9}(?:\.\d{1,6})?)\s?%?`;
const single = new RegExp(String.raw`^~?\s?${number}(?:\s?/\s?100)?$`, "u");
const span = new RegExp(String.raw`^~?\s?${number}\s?(?:-|to|\.\.\.?)\s?${number}$`, "u");
const around = new RegExp(String.raw`^~?\s?${number}\s?(?:\+/-|±|\+-)\s?${number}$`, "u");
const withSpan = new RegExp(String.raw`^~?\s?${number}\s?[([]\s?${number}\s?(?:-|to)\s?${number}\s?[)\]]$`, "u");
const margin = new RegExp(String.raw`^(?:\+/-|±|\+-)\s?${number}$`, "u");

/** Reads `70`, `~70`, `70/100`, `60-80` (the midpoint counts), `70 ± 10`, `70 (60-80)`; undefined for anything else. */
export function readNumeral(text: string): Numeral | undefined {
  const written = foldCharacters(text.slice(0, 60)).trim();
  const one = single.exec(written);
  if (one) return { value: Number(one[1]) };
  const three = withSpan.exec(written);
  if (three) return { value: Number(three[1]), ...ordered(Number(three[2]), Number(three[3])) };
  const plusMinus = around.exec(written);
  if (plusMinus) return { value: Number(plusMinus[1]), low: Number(plusMinus[1]) - Number(plusMinus[2]), high: Number(plusMinus[1]) + Number(plusMinus[2]) };
  const two = span.exec(written);
  return two ? { value: (Number(two[1]) + Number(two[2])) / 2, ...ordered(Number(two[1]), Number(two[2])) } : undefined;
}

/** Reads a range cell, `60-80` or `±10` around a position. */
export function readRange(text: string, position: number | undefined): { readonly low: number; readonly high: number } | undefined {
  const spread = margin.exec(foldCharacters(text.slice(0, 60)).trim())?.[1];
  if (spread !== undefined && position !== undefined) return { low: position - Number(spread), high: position + Number(spread) };
  const { value, low = value, high = value } = readNumeral(text) ?? {};
  return low === undefined || high === undefined ? undefined : { low, high };
}

const ordered = (a: number, b: number): { readonly low: number; readonly high: number } => ({ low: Math.min(a, b), high: Math.max(a, b) });
