import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks, withoutTarget } from "../../tests/network-arbitraries.ts";
import { enumerateJoint } from "#bayes/enumerate";
import { extentOf } from "#bayes/extents";
import type { FlipChange, FlipMode } from "#bayes/flip-options";
import { smallestFlips, smallestFlipsOf } from "#bayes/flips";
import { indexEvidence } from "#bayes/indexed";
import { compileNetwork } from "#bayes/infer";
import type { Evidence, Network } from "#bayes/network";

const modes: readonly FlipMode[] = ["removing", "reversing", "learning"];

function flips(network: Network, evidence: Evidence, target: number, { mode, mostAsked = 1e6 }: { readonly mode: FlipMode; readonly mostAsked?: number }) {
  const tree = compileNetwork(network);
  if (tree.kind !== "compiled") throw new Error("too large");
  return smallestFlips(tree, indexEvidence(tree.network, evidence), { target, mode, mostAsked });
}

/** Every set of changes of one size, by trying all of them on the joint distribution. */
function byBruteForce(network: Network, evidence: Evidence, target: number, mode: FlipMode): readonly string[] {
  const id = network.variables[target]!.id;
  const lead = (changed: Evidence): number | undefined => {
    const posterior = enumerateJoint(network, changed).posteriors?.get(id);
    const most = posterior && Math.max(...posterior);
    const near = posterior?.flatMap((p, state) => (p > most! * (1 - 1e-12) ? [state] : [])) ?? [];
    return near.length === 1 ? near[0] : undefined;
  };
  const now = lead(evidence);
  if (now === undefined) return [];
  const options = network.variables.flatMap(({ id: other, states }, variable): readonly (readonly FlipChange[])[] => {
    if (variable === target) return [];
    const [observed, soft] = [evidence.observed[other], evidence.likelihoods[other]];
    if (mode === "removing") return observed === undefined && !soft ? [] : [[{ variable }]];
    if ((mode === "reversing") !== (observed !== undefined)) return [];
    return [states.flatMap((name, state) => (name === observed ? [] : [{ variable, state }]))];
  });
  let sets: readonly (readonly FlipChange[])[] = [[]];
  for (let size = 1; size <= options.length; size++) {
    sets = sets.flatMap((set) => options.flatMap((list) => list.flatMap((change) => (set.every(({ variable }) => variable < change.variable) ? [[...set, change]] : []))));
    const found = sets.filter((set) => {
      const after = lead(applied(network, evidence, set));
      return after !== undefined && after !== now;
    });
    if (found.length > 0) return found.map(text).toSorted();
  }
  return [];
}

function applied(network: Network, { observed, likelihoods }: Evidence, set: readonly FlipChange[]): Evidence {
  const [states, vectors] = [{ ...observed }, { ...likelihoods }];
  for (const { variable, state } of set) {
    const { id, states: names } = network.variables[variable]!;
    if (state === undefined) {
      delete states[id];
      delete vectors[id];
    } else states[id] = names[state]!;
  }
  return { observed: states, likelihoods: vectors };
}

const text = (set: readonly FlipChange[]): string => set.toSorted((a, b) => a.variable - b.variable).map(({ variable, state }) => `${variable}${state === undefined ? "" : `=${state}`}`).join(" ");

/** Evidence about most variables, or about few. */
const evidence = (net: Network, dense: boolean): fc.Arbitrary<Evidence> =>
  dense
    ? fc.tuple(evidenceAbout(net), ...net.variables.map(({ states }) => fc.option(fc.constantFrom(...states), { freq: 5 }))).map(([{ likelihoods }, ...states]) => ({
        observed: Object.fromEntries(net.variables.flatMap(({ id }, at) => (states[at] === null ? [] : [[id, states[at]!]]))),
        likelihoods,
      }))
    : evidenceAbout(net);

const cases = (mode: FlipMode) => networks({ most: mode === "learning" ? 6 : 7, zeros: true }).chain((net) => fc.tuple(fc.constant(net), evidence(net, mode !== "learning"), fc.nat(net.variables.length - 1)));

it.each(modes)("finds all smallest sets that trying every set finds: %s (seed 191)", (mode) => {
  const sizes = new Map<number, number>();
  fc.assert(
    fc.property(cases(mode), ([net, given, target]) => {
      const evidence = withoutTarget(given, net.variables[target]!.id);
      const found = flips(net, evidence, target, { mode });
      if (!found) return;
      expect(found.cut).toBe(false);
      expect(found.sets.map(({ changes }) => text(changes)).toSorted()).toEqual(byBruteForce(net, evidence, target, mode));
      const size = found.sets[0]?.changes.length ?? 0;
      sizes.set(size, (sizes.get(size) ?? 0) + 1);
    }),
    { seed: 191, numRuns: 300, verbose: 1 },
  );
  expect(sizes.get(1)).toBeGreaterThan(20);
  expect(sizes.get(2)).toBeGreaterThan(3);
});

it("allows no context that leads outside an extent (seed 192)", () => {
  let narrow = 0;
  fc.assert(
    fc.property(networks({ most: 6, zeros: true }), fc.nat(1e6), fc.infiniteStream(fc.nat(1e6)), (net, pick, numbers) => {
      const variable = pick % net.variables.length;
      const tree = compileNetwork(net);
      if (tree.kind !== "compiled") throw new Error("too large");
      const extents = net.variables[variable]!.states.map((_, state) => extentOf({ network: tree.network, present: new Set(net.variables.keys()), given: new Map() }, variable, state));
      narrow += Number(extents.every(({ low, high }) => low > 0 && high < 1));
      const observed = Object.fromEntries(net.variables.flatMap(({ id, states }, at) => (at === variable || numbers.next().value! % 2 === 0 ? [] : [[id, states[numbers.next().value! % states.length]!]])));
      const posterior = enumerateJoint(net, { observed, likelihoods: {} }).posteriors?.get(net.variables[variable]!.id);
      for (const [state, p] of posterior?.entries() ?? []) {
        expect(p).toBeGreaterThanOrEqual(extents[state]!.low - 1e-12);
        expect(p).toBeLessThanOrEqual(extents[state]!.high + 1e-12);
      }
    }),
    { seed: 192, numRuns: 300, verbose: 1 },
  );
  expect(narrow).toBeGreaterThan(50);
});

/** A target with reports that it makes independent: each `yes` doubles the odds of `a`. */
const star = (count: number): Network => ({
  variables: [{ id: "t", states: ["a", "b"] }, ...Array.from({ length: count }, (_, at) => ({ id: `r${at}`, states: ["yes", "no"] }))],
  tables: [{ variable: "t", parents: [], probabilities: [0.5, 0.5] }, ...Array.from({ length: count }, (_, at) => ({ variable: `r${at}`, parents: ["t"], probabilities: [2 / 3, 1 / 3, 1 / 3, 2 / 3] }))],
});

it("asks about no set that cannot flip where the target separates the findings", () => {
  const count = 20;
  // 12 reports for a, 7 for b, one open: a leads by 5 doublings, so three must be reversed, and no set of two is asked about.
  const observed = Object.fromEntries(Array.from({ length: 19 }, (_, at) => [`r${at}`, at < 12 ? "yes" : "no"]));
  const reversed = flips(star(count), { observed, likelihoods: {} }, 0, { mode: "reversing" })!;
  expect(reversed.sets).toHaveLength(220);
  expect(reversed.sets.every(({ changes, leader }) => leader === 1 && changes.every(({ variable, state }) => variable <= 12 && state === 1))).toBe(true);
  // The question itself, single changes, then the ways to begin a set of three, and the sets.
  expect(reversed.asked).toBeLessThanOrEqual(1 + 19 + 10 + 55 + 220);
  // Six of the twelve must go.
  const removed = flips(star(count), { observed, likelihoods: {} }, 0, { mode: "removing" })!;
  expect(removed.sets).toHaveLength(924);
  expect(flips(star(count), { observed, likelihoods: {} }, 0, { mode: "learning" })!.sets).toEqual([]);
});

it("gives up where asked to, and says so; finds nothing to flip in a tie", () => {
  const observed = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`r${at}`, at < 12 ? "yes" : "no"]));
  expect(flips(star(20), { observed, likelihoods: {} }, 0, { mode: "removing", mostAsked: 100 })).toMatchObject({ cut: true, leader: 0 });
  expect(flips(star(3), { observed: {}, likelihoods: {} }, 0, { mode: "learning" })).toEqual({ leader: undefined, sets: [], asked: 1, cut: false });
});

it("takes names for numbers, and leaves out what is known of the target itself", () => {
  const net: Network = {
    variables: ["a", "b"].map((id) => ({ id, states: ["yes", "no"] })),
    tables: [
      { variable: "a", parents: [], probabilities: [0.6, 0.4] },
      { variable: "b", parents: ["a"], probabilities: [0.2, 0.8, 0.9, 0.1] },
    ],
  };
  const tree = compileNetwork(net);
  if (tree.kind !== "compiled") throw new Error("too large");
  // 0.6 x 0.8 to 0.4 x 0.1, and the other way round 0.12 to 0.36.
  expect(smallestFlipsOf(tree, { observed: { a: "no", b: "no" }, likelihoods: {} }, { target: "a", mode: "reversing", mostAsked: 100 })).toMatchObject({ leader: 0, sets: [{ changes: [{ variable: 1, state: 0 }], leader: 1 }], cut: false });
  expect(() => smallestFlipsOf(tree, { observed: {}, likelihoods: {} }, { target: "c", mode: "reversing", mostAsked: 100 })).toThrow("The network has no variable called c.");
});
