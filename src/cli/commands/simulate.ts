import { loadAssessment } from "#cli/load";
import { UsageProblem } from "#cli/problem";
import { screeningText } from "#cli/screening-text";
import { readEvents, readOf, readParameters, readRules, readTexts, type Pairs } from "#cli/simulate-arguments";
import { carryOut, type Crew } from "#cli/simulation-threads";
import { simulationText } from "#cli/simulation-text";
import { startProgress } from "#cli/terminal";
import { screenSteps, type ScreenMethod } from "#workbench/simulation/screen";
import { simulateSteps, type SimulateOptions, type Source } from "#workbench/simulation/simulate";

interface SimulateCommandOptions {
  readonly runs?: number;
  readonly seed?: number;
  readonly rule?: Pairs;
  readonly text?: Pairs;
  readonly event?: readonly string[];
  readonly set?: Pairs;
  readonly screen?: ScreenMethod;
  readonly of?: string;
  readonly points?: number;
  readonly threads?: number;
  readonly json?: boolean;
}

/** Prints the simulation, or what it hangs on; exit code 1 where the document gives nothing to simulate. */
export async function simulateCommand(file: string, asked: SimulateCommandOptions): Promise<void> {
  const { names, scene } = loadAssessment(file, {});
  const source: Source = { names, document: scene.document };
  const at = { names, file };
  const { rule = new Map(), text = new Map(), event = [], set = new Map(), seed } = asked;
  const options = { ...(seed !== undefined && { seed }), rules: readRules(rule, at), texts: readTexts(text, at), events: readEvents(event, at), parameters: readParameters(set) };
  const printed = asked.screen === undefined ? await simulated(source, { ...options, runs: asked.runs ?? 10_000 }, asked) : await screened(source, options, { ...asked, method: asked.screen, at });
  if (printed.missing !== undefined) {
    process.stderr.write(`rapporteur: ${file} gives nothing to simulate: ${printed.missing}.\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(printed.text);
}

interface Printed {
  readonly text: string;
  /** What is missing where there is nothing to print. */
  readonly missing?: string;
}

async function simulated(source: Source, options: SimulateOptions, { threads, json, of, points }: SimulateCommandOptions): Promise<Printed> {
  if (of !== undefined || points !== undefined) throw new UsageProblem("--of and --points belong to --screen. Add `--screen morris`.");
  const result = await withProgress("simulating", { threads, seconds: secondsFor(source, 2 * options.runs + 60_000) }, (crew) => carryOut(simulateSteps(source, options), crew));
  return typeof result === "string" ? { text: "", missing: result } : { text: json === true ? `${JSON.stringify(result, null, 2)}\n` : simulationText(result, source.names) };
}

interface ScreenAsked extends SimulateCommandOptions {
  readonly method: ScreenMethod;
  readonly at: Parameters<typeof readOf>[1];
}

async function screened(source: Source, options: Omit<SimulateOptions, "runs">, { method, runs = 500, points = method === "sobol" ? 128 : 20, of, at, rule, threads, json }: ScreenAsked): Promise<Printed> {
  const count = { tornado: 60, morris: 60 + 30 * points, sobol: 360 + 12 * points }[method];
  const study = { ...options, runs, method, points, ...(of !== undefined && readOf(of, at, rule)) };
  const result = await withProgress("screening", { threads, seconds: secondsFor(source, count * (runs + 500)) }, (crew) => carryOut(screenSteps(source, study), crew));
  return typeof result === "string" ? { text: "", missing: result } : { text: json === true ? `${JSON.stringify(result, null, 2)}\n` : screeningText(result) };
}

/** About what runs take on one thread of a middling machine. */
const secondsFor = ({ names }: Source, runs: number): number => runs * names.all("actor").length * names.all("forum").length * 5e-8;

/** Shows how far it is, by hundredths. */
async function withProgress<Result>(what: string, work: Omit<Crew, "progress">, act: (crew: Crew) => Promise<Result>): Promise<Result> {
  const bar = startProgress(what, 100);
  let shown = 0;
  const progress = (done: number): void => {
    for (; shown < Math.floor(done * 100); shown++) bar.step();
  };
  try {
    return await act({ ...work, progress });
  } finally {
    bar.end();
  }
}
