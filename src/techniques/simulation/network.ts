import { emptyPiece, scenarioVariable, type NetworkPiece, type Situation } from "#core/network-piece";
import { simulationId } from "#core/negotiation/declared-simulation";
import { declaredRuns, simulatedDistribution } from "#core/negotiation/simulated-opinion";
import { lateNotes } from "#core/negotiation/late-sessions";
import { percent } from "#kit/number-text";
import type { Names } from "#model/names";
import type { FrontMatter } from "#model/outline";
import type { Simulation } from "./schema.ts";

/** What the runs say of the scenarios, as one opinion beside those of people. */
export function network({ rows }: Simulation, { names, document, without }: Situation): NetworkPiece {
  if (rows.length === 0 || without.has(simulationId) || names.all("scenario").length === 0) return emptyPiece;
  const done = declaredRuns(names, document);
  if (typeof done === "string") return leftOut(done);
  const { scenarios } = done ?? {};
  if (!done || scenarios === undefined) return emptyPiece;
  if (typeof scenarios === "string") return leftOut(scenarios);
  const distribution = simulatedDistribution(names, scenarios);
  if (typeof distribution === "string") return leftOut(distribution);
  const { weight, seed, draws } = done.declared;
  const probabilities = Object.fromEntries(Array.from(distribution, ([id, point]) => [id, { low: point, point, high: point }]));
  const told = scenarios.shares.map(({ id, count, share, error }) => (count === 0 ? `${id} in none` : `${id} in ${percent(share)} (± ${(error * 100).toFixed(1)})`)).join(", ");
  const over = draws > 1 ? `over ${draws} draws of the parameters that the document does not set` : "with the parameters at their defaults";
  return {
    ...emptyPiece,
    opinions: weight > 0 ? [{ id: simulationId, variable: scenarioVariable, kind: "simulation", weight, probabilities }] : [],
    notes: [`The simulation leads to ${told} of ${scenarios.runs.toLocaleString("en")} runs (seed ${seed}) ${over}; the error is that of the number of runs and draws, not of the model.${weight > 0 ? "" : " Its weight is 0, so none of this enters the forecast."}`, ...assumedIn(done.notes, names, document)],
  };
}

/** What had to be assumed or left out: the share is only as good as that. */
const assumedIn = (notes: readonly string[], names: Names, document: FrontMatter): readonly string[] => [...notes, ...lateNotes(names, document)].map((note) => `In the simulation: ${note}`);

const leftOut = (because: string): NetworkPiece => ({ ...emptyPiece, notes: [`The simulation gives nothing to the forecast: ${because}.`] });
