import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contentForecast } from "#bargaining/content/content";
import { calibrate, centralDistance, contentLevels } from "#bargaining/content/intervals";
import { claimsOf, readDeuIssues, usualWeighting } from "../bench/deu-issues.ts";

const file = fileURLToPath(new URL("../../shared/data/deu/deu3.tsv", import.meta.url));

describe.skipIf(!existsSync(file))(`the content of a text, DEU III${existsSync(file) ? "" : ` (skipped: ${file} is not there)`}`, () => {
  it("has built in what the decisions give", () => {
    const issues = readDeuIssues(readFileSync(file, "utf8"));
    expect(issues.length).toBe(353);
    const distances = issues.map((issue) => centralDistance(contentForecast(claimsOf(issue, usualWeighting)), issue.outcome));
    for (const { level, distance } of contentLevels) expect(calibrate(distances, level).distance).toBeCloseTo(distance, 3);
  });
});
