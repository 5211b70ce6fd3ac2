import { readTextFile, writeWhole } from "#cli/files";
import { loadVotes, tellImport, type LoadedVotes, type VotesSource } from "#cli/load-votes";
import { UsageProblem } from "#cli/problem";
import { readKnown } from "#cli/known-answers";
import { newRollCallText } from "#cli/new-roll-call-text";
import { blocsText, fitText, pivotalPowerText, predictionText, weightedPowerText } from "#cli/votes-text";
import { pointMap } from "#report/pictures/point-map";
import { blocsOfVotes, markedBlocs } from "#workbench/votes/blocs";
import { fitCsv, fitVotes, type VoteFit } from "#workbench/votes/fit";
import { predictNewRollCall } from "#workbench/votes/new-roll-call";
import { pivotalPower, weightedPower, type EqualRule } from "#workbench/votes/power";
import { predictVotes } from "#workbench/votes/predict";
import { rollCallNumber } from "#workbench/votes/select";

interface CommonOptions extends VotesSource {
  readonly dimensions: number;
  readonly seed: number;
  readonly json?: boolean;
}

export interface FitCommandOptions extends CommonOptions {
  readonly dynamic?: boolean;
  readonly readiness?: boolean;
  readonly positive?: readonly string[];
  readonly bootstrap?: number;
  readonly align?: string;
  readonly output?: string;
  readonly svg?: string;
}

/** Fits ideal points; prints them, and writes them and their picture where asked. */
export async function fitCommand(files: readonly string[], options: FitCommandOptions): Promise<void> {
  const loaded = await loadVotes(files, options);
  const { dimensions, seed, dynamic = false, readiness = dimensions > 1, positive = [], bootstrap = 0, align, output, svg } = options;
  for (const id of positive) voterNumber(loaded, id);
  requireVoters(loaded, dimensions);
  const fit = fitVotes(loaded.calls, { dimensions, seed, dynamic, readiness, positive, bootstrap, ...(align !== undefined && { align: readTextFile(align) }) });
  if (!fit) throw new UsageProblem(`${align ?? ""} has too few points in common with this fit to turn it by; give what \`votes fit -o\` wrote, of as many dimensions, and moving points only for moving ones.`);
  if (output !== undefined) writeWhole(output, output.endsWith(".json") ? jsonText(loaded, fit) : fitCsv(fit));
  if (svg !== undefined) writeWhole(svg, pictureOf(loaded, fit));
  print(loaded, options, fit, fitText);
}

/** Latest points, by bloc; the axes named by the roll calls that tell most about them and by nothing else. */
function pictureOf({ calls }: LoadedVotes, { voters, model, axes }: VoteFit): string {
  const blocs = markedBlocs(calls);
  const points = voters.flatMap(({ id, points: own }, voter) => own.slice(-1).map(({ position, error, correlation }) => ({ label: id, position, error, group: blocs.of[voter] ?? 0, ...(correlation && { correlation: correlation[1] ?? 0 }) })));
  const told = axes.map(({ rollCalls }) => rollCalls.slice(0, 3).map(({ id, resolution, yesIs }) => `${resolution ?? id} (yes is ${yesIs})`).join(", "));
  return pointMap({ title: `Ideal points from ${calls.rollCalls.length} roll calls${model.dynamic ? ", latest" : ""}`, points, groups: blocs.names, axes: told.map((text) => `told most by ${text}`) });
}

export interface PredictCommandOptions extends CommonOptions {
  readonly question?: readonly string[];
  readonly known?: readonly string[];
}

/** Forecasts the next vote on a question, or a new roll call of which some answers are known. */
export async function predictCommand(files: readonly string[], options: PredictCommandOptions): Promise<void> {
  const { question, known } = options;
  if ((question === undefined) === (known === undefined)) throw new UsageProblem("Give either `--question` with earlier roll calls on the question, or `--known` with answers to a new one.");
  const loaded = await loadVotes(files, options);
  requireVoters(loaded, options.dimensions);
  if (known === undefined) return print(loaded, options, predictVotes(loaded.calls, rollCallNumbers(loaded, question ?? []), options), predictionText);
  print(loaded, options, predictNewRollCall(loaded.calls, await readKnown(loaded.calls, known), options), newRollCallText);
}

/** Sorts voters into blocs. */
export async function blocsCommand(files: readonly string[], options: CommonOptions & { readonly count?: number; readonly near?: string }): Promise<void> {
  const loaded = await loadVotes(files, options);
  const voters = loaded.calls.voters.length;
  if (options.near !== undefined) voterNumber(loaded, options.near);
  if (voters < 3 || (options.count ?? 2) >= voters) throw new UsageProblem(`${voters} voters cannot be sorted into ${options.count ?? "two or more"} blocs.`);
  print(loaded, options, blocsOfVotes(loaded.calls, options), blocsText);
}

export interface PowerCommandOptions extends CommonOptions {
  readonly weights?: string;
  readonly quota?: number;
  readonly rule: EqualRule;
  readonly question?: readonly string[];
  readonly runs: number;
}

/** Who decides: by weights and a quota, or, where all have one vote, by ideal points. */
export async function powerCommand(files: readonly string[], options: PowerCommandOptions): Promise<void> {
  if (options.weights !== undefined) return weightedCommand(options.weights, options);
  if (files.length === 0) throw new UsageProblem("Give files of roll calls, or `--weights FILE --quota N` for a rule by weights.");
  const loaded = await loadVotes(files, options);
  requireVoters(loaded, options.dimensions);
  print(loaded, options, pivotalPower(loaded.calls, { ...options, question: rollCallNumbers(loaded, options.question ?? []) }), pivotalPowerText);
}

function weightedCommand(weights: string, { quota, json }: PowerCommandOptions): void {
  if (quota === undefined) throw new UsageProblem("`--weights` needs `--quota N`: how much weight decides.");
  const power = weightedPower(readTextFile(weights), quota);
  if (typeof power === "string") throw new UsageProblem(`${weights}: ${power}`);
  process.stdout.write(json === true ? `${JSON.stringify(power, null, 2)}\n` : weightedPowerText(power));
}

/** As many voters as axes, or fewer, can be placed anywhere: their answers tell nothing. */
function requireVoters({ calls: { voters } }: LoadedVotes, dimensions: number): void {
  if (voters.length > dimensions) return;
  throw new UsageProblem(`${voters.length === 1 ? `Only ${voters[0]?.id ?? ""} votes in these files, and a voter alone` : `The ${voters.length} voters of these files`} cannot be placed on ${dimensions} ${dimensions === 1 ? "axis" : "axes"}; more voters than axes are needed.`);
}

function rollCallNumbers({ calls }: LoadedVotes, names: readonly string[]): readonly number[] {
  return names.map((name) => {
    const number = rollCallNumber(calls, name);
    if (number === undefined) throw new UsageProblem(`No roll call has the id or the resolution ${name}.`);
    return number;
  });
}

function voterNumber({ calls }: LoadedVotes, id: string): number {
  const number = calls.voters.findIndex((voter) => voter.id === id);
  if (number < 0) throw new UsageProblem(`No voter is called ${id}; the files have ids such as ${calls.voters.slice(0, 4).map((voter) => voter.id).join(", ")}.`);
  return number;
}

const jsonText = ({ report }: LoadedVotes, result: object): string => `${JSON.stringify({ ...result, import: report }, null, 2)}\n`;

function print<Result extends object>(loaded: LoadedVotes, { json }: CommonOptions, result: Result, asText: (result: Result) => string): void {
  if (json !== true) tellImport(loaded);
  process.stdout.write(json === true ? jsonText(loaded, result) : asText(result));
}
