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
import { rollCallNumber, voterCalled } from "#workbench/votes/select";

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
  if (positive.length > dimensions) throw new UsageProblem(`\`--positive\` names ${positive.length} voters for ${dimensions} ${dimensions === 1 ? "axis" : "axes"}; name one for each axis at most.`);
  const anchors = positive.map((name) => voterId(loaded, name));
  if (!canPlace(loaded, dimensions)) return;
  const fit = fitVotes(loaded.calls, { dimensions, seed, dynamic, readiness, positive: anchors, bootstrap, ...(align !== undefined && { align: readTextFile(align) }) });
  if (!fit) throw new UsageProblem(`${align ?? ""} has too few points in common with this fit to turn it by; give what \`votes fit -o\` wrote, of as many dimensions, and moving points only for moving ones.`);
  if (output !== undefined) writeWhole(output, output.endsWith(".json") ? jsonText(loaded, fit) : fitCsv(fit));
  if (svg !== undefined) writeWhole(svg, pictureOf(loaded, fit));
  print(loaded, options, fit, fitText);
  for (const path of [output, svg]) if (path !== undefined) process.stderr.write(`Wrote ${path}.\n`);
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
  if (!canPlace(loaded, options.dimensions)) return;
  if (known === undefined) return print(loaded, options, predictVotes(loaded.calls, rollCallNumbers(loaded, question ?? []), options), predictionText);
  print(loaded, options, predictNewRollCall(loaded.calls, await readKnown(loaded.calls, known), options), newRollCallText);
}

/** Sorts voters into blocs. */
export async function blocsCommand(files: readonly string[], options: CommonOptions & { readonly count?: number; readonly near?: string }): Promise<void> {
  const loaded = await loadVotes(files, options);
  const voters = loaded.calls.voters.length;
  const { near: named, ...rest } = options;
  const near = named === undefined ? {} : { near: voterId(loaded, named) };
  if (voters < 3) return tellNothing(`${voters === 1 ? "1 voter" : `${voters} voters`} cannot be sorted into two or more blocs.`);
  if ((options.count ?? 2) >= voters) throw new UsageProblem(`${voters} voters cannot be sorted into ${options.count ?? "two or more"} blocs.`);
  print(loaded, options, blocsOfVotes(loaded.calls, { ...rest, ...near }), blocsText);
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
  if (options.weights !== undefined && files.length > 0) throw new UsageProblem("Give either files of roll calls, or `--weights`: the one asks who decides where all have one vote, the other by weights alone.");
  if (options.weights === undefined && options.quota !== undefined) throw new UsageProblem("`--quota` needs `--weights`; where all have one vote, `--rule` says how many decide.");
  if (options.weights !== undefined) return weightedCommand(options.weights, options);
  if (files.length === 0) throw new UsageProblem("Give files of roll calls, or `--weights FILE --quota N` for a rule by weights.");
  const loaded = await loadVotes(files, options);
  if (!canPlace(loaded, options.dimensions)) return;
  print(loaded, options, pivotalPower(loaded.calls, { ...options, question: rollCallNumbers(loaded, options.question ?? []) }), pivotalPowerText);
}

function weightedCommand(weights: string, { quota, json }: PowerCommandOptions): void {
  if (quota === undefined) throw new UsageProblem("`--weights` needs `--quota N`: how much weight decides.");
  const power = weightedPower(readTextFile(weights), quota);
  if (typeof power === "string") throw new UsageProblem(`${weights}: ${power}`);
  process.stdout.write(json === true ? `${JSON.stringify(power, null, 2)}\n` : weightedPowerText(power));
}

/** As many voters as axes, or fewer, can be placed anywhere: their answers tell nothing. */
function canPlace({ calls: { voters } }: LoadedVotes, dimensions: number): boolean {
  if (voters.length > dimensions) return true;
  tellNothing(`${voters.length === 1 ? `Only ${voters[0]?.id ?? ""} votes in these files, and a voter alone` : `The ${voters.length} voters of these files`} cannot be placed on ${dimensions} ${dimensions === 1 ? "axis" : "axes"}; more voters than axes are needed.`);
  return false;
}

/** Says with exit code 1 that there is nothing to compute. */
function tellNothing(sentence: string): void {
  process.stderr.write(`rapporteur: ${sentence}\n`);
  process.exitCode = 1;
}

function rollCallNumbers({ calls }: LoadedVotes, names: readonly string[]): readonly number[] {
  return names.map((name) => {
    const number = rollCallNumber(calls, name);
    if (number === undefined) throw new UsageProblem(`No roll call has the id or the resolution ${name}.`);
    return number;
  });
}

function voterId({ calls }: LoadedVotes, name: string): string {
  const number = voterCalled(calls, name);
  if (number === undefined) throw new UsageProblem(`No voter is called ${name}; the files have ids such as ${calls.voters.slice(0, 4).map((voter) => voter.id).join(", ")}.`);
  return calls.voters[number]?.id ?? name;
}

const jsonText = ({ report }: LoadedVotes, result: object): string => `${JSON.stringify({ ...result, import: report }, null, 2)}\n`;

function print<Result extends object>(loaded: LoadedVotes, { json }: CommonOptions, result: Result, asText: (result: Result) => string): void {
  if (json !== true) tellImport(loaded);
  process.stdout.write(json === true ? jsonText(loaded, result) : asText(result));
}
