import { sayImpossible } from "#cli/impossible-evidence";
import { loadEvidenceBeside, loadNetwork } from "#cli/load-network";
import { UsageProblem } from "#cli/problem";
import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { tornadoOf, type NetworkParameter, type Tornado } from "#workbench/network/analyse";
import { entryText, type NamedEntry } from "#workbench/network/entry";
import type { Square } from "#workbench/network/square";
import { twoWayOf, type TwoWay } from "#workbench/network/two-way";

interface SensitivityOptions {
  readonly target: string;
  readonly state?: string;
  readonly evidence?: string;
  readonly effort?: number;
  readonly by: number;
  readonly reach?: number;
  readonly make?: string;
  readonly with?: readonly string[];
  readonly top?: number;
  readonly json?: boolean;
}

/** How many entries are printed where nothing is said of it. */
const shortTornado = 20;

/** Prints how far each entry of the tables moves a posterior, alone or with another: all as JSON, the first ones as text. */
export function sensitivityCommand(file: string, options: SensitivityOptions): void {
  if (options.reach !== undefined && options.make !== undefined) throw new UsageProblem("--reach and --make each ask for one value of an entry; leave out one of them.");
  if (options.with === undefined) return oneWay(file, options);
  if (options.reach !== undefined || options.make !== undefined) throw new UsageProblem("--with shows where the posterior and the leading state change; leave out --reach and --make.");
  if (options.with.length > 2) throw new UsageProblem("--with takes one entry, to see it with every other, or two.");
  twoWay(file, options, options.with);
}

function oneWay(file: string, { target, state, evidence, effort, by, reach, make, top, json }: SensitivityOptions): void {
  const question = { target, by, ...(effort !== undefined && { effort }), ...(state !== undefined && { state }), ...(reach !== undefined && { reach }), ...(make !== undefined && { make }) };
  const tornado = tornadoOf(loadNetwork(file), loadEvidenceBeside(evidence, target), question);
  if (tornado.kind === "refused") throw new UsageProblem(tornado.problem);
  if (tornado.kind === "impossible") return sayImpossible(tornado, { target, ...(json && { json }) });
  const { kind: _, ...shown } = { ...tornado, parameters: tornado.parameters.slice(0, top) };
  if (json) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  else process.stdout.write(tornadoText({ ...tornado, parameters: tornado.parameters.filter((parameter) => isTelling(parameter, tornado)).slice(0, top ?? shortTornado) }, by));
}

/** The second of two states says nothing that the first does not; of a statement, only entries count that turn it. */
const isTelling = ({ mirrored, reaches }: NetworkParameter, { statement }: Tornado): boolean => !mirrored && !(statement && reaches === null);

function tornadoText({ target, state, posterior, statement, parameters }: Tornado, by: number): string {
  const colours = coloursFor(process.stdout);
  const widest = Math.max(...parameters.map(({ from, to }) => Math.abs(to.posterior - from.posterior)), 1e-12);
  const turns = statement?.holds ? "ceases" : "begins";
  const lines = parameters.map((parameter) => {
    const { from, to, reaches } = parameter;
    const swing = Math.abs(to.posterior - from.posterior);
    const wanted = reaches === undefined ? "" : `  ${statement ? `${turns} to hold` : "reached"} ${reaches === null ? "at no value" : `at ${reaches.toFixed(4)}`}`;
    return `  ${from.posterior.toFixed(4)} – ${to.posterior.toFixed(4)}  ${colours.cyan(bar(swing / widest, 20))}  ${valuedText(parameter)}${wanted}`;
  });
  const head = `${colours.bold(`P(${target} = ${state}) = ${posterior.toFixed(6)}`)}\n`;
  const verdict = statement ? `\`${statement.text}\` ${statement.holds ? "holds" : "does not hold"}; ` : "";
  if (statement && parameters.length === 0) return `${head}${verdict}no single entry of the tables changes that.\n`;
  const wanted = statement ? `${verdict}the entries that change this by moving least come first.\n` : "";
  return `${head}${wanted}as each entry falls and rises by ${by} and the rest of its row gives way:\n${lines.join("\n")}\n`;
}

const valuedText = (entry: NamedEntry): string => `${entryText(entry)} = ${entry.value}`;

function twoWay(file: string, { target, state, evidence, effort, by, top, json }: SensitivityOptions, entries: readonly string[]): void {
  const found = twoWayOf(loadNetwork(file), loadEvidenceBeside(evidence, target), { target, by, entries, ...(effort !== undefined && { effort }), ...(state !== undefined && { state }) });
  if (found.kind === "refused") throw new UsageProblem(found.problem);
  if (found.kind === "impossible") return sayImpossible(found, { target, ...(json && { json }) });
  const { kind: _, ...shown } = { ...found, pairs: found.pairs.slice(0, top) };
  if (json) process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  else process.stdout.write(found.square ? squareText(found, found.square) : pairsText({ ...found, pairs: found.pairs.slice(0, top ?? shortTornado) }, by));
}

const headText = ({ target, state, posterior }: TwoWay): string => coloursFor(process.stdout).bold(`P(${target} = ${state}) = ${posterior.toFixed(6)}`);

function pairsText(found: TwoWay, by: number): string {
  const widest = Math.max(...found.pairs.map(({ least, greatest }) => (greatest ?? 1) - (least ?? 0)), 1e-12);
  const lines = found.pairs.map((pair) => {
    const { least, greatest } = pair;
    const range = least === null || greatest === null ? "impossible in part" : `${least.toFixed(4)} – ${greatest.toFixed(4)}  ${coloursFor(process.stdout).cyan(bar((greatest - least) / widest, 20))}`;
    return `  ${range}  ${valuedText(pair)}`;
  });
  return `${headText(found)}\nas ${valuedText(found.first)} and each other entry fall and rise by ${by} and the rest of their rows gives way:\n${lines.join("\n")}\n`;
}

/** Every fourth value of the square, the second entry from 1 at the top down to 0. */
function squareText(found: TwoWay, { values, posterior, leader, leaderChanges }: Square): string {
  const shown = Array.from(values.keys()).filter((at) => at % 4 === 0);
  const states = Array.from(new Set(leader.flat().filter((state) => state !== null)));
  const width = Math.max(8, ...states.map((state) => state.length + 6));
  const rows = shown.toReversed().map((y) => `  ${(values[y] ?? 0).toFixed(1).padStart(4)}  ${shown.map((x) => cell(posterior[x]?.[y], leader[x]?.[y]).padEnd(width)).join("")}`.trimEnd());
  const foot = `  ${"".padStart(4)}  ${shown.map((x) => (values[x] ?? 0).toFixed(1).padEnd(width)).join("")}`.trimEnd();
  const second = found.pairs[0];
  const lines = [
    headText(found),
    `from left to right: ${valuedText(found.first)}`,
    `upwards:            ${second ? valuedText(second) : ""}`,
    `each place: the posterior of ${found.state}, and the state that leads`,
    ...rows,
    foot,
    changesText(leaderChanges),
  ];
  return `${lines.join("\n")}\n`;
}

const cell = (value: number | null | undefined, leader: string | null | undefined): string => (typeof value === "number" ? `${value.toFixed(2)} ${leader ?? ""}` : "–");

function changesText(changes: Square["leaderChanges"]): string {
  if (changes.length === 0) return "no values of the two change which state leads";
  const lines = changes.map(({ states, points }) => {
    const some = points.filter((_, at) => at % Math.ceil(points.length / 6) === 0).map(([x, y]) => `(${x.toFixed(2)},${y.toFixed(2)})`);
    return `${states.join(" and ")} are equal along ${some.join(" ")}`;
  });
  return lines.map((line) => fold(line, widthOf(process.stdout), "  ")).join("\n");
}
