import { expect, it } from "vitest";
import { readOutline } from "#reader/read-outline";
import { resolutionOf } from "./resolution.ts";

const resolutionIn = (lines: string) => resolutionOf(readOutline(`---\n${lines}\n---\n`).frontMatter);

it("reads the outcome, the day and the sources", () => {
  expect(resolutionIn('resolved: B\nresolved-on: 2027-05-20\nresolved-by: "[@gazette] [@text]"')).toEqual({ outcome: "B", on: "2027-05-20", by: "[@gazette] [@text]" });
  expect(resolutionIn("resolved: 2")).toEqual({ outcome: "2" });
});

it.each(["title: Open", "resolved:", "resolved: ''", "resolved: [A, B]", "resolved-on: 2027-05-20"])("takes `%s` for an open question", (line) => expect(resolutionIn(line)).toBeUndefined());

it("leaves out a day that the calendar does not have", () => expect(resolutionIn("resolved: A\nresolved-on: 2027-02-30")).toEqual({ outcome: "A" }));
