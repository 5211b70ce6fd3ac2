import { assert, array, integer, property } from "fast-check";
import { expect, it } from "vitest";
import { normalDeviate, seededRandom } from "#kit/random";
import { adjustedRand, averageLinkage, kMeans, silhouette } from "./blocs.ts";
import { cohesion, switchers } from "./cohesion.ts";
import { likeness, nearestVoters } from "./likeness.ts";
import { periodsOf } from "./periods.ts";
import { readRollCalls } from "./read-roll-calls.ts";
import { recurringSeries, titleKey } from "./series.ts";

const three = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2];

/** Twelve points around three centres. */
function groups(seed: number): Float64Array {
  const random = seededRandom(seed);
  return Float64Array.from(three.flatMap((group) => [5 * group + 0.3 * normalDeviate(random), (group === 1 ? 4 : 0) + 0.3 * normalDeviate(random)]));
}

const distances = (points: Float64Array): Float64Array =>
  Float64Array.from({ length: 144 }, (_, at) => {
    const [i, j] = [Math.floor(at / 12), at % 12];
    return Math.hypot(points[2 * i]! - points[2 * j]!, points[2 * i + 1]! - points[2 * j + 1]!);
  });

it("finds three plain groups by both methods (seeds 1 to 5)", () => {
  for (let seed = 1; seed <= 5; seed++) {
    const points = groups(seed);
    expect(averageLinkage(distances(points), 3)).toEqual(three);
    expect(kMeans(points, { dimensions: 2, count: 3, random: seededRandom(seed) })).toEqual(three);
    expect(silhouette(distances(points), three)).toBeGreaterThan(0.8);
    expect(silhouette(distances(points), averageLinkage(distances(points), 4))).toBeLessThan(silhouette(distances(points), three));
  }
});

it("merges by the mean distance: the dendrogram of a published example (Everitt: 1-2, 4-5, then 3 to 4-5)", () => {
  const distance = Float64Array.from([0, 2, 6, 10, 9, 2, 0, 5, 9, 8, 6, 5, 0, 4, 5, 10, 9, 4, 0, 3, 9, 8, 5, 3, 0]);
  expect(averageLinkage(distance, 4)).toEqual([0, 0, 1, 2, 3]);
  expect(averageLinkage(distance, 3)).toEqual([0, 0, 2, 1, 1]);
  expect(averageLinkage(distance, 2)).toEqual([1, 1, 0, 0, 0]);
});

it("measures agreement of partitions as the published example does, and 1 for the same in other names", () => {
  // Contingency table [[1,1,0],[1,2,1],[0,0,4]]: adjusted Rand 0.313 (Yeung and Ruzzo 2001).
  const first = [0, 0, 1, 1, 1, 1, 2, 2, 2, 2];
  const second = [0, 1, 0, 1, 1, 2, 2, 2, 2, 2];
  expect(adjustedRand(first, second)).toBeCloseTo(0.313, 3);
  expect(adjustedRand(first, first.map((bloc) => 7 - bloc))).toBe(1);
});

it("gives agreement that does not mind the order of the two (seed 43)", () => {
  const partition = array(integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 });
  assert(property(partition, partition, (a, b) => Math.abs(adjustedRand(a, b) - adjustedRand(b, a)) < 1e-12 && adjustedRand(a, b) <= 1 + 1e-12), { seed: 43, verbose: 1 });
});

const { calls } = readRollCalls(["rcid,AAA,BBB,CCC,DDD,EEE\n1,1,1,3,3,1\n2,3,3,1,1,1\n3,1,2,3,3,1\n4,1,1,1,1,8\n5,3,1,1,1,3\n"]);

it("finds voters alike who part from the majority together, not those who vote with everybody", () => {
  const alike = likeness(calls);
  expect(alike[1]).toBeGreaterThan(alike[2]!);
  expect(nearestVoters(alike, 2, 1)[0]).toMatchObject({ voter: 3 });
  for (let voter = 0; voter < 5; voter++) for (let other = 0; other < 5; other++) expect(alike[5 * voter + other]).toBeCloseTo(alike[5 * other + voter]!, 12);
  expect(Math.max(...alike)).toBeLessThanOrEqual(1);
});

it("measures cohesion by the agreement index", () => {
  expect(cohesion(calls, (voter) => voter === 2 || voter === 3)).toBe(1);
  // A and B: alike in 1, 2, 4; in 3 and 5 one each: (1 - 1/2) / 2.
  expect(cohesion(calls, (voter) => voter < 2)).toBeCloseTo((3 + 0.25 + 0.25) / 5, 12);
  expect(cohesion(calls, () => false)).toBeUndefined();
});

it("lists who changed, absences apart", () => {
  expect(switchers(calls, [0, 3]).map(({ voter, answers }) => [voter, answers])).toEqual([[2, [2, 0]], [3, [2, 0]]]);
});

it("finds the questions that come again, one a period", () => {
  const text = "rcid,date,title,AAA,BBB\n1,2001-10-01,Fish : resolution,1,3\n2,2002-10-01,Fish,1,3\n3,2002-11-01,Birds 2002,1,3\n4,2003-10-01,Birds 2003,1,3\n5,2003-11-01,Fish,1,3\n6,2003-11-02,FISH,1,3\n";
  const read = readRollCalls([text]).calls;
  expect(recurringSeries(read, periodsOf(read))).toEqual([{ key: "fish", rollCalls: [0, 1] }, { key: "birds", rollCalls: [2, 3] }]);
  expect(titleKey("Lethal machines : resolution / adopted by the assembly")).toBe("lethal machines");
});

it("sorts dates into years that begin in September, else into sessions, else into one", () => {
  const labels = (text: string) => periodsOf(readRollCalls([text]).calls);
  expect(labels("rcid,date,AAA,BBB\n1,2001-08-31,1,3\n2,2001-09-01,1,3\n").labels).toEqual(["2000", "2001"]);
  expect(labels("rcid,session,AAA,BBB\n1,5,1,3\n2,9,1,3\n")).toMatchObject({ labels: ["5", "9"], times: [5, 9] });
  expect(labels("rcid,AAA,BBB\n1,1,3\n2,1,3\n").labels).toEqual(["0"]);
});
