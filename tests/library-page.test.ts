import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const section = /^## As a library$([\s\S]*?)^## /mu.exec(readFileSync(join(root, "docs/reference/inference.md"), "utf8"))?.[1] ?? "";
const programs = Array.from(section.matchAll(/^```ts\n([\s\S]*?)^```$/gmu), (match) => match[1] ?? "");

it("the program on the page about inference runs as it stands, and says what follows by hand", () => {
  expect(programs).toHaveLength(1);
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module-typescript", "--eval", programs[0] ?? ""], { cwd: root, encoding: "utf8", env: { ...process.env, NODE_NO_WARNINGS: "1" } });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const numberAfter = (words: string): number => Number(new RegExp(`${words.replace(/[()|/]/gu, "\\$&")} (\\S+)`, "u").exec(stdout)?.[1]);
  // P(A, crossed) = 0.4 x 0.8, P(B, crossed) = 0.6 x 0.4; what was reported bears on A through the indicator alone.
  expect(numberAfter("P(A)")).toBeCloseTo(0.32 / 0.56, 12);
  expect(numberAfter("ln P(evidence)")).toBeCloseTo(Math.log(0.56 * (0.9 * 0.8 + 0.1 * 0.3)), 12);
  expect(numberAfter("dP(A) / dP(crossed | B)")).toBeCloseTo((-0.32 * 0.6) / 0.56 ** 2, 12);
  // Beside the report, which alone is 0.68 / 0.54 times as probable in A: 0.8 x 0.75 + 0.2 x 0.4 to 0.4 x 0.75 + 0.6 x 0.4.
  expect(numberAfter("weight of indicator")).toBeCloseTo(5 * Math.log10(2 / (0.68 / 0.54)), 12);
  expect(numberAfter("A from")).toBeCloseTo((0.35 * 0.75) / (0.35 * 0.75 + 0.65 * 0.45), 9);
  expect(numberAfter("now")).toBeCloseTo(Math.log(0.56 * (0.7 * 0.8 + 0.3 * 0.3)), 12);
  // Without the indicator B leads, by 0.6 x 0.54 to 0.4 x 0.68.
  expect(stdout).toContain("sets that change the leader 1");
});
