/** The version of the forecast's semantics: it changes whenever the same document may give other numbers. */
export const engineVersion = "1.0.0";

/** The forecast is exact and draws nothing at random; the seed is recorded for what is simulated beside it. */
export const defaultSeed = 1;
