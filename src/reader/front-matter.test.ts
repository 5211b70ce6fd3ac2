import { expect, it } from "vitest";
import type { FrontMatter } from "#model/outline";
import { icd203, phia } from "#model/yardsticks";
import { readOutline } from "#reader/read-outline";

const read = (...lines: readonly string[]): FrontMatter => readOutline(["---", ...lines, "---", "# Body", ""].join("\n")).frontMatter;
const problems = (...lines: readonly string[]) => read(...lines).problems.map(({ kind, key, written }) => `${kind} ${key}: ${written}`);

it("reads every field", () => {
  const frontMatter = read("title: A title: no, 'quoted'".replace(": no", " no"), "question: >", "  Which", "  outcome?", "as-of: 2026-11-01", 'resolves: "2027-06-30"', "yardstick: PHIA", "bibliography: refs.bib", "authors: [A. One, {name: B. Two}]", "tlp: amber", "audiences: ministers; port authorities", "own: {a: [1, true]}");
  expect(frontMatter).toMatchObject({
    title: "A title no, 'quoted'",
    question: "Which outcome?",
    asOf: "2026-11-01",
    resolves: "2027-06-30",
    yardstick: phia,
    bibliography: "refs.bib",
    authors: ["A. One", "B. Two"],
    tlp: "amber",
    audiences: ["ministers", "port authorities"],
    problems: [],
  });
  expect(frontMatter.values["own"]).toEqual({ a: [1, true] });
});

it("knows keys in any spelling and gives their places", () => {
  const { asOf, authors, spans } = read("As_Of: 2026-11-01", "author: X");
  expect([asOf, authors]).toEqual(["2026-11-01", ["X"]]);
  expect([spans["as-of"], spans["As_Of"]]).toEqual([{ section: 0, from: 4, to: 21 }, { section: 0, from: 4, to: 21 }]);
});

it.each([
  ["nothing", "# Body\n"],
  ["a rule", "---\n\n# Body\n\n---\n"],
  ["a rule before a list", "---\n- a\n- b\n---\n"],
  ["an empty block", "---\n---\n# Body\n"],
])("has defaults where there is %s", (_, text) => {
  expect(readOutline(text).frontMatter).toEqual({ yardstick: icd203, authors: [], audiences: [], values: {}, spans: {}, problems: [] });
});

it.each([
  ["a date that is none", ["as-of: 2027-02-30"], ["impossible-date as-of: 2027-02-30"]],
  ["words for a date", ["resolves: next June"], ["impossible-date resolves: next June"]],
  ["a yardstick nobody knows", ["yardstick: house rules"], ["unknown-yardstick yardstick: house rules"]],
  ["a share above 1", ["correlation: 1.2"], ["not-a-share correlation: 1.2"]],
  ["words for a share", ["correlation: strong"], ["not-a-share correlation: strong"]],
  ["a list for a title", ["title: [a, b]"], ["not-a-text title: [a, b]"]],
  ["a colon that was not quoted", ["title: Treaty: the end"], ["broken-yaml title: title: Treaty: the end", "not-a-text title: Treaty: the end"]],
  ["a key given twice", ["title: a", "title: b"], ["broken-yaml title: title: b"]],
  ["an alias without an anchor", ["title: *none"], ["broken-yaml title: title: *none"]],
  ["a value that holds itself", ["own: &a [*a]"], ["broken-yaml own: own: &a [*a]"]],
])("reports %s", (_, lines, expected) => {
  expect(problems(...lines)).toEqual(expected);
});

it("reads a share as a number or a percentage", () => {
  expect([read("correlation: 0.6"), read("correlation: 60%"), read("title: a")].map(({ correlation }) => correlation)).toEqual([0.6, 0.6, undefined]);
});

it("reports a block that lost its last line, and reads the text as Markdown", () => {
  const { frontMatter, sections } = readOutline("---\ntitle: a\n\n# Body\n");
  expect(frontMatter.problems).toMatchObject([{ kind: "broken-yaml", key: "title", span: { section: 0, from: 0, to: 3 } }]);
  expect(sections).toHaveLength(2);
});

it("reads line ends and marks of byte order of any kind", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const outline = readOutline(`\uFEFF---${end}title: a${end}as-of: 2026-11-01${end}---${end}# Body`);
    expect([outline.frontMatter.title, outline.frontMatter.asOf, outline.sections.length]).toEqual(["a", "2026-11-01", 2]);
    expect(outline.frontMatter.problems).toEqual([]);
  }
});

it("does not read a block beyond 200,000 characters", () => {
  expect(read(...Array.from({ length: 20_001 }, (_, number) => `k${number}: 12345`)).problems.map(({ kind }) => kind)).toEqual(["broken-yaml"]);
});
