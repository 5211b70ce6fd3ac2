import { completed, sumFault } from "#core/distribution";
import { emptyPiece, scenarioVariable, type NetworkPiece, type Opinion, type Situation } from "#core/network-piece";
import { intervalOf, isResidual } from "#core/read-vector";
import { percent } from "#kit/number-text";
import type { Interval } from "#kit/interval";
import type { Scenarios } from "./schema.ts";

/** The name of the author's own opinion. */
const stated = "stated";

/** The variable over the scenarios, and the author's own probabilities as one opinion of weight 1. */
export function network({ scenarios }: Scenarios, { names, document, without }: Situation): NetworkPiece {
  const states = names.all("scenario");
  if (states.length === 0) return emptyPiece;
  const given = new Map<string, Interval>();
  for (const { id, probability } of scenarios) if (probability && !given.has(id) && names.find(id)?.kind === "scenario") given.set(id, intervalOf(probability));
  const whole = without.has(stated) ? undefined : completed(given, states.map(({ id }) => id));
  const opinion: Opinion | undefined = whole && { id: stated, variable: scenarioVariable, kind: "stated", weight: 1, ...(document.asOf !== undefined && { date: document.asOf }), probabilities: whole.probabilities };
  return {
    ...emptyPiece,
    variables: [{ id: scenarioVariable, states: states.map((state) => ({ id: state.id, title: state.title, residual: isResidual(state) })) }],
    opinions: opinion ? [opinion] : [],
    notes: whole ? [...sumNote([...given.values()], whole.filled), ...filledNote(whole.filled, whole.remainder)] : [],
  };
}

function sumNote(given: readonly Interval[], filled: readonly string[]): readonly string[] {
  const sum = sumFault(given, filled.length === 0);
  return sum === undefined ? [] : [`The stated probabilities of the scenarios sum to ${sum}; each is divided by their sum.`];
}

function filledNote(filled: readonly string[], remainder: number): readonly string[] {
  if (filled.length === 0) return [];
  const shares = filled.length > 1 ? "share" : "gets";
  return [`No probability is stated for ${filled.join(", ")}, which ${shares} the ${percent(remainder)} that the other scenarios leave.`];
}
