import { loadAssessment } from "#cli/load";
import { UsageProblem } from "#cli/problem";
import { simulationText } from "#cli/simulation-text";
import { startProgress } from "#cli/terminal";
import type { Names } from "#model/names";
import { parameters, ruleFromWords, simulate, type ParameterName } from "#workbench/simulation/simulate";

type Pairs = ReadonlyMap<string, string>;

interface SimulateCommandOptions {
  readonly runs: number;
  readonly seed: number;
  readonly rule?: Pairs;
  readonly text?: Pairs;
  readonly set?: Pairs;
  readonly json?: boolean;
}

/** Prints the simulation; exit code 1 where the document gives nothing to simulate. */
export function simulateCommand(file: string, { runs, seed, rule = new Map(), text = new Map(), set = new Map(), json }: SimulateCommandOptions): void {
  const { names, scene } = loadAssessment(file, {});
  const rules = readRules(rule, names, file);
  const texts = readTexts(text, names, file);
  const values = readParameters(set);
  const bar = startProgress("simulating", 100);
  const result = simulate({ names, document: scene.document }, { runs, seed, rules, texts, parameters: values, progress: bar.step });
  bar.end();
  if (typeof result === "string") {
    process.stderr.write(`rapporteur: ${file} gives nothing to simulate: ${result}.\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(json === true ? `${JSON.stringify(result, null, 2)}\n` : simulationText(result, names));
}

function refuseUnknownForum(id: string, names: Names, file: string): void {
  const forums = names.all("forum").map((forum) => forum.id);
  if (forums.length > 0 && !forums.includes(id)) throw new UsageProblem(`${file} has no forum called ${id}; it has ${forums.join(", ")}.`);
}

function readRules(asked: Pairs, names: Names, file: string): Pairs {
  for (const [id, words] of asked) {
    refuseUnknownForum(id, names, file);
    if (!ruleFromWords(words)) throw new UsageProblem(`${words} is no rule that is known here. Write consensus, unanimity, majority, two-thirds, 60% (of those voting, or \`of members\`), opt-in or opt-in:20.`);
  }
  return asked;
}

function readTexts(asked: Pairs, names: Names, file: string): ReadonlyMap<string, number> {
  return new Map(
    [...asked].map(([id, written]) => {
      refuseUnknownForum(id, names, file);
      return [id, numberWithin(written, { low: 0, high: 100, what: `The text of ${id}` })];
    }),
  );
}

function readParameters(asked: Pairs): Partial<Record<ParameterName, number>> {
  const values: Partial<Record<ParameterName, number>> = {};
  for (const [name, written] of asked) {
    const parameter = parameters.find((known) => known.name === name);
    if (!parameter) throw new UsageProblem(`No parameter is called ${name}; there are ${parameters.map((known) => known.name).join(", ")}.`);
    values[parameter.name] = numberWithin(written, { ...parameter, what: name });
  }
  return values;
}

function numberWithin(written: string, { low, high, what }: { readonly low: number; readonly high: number; readonly what: string }): number {
  const value = Number(written);
  if (written.trim() === "" || !(value >= low && value <= high)) throw new UsageProblem(`${what} must be a number from ${low} to ${high}, not ${written}.`);
  return value;
}
