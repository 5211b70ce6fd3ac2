import { expect, it } from "vitest";
import { keptFor, keptForBoth } from "#kit/kept";

it("works out an answer once for each object, nothing as an answer included", () => {
  const asked: string[] = [];
  const find = keptFor(({ name }: { name: string }) => void asked.push(name));
  const [one, other] = [{ name: "a" }, { name: "a" }];
  expect([find(one), find(one), find(other), asked]).toEqual([undefined, undefined, undefined, ["a", "a"]]);
});

it("works out an answer once for each pair", () => {
  let count = 0;
  const pair = keptForBoth((first: { n: number }, second: { n: number }) => [(count += 1), first.n, second.n]);
  const [one, two] = [{ n: 1 }, { n: 2 }];
  expect(pair(one, two)).toBe(pair(one, two));
  expect([pair(one, two), pair(two, one), pair(two, two)]).toEqual([[1, 1, 2], [2, 2, 1], [3, 2, 2]]);
});
