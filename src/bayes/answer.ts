/** A probability for each state of a variable, in the order of its states. */
export type Marginal = readonly number[];

/**
 * What a network says given what is known: the posterior of each variable that was asked for and the natural logarithm of
 * the probability of what is known; or that it cannot be, with findings that cannot be true together (each
 * is needed for that, but where the network was too large to find out which).
 */
export type Answer =
  | { readonly kind: "possible"; readonly logEvidence: number; readonly posteriors: ReadonlyMap<string, Marginal> }
  | { readonly kind: "impossible"; readonly conflict: readonly string[] };
