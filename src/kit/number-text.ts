/** Numbers as a person writes them. */

/**
 * A probability as a percentage without false precision: whole numbers, one decimal below 1% and above 99%, `<0.1%` and
 * `>99.9%`, so that only what is 0 or 1 reads so.
 */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const value = share * 100;
  if (value > 0 && value < 0.1) return "<0.1%";
  if (value < 100 && value > 99.9) return ">99.9%";
  return `${value < 1 || value > 99 ? Number(value.toFixed(1)) : Math.round(value)}%`;
}

/** A number that an author wrote, or that is compared with one, as a percentage: with the decimal that it has. */
export const exactPercent = (share: number): string => `${Number((share * 100).toFixed(1))}%`;

/** Bounds as `48–61%`; one number where both ends are written the same. */
export function boundsText({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? to : `${from.replace(/%$/u, "")}–${to}`;
}

/** A difference of probabilities: `7 points`, `1 point`, `less than a point`. The sign is left to the sentence. */
export function points(difference: number): string {
  const size = Math.abs(difference) * 100;
  if (size < 0.5) return size === 0 ? "0 points" : "less than a point";
  const whole = Math.round(size);
  return whole === 1 ? "1 point" : `${whole} points`;
}

/** A number with one decimal and its sign; zero has none. */
export function signed(value: number): string {
  const digits = Math.abs(value).toFixed(1);
  if (digits === "0.0") return digits;
  return `${value < 0 ? "−" : "+"}${digits}`;
}

/** A weight of evidence: `+3.2 dB`, `−0.4 dB`. */
export const decibels = (weight: number): string => `${signed(weight)} dB`;
