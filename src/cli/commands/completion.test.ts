import { spawnSync } from "node:child_process";
import { afterEach, expect, it, vi } from "vitest";
import { completionCommand } from "#cli/commands/completion";
import { createProgram } from "#cli/program";

afterEach(() => {
  vi.restoreAllMocks();
});

function scriptFor(shell: "bash" | "zsh" | "fish"): string {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  completionCommand(createProgram(), shell);
  return written.mock.calls.map(([text]) => String(text)).join("");
}

const bash = spawnSync("bash", ["-c", "type compgen"]).status === 0;

it.skipIf(!bash)("offers commands, their own commands, options and the words of an option (needs bash)", () => {
  const script = scriptFor("bash");
  const offered = (...words: readonly string[]): readonly string[] => {
    const list = words.map((word) => `"${word}"`).join(" ");
    const { stdout } = spawnSync("bash", ["-c", `${script}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _rapporteur; echo "\${COMPREPLY[@]}"`], { encoding: "utf8", cwd: import.meta.dirname });
    return stdout.trim().split(" ");
  };
  expect(offered("rapporteur", "forec")).toContain("forecast");
  expect(offered("rapporteur", "forecast", "--no-")).toEqual(["--no-grades", "--no-dependence"]);
  expect(offered("rapporteur", "check", "--format", "s")).toEqual(["sarif"]);
  expect(offered("rapporteur", "votes", "p")).toEqual(expect.arrayContaining(["predict", "power"]));
  expect(offered("rapporteur", "check", "comple")).toEqual(expect.arrayContaining(["completion.ts"]));
});

it("gives zsh and fish the words of an option as well", () => {
  expect(scriptFor("zsh")).toContain(":value:(text json sarif github)'");
  vi.restoreAllMocks();
  expect(scriptFor("fish")).toMatch(/-l format -x -a 'text json sarif github'/u);
});
