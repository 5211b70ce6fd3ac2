/** What an actor wants of a text, and how much it counts when texts are made: salience times capability. */
export interface Claim {
  readonly position: number;
  readonly weight: number;
}

/** The mean of the positions, by weight: no model of bargaining that was tried on decisions of the EU beats it by more than noise. */
export function compromiseOf(claims: readonly Claim[]): number {
  const total = claims.reduce((sum, { weight }) => sum + weight, 0);
  const even = total > 0 ? undefined : 1;
  return claims.reduce((sum, { position, weight }) => sum + position * (even ?? weight), 0) / (total || claims.length);
}

/** How texts lie about the compromise: normally with `textError`, or with the chance `heldText` at a position that somebody holds, drawn by the root of weights. */
export interface TextModel {
  readonly textError: number;
  readonly heldText: number;
}

/** The chance that the text lies at or below each point of a rising grid, on the scale from 0 to 1; what would leave the scale lies at its ends. */
export function textForecast(claims: readonly Claim[], { textError, heldText }: TextModel, grid: readonly number[]): readonly number[] {
  const centre = compromiseOf(claims);
  const roots = claims.map(({ weight }) => Math.sqrt(weight));
  const total = roots.reduce((sum, root) => sum + root, 0);
  const even = total > 0 ? undefined : 1 / claims.length;
  return grid.map((point) => {
    if (point >= 1) return 1;
    const written = point < 0 ? 0 : normalBelow((point - centre) / textError);
    const held = claims.reduce((sum, { position }, at) => sum + (position <= point + 1e-9 ? (even ?? (roots[at] ?? 0) / total) : 0), 0);
    return (1 - heldText) * written + heldText * held;
  });
}

/** The standard normal distribution function (Abramowitz and Stegun 7.1.26; error below 2e-7). */
export function normalBelow(deviate: number): number {
  const x = Math.abs(deviate) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const erf = 1 - ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t * Math.exp(-x * x);
  return deviate < 0 ? (1 - erf) / 2 : (1 + erf) / 2;
}
