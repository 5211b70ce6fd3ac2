import { emptyPiece, scenarioVariable, type NetworkPiece, type Opinion, type Situation, type Variable } from "#core/network-piece";
import { intervalOf, isResidual } from "#core/read-vector";
import type { Interval } from "#kit/interval";
import { keptFor } from "#kit/kept";
import type { Declaration } from "#model/names";
import type { Scenarios } from "./schema.ts";

/** The name of the author's own opinion. */
const stated = "stated";

/** The variable over the scenarios, and the author's own probabilities, as far as they are stated, as one opinion of weight 1. */
export function network({ scenarios }: Scenarios, { names, document, without }: Situation): NetworkPiece {
  const states = names.all("scenario");
  if (states.length === 0) return emptyPiece;
  const known = new Set(states.map(({ id }) => id));
  const given = new Map<string, Interval>();
  for (const { id, probability } of scenarios) if (probability && known.has(id) && !given.has(id)) given.set(id, intervalOf(probability));
  const date = document.asOf !== undefined && { date: document.asOf };
  const opinion: Opinion = { id: stated, variable: scenarioVariable, kind: "stated", weight: 1, probabilities: Object.fromEntries(given), ...date };
  return {
    ...emptyPiece,
    variables: [variableOf(states)],
    opinions: given.size > 0 && !without.has(stated) ? [opinion] : [],
  };
}

/** Kept, because a forecast asks once for each of its what-ifs. */
const variableOf = keptFor((states: readonly Declaration[]): Variable => ({ id: scenarioVariable, states: states.map((state) => ({ id: state.id, title: state.title, residual: isResidual(state) })) }));
