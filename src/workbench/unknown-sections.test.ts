import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { assess } from "#workbench/assess";

const told = (text: string): readonly string[] =>
  assess(text)
    .findings.filter(({ rule }) => rule === "document/unknown-section" || rule === "document/unread-table")
    .map(({ rule, what }) => `${rule}: ${what}`);

it.each(["Scenario", "Source", "Warning signs", "Indicator", "Assumption", "Observation"])("knows `%s`", (heading) => {
  const { parts } = assess(`## ${heading}\n\n- One of them: something that was seen.\n`);
  expect(parts.some(({ readsTheRest }) => !readsTheRest)).toBe(true);
});

it.each([
  ["Scenarois", "Scenarios"],
  ["Indcators", "Indicators"],
  ["Key findngs", "Key findings"],
  ["2. Soruces", "Sources"],
  ["Judgement", "Judgements"],
  ["Gap", "Gaps"],
])("says that `%s` is not known and `%s` is", (heading, known) => {
  expect(told(`## ${heading}\n\nText.\n`)).toEqual([`document/unknown-section: The section \`${heading}\` is not known; \`${known}\` is.`]);
});

it("says nothing of the headings of ordinary text", () => {
  const headings = "Introduction Background Context Conclusion Forces Factors Method Methodology Outlook History Timeline Options Notes Annex Appendix Discussion Analysis Implications Recommendations Developments Challenges Purpose Scope Glossary Acknowledgements Contents Overture".split(" ");
  expect(told(headings.map((heading) => `## ${heading}\n\nText.\n`).join("\n"))).toEqual([]);
});

it("finds a table that would be read under a heading that is known", () => {
  const table = "| ID | Indicator | Current state |\n|---|---|---|\n| I1 | Brackets | 41 |\n";
  expect(told(`## Indicators\n\n${table}\n## To be followed\n\n${table}`)).toEqual(["document/unread-table: The table of `Indicator` under `To be followed` is not read, because the section is not known."]);
  expect(told(`## To be followed\n\n${table}`)).toEqual([]);
});

it("says nothing of the examples", () => {
  const folder = `${import.meta.dirname}/../../examples`;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.includes("/") && file.endsWith(".md"));
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) expect(told(readFileSync(`${folder}/${file}`, "utf8"))).toEqual([]);
});
