import { foldCharacters } from "#kit/fold-characters";

/** A band as it was written, before it is known whether the table speaks in percent or in fractions. */
export interface WrittenBand {
  readonly low: number;
  readonly high: number;
  /** True where a percent sign stands behind it. */
  readonly percent: boolean;
}

const bandPattern = /^(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})\s?(%?)(?:\s?(?:-|to)\s?(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})\s?(%?))?$/u;

/** Reads `55-80%`, `0.55 to 0.8`, `[55, 80]`, `{low: 55, high: 80}`, or a single number. */
export function readBand(value: unknown): WrittenBand | undefined {
  if (typeof value === "number") return band(value, value, false);
  if (typeof value === "string") return bandFromText(foldCharacters(value).trim().slice(0, 40));
  const [low, high, ...rest] = endsOf(value);
  return typeof low === "number" && typeof high === "number" && rest.length === 0 && low < high ? band(low, high, false) : undefined;
}

function bandFromText(text: string): WrittenBand | undefined {
  const match = bandPattern.exec(text);
  if (!match) return undefined;
  const [, first = "", firstSign, second, secondSign] = match;
  const percent = firstSign === "%" || secondSign === "%";
  if (second === undefined) return band(Number(first), Number(first), percent);
  return Number(first) < Number(second) ? band(Number(first), Number(second), percent) : undefined;
}

function endsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === "object" && value !== null && "low" in value && "high" in value ? [value.low, value.high] : [];
}

const band = (low: number, high: number, percent: boolean): WrittenBand | undefined =>
  Number.isFinite(low) && Number.isFinite(high) && low >= 0 && high <= 100 ? { low, high, percent } : undefined;
