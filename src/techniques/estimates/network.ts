import { emptyPiece, scenarioVariable, type NetworkPiece, type Opinion, type Situation } from "#core/network-piece";
import { statesOf, type States } from "#core/read-vector";
import { keptForBoth } from "#kit/kept";
import { countedEstimate, latestEstimates } from "./read-counted.ts";
import type { Estimate, Estimates } from "./schema.ts";

/** The latest estimate of each forecaster as an opinion on the scenarios. */
export function network({ estimates }: Estimates, { names, without, until }: Situation): NetworkPiece {
  const scenarios = statesOf(names, "scenario");
  if (scenarios.list.length === 0) return emptyPiece;
  const counted = latestEstimates(estimates, until).filter(({ id, forecaster }) => forecaster && !without.has(id));
  const shares = counted.map((estimate) => shareOf(scenarios, estimate));
  return { ...emptyPiece, opinions: shares.flatMap(({ opinions }) => opinions), notes: shares.flatMap(({ notes }) => notes) };
}

/** Kept, because a forecast asks once for each of its what-ifs. */
const shareOf = keptForBoth((scenarios: States, estimate: Estimate): Pick<NetworkPiece, "opinions" | "notes"> => {
  const { id, kind, date, weight } = estimate;
  const counted = countedEstimate(estimate, scenarios);
  if (counted.kind === "left out") return { opinions: [], notes: [`The estimate of ${id} is left out: ${counted.because}.`] };
  const probabilities = Object.fromEntries(counted.given);
  const opinion: Opinion = { id, variable: scenarioVariable, kind, weight: weight?.value ?? 1, probabilities, ...(date?.day !== undefined && { date: date.day }) };
  return { opinions: [opinion], notes: [] };
});
