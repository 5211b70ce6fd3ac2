import { buildSync } from "esbuild";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import type { Evidence, Network } from "#bayes/network";

/** The posterior of each variable that is not observed, in the order of its states. */
export type Posteriors = ReadonlyMap<string, readonly number[]>;

/** Another engine: what it makes of a network once, and what it answers each time it is asked. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** Networks that it answers in seconds; asked for others, it was stopped after a minute. */
  readonly networks: readonly string[];
  /** How far its answers may be from ours: it rounds. */
  readonly tolerance: number;
  prepare(network: Network): (evidence: Evidence) => Posteriors;
}

const require = createRequire(import.meta.url);

interface BayesJs {
  inferAll(network: Readonly<Record<string, object>>, given: Readonly<Record<string, string>>, options: { readonly precision: number }): Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The junction tree of bayesjs: the cliques are kept with the network, the potentials made anew for each evidence. */
export const bayesjs: Peer = {
  name: "bayesjs",
  version: versionOf(require.resolve("bayesjs")),
  networks: ["asia", "child", "alarm", "assess30", "hepar2", "assess60"],
  tolerance: 1e-11,
  prepare: (network) => {
    const { inferAll }: BayesJs = require("bayesjs");
    const states = new Map(network.variables.map((variable) => [variable.id, variable.states]));
    const nodes = Object.fromEntries(network.tables.map((table) => [table.variable, { id: table.variable, states: states.get(table.variable)!, parents: table.parents, cpt: conditions(table, states) }]));
    return ({ observed }) => {
      const found = inferAll(nodes, { ...observed }, { precision: 12 });
      return new Map(network.variables.filter(({ id }) => observed[id] === undefined).map((variable) => [variable.id, variable.states.map((state) => found[variable.id]![state]!)]));
    };
  },
};

/** A table as bayesjs wants it: for each row the states of the parents, and a probability for each state. */
function conditions({ variable, parents, probabilities }: Network["tables"][number], states: ReadonlyMap<string, readonly string[]>) {
  const own = states.get(variable)!;
  const rows = Array.from({ length: probabilities.length / own.length }, (_, row) => {
    let rest = row;
    const when = parents.toReversed().map((parent) => {
      const list = states.get(parent)!;
      const state = list[rest % list.length]!;
      rest = Math.floor(rest / list.length);
      return [parent, state] as const;
    });
    const then = Object.fromEntries(own.map((state, at) => [state, probabilities[row * own.length + at]!]));
    return parents.length === 0 ? then : Object.fromEntries(new Map<string, object>([["when", Object.fromEntries(when)], ["then", then]]));
  });
  return parents.length === 0 ? rows[0]! : rows;
}

interface SamiamNode {
  addParent(parent: SamiamNode): void;
  setCpt(rows: readonly (readonly number[])[]): void;
}

interface SamiamNetwork {
  posteriorMarginal(evidence: object, nodes: readonly SamiamNode[]): { readonly tensor: { readonly cells: readonly number[] } };
}

interface Samiam {
  readonly Network: new () => SamiamNetwork;
  readonly Node: new (id: string, name: string, network: SamiamNetwork, distribution: readonly { readonly value: string; readonly probability: number }[]) => SamiamNode;
}

/** The variable elimination of samiam, one variable after the other. */
export const samiam: Peer = {
  name: "samiam",
  version: versionOf(fileURLToPath(import.meta.resolve("samiam/lib/node.js"))),
  networks: ["asia", "child", "alarm", "insurance", "assess30", "hailfinder", "hepar2", "assess60"],
  tolerance: 1e-11,
  prepare: (network) => {
    const { Network: SamiamNetwork, Node: SamiamNode } = loadSamiam();
    const peer = new SamiamNetwork();
    const nodes = new Map(network.variables.map(({ id, states }) => [id, new SamiamNode(id, id, peer, states.map((value) => ({ value, probability: 1 / states.length })))]));
    const widths = new Map(network.variables.map(({ id, states }) => [id, states.length]));
    for (const { variable, parents, probabilities } of network.tables) {
      const width = widths.get(variable)!;
      // Its first parent changes fastest.
      for (const parent of parents.toReversed()) nodes.get(variable)!.addParent(nodes.get(parent)!);
      nodes.get(variable)!.setCpt(Array.from({ length: probabilities.length / width }, (_, row) => probabilities.slice(row * width, (row + 1) * width)));
    }
    return ({ observed }) => {
      const observations = Object.entries(observed).map(([id, state]) => ({ node: nodes.get(id)!, value: network.variables.find((one) => one.id === id)!.states.indexOf(state) }));
      const asked = network.variables.filter(({ id }) => observed[id] === undefined);
      return new Map(asked.map(({ id }) => [id, peer.posteriorMarginal({ observations, interventions: [] }, [nodes.get(id)!]).tensor.cells]));
    };
  },
};

/** Its modules import one another without endings, which Node does not resolve: they are bundled first. */
function loadSamiam(): Samiam {
  const contents = 'export { default as Network } from "samiam/lib/belief-network.js"; export { default as Node } from "samiam/lib/node.js";';
  const { outputFiles } = buildSync({ stdin: { contents, resolveDir: import.meta.dirname }, bundle: true, write: false, format: "iife", globalName: "samiam", target: "es2022" });
  return new Script(`${outputFiles[0]!.text}\nsamiam`).runInThisContext();
}

/** The version in the package.json above a file. */
function versionOf(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { readonly version: string }).version;
    } catch {
      // Not the root of the package yet.
    }
  }
  return "of unknown version";
}
