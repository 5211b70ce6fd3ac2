import { expect, it } from "vitest";
import { partsGiven } from "#bayes/separation";

const all = (count: number): ReadonlySet<number> => new Set(Array.from({ length: count }, (_, at) => at));
const table = (...scope: number[]) => ({ scope, values: new Float64Array(0) });

/** Which of the variables are in one part with another. */
const sets = (parts: readonly number[], variables: readonly number[]) => variables.map((one) => variables.filter((other) => parts[other] === parts[one]));

it("separates the children of a known cause, and joins the parents of a common effect", () => {
  // 0 -> 1, 0 -> 2, and 3 -> 4 <- 5.
  const network = { ids: ["0", "1", "2", "3", "4", "5"], tables: [table(0), table(0, 1), table(0, 2), table(3), table(3, 5, 4), table(5)] };
  expect(sets(partsGiven(network, all(6), new Set([0])), [1, 2])).toEqual([[1], [2]]);
  expect(sets(partsGiven(network, all(6), new Set()), [1, 2])).toEqual([[1, 2], [1, 2]]);
  expect(sets(partsGiven(network, all(6), new Set([4])), [3, 5])).toEqual([[3, 5], [3, 5]]);
  // Without the effect, its causes have nothing to do with one another.
  expect(sets(partsGiven(network, new Set([0, 1, 2, 3, 5]), new Set()), [3, 5])).toEqual([[3], [5]]);
});
