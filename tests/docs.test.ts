import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const pages = ["README.md", ...readdirSync(join(root, "docs/guide")).filter((file) => file.endsWith(".md")).map((file) => `docs/guide/${file}`)];
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "docs-"));
  for (const path of ["examples", "docs", "tests/fixtures"]) cpSync(join(root, path), join(folder, path), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Shown {
  readonly page: string;
  readonly command: string;
  /** The output that the page shows behind the command; undefined where it shows none. */
  readonly output: string | undefined;
}

const shown: readonly Shown[] = pages.flatMap((page) =>
  Array.from(readFileSync(join(root, page), "utf8").matchAll(/^```sh\nnpx rapporteur ([^\n]+)\n```\n(?:\n```text\n([\s\S]*?)```)?/gmu), (match) => ({ page, command: match[1] ?? "", output: match[2] })),
);

it("the pages show commands", () => expect(shown.length).toBeGreaterThan(5));

describe("every command that a page shows runs, and prints what the page shows", () => {
  it.each(shown)("$page: rapporteur $command", ({ command, output }) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/rapporteur.mjs"), ...command.split(" ")], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
    expect({ status: status === 0 || status === 1, stderr }).toEqual({ status: true, stderr: "" });
    const trimmed = (text: string): string => text.replace(/[ \t]+$/gmu, "").trimEnd();
    if (output !== undefined) expect(trimmed(stdout)).toBe(trimmed(output));
  });
});
