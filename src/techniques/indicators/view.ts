import type { Results } from "#core/technique";
import type { Block } from "#model/block";
import { board } from "./view-board.ts";
import { log, watchNext, weights } from "./view-log.ts";
import type { Indicators } from "./schema.ts";

/** The board of indicators, what to look at next, what was seen, and what it weighs. */
export function view(part: Indicators, results: Results): readonly Block[] {
  const shown = board(part, results);
  const due = new Set(shown.cards.filter(({ status }) => status === "due").map(({ id }) => id));
  return [
    ...(part.indicators.length > 0 ? [shown] : []),
    ...watchNext(results.forecast, results.names, due),
    ...log(part.observations),
    ...weights(results.forecast, part.observations),
  ];
}
