import { completed } from "#core/distribution";
import { emptyPiece, scenarioVariable, type Dependent, type NetworkPiece, type Situation } from "#core/network-piece";
import { intervalOf, intervalsOf, isResidual, scenarioName, statesOf, vectorOver, type States } from "#core/read-vector";
import { firstOfEach } from "#kit/group";
import { keptForBoth } from "#kit/kept";
import { exactPercent } from "#kit/number-text";
import { plain } from "#model/prose";
import type { Assumption, KeyAssumptions } from "./schema.ts";

/** Each assumption as a variable that hangs on the scenarios: how likely it holds, and the scenarios if it fails. */
export function network({ assumptions }: KeyAssumptions, { names, without }: Situation): NetworkPiece {
  const scenarios = statesOf(names, "scenario");
  const counted = firstOfEach(assumptions, ({ id }) => id).filter(({ id }) => !without.has(id) && names.find(id)?.kind === "assumption").map((assumption) => dependentOf(scenarios, assumption));
  return { ...emptyPiece, dependents: counted.map(({ dependent }) => dependent), notes: counted.flatMap(({ notes }) => notes) };
}

interface Counted {
  readonly dependent: Dependent;
  readonly notes: readonly string[];
}

/** Kept, because a forecast asks once for each of its what-ifs. */
const dependentOf = keptForBoth((scenarios: States, { id, text, holds, ifFails }: Assumption): Counted => {
  const bare = { id, title: plain(text), variable: scenarioVariable, ...(holds && { holds: intervalOf(holds) }) };
  const vector = vectorOver(scenarios, ifFails);
  const whole = completed(intervalsOf(vector), scenarios.list.map((state) => state.id));
  if (!whole) return { dependent: bare, notes: [] };
  const named = vector.missing.filter((state) => !isResidual(state)).map(scenarioName);
  if (named.length > 0) return { dependent: bare, notes: [`${id} has no probability for ${named.join(", ")} if it fails, so what follows from its failure is left out.`] };
  const notes = whole.filled.map((state) => `If ${id} fails, ${state} gets the ${exactPercent(whole.remainder)} that the other scenarios leave.`);
  return { dependent: { ...bare, ifFails: whole.probabilities }, notes };
});
