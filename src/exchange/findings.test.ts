import { expect, it } from "vitest";
import { githubAnnotation } from "#exchange/github";
import { sarifLog, type SarifRule } from "#exchange/sarif";
import type { LocatedFinding } from "#model/finding";

const finding: LocatedFinding = {
  file: "folder/a: b,c.md",
  rule: "indicators/no-threshold",
  severity: "warning",
  what: "I1 has no threshold: 50%\nof rows.",
  why: "Nobody can call it.",
  remedy: "Name one.",
  standard: "CIA, A Tradecraft Primer (2009)",
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  fixable: false,
};
const rule: SarifRule = { name: finding.rule, what: "{id} has no threshold.", why: finding.why, remedy: finding.remedy, standard: finding.standard, severity: "warning" };

it("escapes what GitHub's workflow commands would read as their own", () =>
  expect(githubAnnotation(finding)).toBe(
    "::warning file=folder/a%3A b%2Cc.md,line=3,col=5,endLine=3,endColumn=9,title=indicators/no-threshold::I1 has no threshold: 50%25%0Aof rows. Name one.",
  ));

it("points each result of a SARIF log to its rule and its place", () => {
  const log = JSON.parse(JSON.stringify(sarifLog([finding], [rule], "1.2.3")));
  const [run] = log.runs;
  expect(run.tool.driver).toMatchObject({ name: "rapporteur", version: "1.2.3", rules: [{ id: finding.rule, defaultConfiguration: { level: "warning" } }] });
  expect(run.results[0]).toMatchObject({ ruleId: finding.rule, ruleIndex: 0, level: "warning" });
  expect(run.results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: "folder/a:%20b,c.md" },
    region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 },
  });
});

it("leaves out the index of a rule that is not listed", () => {
  const log = JSON.parse(JSON.stringify(sarifLog([{ ...finding, rule: "names/unknown-reference" }], [rule], "1")));
  expect(log.runs[0].results[0]).not.toHaveProperty("ruleIndex");
});
