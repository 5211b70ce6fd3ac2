/** Standard deviations of the normal priors, and of the step of a point from one period to the next. Those of a point hold for its readiness too. */
export interface Priors {
  /** Of a voter's (first) point on each axis. */
  readonly point: number;
  /** Of a roll call's discrimination on each axis. */
  readonly discrimination: number;
  /** Of its lower cutpoint. */
  readonly cutpoint: number;
  /** Of the logarithm of the distance between its cutpoints. */
  readonly logGap: number;
  /** Of the random walk, per session. */
  readonly step: number;
}

/** Chosen on held-out votes of splits that no test uses; results hardly move with them. */
export const defaultPriors: Priors = { point: 1, discrimination: 2, cutpoint: 3, logGap: 1, step: 0.35 };

/** The precision of the prior that ties a point to the one before it, or, where it is a voter's first, to 0. */
export const tie = ({ point, step }: Priors, gap: number): number => (gap === 0 ? 1 / point ** 2 : 1 / (step ** 2 * gap));
