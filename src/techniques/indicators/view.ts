import type { Results } from "#core/technique";
import type { Block } from "#model/block";
import { board } from "./view-board.ts";
import { log, watchNext, weights } from "./view-log.ts";
import type { Indicators } from "./schema.ts";

/** The board of indicators, what to look at next, what was seen, and what it weighs. */
export const view = (part: Indicators, results: Results): readonly Block[] => [
  ...(part.indicators.length > 0 ? [board(part, results)] : []),
  ...watchNext(results.forecast, results.names),
  ...log(part.observations),
  ...weights(results.forecast, part.observations),
];
