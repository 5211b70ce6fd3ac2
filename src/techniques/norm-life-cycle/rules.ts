import { lensRules } from "./rules-lens.ts";
import { seriesRules } from "./rules-series.ts";

export const rules = [...lensRules, ...seriesRules];
