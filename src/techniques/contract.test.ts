import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAll, namesOf, networkOf, openAll } from "#core/fold";
import type { Technique } from "#core/technique";
import { locate } from "#reader/locate";
import { readOutline } from "#reader/read-outline";
import { techniques } from "./index.ts";
import { readmeExamples, type ReadmeExample } from "../../tests/readme-examples.ts";

const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const required = ["README.md", "index.ts", "read.ts", "rules.ts", "schema.ts", "view.ts"];
const allowed = /^(?:network(?:-[a-z-]+)?\.ts|examples|rules|read-[a-z-]+\.ts|view-[a-z-]+\.ts|rules-[a-z-]+\.ts|.+\.test\.ts)$/u;
const headings = ["Method", "When not to use it", "Literature", "Document syntax", "Examples"];

const open = (list: readonly Technique[], markdown: string, files: ReadonlyMap<string, string> = new Map()) => {
  const outline = readOutline(markdown);
  const parts = openAll(list, outline);
  const attachments = new Map(Array.from(files, ([name, text]) => [name, { name, text }]));
  return { outline, parts, scene: { names: namesOf(parts), document: outline.frontMatter, attachments, today: "2026-11-25" } };
};

function findingsOf(technique: Technique, { input, files, whole }: ReadmeExample): readonly string[] {
  const { outline, parts, scene } = open(whole ? techniques : [technique], input, files);
  return checkAll(parts, scene)
    .filter(({ rule }) => rule.startsWith(`${technique.id}/`))
    .map(({ rule, span }) => `${locate(outline, span).line}:${locate(outline, span).column} ${rule}`);
}

it("registers exactly the folders", () => expect(techniques.map(({ id }) => id).toSorted()).toEqual(folders.toSorted()));

it("no heading is claimed by two techniques", () => {
  const claimed = techniques.flatMap(({ roles }) => roles.flatMap(({ headings, role }) => [...new Set([role, ...headings].map((text) => text.toLowerCase()))]));
  expect(claimed.filter((heading, at) => claimed.indexOf(heading) !== at)).toEqual([]);
});

it("only one technique reads the rest", () => expect(techniques.filter((technique) => technique.readsTheRest !== undefined).length).toBeLessThan(2));

describe.each(techniques)("$id", (technique) => {
  const folder = `${import.meta.dirname}/${technique.id}`;
  const readme = readFileSync(`${folder}/README.md`, "utf8");
  const examples = readmeExamples(readme);

  it("has the usual files and no strangers", () => {
    const files = readdirSync(folder);
    expect(required.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.filter((file) => !required.includes(file) && !allowed.test(file))).toEqual([]);
  });
  it("has the usual headings in order", () =>
    expect(Array.from(readme.matchAll(/^## (.+)$/gmu), (match) => match[1]).filter((heading) => headings.includes(heading ?? ""))).toEqual(headings));
  it("documents at least two examples", () => expect(examples.length).toBeGreaterThan(1));
  it.each(examples)("example: $title", (example) => expect(findingsOf(technique, example)).toEqual(example.output));
  it("shows every rule in an example", () => {
    const shown = new Set(examples.flatMap(({ output }) => output.map((line) => line.split(" ")[1])));
    expect(technique.rules.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
  it("knows by name each first column that makes a table its own", () => {
    const unknown = technique.roles.flatMap(({ role, firstColumns }) => firstColumns.filter((name) => !Object.values(technique.columns.get(role) ?? {}).flat().includes(name)));
    expect(unknown).toEqual([]);
  });
  it("gives its part as the schema says, and shows it", () => {
    for (const { input, files } of examples) {
      const { parts, scene } = open([technique], input, files);
      for (const part of parts) {
        expect(JSON.parse(JSON.stringify(part.toJSON()))).toBeTypeOf("object");
        expect(() => part.view(scene)).not.toThrow();
        expect(() => part.network({ ...scene, without: new Set(), assumed: new Map() })).not.toThrow();
      }
    }
  });
  it("calls an entry without an id by its words, and fills every placeholder", () => {
    for (const { input, files } of examples) {
      const { parts, scene } = open(techniques, input, files);
      const made = parts.flatMap(({ declares }) => declares).filter(({ id, kind }) => id.startsWith(`${kind}-`));
      const told = checkAll(parts, scene).map(({ what, remedy }) => `${what} ${remedy}`);
      expect(told.filter((text) => made.some(({ id }) => text.includes(id)) || /undefined|\bNaN\b/u.test(text))).toEqual([]);
    }
  });
  it("is named nowhere outside its folder and its registry line", () => {
    expect(filesNaming(technique.id)).toEqual(["techniques/all.ts"]);
  });
});

/** Source files outside the folder that import from it or name one of its rules. A relative path leads to it only from this floor: another may have a folder of that name. */
function filesNaming(id: string): readonly string[] {
  const root = `${import.meta.dirname}/..`;
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.startsWith(`techniques/${id}/`))
    .filter((file) => new RegExp(String.raw`(?:["'\x60]${file.startsWith("techniques/") ? "(?:[.]{1,2}/)*" : ""}|techniques/)${id}/`, "u").test(readFileSync(`${root}/${file}`, "utf8")))
    .toSorted();
}

it("the order of techniques never matters (seed 20261125)", () => {
  const document = techniques.flatMap(({ id }) => readmeExamples(readFileSync(`${import.meta.dirname}/${id}/README.md`, "utf8")).slice(-1)).map(({ input }) => input).join("\n\n");
  const run = (list: readonly Technique[]) => {
    const { parts, scene } = open(list, document);
    const piece = networkOf(parts, { ...scene, without: new Set(), assumed: new Map() });
    const sorted = Object.entries(piece).map(([key, values]) => [key, [...values].map((value) => JSON.stringify(value)).toSorted()]);
    return JSON.stringify([checkAll(parts, scene), sorted]);
  };
  const expected = run(techniques);
  const shuffled = fc.shuffledSubarray([...techniques], { minLength: techniques.length });
  const inAnyOrder = fc.property(shuffled, (list) => {
    expect(run(list)).toBe(expected);
  });
  fc.assert(inAnyOrder, { seed: 20261125, numRuns: 20 });
});
