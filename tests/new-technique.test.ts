import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const bin = join(root, "node_modules/.bin");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "technique-"));
  for (const path of ["src", "scripts", "package.json", "tsconfig.json", "vitest.config.ts", ".dependency-cruiser.cjs", ".oxlintrc.json", "tests", "bench"]) {
    cpSync(join(root, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(join(bin, program), args, { cwd: folder, encoding: "utf8", env: { ...process.env, PATH: `${bin}:${process.env["PATH"]}` } });
  return { status, output: stdout + stderr };
};

it("writes a technique that passes the contract, the types, the lint and the floors", { timeout: 120_000 }, () => {
  expect(run("node", "scripts/new-technique.ts", "pre-mortem").output).toContain("src/techniques/pre-mortem written");
  expect(readFileSync(join(folder, "src/techniques/all.ts"), "utf8")).toContain(`export { preMortem } from "./pre-mortem/index.ts";`);
  for (const [program, ...args] of [
    ["vitest", "run", "src/techniques/contract.test.ts"],
    ["tsc", "--noEmit", "--project", "tsconfig.json"],
    ["oxlint", "--deny-warnings", "src/techniques/pre-mortem"],
    ["depcruise", "src/techniques/pre-mortem", "--config", ".dependency-cruiser.cjs", "--output-type", "err"],
  ]) {
    const { status, output } = run(program!, ...args);
    expect(status === 0 ? "" : `${program}: ${output}`).toBe("");
  }
});

it("refuses a name that is none or is taken, with exit code 2", () => {
  expect(run("node", "scripts/new-technique.ts", "Pre Mortem")).toMatchObject({ status: 2, output: expect.stringContaining("kebab case") });
  expect(run("node", "scripts/new-technique.ts", "limitations")).toMatchObject({ status: 2, output: expect.stringContaining("is there already") });
});
