import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { contentForecast } from "#bargaining/content/content";
import { calibrate, centralDistance, contentLevels, crowdOf, crowds } from "#bargaining/content/intervals";
import { claimsOf, readDeuIssues, usualWeighting } from "../bench/deu-issues.ts";

const file = fileURLToPath(new URL("../../shared/data/deu/deu3.tsv", import.meta.url));

describe.skipIf(!existsSync(file))(`the content of a text, DEU III${existsSync(file) ? "" : ` (skipped: ${file} is not there)`}`, () => {
  it("has built in what the decisions give", () => {
    const issues = readDeuIssues(readFileSync(file, "utf8"));
    expect(issues.length).toBe(353);
    const forecasts = issues.map((issue) => ({ forecast: contentForecast(claimsOf(issue, usualWeighting)), outcome: issue.outcome }));
    for (const crowd of crowds) {
      const distances = forecasts.flatMap(({ forecast, outcome }) => (crowdOf(forecast) === crowd ? [centralDistance(forecast, outcome)] : []));
      expect(distances.length).toBeGreaterThan(100);
      for (const { level, distance } of contentLevels[crowd]) expect(calibrate(distances, level).distance).toBeCloseTo(distance, 3);
    }
  });
});
