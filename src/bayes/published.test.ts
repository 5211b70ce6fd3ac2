import { expect, it } from "vitest";
import { posteriors } from "#bayes/eliminate";
import { noEvidence, type Evidence, type Network } from "#bayes/network";

/** A network of yes/no variables: for each its parents and P(yes | parents), the first row for all parents yes. */
function binary(tables: Readonly<Record<string, { readonly parents?: readonly string[]; readonly yes: readonly number[] }>>): Network {
  const entries = Object.entries(tables);
  return {
    variables: entries.map(([id]) => ({ id, states: ["yes", "no"] })),
    tables: entries.map(([variable, { parents = [], yes }]) => ({ variable, parents, probabilities: yes.flatMap((p) => [p, 1 - p]) })),
  };
}
const observed = (states: Readonly<Record<string, string>>): Evidence => ({ observed: states, likelihoods: {} });
const yesOf = (network: Network, id: string, evidence: Evidence): number => posteriors(network, evidence, [id])!.get(id)![0]!;

const asia = binary({
  asia: { yes: [0.01] },
  tub: { parents: ["asia"], yes: [0.05, 0.01] },
  smoke: { yes: [0.5] },
  lung: { parents: ["smoke"], yes: [0.1, 0.01] },
  bronc: { parents: ["smoke"], yes: [0.6, 0.3] },
  either: { parents: ["lung", "tub"], yes: [1, 1, 1, 0] },
  xray: { parents: ["either"], yes: [0.98, 0.05] },
  dysp: { parents: ["bronc", "either"], yes: [0.9, 0.8, 0.7, 0.1] },
});

it("gives the chest clinic's marginals (Lauritzen and Spiegelhalter 1988)", () => {
  const marginals = posteriors(asia, noEvidence)!;
  const printed = { tub: 0.0104, lung: 0.055, bronc: 0.45, either: 0.0648, xray: 0.1103, dysp: 0.436 };
  for (const [id, value] of Object.entries(printed)) expect(marginals.get(id)![0]).toBeCloseTo(value, 4);
});

it("gives the chest clinic's posteriors after a visit to Asia and dyspnoea (Højsgaard 2012, the gRain package)", () => {
  const known = observed({ asia: "yes", dysp: "yes" });
  expect(yesOf(asia, "lung", known)).toBeCloseTo(0.09952515, 8);
  expect(yesOf(asia, "tub", known)).toBeCloseTo(0.08775096, 8);
  expect(yesOf(asia, "bronc", known)).toBeCloseTo(0.8114021, 7);
});

it("gives P(burglary | both neighbours call) = 0.284 (Russell and Norvig, Artificial Intelligence)", () => {
  const alarm = binary({
    burglary: { yes: [0.001] },
    earthquake: { yes: [0.002] },
    alarm: { parents: ["burglary", "earthquake"], yes: [0.95, 0.94, 0.29, 0.001] },
    john: { parents: ["alarm"], yes: [0.9, 0.05] },
    mary: { parents: ["alarm"], yes: [0.7, 0.01] },
  });
  expect(yesOf(alarm, "burglary", observed({ john: "yes", mary: "yes" }))).toBeCloseTo(0.284, 3);
});

it("explains the wet grass: 0.430, 0.708 and 0.1945 (Murphy 1998)", () => {
  const sprinkler = binary({
    cloudy: { yes: [0.5] },
    sprinkler: { parents: ["cloudy"], yes: [0.1, 0.5] },
    rain: { parents: ["cloudy"], yes: [0.8, 0.2] },
    wet: { parents: ["sprinkler", "rain"], yes: [0.99, 0.9, 0.9, 0] },
  });
  expect(yesOf(sprinkler, "wet", noEvidence)).toBeCloseTo(0.6471, 4);
  expect(yesOf(sprinkler, "sprinkler", observed({ wet: "yes" }))).toBeCloseTo(0.43, 3);
  expect(yesOf(sprinkler, "rain", observed({ wet: "yes" }))).toBeCloseTo(0.708, 3);
  expect(yesOf(sprinkler, "sprinkler", observed({ wet: "yes", rain: "yes" }))).toBeCloseTo(0.1945, 4);
});

it("gives the beliefs of the lung cancer example (Korb and Nicholson, Bayesian Artificial Intelligence, chapter 2)", () => {
  const cancer = binary({
    high: { yes: [0.1] },
    smoker: { yes: [0.3] },
    cancer: { parents: ["high", "smoker"], yes: [0.05, 0.02, 0.03, 0.001] },
    xray: { parents: ["cancer"], yes: [0.9, 0.2] },
    dyspnoea: { parents: ["cancer"], yes: [0.65, 0.3] },
  });
  // Printed with three digits, the last cut rather than rounded.
  const printed: readonly (readonly [Readonly<Record<string, string>>, Readonly<Record<string, number>>])[] = [
    [{}, { cancer: 0.011, xray: 0.208, dyspnoea: 0.304 }],
    [{ dyspnoea: "yes" }, { high: 0.102, smoker: 0.307, cancer: 0.025, xray: 0.217 }],
    [{ smoker: "yes" }, { cancer: 0.032, xray: 0.222, dyspnoea: 0.311 }],
    [{ cancer: "yes" }, { high: 0.249, smoker: 0.825, xray: 0.9, dyspnoea: 0.65 }],
    [{ cancer: "yes", smoker: "yes" }, { high: 0.156 }],
    [{ dyspnoea: "yes", smoker: "yes" }, { high: 0.102, cancer: 0.067, xray: 0.247 }],
  ];
  for (const [known, beliefs] of printed)
    for (const [id, value] of Object.entries(beliefs)) expect(Math.abs(yesOf(cancer, id, observed(known)) - value), `${id} given ${JSON.stringify(known)}`).toBeLessThan(0.001);
});
