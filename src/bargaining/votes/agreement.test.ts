import { expect, it } from "vitest";
import { agreement } from "./agreement.ts";
import { readRollCalls } from "./read-roll-calls.ts";

const { calls } = readRollCalls(["rcid,AAA,BBB,CCC,DDD\n1,1,1,3,8\n2,1,2,3,8\n3,1,3,3,8\n4,2,2,1,3\n5,1,8,3,8\n"], "votes", { withSilent: true });

it("counts a half for an abstention beside a yes or a no, and leaves absences out", () => {
  // A and B: 1, 1/2, 0, 1 of four; A and C: 0, 0, 0, 1/2, 0 of five; B and C: 0, 1/2, 1, 1/2 of four; D met each once, on the fourth.
  expect(Array.from(agreement(calls, [0, 1, 2, 3]))).toEqual([1, 2.5 / 4, 0.5 / 5, 0.5, 2.5 / 4, 1, 2 / 4, 0.5, 0.5 / 5, 2 / 4, 1, 0, 0.5, 0.5, 0, 1]);
});

it("says nothing of two who never answered the same question", () => {
  const apart = readRollCalls(["rcid,AAA,BBB\n1,1,8\n2,8,3\n"]).calls;
  expect(Array.from(agreement(apart, [0, 1]))).toEqual([1, Number.NaN, Number.NaN, 1]);
});

it("compares only those asked for, in their order", () => expect(Array.from(agreement(calls, [2, 0]))).toEqual([1, 0.5 / 5, 0.5 / 5, 1]));
