import * as fc from "fast-check";
import { expect, it } from "vitest";
import { bitRows, bitsOf, setBit, type BitRows } from "#bayes/bit-rows";
import { EliminationCosts } from "#bayes/elimination-costs";
import { searchOrder } from "#bayes/order-search";

interface Drawn {
  readonly sizes: readonly number[];
  readonly links: readonly (readonly [number, number])[];
}

const graphs = (most: number): fc.Arbitrary<Drawn> =>
  fc.integer({ min: 2, max: most }).chain((count) =>
    fc.record({
      sizes: fc.array(fc.integer({ min: 2, max: 5 }), { minLength: count, maxLength: count }),
      links: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { minLength: count, maxLength: 3 * count }).map((pairs) => pairs.filter(([a, b]) => a !== b)),
    }),
  );

function rowsOf({ sizes, links }: Drawn): BitRows {
  const rows = bitRows(sizes.length);
  for (const [a, b] of links) {
    setBit(rows, a, b);
    setBit(rows, b, a);
  }
  return rows;
}

it("keeps the costs of all that is left as if they were measured anew (seed 31)", () => {
  fc.assert(
    fc.property(graphs(40), fc.infiniteStream(fc.nat()), (drawn, draws) => {
      const costs = new EliminationCosts(rowsOf(drawn), drawn.sizes);
      const neighbours = drawn.sizes.map((_, variable) => new Set(bitsOf(rowsOf(drawn), variable)));
      const left = drawn.sizes.map((_, variable) => variable);
      while (left.length > 0) {
        const [variable] = left.splice(draws.next().value! % left.length, 1);
        const own = [...neighbours[variable!]!];
        expect(costs.eliminate(variable!)).toEqual(own.toSorted((a, b) => a - b));
        for (const one of own) {
          neighbours[one]!.delete(variable!);
          for (const other of own) if (other !== one) neighbours[one]!.add(other);
        }
        for (const one of left) {
          const around = [...neighbours[one]!];
          const missing = around.flatMap((a, at) => around.slice(at + 1).flatMap((b) => (neighbours[a]!.has(b) ? [] : [drawn.sizes[a]! * drawn.sizes[b]!])));
          expect(costs.degree[one]).toBe(around.length);
          expect(costs.fill[one]).toBe(missing.length);
          expect(costs.weightedFill[one]).toBe(missing.reduce((a, b) => a + b, 0));
          expect(costs.weight[one]).toBe(around.reduce((sum, other) => sum + costs.own[other]!, costs.own[one]!));
        }
      }
    }),
    { seed: 31, numRuns: 30, verbose: 1 },
  );
});

it("counts the entries of the maximal cliques, no table twice (seed 32)", () => {
  fc.assert(
    fc.property(graphs(12), fc.constantFrom(0, 20), (drawn, effort) => {
      const { order, neighbours, entries } = searchOrder(rowsOf(drawn), drawn.sizes, effort);
      const tables = order.map((variable) => new Set([variable, ...bitsOf(neighbours, variable)]));
      const maximal = tables.filter((table, at) => !tables.some((other, place) => place !== at && table.size < other.size && [...table].every((one) => other.has(one))));
      expect(entries).toBe(maximal.reduce((sum, table) => sum + [...table].reduce((product, variable) => product * drawn.sizes[variable]!, 1), 0));
    }),
    { seed: 32, numRuns: 300, verbose: 1 },
  );
});
