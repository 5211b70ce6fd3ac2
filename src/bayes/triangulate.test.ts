import * as fc from "fast-check";
import { expect, it } from "vitest";
import { shapeTree } from "#bayes/tree-shape";
import { triangulate, triangulateAlong, type Elimination } from "#bayes/triangulate";

interface Drawn {
  readonly scopes: readonly (readonly number[])[];
  readonly sizes: readonly number[];
}

/** Scopes of up to three variables, most of them pairs, each variable in one at least. */
const drawn = (most: number, fewestStates = 1): fc.Arbitrary<Drawn> =>
  fc.integer({ min: 1, max: most }).chain((count) => {
    const variable = fc.nat(count - 1);
    const scope = fc.oneof({ weight: 3, arbitrary: fc.tuple(variable, variable) }, { weight: 1, arbitrary: fc.tuple(variable, variable, variable) }).map((drawn) => Array.from(new Set(drawn)));
    const scopes = fc.array(scope, { maxLength: 2 * count, size: "max" });
    const sizes = fc.array(fc.integer({ min: fewestStates, max: 5 }), { minLength: count, maxLength: count });
    return fc.record({ scopes: scopes.map((list) => [...list, ...Array.from({ length: count }, (_, variable) => [variable])]), sizes });
  });

const linkedIn = (sets: readonly (readonly number[])[]) => (a: number, b: number): boolean => sets.some((set) => set.includes(a) && set.includes(b));
const subsetsOf = (count: number): readonly (readonly number[])[] => Array.from({ length: 2 ** count }, (_, mask) => Array.from({ length: count }, (_, at) => at).filter((at) => (mask >> at) & 1));
const within = (small: readonly number[], large: readonly number[]): boolean => small.every((one) => large.includes(one));
const inOrder = (sets: readonly (readonly number[])[]): readonly string[] => sets.map((set) => set.toSorted((a, b) => a - b).join()).toSorted();

/** Parts into which these fall where two are joined that the test joins. */
function parts<Item>(items: readonly Item[], joined: (a: Item, b: Item) => boolean): number {
  const open = new Set(items);
  let count = 0;
  for (const first of items) {
    if (!open.delete(first)) continue;
    count++;
    const queue = [first];
    for (const one of queue) for (const other of Array.from(open)) if (joined(one, other) && open.delete(other)) queue.push(other);
  }
  return count;
}

/** Every set of four or more variables that is a cycle without a chord. */
const chordless = (count: number, linked: (a: number, b: number) => boolean): readonly (readonly number[])[] =>
  subsetsOf(count).filter((set) => set.length > 3 && set.every((a) => set.filter((b) => a !== b && linked(a, b)).length === 2) && parts(set, linked) === 1);

function expectJunctionForest({ scopes, sizes }: Drawn, { cliques, neighbours, order }: Elimination): void {
  expect(order.toSorted((a, b) => a - b)).toEqual(sizes.map((_, variable) => variable));
  for (const scope of scopes) expect(cliques.some((clique) => within(scope, clique))).toBe(true);
  const joined = (a: number, b: number): boolean => neighbours[a]!.includes(b);
  const all = cliques.map((_, clique) => clique);
  expect(neighbours.flat().length / 2).toBe(cliques.length - parts(all, joined));
  for (const variable of order) expect(parts(all.filter((clique) => cliques[clique]!.includes(variable)), joined)).toBe(1);
}

it("makes a chordal graph, of which it finds all maximal cliques, in a forest where what two share is in every one between (seed 21)", () => {
  let filled = 0;
  fc.assert(
    fc.property(drawn(7), fc.constantFrom(0, 1, 1000), ({ scopes, sizes }, effort) => {
      const found = triangulate(scopes, sizes, effort);
      const linked = linkedIn(found.cliques);
      expect(chordless(sizes.length, linked)).toEqual([]);
      const complete = subsetsOf(sizes.length).filter((set) => set.length > 0 && set.every((a) => set.every((b) => a === b || linked(a, b))));
      expect(inOrder(found.cliques)).toEqual(inOrder(complete.filter((set) => !complete.some((other) => other.length > set.length && within(set, other)))));
      expectJunctionForest({ scopes, sizes }, found);
      if (chordless(sizes.length, linkedIn(scopes)).length > 0) filled++;
    }),
    { seed: 21, numRuns: 250, verbose: 1 },
  );
  expect(filled).toBeGreaterThan(10);
});

it("does so for graphs of several words a row (seed 22)", () => {
  fc.assert(
    fc.property(drawn(90), fc.constantFrom(0, 1, 5), ({ scopes, sizes }, effort) => {
      const found = triangulate(scopes, sizes, effort);
      expectJunctionForest({ scopes, sizes }, found);
      // In the order found, the neighbours of a variable that go after it are all in one clique.
      const linked = linkedIn(found.cliques);
      for (const [at, variable] of found.order.entries()) {
        const later = found.order.slice(at + 1).filter((other) => linked(variable, other));
        expect(found.cliques.some((clique) => within([variable, ...later], clique))).toBe(true);
      }
    }),
    { seed: 22, numRuns: 40, verbose: 1 },
  );
});

const entriesIn = (sizes: readonly number[], { cliques }: Elimination): number => cliques.reduce((sum, clique) => sum + clique.reduce((product, variable) => product * sizes[variable]!, 1), 0);

it("finds with much effort the smallest tables that any order gives, and the same ones again (seed 23)", () => {
  fc.assert(
    fc.property(drawn(6, 2), ({ scopes, sizes }) => {
      const found = triangulate(scopes, sizes, 1e4);
      expect(triangulate(scopes, sizes, 1e4)).toEqual(found);
      expect(entriesIn(sizes, found)).toBe(smallest({ scopes, sizes }));
    }),
    { seed: 23, numRuns: 60, verbose: 1 },
  );
});

/** The entries of the maximal cliques under the best of all orders. */
function smallest({ scopes, sizes }: Drawn): number {
  let best = Infinity;
  const go = (left: readonly number[], sets: readonly (readonly number[])[], made: readonly (readonly number[])[]): void => {
    if (left.length === 0) {
      const maximal = made.filter((set, at) => !made.some((other, place) => within(set, other) && (other.length > set.length || place < at)));
      best = Math.min(best, entriesIn(sizes, { cliques: maximal, neighbours: [], order: [], heuristic: "min-fill" }));
    }
    for (const variable of left) {
      const clique = Array.from(new Set([variable, ...sets.filter((set) => set.includes(variable)).flat()]));
      const rest = left.filter((other) => other !== variable);
      go(rest, [...sets.filter((set) => !set.includes(variable)), clique.filter((other) => other !== variable)], [...made, clique]);
    }
  };
  go(sizes.map((_, variable) => variable), scopes, []);
  return best;
}

it("makes of an order that was found before the same forest, and refuses one of other variables (seed 25)", () => {
  fc.assert(
    fc.property(drawn(40), ({ scopes, sizes }) => {
      const { heuristic: _, ...found } = triangulate(scopes, sizes, 1);
      expect(triangulateAlong(scopes, sizes.length, found.order)).toEqual({ heuristic: "an order found before", ...found });
      expect(() => triangulateAlong(scopes, sizes.length, found.order.slice(1))).toThrow("leaves out");
      expect(() => triangulateAlong(scopes, sizes.length, [...found.order, found.order[0]!])).toThrow("twice");
    }),
    { seed: 25, numRuns: 100, verbose: 1 },
  );
});

it("hangs the forest up so that each table begins with what its parent shares, and every clique has a table (seed 24)", () => {
  fc.assert(
    fc.property(drawn(9), fc.nat(8), ({ scopes, sizes }, wanted) => {
      const found = triangulate(scopes, sizes, 1);
      const branches = shapeTree(found, sizes, wanted % sizes.length);
      for (const clique of found.cliques) expect(branches.some(({ scope }) => within(clique, scope) && within(scope, clique))).toBe(true);
      for (const [place, { parent, scope, shared }] of branches.entries()) {
        expect(parent).toBeLessThan(place);
        const above = branches[parent]?.scope ?? [];
        expect(scope.slice(0, shared)).toEqual(above.filter((variable) => scope.includes(variable)));
      }
      const joined = (a: number, b: number): boolean => branches[a]!.parent === b || branches[b]!.parent === a;
      for (const variable of sizes.keys()) expect(parts([...branches.keys()].filter((place) => branches[place]!.scope.includes(variable)), joined)).toBe(1);
      expect(branches.find(({ scope }) => scope.includes(wanted % sizes.length))!.parent).toBe(-1);
    }),
    { seed: 24, numRuns: 150, verbose: 1 },
  );
});

it.each([10, 1e20])("ends its search where no order brings the tables within reach: a grid of variables with %d states", (states) => {
  const side = 14;
  const grid = Array.from({ length: side * side }, (_, at) => [...(at >= side ? [at - side] : []), ...(at % side > 0 ? [at - 1] : []), at]);
  const sizes = grid.map(() => states);
  const found = triangulate(grid, sizes, 1);
  expectJunctionForest({ scopes: grid, sizes }, found);
  expect(entriesIn(sizes, found)).toBeGreaterThan(1e14);
});
