import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { logProbabilityOfEvidence, posteriors } from "#bayes/eliminate";
import { enumerateJoint } from "#bayes/enumerate";
import { noEvidence, type ConditionalTable, type Network, type Variable } from "#bayes/network";

const folder = fileURLToPath(new URL("../../shared/data/networks", import.meta.url));
const skip = !existsSync(folder);
const why = skip ? " (skipped: no reference data beside the repository)" : "";

interface Case {
  readonly hard: Readonly<Record<string, string>>;
  readonly virtual: Readonly<Record<string, readonly number[]>>;
  readonly logPe: number;
  readonly post: Readonly<Record<string, readonly number[]>>;
}

it.skipIf(skip).each(["asia", "cancer", "earthquake", "survey", "child", "alarm"])(`%s has the posteriors that other engines agree on${why}`, (name) => {
  const network = readBif(readFileSync(`${folder}/${name}.bif`, "utf8"));
  const { cases } = JSON.parse(readFileSync(`${folder}/ref/${name}.json`, "utf8")) as { readonly cases: Readonly<Record<string, Case>> };
  expect(Object.keys(cases).length).toBeGreaterThan(2);
  for (const { hard, virtual, logPe, post } of Object.values(cases)) {
    const evidence = { observed: hard, likelihoods: virtual };
    expect(Math.abs(logProbabilityOfEvidence(network, evidence) - logPe)).toBeLessThan(1e-9);
    const found = posteriors(network, evidence)!;
    for (const [id, marginal] of Object.entries(post)) for (const [state, value] of marginal.entries()) expect(Math.abs(found.get(id)![state]! - value), `${id} ${state}`).toBeLessThan(1e-9);
  }
});

it.skipIf(skip)(`sachs has the posteriors of its joint distribution${why}`, () => {
  const network = readBif(readFileSync(`${folder}/sachs.bif`, "utf8"));
  const evidence = { ...noEvidence, observed: { Akt: "LOW", Jnk: "HIGH" } };
  const found = posteriors(network, evidence)!;
  for (const [id, marginal] of enumerateJoint(network, evidence).posteriors!) for (const [state, value] of marginal.entries()) expect(found.get(id)![state]).toBeCloseTo(value, 9);
});

/** Just enough of the Bayesian Interchange Format for these files. Rows are divided by their sums, as the references were. */
function readBif(text: string): Network {
  const words = (list: string): string[] => list.split(",").map((word) => word.trim());
  const variables = Array.from(text.matchAll(/variable\s+(\S+)\s*\{[^{]*\{([^}]*)\}/g), ([, id, states]): Variable => ({ id: id!, states: words(states!) }));
  const states = new Map(variables.map((variable) => [variable.id, variable.states]));
  const tables = Array.from(text.matchAll(/probability\s*\(([^)|]*)(?:\|([^)]*))?\)\s*\{([^}]*)\}/g), ([, child, given, body]): ConditionalTable => {
    const variable = child!.trim();
    const parents = given === undefined ? [] : words(given);
    const width = states.get(variable)!.length;
    const rows = Array.from(body!.matchAll(/(?:\(([^)]*)\)|table)\s*([^;]*);/g), ([, key, numbers]) => ({ key: key === undefined ? [] : words(key), numbers: words(numbers!).map(Number) }));
    const probabilities: number[] = [];
    for (const { key, numbers } of rows) {
      const row = parents.reduce((at, parent, place) => at * states.get(parent)!.length + states.get(parent)!.indexOf(key[place]!), 0);
      const sum = numbers.reduce((a, b) => a + b, 0);
      numbers.forEach((value, state) => (probabilities[row * width + state] = value / sum));
    }
    return { variable, parents, probabilities };
  });
  return { variables, tables };
}
