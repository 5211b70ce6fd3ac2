import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { shapes } from "#exchange/shapes";
import { root, runRapporteur } from "./run-rapporteur.ts";

const laws = join(root, "examples/laws/assessment.md");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rapporteur-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rapporteur = (...args: string[]) => runRapporteur(folder, args);
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
    ["a misspelt command", () => ["chek", laws], /unknown command `chek`; did you mean `check`\?/],
    ["neither a command nor a path", () => ["nowhere.md"], /nowhere\.md is no command, and there is no such file or folder/],
    ["a file that an option took and that is missing", () => ["forecast", "--without", "S1", "nowhere.md"], /The file is missing or cannot be told from the values of --without; write `forecast <file> \[options\]`/],
    ["a port that is none", () => ["open", ".", "--port", "99999", "--no-browser"], /is no port/],
  ];
  it.each(cases)("%s", (_, args, sentence) => {
    const { status, stdout, stderr } = rapporteur(...args());
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at .*:\d+/mu);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
  it.each(["publish", "import"])("%s does not write over what it reads", (command) => {
    copyFileSync(laws, join(folder, "own.md"));
    rmSync(join(folder, "link.md"), { force: true });
    symlinkSync("own.md", join(folder, "link.md"));
    for (const output of ["own.md", "./own.md", join(folder, "own.md"), "link.md"]) {
      const { status, stdout, stderr } = rapporteur(command, "own.md", "-o", output);
      expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: "", stderr: `rapporteur: ${output} is the file that is read; name another output, so that own.md is kept.\n` });
    }
    expect(readFileSync(join(folder, "own.md"), "utf8")).toBe(readFileSync(laws, "utf8"));
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
  it("reads no file outside the document's folder, and says why", () => {
    mkdirSync(join(folder, "inner"), { recursive: true });
    file("outer.bib", "@misc{sec2026, title = {Report}}");
    symlinkSync(join(folder, "outer.bib"), join(folder, "inner/link.bib"));
    const told = (name: string): string => {
      const findings: readonly { rule: string; what: string; line: number }[] = JSON.parse(rapporteur("check", file("inner/cited.md", `---\nbibliography: ${name}\n---\n## Key findings\n\n- K1: It is likely that it opens [@sec2026].\n`), "--format", "json").stdout);
      return findings.filter(({ rule }) => rule === "document/missing-bibliography").map(({ what, line }) => `${line}: ${what}`).join();
    };
    expect(["../outer.bib", join(folder, "outer.bib"), "link.bib", "https://example.org/a.bib", "..", "no.bib"].map(told).map((what) => what.replaceAll(folder, "~"))).toEqual([
      "2: The bibliography ../outer.bib cannot be read: it lies outside the document's folder.",
      "2: The bibliography ~/outer.bib cannot be read: it lies outside the document's folder.",
      "2: The bibliography link.bib cannot be read: it is a link that leads out of the document's folder.",
      "2: The bibliography https://example.org/a.bib cannot be read: it is an address; put the file beside the document.",
      "2: The bibliography .. cannot be read: it lies outside the document's folder.",
      "2: The bibliography no.bib cannot be read: there is no such file.",
    ]);
  });
  it("repairs what is mechanical and nothing else", () => {
    const text = "---\nquestion: Which?\nyardstick: icd203\n---\n## Key findings\n\n- K1: It is nearly certain that the text  stays open, likely that it grows, and almost certain (40%) that it is read.\n";
    file("rows.md", text);
    expect(rapporteur("check", "--fix", "rows.md").stderr).toBe("rapporteur: rows.md: 1 place repaired.\n");
    expect(readFileSync(join(folder, "rows.md"), "utf8")).toBe(text.replace("nearly certain", "almost certain"));
    expect(rapporteur("check", "--fix", "rows.md").stderr).toBe("rapporteur: rows.md: nothing repaired.\n");
  });
  it("checks the files that can be read beside others that cannot", () => {
    const { status, stdout, stderr } = rapporteur("check", broken(), "missing.md", laws, "--format", "json", "--severity", "info");
    const files = new Set(JSON.parse(stdout).map((finding: { file: string }) => finding.file));
    expect([status, stderr]).toEqual([2, "rapporteur: missing.md cannot be read: there is no such file.\n"]);
    expect([...files]).toEqual(["broken.md", laws]);
  });
  it("prints at and above the severity only, as its help says", () => {
    const printed = (severity: string): string => rapporteur("check", broken(), "--format", "github", "--severity", severity).stdout;
    expect(printed("error")).not.toContain("::warning");
    expect(printed("warning")).toContain("::warning");
    expect(rapporteur("check", "--help").stdout.replace(/\s+/gu, " ")).toContain("text and github print only these");
  });
  it("writes the article of a kind as it is spoken", () => {
    const text = "---\nquestion: Which?\n---\n## Indicators\n\n| Indicator | Threshold | Horizon |\n|---|---|---|\n| X1: A vote is called | one vote | 2026-12-31 |\n\n## Limitations\n\n- X1: Nothing is known of the rest.\n";
    expect(rapporteur("check", file("article.md", text)).stdout.replace(/\s+/gu, " ")).toContain("is already taken by an indicator.");
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
  it("finds its file behind an option that takes several values", () => {
    const expected = rapporteur("forecast", laws, "--assume", "A1=fails", "--json").stdout;
    expect(JSON.parse(expected).scenarios.length).toBeGreaterThan(1);
    expect(rapporteur("forecast", "--json", "--assume", "A1=fails", laws)).toEqual({ status: 0, stdout: expected, stderr: "" });
    expect(rapporteur("forecast", "--assume", "A1=fails", laws, "--json").stdout).toBe(expected);
  });
  it("names every state in the help of --assume", () => expect(rapporteur("forecast", "--help").stdout.replace(/\s+/gu, " ")).toContain("A1=fails, A1=holds, I1=crossed, I1=not-crossed"));
  it("notes a day outside the time of the document", () => {
    const notes = (day: string): string => JSON.parse(rapporteur("forecast", laws, "--as-of", day, "--json").stdout).notes.join("\n");
    expect(notes("2026-06-14")).toContain("14 June 2026, is before that of the document, 15 June 2026");
    expect(notes("2026-11-21")).toContain("21 November 2026, is after the question resolves, 20 November 2026");
    for (const day of ["2026-06-15", "2026-11-20"]) expect(notes(day)).not.toContain("The day asked for");
  });
  it("leaves no blanks at the ends of lines", () => {
    const { stdout } = rapporteur("forecast", laws);
    expect(stdout).toContain("█");
    expect(stdout).not.toMatch(/[ \t]$/mu);
  });
  it("counts an observation of a day to come, and says so beside the output", () => {
    const text = readFileSync(join(root, "examples/harbour/assessment.md"), "utf8").replace("| O1 | 2025-12-04", "| O1 | 2925-12-04");
    const { stdout, stderr } = rapporteur("forecast", file("future.md", text), "--json");
    expect(stderr).toMatch(/O1 .*has not come yet/u);
    expect(JSON.parse(stdout).evidence.map(({ id }: { id: string }) => id)).toContain("O1");
  });
  it("is the same bytes twice", () => expect(rapporteur("forecast", laws, "--json").stdout).toBe(rapporteur("forecast", laws, "--json").stdout));
});

describe("explain", () => {
  it("walks to a scenario, item by item, as a person writes numbers", () => {
    const { status, stdout } = rapporteur("explain", join(root, "examples/harbour/assessment.md"), "A");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^A: Opened for signature\n {2}stated 55%, prior 55%, computed 60%, bounds 57–63%\. It leads; B follows with 37%\.\n/u);
    expect(stdout).toMatch(/prior +55% .*\n +O2 I2 not crossed, 1 March 2026 +\+7\.7 points +\+1\.4 dB +63% .*\n +O1 I1 quiet, 4 December 2025 +−2\.9 points +−0\.5 dB +60%/u);
    expect(stdout).toContain("likelihood of O2 (I2 not crossed) under A, 80–95%: were it just the middle, the bounds would be");
    expect(stdout).not.toMatch(/[ \t]$/mu);
  });
  it("says in one sentence what it cannot explain", () => {
    const harbour = join(root, "examples/harbour/assessment.md");
    expect(rapporteur("explain", harbour, "O22")).toMatchObject({ status: 2, stdout: "", stderr: expect.stringMatching(/has no entry called O22; the nearest is O2\.\n$/u) });
    expect(rapporteur("explain", harbour, "a").stderr).toMatch(/has no entry called a; the nearest is A\.\n$/u);
    expect(rapporteur("explain", harbour, "nobody")).toMatchObject({ status: 2, stderr: expect.stringContaining("it has A, B, other, A1") });
    expect(rapporteur("explain", file("bare.md", "---\nquestion: What happens?\n---\n## Key findings\n\n- K1: It will likely rain.\n"), "K1")).toMatchObject({ status: 1, stderr: expect.stringContaining("gives nothing to compute") });
    expect(rapporteur("explain", harbour, "K1").stdout).toContain("No number of the forecast is computed from a judgement.");
  });
});

describe("what is printed as JSON has the shape that is documented", () => {
  const old = join(root, "examples/plastics-treaty/2024-11.md");
  const later = join(root, "examples/plastics-treaty/2025-08.md");
  const votes = join(root, "tests/fixtures/votes.csv");
  const [rain, seen] = [join(root, "tests/fixtures/rain.bif"), join(root, "tests/fixtures/rain.evidence.json")];
  const commands: Readonly<Record<string, readonly string[]>> = {
    check: ["check", laws, old, "--format", "json"],
    forecast: ["forecast", laws, "--json"],
    explain: ["explain", laws, "A", "--json"],
    simulate: ["simulate", laws, "--runs", "100", "--json"],
    "simulate-screen": ["simulate", laws, "--screen", "morris", "--points", "2", "--runs", "20", "--json"],
    bargain: ["bargain", join(root, "tests/fixtures/port.csv"), "--model", "challenge", "--json"],
    import: ["import", join(root, "tests/fixtures/river-report.txt"), "--json"],
    diff: ["diff", old, later, "--json"],
    "network-query": ["network", "query", rain, "--evidence", seen, "--mpe", "--json"],
    "network-sensitivity": ["network", "sensitivity", rain, "--target", "rain", "--reach", "0.4", "--json"],
    "network-two-way": ["network", "sensitivity", rain, "--target", "rain", "--with", "rain=yes|season=dry", "season=dry", "--json"],
    "network-bounds": ["network", "bounds", rain, "--evidence", seen, "--target", "rain", "--width", "0.05", "--models", "--json"],
    "network-influence": ["network", "influence", rain, "--evidence", seen, "--target", "rain", "--json"],
    "network-flips": ["network", "flips", rain, "--evidence", seen, "--target", "rain", "--json"],
    "network-voi": ["network", "voi", rain, "--target", "rain", "--json"],
    "votes-fit": ["votes", "fit", votes, "--json"],
    "votes-predict": ["votes", "predict", votes, "--question", "1", "5", "9", "-k", "1", "--json"],
    "votes-predict-known": ["votes", "predict", votes, "--known", "AAA=yes,BBB=no", "-k", "1", "--json"],
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
    const { status, stdout } = rapporteur("--help");
    expect(status).toBe(0);
    expect(stdout.replace(/\s+/gu, " ")).toContain("Without a command `rapporteur [path]` opens PATH, or the bundled examples, in the browser.");
  });
  it("puts the file before the options in every usage", () => {
    expect(rapporteur("forecast", "--help").stdout).toContain("Usage: rapporteur forecast <file> [options]\n");
    expect(rapporteur("votes", "fit", "--help").stdout).toContain("Usage: rapporteur votes fit <file...> [options]\n");
    for (const command of [[], ["votes"], ["network"]]) expect(rapporteur(...command, "--help").stdout).not.toMatch(/\[options\] [<[]/u);
  });
  it.skipIf(process.platform === "win32")("ends with the shell through which npm started it", async () => {
    const shell = spawn("sh", ["-c", '"$0" "$1" "$2" --no-browser & wait', process.execPath, join(root, "bin/rapporteur.mjs"), join(root, "examples")], { env: { ...process.env, npm_command: "exec" }, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    const closed = new Promise((resolve) => shell.stdout.on("close", resolve));
    await new Promise<void>((resolve) => {
      shell.stdout.on("data", (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.includes("Ctrl-C")) resolve();
      });
    });
    shell.kill("SIGTERM");
    await closed;
    await expect(fetch(/http:\S+/u.exec(printed)![0])).rejects.toThrow();
  });
  it("counts one entry as one", () => {
    const report = "# Report\n\n## Key findings\n\n- It is likely that the talks go on.\n";
    const { status, stdout } = rapporteur("import", file("one.txt", report), "-o", "one.md");
    expect(status).toBe(0);
    expect(stdout).toMatch(/\b1 key finding\b(?!s)/u);
    expect(stdout).not.toMatch(/\b1 [a-z ]+s\b/u);
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
  it("says where two editions stand in the wrong order or ask different questions", () => {
    const [old, later] = ["2025-08", "2026-02"].map((name) => join(root, `examples/plastics-treaty/${name}.md`));
    expect(rapporteur("diff", old!, later!).stderr).toBe("");
    expect(rapporteur("diff", later!, old!)).toMatchObject({ status: 0, stderr: `rapporteur: ${old} is as of 20 August 2025, before ${later} as of 15 February 2026; name the earlier edition first.\n` });
    expect(rapporteur("diff", old!, laws)).toMatchObject({ status: 0, stderr: `rapporteur: ${old} and ${laws} ask different questions, so they may be no editions of one assessment.\n` });
  });
  it.each(["bash", "zsh", "fish"])("completes in %s", (shell) => expect(rapporteur("completion", shell).stdout).toContain("forecast"));
});
