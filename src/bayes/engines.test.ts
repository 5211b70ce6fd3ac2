import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import type { Answer } from "#bayes/answer";
import { compileTree } from "#bayes/compile";
import { logProbabilityOfEvidence, posteriors } from "#bayes/eliminate";
import { enumerateJoint } from "#bayes/enumerate";
import { indexEvidence, indexNetwork } from "#bayes/indexed";
import { ask, compileNetwork, infer } from "#bayes/infer";
import type { JunctionTree } from "#bayes/junction-tree";
import { useKernel } from "#bayes/kernel/choose";
import type { KernelName } from "#bayes/kernel/kernel";
import { mostProbable } from "#bayes/most-probable";
import { noEvidence, type Evidence, type Network } from "#bayes/network";
import { analyse } from "#bayes/sensitivity";
import { seededRandom } from "#kit/random";

/** Every way to get an answer, all held to the definition. */
const engines: Readonly<Record<string, (network: Network, evidence: Evidence) => Answer>> = {
  elimination: (network, evidence) => {
    const found = posteriors(network, evidence);
    return found ? { kind: "possible", posteriors: found, logEvidence: logProbabilityOfEvidence(network, evidence) } : { kind: "impossible", conflict: [] };
  },
  "a junction tree in TypeScript": (network, evidence) => ask(compiledFor(network, "TypeScript"), evidence),
  "a junction tree in WebAssembly": (network, evidence) => ask(compiledFor(network, "WebAssembly"), evidence),
  "a junction tree that was asked something else before": (network, evidence) => {
    const tree = compiled(network, network.variables.at(-1)!.id);
    ask(tree, { observed: { [network.variables[0]!.id]: network.variables[0]!.states.at(-1)! }, likelihoods: { [network.variables.at(-1)!.id]: network.variables.at(-1)!.states.map((_, at) => 1 / (at + 1)) } });
    return ask(tree, evidence);
  },
  "a junction tree with the observed states put in first": (network, evidence) => {
    const indexed = indexNetwork(network);
    const tree = compileTree(indexed, { given: indexEvidence(indexed, evidence).observed });
    if (tree.kind !== "compiled") throw new Error("too large");
    return ask(tree, evidence);
  },
  "a single question": (network, evidence) => {
    const answer = infer(network, evidence);
    if (answer.kind === "too large") throw new Error("too large");
    return answer;
  },
};

function compiled(network: Network, root?: string): JunctionTree {
  const tree = compileNetwork(network, root === undefined ? {} : { root });
  if (tree.kind !== "compiled") throw new Error("too large");
  return tree;
}

function compiledFor(network: Network, kernel: KernelName): JunctionTree {
  const tree = compiled(network);
  if (!useKernel(tree, kernel)) throw new Error(`no kernel in ${kernel}`);
  return tree;
}

const cases = networks({ zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net)));

describe.each(Object.entries(engines))("%s", (_, engine) => {
  it("agrees with the joint distribution, whatever the evidence (seed 41)", () => {
    let impossible = 0;
    fc.assert(
      fc.property(cases, ([net, evidence]) => {
        const exact = enumerateJoint(net, evidence);
        const answer = engine(net, evidence);
        if (!exact.posteriors) {
          impossible++;
          expect(answer.kind).toBe("impossible");
          return;
        }
        if (answer.kind !== "possible") throw new Error("possible evidence was called impossible");
        expect(answer.logEvidence).toBeCloseTo(Math.log(exact.probability), 9);
        for (const [id, marginal] of exact.posteriors) for (const [state, value] of marginal.entries()) expect(answer.posteriors.get(id)![state]).toBeCloseTo(value, 10);
      }),
      { seed: 41, numRuns: 150, verbose: 1 },
    );
    expect(impossible).toBeGreaterThan(3);
  });

  it("says that evidence is impossible instead of dividing by zero", () => {
    const net: Network = { variables: [{ id: "a", states: ["x", "y"] }], tables: [{ variable: "a", parents: [], probabilities: [1, 0] }] };
    expect(engine(net, { observed: { a: "y" }, likelihoods: {} }).kind).toBe("impossible");
    expect(engine(net, { observed: { a: "x" }, likelihoods: { a: [0, 1] } }).kind).toBe("impossible");
  });

  it("does not lose a product of a thousand small likelihoods", () => {
    const reports = Array.from({ length: 1000 }, (_, at) => `r${at}`);
    const net: Network = {
      variables: ["cause", ...reports].map((id) => ({ id, states: ["yes", "no"] })),
      tables: [
        { variable: "cause", parents: [], probabilities: [0.5, 0.5] },
        ...reports.map((variable, at) => ({ variable, parents: ["cause"], probabilities: at % 2 === 0 ? [0.01, 0.99, 0.001, 0.999] : [0.001, 0.999, 0.01, 0.99] })),
      ],
    };
    const answer = engine(net, { observed: Object.fromEntries(reports.map((id) => [id, "yes"])), likelihoods: {} });
    if (answer.kind !== "possible") throw new Error("possible evidence was called impossible");
    expect(answer.posteriors.get("cause")![0]).toBeCloseTo(0.5, 10);
    expect(answer.logEvidence).toBeCloseTo(500 * Math.log(1e-5), 6);
  });
});

/** Networks with tables of which some are made in chunks: up to six states, and links to four others. */
const wide = fc.integer({ min: 1, max: 1 << 30 }).map((seed): Network => {
  const random = seededRandom(seed);
  const variables = Array.from({ length: 11 }, (_, at) => ({ id: `v${at}`, states: Array.from({ length: 2 + Math.floor(random() * 5) }, (_, state) => `s${state}`) }));
  const tables = variables.map(({ id, states }, at) => {
    const parents = variables.slice(0, at).filter(() => random() < 4 / Math.max(4, at)).slice(0, 4);
    const rows = parents.reduce((product, parent) => product * parent.states.length, 1);
    const weights = Array.from({ length: rows }, () => states.map((_, state) => (state > 0 && random() < 0.1 ? 0 : 0.01 + random())));
    return { variable: id, parents: parents.map((parent) => parent.id), probabilities: weights.flatMap((row) => row.map((weight) => weight / row.reduce((a, b) => a + b, 0))) };
  });
  return { variables, tables };
});

describe("the kernels", () => {
  it("give the same to the last bit, and what elimination gives, where tables are made in chunks (seed 47)", () => {
    let [inChunks, possible] = [0, 0];
    fc.assert(
      fc.property(wide.chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net))), ([net, evidence]) => {
        const [plain, fast] = [compiledFor(net, "TypeScript"), compiledFor(net, "WebAssembly")];
        if (plain.nodes.some(({ rows, width, chunk }) => chunk < rows * width)) inChunks++;
        const answer = ask(plain, evidence);
        expect(ask(fast, evidence)).toEqual(answer);
        expect(mostProbable(fast, evidence)).toEqual(mostProbable(plain, evidence));
        const [one, other] = [analyse(plain, evidence, "v0"), analyse(fast, evidence, "v0")];
        expect(other?.slopes).toEqual(one?.slopes);
        expect(other?.hypotheticals).toEqual(one?.hypotheticals);
        const exact = posteriors(net, evidence, ["v0", "v5", "v10"]);
        expect(answer.kind).toBe(exact ? "possible" : "impossible");
        if (answer.kind !== "possible" || !exact) return;
        possible++;
        for (const [id, marginal] of exact) for (const [state, value] of marginal.entries()) expect(answer.posteriors.get(id)![state]).toBeCloseTo(value, 10);
        expect(answer.logEvidence).toBeCloseTo(logProbabilityOfEvidence(net, evidence), 9);
      }),
      { seed: 47, numRuns: 25, verbose: 1 },
    );
    expect(inChunks).toBeGreaterThan(10);
    expect(possible).toBeGreaterThan(10);
  });

  it("change hands as soon as a tree has worked enough, and the answers stay the same", () => {
    const [net] = fc.sample(wide, { seed: 48, numRuns: 1 });
    const tree = compiled(net!);
    const first = ask(tree, { observed: { v3: "s0" }, likelihoods: {} });
    for (let times = 0; times < 1000 && tree.memory.kernel.name === "TypeScript"; times++) ask(tree, { observed: {}, likelihoods: { v2: net!.variables[2]!.states.map((_, state) => 1 / (times + state + 1)) } });
    expect(tree.memory.kernel.name).toBe("WebAssembly");
    expect(ask(tree, { observed: { v3: "s0" }, likelihoods: {} })).toEqual(first);
    useKernel(tree, "TypeScript");
    expect(ask(tree, { observed: { v3: "s0" }, likelihoods: {} })).toEqual(first);
  });
});

describe("a junction tree", () => {
  it("gives the same bits whatever was asked before (seed 43)", () => {
    fc.assert(
      fc.property(networks().chain((net) => fc.tuple(fc.constant(net), fc.array(evidenceAbout(net), { minLength: 2, maxLength: 5 }))), ([net, questions]) => {
        const used = compiled(net);
        for (const evidence of questions) expect(ask(used, evidence)).toEqual(ask(compiled(net), evidence));
      }),
      { seed: 43, numRuns: 60, verbose: 1 },
    );
  });

  it("gives the same bits after questions that contradict themselves (seed 45)", () => {
    const contradictory = (net: Network) =>
      fc.tuple(evidenceAbout(net), fc.constantFrom(...net.variables), fc.constantFrom("every state", "all but one", "observed"), fc.nat(2)).map(([{ observed, likelihoods }, { id, states }, how, at]): Evidence => {
        const state = at % states.length;
        const zeros = { ...likelihoods, [id]: states.map((_, one) => Number(how === "all but one" ? one !== state : how === "observed" && one === state)) };
        return { observed: how === "every state" ? observed : { ...observed, [id]: how === "observed" ? states[(state + 1) % states.length]! : states[state]! }, likelihoods: zeros };
      });
    let refused = 0;
    fc.assert(
      fc.property(networks({ zeros: true }).chain((net) => fc.tuple(fc.constant(net), fc.array(fc.tuple(evidenceAbout(net), contradictory(net)), { minLength: 2, maxLength: 4 }))), ([net, questions]) => {
        const used = compiled(net);
        for (const [sound, nonsense] of questions) {
          for (const evidence of [sound, noEvidence, nonsense, sound]) {
            const answer = ask(used, evidence);
            expect(answer).toEqual(ask(compiled(net), evidence));
            refused += Number(answer.kind === "impossible");
          }
        }
      }),
      { seed: 45, numRuns: 60, verbose: 1 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  it("answers for the queried variables alone, as it does for all", () => {
    fc.assert(
      fc.property(networks().chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.subarray(net.variables.map(({ id }) => id)))), ([net, evidence, queries]) => {
        const all = ask(compiled(net), evidence);
        const some = ask(compiled(net), evidence, queries);
        const pruned = infer(net, evidence, queries);
        if (all.kind !== "possible" || some.kind !== "possible" || pruned.kind !== "possible") throw new Error("impossible");
        expect([...some.posteriors.keys()]).toEqual(queries);
        for (const id of queries) expect(some.posteriors.get(id)).toEqual(all.posteriors.get(id));
        for (const id of queries) for (const [state, value] of all.posteriors.get(id)!.entries()) expect(pruned.posteriors.get(id)![state]).toBeCloseTo(value, 10);
        expect(pruned.logEvidence).toBeCloseTo(all.logEvidence, 10);
      }),
      { seed: 44, numRuns: 60, verbose: 1 },
    );
  });

  it("names findings that cannot be true together, and only those", () => {
    const certain = { a: [1, 0], b: [0, 1, 1, 0], c: [0.5, 0.5] };
    const net: Network = {
      variables: Object.keys(certain).map((id) => ({ id, states: ["yes", "no"] })),
      tables: [
        { variable: "a", parents: [], probabilities: [0.5, 0.5] },
        { variable: "b", parents: ["a"], probabilities: certain.b },
        { variable: "c", parents: [], probabilities: certain.c },
      ],
    };
    expect(ask(compiled(net), { observed: { a: "yes", b: "yes", c: "no" }, likelihoods: {} })).toEqual({ kind: "impossible", conflict: ["a", "b"] });
  });

  it("says how large it would be instead of filling the memory", () => {
    const ids = Array.from({ length: 8 }, (_, at) => `v${at}`);
    const net: Network = {
      variables: [...ids, "all"].map((id) => ({ id, states: ["yes", "no"] })),
      tables: [...ids.map((variable) => ({ variable, parents: [], probabilities: [0.5, 0.5] })), { variable: "all", parents: ids, probabilities: Array.from({ length: 512 }, () => 0.5) }],
    };
    expect(compileNetwork(net, { mostEntries: 511 })).toEqual({ kind: "too large", entries: 512, bytes: 4096, widest: ["v0", ...ids.slice(1), "all"] });
    expect(compileNetwork(net).kind).toBe("compiled");
  });
});
