/** Numbers as a person writes them. */

/** A probability as a percentage: whole numbers, one decimal below 10 % and above 90 % where it says something, `<0.1%` below that. */
export function percent(share: number): string {
  if (!Number.isFinite(share)) return "–";
  const value = share * 100;
  if (value > 0 && value < 0.1) return "<0.1%";
  if (value < 100 && value > 99.9) return ">99.9%";
  const rounded = value < 10 || value > 90 ? Number(value.toFixed(1)) : Math.round(value);
  return `${rounded}%`;
}

/** Bounds as `48–61%`; one number where both ends are written the same. */
export function boundsText({ low, high }: { readonly low: number; readonly high: number }): string {
  const [from, to] = [percent(low), percent(high)];
  return from === to ? to : `${from.replace(/%$/u, "")}–${to}`;
}

/** Decibels with their sign: `+3.2`, `−0.4`, `0.0`; `out` where the evidence eliminates. */
export function decibelText(decibels: number | null | undefined): string {
  if (decibels === undefined) return "";
  if (decibels === null) return "out";
  const rounded = decibels.toFixed(1);
  if (Number(rounded) === 0) return "0.0";
  return decibels > 0 ? `+${rounded}` : rounded.replace("-", "−");
}
