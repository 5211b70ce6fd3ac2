import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "floor-kit": { "src/kit/a.ts": `import "#model/b"; export const a = 1;`, "src/model/b.ts": "export const b = 1;" },
  "floor-model": { "src/model/c.ts": `import "#reader/d"; export const c = 1;`, "src/reader/d.ts": "export const d = 1;" },
  "floor-bayes": { "src/bayes/e.ts": `import type { B } from "#model/f"; export const e: B = 1;`, "src/model/f.ts": "export type B = number;" },
  "floor-core": { "src/core/g.ts": `import "../techniques/one/index.ts"; export const g = 1;`, "src/techniques/one/index.ts": "export const one = 1;" },
  "floor-report": { "src/report/h.ts": `import "#core/i"; export const h = 1;`, "src/core/i.ts": "export const i = 1;" },
  "floor-cli": { "src/cli/j.ts": `import "#reader/k"; export const j = 1;`, "src/reader/k.ts": "export const k = 1;" },
  "techniques-are-strangers": { "src/techniques/two/read.ts": `import "../three/read.ts"; export const two = 1;`, "src/techniques/three/read.ts": "export const three = 1;" },
  "technique-front-door": { "src/workbench/l.ts": `import "../techniques/four/read.ts"; export const l = 1;`, "src/techniques/four/read.ts": "export const four = 1;" },
  "pure-floors-no-io": { "src/workbench/m.ts": `import { readFileSync } from "node:fs"; export const m = readFileSync;` },
  "unknown-floor": { "src/utils/n.ts": `import "../kit/o.ts"; export const n = 1;`, "src/kit/o.ts": "export const o = 1;" },
  "no-circular": { "src/kit/p.ts": `import { type Q } from "./q.ts"; export type P = Q;`, "src/kit/q.ts": `import { type P } from "./p.ts"; export type Q = P | 1;` },
  resolvable: { "src/kit/r.ts": `import "./nowhere.ts"; export const r = 1;` },
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "floors-"));
  mkdirSync(join(folder, "scripts"));
  for (const file of ["package.json", "tsconfig.json", ".dependency-cruiser.cjs", "scripts/floors.cjs"]) copyFileSync(join(root, file), join(folder, file));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  for (const [path, text] of Object.values(planted).flatMap((files) => Object.entries(files))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("reports every planted violation of the floors", () => {
  const { stdout } = spawnSync(join(root, "node_modules/.bin/depcruise"), ["src", "--config", ".dependency-cruiser.cjs", "--output-type", "json"], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  const report: { summary: { violations: { rule: { name: string } }[] } } = JSON.parse(stdout);
  const reported = new Set(report.summary.violations.map(({ rule }) => rule.name));
  expect(Object.keys(planted).filter((rule) => !reported.has(rule))).toEqual([]);
});

it("reports clocks, randomness and IO on pure floors", () => {
  const file = join(folder, "src/model/impure.ts");
  writeFileSync(file, "export const impure = [Date.now(), Math.random(), process.pid, fetch, performance.now(), console, setTimeout];\n");
  copyFileSync(join(root, ".oxlintrc.json"), join(folder, ".oxlintrc.json"));
  const { stdout } = spawnSync(join(root, "node_modules/.bin/oxlint"), ["src/model/impure.ts", "--format", "json"], { cwd: folder, encoding: "utf8" });
  const report: { diagnostics: { message: string }[] } = JSON.parse(stdout);
  const messages = report.diagnostics.map(({ message }) => message).join("\n");
  for (const name of ["Date", "random", "process", "fetch", "performance", "console", "setTimeout"]) expect(messages).toContain(name);
});
