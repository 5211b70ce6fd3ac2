import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

it("runs the example of docs/reference/ideal-points.md", () => {
  const [, example = ""] = /```ts\n([\s\S]*?)```/u.exec(readFileSync(join(root, "docs/reference/ideal-points.md"), "utf8")) ?? [];
  const folder = mkdtempSync(join(root, "tests/example-"));
  try {
    writeFileSync(join(folder, "example.ts"), example);
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--experimental-strip-types", "--no-warnings", join(folder, "example.ts")], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^\[ 5, 1, 3, 0 \] Float64Array\(3\) \[\s+-/u);
    expect(stdout).toContain("0.1499");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
