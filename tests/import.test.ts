import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importDocument } from "#workbench/import";

const river = readFileSync(join(import.meta.dirname, "fixtures/river-report.txt"), "utf8");
const examples = join(import.meta.dirname, "../examples");
const seed = join(import.meta.dirname, "../../shared/seed/000_8f99ae62b84630d3.txt");

/** The words of a text without marks, comments, ids and attributes that an import adds. */
const words = (text: string): string =>
  text
    .replace(/<!--[\s\S]*?-->/gu, " ")
    .replace(/\{#[^}]*\}/gu, " ")
    .replace(/[#|*\-\s]+/gu, " ")
    .trim();

/** The sentences of an old report that are missing from the assessment made of it. */
function lost(report: string, markdown: string): readonly string[] {
  const kept = words(markdown);
  const sentences = report.split(/\n|\|/u).flatMap((line) => line.split(/(?<=[.!?])\s+/u)).map(words).filter((sentence) => sentence !== "");
  return sentences.filter((sentence) => !kept.includes(sentence));
}

describe("a report whose marks were lost", () => {
  const { markdown, account } = importDocument(river);
  it("is found whole", () =>
    expect(account.entries).toEqual({ judgement: 3, step: 3, test: 3, assumption: 2, counterargument: 1, indicator: 4, scenario: 3, limitation: 2, source: 2 }));
  it("keeps every sentence", () => expect(lost(river, markdown)).toEqual([]));
  it("gets dates for its horizons, the words kept", () => {
    for (const horizon of ["2026-09-30 (August-September 2026)", "2026-11-30 (October-November 2026)", "2027-05-31 (By spring 2027)", "| Ongoing |"]) expect(markdown).toContain(horizon);
  });
  it("lists what is damaged, by line and kind", () =>
    expect(account.damage.map(({ line, kind }) => `${line} ${kind}`)).toEqual([
      "5 cut-sentence", "8 stray-punctuation", "8 lost-currency", "8 lost-number", "21 lost-label", "29 empty-bullet", "32 empty-bullet", "35 empty-bullet",
      "51 lost-currency", "60 source-without-title", "61 source-without-title",
    ]));
  it("marks each damaged place by a comment", () => expect(markdown.match(/<!-- damaged \(/gu)).toHaveLength(8));
  it("lists what contradicts itself", () => expect(account.contradictions.map(({ kind, about }) => `${kind} ${about}`)).toEqual(["vote-with-two-meanings 61-5", "two-positions Norland"]));
  it("comes back as it is when it is imported again", () => expect(importDocument(markdown).markdown).toBe(markdown));
});

describe("the same report in other forms", () => {
  it("with marks that are there already", () => {
    const { markdown } = importDocument(river);
    expect(importDocument(markdown.replaceAll("\n", "\r\n")).markdown).toBe(markdown.replaceAll("\n", "\r\n"));
  });
  it("in HTML, with its tables", () => {
    const html = "<!doctype html><html><head><title>x</title><script>var lost = 1</script></head><body><h2>Key Judgements</h2><ul><li>The text is likely to stay.</li></ul><h2>Indicators</h2><table><tr><th>Indicator</th><th>Current state</th><th>Warning threshold</th><th>Time horizon</th></tr><tr><td>Brackets</td><td>41</td><td>fewer than 10</td><td>By spring 2027</td></tr></table></body></html>";
    const { markdown, account } = importDocument(html);
    expect(account.entries).toEqual({ judgement: 1, indicator: 1 });
    expect(markdown).toContain("2027-05-31 (By spring 2027)");
    expect(markdown).not.toContain("var lost");
  });
  it("with tabs for a table", () => {
    const { account } = importDocument("Key Assumptions\nAssumption\tSupporting evidence\tFalsifying evidence\tImpact if wrong\nThe rule stays\tNo reform\tA reform\tA mandate\n");
    expect(account.entries).toEqual({ assumption: 1 });
  });
});

describe("what a new user's report holds", () => {
  const twice = (text: string) => {
    const first = importDocument(text);
    expect(importDocument(first.markdown).markdown).toBe(first.markdown);
    return first;
  };
  it("opens each scenario of one line", () => {
    const { markdown, account } = twice("Scenarios\nScenario A (55%): Opened. Scenario B (40%): Again. Scenario C (5%): Other.\n");
    for (const heading of ["### Scenario A (55%): Opened. {#A}", "### Scenario B (40%): Again. {#B}", "### Scenario C (5%): Other. {#C}"]) expect(markdown).toContain(heading);
    expect(account.entries).toEqual({ scenario: 3 });
  });
  it("finds the heading behind a scenario among marked ones", () =>
    expect(twice("## Scenarios\nScenario A (55%): Opened. Scenario B (40%): Again.\nIndicators To Watch\n| Indicator | Time horizon |\n|---|---|\n| Brackets | Ongoing |\n").markdown).toContain("## Indicators To Watch"));
  it("leaves a label whose id a heading has already", () => {
    const text = "## Scenarios\n\n### Scenario A (55%): Opened. {#A}\n\nIt goes on. Scenario A (50%): said again.\n";
    expect(twice(text).markdown).toBe(text);
  });
  it.each([["Talks fail. Scenario C: collapse – 20%", []], ["Talks fail. Scenario C: collapse â€“ 20%", ["broken-encoding"]]])("takes no label for a cut sentence: %s", (line, kinds) =>
    expect(twice(`## Executive Summary\n\n${line}\n`).account.damage.map(({ kind }) => kind)).toEqual(kinds));
  it("lists a source of which only the grade in brackets is left", () =>
    expect(twice('## Sources\n\n- WTO, "Report of the chair", 30 July 2026, https://example.org/x (B)\n- (C)\n').account.damage.map(({ line, kind }) => `${line} ${kind}`)).toEqual(["4 source-without-title"]));
  it("leaves the horizon of a list item in words", () => expect(twice("## Indicators\n\n- Brackets fall by mid November 2026\n").markdown).toBe("## Indicators\n\n- I1: Brackets fall by mid November 2026\n"));
  it("numbers starred items, also indented ones, and mends the empty star", () => {
    const { markdown, account } = twice("## Key Assumptions\n\n * One holds.\n *\n * Two holds.\n");
    expect(markdown).toBe("## Key Assumptions\n\n- A1: One holds.\n- A2: Two holds.\n");
    expect(account.damage.map(({ line, kind }) => `${line} ${kind}`)).toEqual(["4 empty-bullet"]);
  });
  it("marks the title on the first line, and takes no sentence for one", () => {
    expect(twice("The Fisheries Talks\n\nExecutive Summary\nAll is well.\n").markdown).toMatch(/^# The Fisheries Talks\n\n## Executive Summary\n/u);
    expect(twice("All is well in the land.\n\nExecutive Summary\nAll is well.\n").markdown).toMatch(/^All is well in the land\.\n/u);
  });
  it("changes nothing when fragments in any order are imported again (seed 20261126)", () => {
    const fragments = ["The Fisheries Talks\n\n", "Scenarios\n", "## Key Assumptions\n", "Indicators To Watch\n", "Sources\n", " * One holds.\n *\n", "- (C)\n", "- B\n", "1. First\n", "Scenario A (55%): Opened. Scenario B (40%): Again. Recommended: wait.\n", "**Scenario C (5%): Other.** More, and\nthe rest.\n", "Talks. Scenario D: collapse â€“ 20%\n", "| Indicator | Time horizon |\n| - | - |\n| Brackets | By spring 2027 |\n", "\n", "It received billion,, and the\n"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 9 }), (parts) => {
        twice(parts.join(""));
      }),
      { seed: 20261126, numRuns: 300 },
    );
  });
  it("widens the divider of a table evenly", () =>
    expect(twice("## Indicators\n\n| Indicator | Current state |\n| - | :-: |\n| Brackets | 41 |\n").markdown).toContain("|---|---|:---:|"));
});

describe("what is an assessment already comes back byte for byte", () => {
  const files = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md") && !path.endsWith("README.md"));
  it.each(files)("%s", (path) => {
    const text = readFileSync(join(examples, path), "utf8");
    const { markdown, account } = importDocument(text);
    expect(markdown).toBe(text);
    expect(account.damage).toEqual([]);
  });
});

it("never throws and loses no word, whatever is cut or put in (seed 20261125)", { timeout: 60_000 }, () => {
  const cut = fc.record({ from: fc.nat({ max: river.length }), length: fc.nat({ max: 300 }), insert: fc.oneof(fc.constantFrom("\n", "\n\n", "- ", "|", "# ", "\t", "\u0000"), fc.string({ maxLength: 8 })) });
  fc.assert(
    fc.property(cut, ({ from, length, insert }) => {
      const text = river.slice(0, from) + insert + river.slice(from + length);
      const { markdown } = importDocument(text);
      expect(lost(text, markdown)).toEqual([]);
      expect(importDocument(markdown).markdown).toBe(markdown);
    }),
    { seed: 20261125, numRuns: 200 },
  );
});

describe.skipIf(!existsSync(seed))("the real report (skipped where ../shared/seed is not beside the project)", () => {
  const text = existsSync(seed) ? readFileSync(seed, "utf8") : "";
  const { markdown, account } = importDocument(text);
  it("is found whole", () =>
    expect(account.entries).toMatchObject({ judgement: 6, step: 6, test: 3, assumption: 4, counterargument: 1, indicator: 6, scenario: 3, limitation: 4, source: 3 }));
  it("has its summary and its narrative", () => expect(account.sections.filter(({ technique }) => technique === "narrative")).toHaveLength(5));
  it("keeps every sentence", () => expect(lost(text, markdown)).toEqual([]));
  it("comes back as it is when it is imported again", () => expect(importDocument(markdown).markdown).toBe(markdown));
  it("names the damaged places", () => expect(account.damage.map(({ line }) => line)).toEqual([8, 14, 15, 15, 46, 57, 59, 61, 80, 91, 92, 93]));
  it("names the contradictions", () => expect(account.contradictions.map(({ about }) => about)).toEqual(["156-5", "China"]));
});
