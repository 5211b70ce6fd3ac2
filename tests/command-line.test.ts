import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { shapes } from "#exchange/shapes";

const root = join(import.meta.dirname, "..");
const laws = join(root, "examples/laws/assessment.md");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function rapporteur(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/rapporteur.mjs"), ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  return { status, stdout, stderr };
}
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

describe("bad input ends in one sentence on stderr and exit code 2", () => {
  const cases: readonly (readonly [string, () => string[], RegExp])[] = [
    ["a missing file", () => ["check", "nowhere.md"], /nowhere\.md cannot be read: there is no such file/],
    ["a folder", () => ["check", "."], /is a folder/],
    ["a binary file", () => ["forecast", file("b.md", new Uint8Array(400))], /is not a text file/],
    ["a PDF", () => ["import", file("b.pdf", "%PDF-1.7 ...")], /is not a text file/],
    ["another encoding", () => ["check", file("l.md", new Uint8Array([0x23, 0x20, 0xe9, 0x0a]))], /not written in UTF-8/],
    ["an empty document", () => ["check", file("e.md", "")], /is empty/],
    ["white space", () => ["check", file("w.md", " \n\n ")], /nothing but white space/],
    ["another language", () => ["check", file("f.md", "# Synthèse\n\nLes États ne sont pas d'accord.\n\n## Constats principaux\n\n- Le texte avance.\n")], /no section that is known/],
    ["another language, imported", () => ["import", file("g.md", "# Synthèse\n\nLes États ne sont pas d'accord.\n"), "-o", "never.md"], /no section that is known/],
    ["an unknown option", () => ["check", "--colour", laws], /unknown option '--colour'/],
    ["an unknown command's argument", () => ["forecast"], /missing required argument/],
    ["a date that is none", () => ["forecast", laws, "--as-of", "2026-02-30"], /date of the calendar/],
    ["an assumption that is none", () => ["forecast", laws, "--assume", "A1=perhaps"], /A1=fails/],
    ["an unknown id", () => ["forecast", laws, "--without", "Z99"], /called Z99/],
    ["an unknown format", () => ["check", laws, "--format", "xml"], /Allowed choices/],
    ["an output of unknown kind", () => ["publish", laws, "-o", "report.docx"], /should end in \.html/],
    ["an output that is a folder", () => ["publish", laws, "-o", "."], /\.html|folder/],
    ["a port that is none", () => ["open", ".", "--port", "99999", "--no-browser"], /is no port/],
  ];
  it.each(cases)("%s", (_, args, sentence) => {
    const { status, stdout, stderr } = rapporteur(...args());
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/mu);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
  it("nothing is left half-written", () => expect(readdirSync(folder).filter((name) => name.includes("tmp") || name === "never.md")).toEqual([]));
});

describe("check", () => {
  const broken = () => file("broken.md", "---\nquestion: Which?\n---\n## Scenarios\n\n### A: One (60%) {#A}\n\n### B: Two (60%) {#B}\n");
  it("exits with 1 where there are findings and prints an array of the documented shape", () => {
    const { status, stdout } = rapporteur("check", broken(), "--format", "json");
    const findings: Record<string, unknown>[] = JSON.parse(stdout);
    expect(status).toBe(1);
    expect(findings.map(({ rule }) => rule)).toContain("scenarios/sum-not-100");
    for (const finding of findings) expect(Object.keys(finding).toSorted()).toEqual(["column", "endColumn", "endLine", "file", "fixable", "line", "remedy", "rule", "severity", "standard", "what", "why"]);
  });
  it("prints SARIF with a rule for every result", () => {
    const log = JSON.parse(rapporteur("check", broken(), "--format", "sarif").stdout);
    const { results, tool } = log.runs[0];
    expect(log.version).toBe("2.1.0");
    expect(results.length).toBeGreaterThan(0);
    for (const { ruleId, ruleIndex } of results) if (ruleIndex !== undefined) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
  });
  it("prints annotations for GitHub", () => expect(rapporteur("check", broken(), "--format", "github").stdout).toMatch(/^::error file=broken\.md,line=\d+,col=\d+/mu));
  it("exits with 0 on the bundled examples", () => {
    const files = readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md") && !path.endsWith("README.md"));
    expect(files.length).toBeGreaterThanOrEqual(5);
    const { status, stdout } = rapporteur("check", ...files.map((path) => join(root, "examples", path)));
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining("Nothing to complain about.") });
  });
  it("reads the bibliography beside the document", () => {
    file("refs.bib", "@misc{sec2026, title = {Report}, reliability = {B}}");
    const cited = (name: string): string => `---\nquestion: Which?\nbibliography: ${name}\n---\n## Key findings\n\n- K1: It is likely that it opens [@sec2026].\n`;
    const rules = (text: string): readonly string[] => JSON.parse(rapporteur("check", file("cited.md", text), "--format", "json").stdout).map(({ rule }: { rule: string }) => rule);
    expect(rules(cited("refs.bib"))).not.toContain("names/unknown-reference");
    expect(rules(cited("lost.bib"))).toEqual(expect.arrayContaining(["document/missing-bibliography", "names/unknown-reference"]));
  });
  it("repairs what is mechanical and nothing else", () => {
    const text = "---\nquestion: Which?\nyardstick: icd203\n---\n## Key findings\n\n- K1: It is nearly certain that the text  stays open, likely that it grows, and almost certain (40%) that it is read.\n";
    file("rows.md", text);
    rapporteur("check", "--fix", "rows.md");
    expect(readFileSync(join(folder, "rows.md"), "utf8")).toBe(text.replace("nearly certain", "almost certain"));
  });
});

describe("forecast", () => {
  it("prints JSON of the documented shape, whose probabilities sum to 1", () => {
    const { status, stdout } = rapporteur("forecast", laws, "--json");
    const forecast = JSON.parse(stdout);
    expect(status).toBe(0);
    for (const key of ["question", "asOf", "scenarios", "evidence", "assumptions", "hypotheses", "watchNext", "flip", "notes", "engine"]) expect(forecast).toHaveProperty(key);
    expect(forecast.scenarios.reduce((sum: number, { posterior }: { posterior: number }) => sum + posterior, 0)).toBeCloseTo(1, 12);
  });
  it("exits with 1 where there is nothing to compute", () => {
    const { status, stdout, stderr } = rapporteur("forecast", file("none.md", "---\nquestion: Which?\n---\n## Key findings\n\n- K1: It is likely.\n"));
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(/nothing to compute/);
  });
  it("is the same bytes twice", () => expect(rapporteur("forecast", laws, "--json").stdout).toBe(rapporteur("forecast", laws, "--json").stdout));
});

describe("what is printed as JSON has the shape that is documented", () => {
  const old = join(root, "examples/plastics-treaty/2024-11.md");
  const later = join(root, "examples/plastics-treaty/2025-08.md");
  const votes = join(root, "tests/fixtures/votes.csv");
  const [rain, seen] = [join(root, "tests/fixtures/rain.bif"), join(root, "tests/fixtures/rain.evidence.json")];
  const commands: Readonly<Record<string, readonly string[]>> = {
    check: ["check", laws, old, "--format", "json"],
    forecast: ["forecast", laws, "--json"],
    import: ["import", join(root, "tests/fixtures/river-report.txt"), "--json"],
    diff: ["diff", old, later, "--json"],
    "network-query": ["network", "query", rain, "--evidence", seen, "--mpe", "--json"],
    "network-sensitivity": ["network", "sensitivity", rain, "--target", "rain", "--reach", "0.4", "--json"],
    "network-influence": ["network", "influence", rain, "--evidence", seen, "--target", "rain", "--json"],
    "network-voi": ["network", "voi", rain, "--target", "rain", "--json"],
    "votes-fit": ["votes", "fit", votes, "--json"],
    "votes-predict": ["votes", "predict", votes, "--question", "1", "5", "9", "-k", "1", "--json"],
    "votes-blocs": ["votes", "blocs", votes, "-k", "1", "--near", "AAA", "--json"],
    "votes-power": ["votes", "power", votes, "-k", "1", "--runs", "200", "--json"],
  };
  it.each(shapes)("$command, version $version", ({ command, schema }) => {
    const { stdout } = rapporteur(...commands[command]!);
    expect(() => schema.parse(JSON.parse(stdout))).not.toThrow();
  });
});

describe("the rest", () => {
  it("prints help for the program and for every command", () => {
    for (const command of ["open", "import", "check", "forecast", "diff", "publish", "completion"]) {
      const { status, stdout } = rapporteur(command, "--help");
      expect(status).toBe(0);
      expect(stdout).toContain(`Usage: rapporteur ${command}`);
    }
    expect(rapporteur("--help").status).toBe(0);
  });
  it("prints the version of the package", () => expect(rapporteur("--version").stdout.trim()).toBe(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version));
  it("publishes one page that asks the network for nothing", () => {
    expect(rapporteur("publish", laws, "-o", "laws.html").status).toBe(0);
    const page = readFileSync(join(folder, "laws.html"), "utf8");
    expect(page).toMatch(/^<!doctype html>/u);
    expect(page).not.toMatch(/<script|<link[^>]+href="http|src="http|@import|url\(http/u);
  });
  it("says what changed between two editions", () => {
    const editions = join(root, "examples/plastics-treaty");
    const [first, second] = readdirSync(editions).filter((name) => /^\d{4}-\d{2}\.md$/u.test(name)).toSorted();
    const { status, stdout } = rapporteur("diff", join(editions, first!), join(editions, second!), "--json");
    const changes: { kind: string }[] = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(new Set(changes.map(({ kind }) => kind))).toContain("scenario");
    expect(rapporteur("diff", join(editions, first!), join(editions, first!)).stdout).toBe("Both editions say the same.\n");
  });
  it.each(["bash", "zsh", "fish"])("completes in %s", (shell) => expect(rapporteur("completion", shell).stdout).toContain("forecast"));
});
