import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root, runRapporteur } from "./run-rapporteur.ts";

const laws = "examples/laws/assessment.md";

const simulate = (...args: string[]) => runRapporteur(root, ["simulate", ...args]);

it("prints the same JSON for the same seed, and other numbers for another", () => {
  const [first, second, other] = ["1", "1", "2"].map((seed) => simulate(laws, "--runs", "400", "--seed", seed, "--json"));
  expect([first!.status, first!.stderr]).toEqual([0, ""]);
  expect(second!.stdout).toBe(first!.stdout);
  expect(JSON.parse(other!.stdout).forums).not.toEqual(JSON.parse(first!.stdout).forums);
  expect(JSON.parse(first!.stdout).forums.map(({ id }: { id: string }) => id)).toEqual(["F1", "F2", "F3", "F4"]);
});

it("shows bars with errors, who is pivotal, and what consensus costs", () => {
  const { status, stdout } = simulate(laws, "--runs", "1000", "--text", "F1=75", "--rule", "F2=two-thirds", "--set", "noise=0.05");
  expect(status).toBe(0);
  expect(stdout).toMatch(/F1 {2}CCW Review Conference \(consensus; 20 members\)/u);
  expect(stdout).toMatch(/blocked as too strong +\d+% ± \d\.\d +█/u);
  expect(stdout).toMatch(/F2 {2}UN General Assembly \(two-thirds of those voting; 20 members\)/u);
  expect(stdout).toMatch(/consensus\s+costs\s+\d+\s+points/u);
  expect(stdout).toMatch(/set otherwise: noise\s+0\.05/u);
});

it("prints the same bytes on any number of threads, however the runs are shared out", () => {
  const [one, two] = ["1", "2"].map((threads) => simulate(laws, "--runs", "1600", "--threads", threads, "--json"));
  expect([one!.status, two!.status]).toEqual([0, 0]);
  expect(two!.stdout).toBe(one!.stdout);
});

it("says what a result hangs on", () => {
  const { status, stdout } = simulate(laws, "--text", "F1=60", "--screen", "morris", "--points", "3", "--runs", "100", "--threads", "2");
  expect(status).toBe(0);
  expect(stdout).toMatch(/What it hangs on: how often F1, CCW Review Conference, ends so: delivers/u);
  expect(stdout).toMatch(/isolationCost +\d.*┃.*0 to 0\.15/u);
  expect(stdout).toMatch(/It hangs most on \w+, \w+, \w+; \d+ of the \d+ parameters/u);
});

it("ends with 1 where there is nothing to simulate, and says what is missing", () => {
  expect(simulate("examples/harbour/assessment.md")).toEqual({ status: 1, stdout: "", stderr: "rapporteur: examples/harbour/assessment.md gives nothing to simulate: it names no actors.\n" });
});

it.each([
  [["--rule", "F9=consensus"], /has no forum called F9; it has F1, F2, F3, F4/u],
  [["--rule", "F1=by acclamation"], /by acclamation is no rule that is known here/u],
  [["--rule", "F1"], /Write it like `F1=consensus`/u],
  [["--text", "F1=many"], /The text of F1 must be a number from 0 to 100, not many/u],
  [["--set", "nerve=1"], /No parameter is called nerve; there are statusQuo/u],
  [["--set", "quorum=NaN"], /quorum must be a number from 0 to 1, not NaN/u],
  [["--screen", "guess"], /Allowed choices are tornado, morris, sobol/u],
  [["--of", "F1"], /--of and --points belong to --screen/u],
  [["--threads", "0"], /Write a whole number from 1 to 64/u],
  [["--runs", "0"], /Write a whole number from 1 to 1000000/u],
])("refuses %o in one sentence", (args, message) => {
  const { status, stdout, stderr } = simulate(laws, ...args);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toMatch(message);
});

const page = readFileSync(join(root, "docs/reference/simulation.md"), "utf8");
const shown = Array.from(page.matchAll(/^```sh\nnpx rapporteur simulate ([^\n]+)\n```\n\n```text\n([\s\S]*?)```/gmu), ([, command = "", output = ""]) => [command, output] as const);

it.each(shown)("prints what docs/reference/simulation.md shows of %s", (command, output) => {
  expect(simulate(...command.split(" ")).stdout).toBe(output);
});

it("shows examples", () => expect(shown).toHaveLength(2));
