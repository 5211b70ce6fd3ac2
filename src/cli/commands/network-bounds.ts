import { sayImpossible } from "#cli/impossible-evidence";
import { loadEvidenceBeside, loadIntervals, loadNetwork } from "#cli/load-network";
import { UsageProblem } from "#cli/problem";
import { bar, coloursFor, startProgress } from "#cli/terminal";
import { boundsOnNetwork, type NetworkBounds, type Rows } from "#workbench/network/bounds";

interface BoundsOptions {
  readonly target: string;
  readonly state?: string;
  readonly evidence?: string;
  readonly width?: number;
  readonly intervals?: string;
  readonly keepCertain?: boolean;
  readonly budget: number;
  readonly top: number;
  readonly models?: boolean;
  readonly json?: boolean;
}

/** Prints how far a posterior can move while entries of the tables move within their intervals. */
export function boundsCommand(file: string, { evidence, intervals, models = false, json, ...question }: BoundsOptions): void {
  if (question.width === undefined && intervals === undefined) throw new UsageProblem("Say how far entries may move: --width for all of them, --intervals for some.");
  const progress = startProgress("Bounding", 2 * question.budget);
  const onParts = (parts: number): void => {
    for (let part = 0; part < parts; part++) progress.step();
  };
  const bounds = boundsOnNetwork(loadNetwork(file), loadEvidenceBeside(evidence, question.target), { ...question, onParts, ...(intervals !== undefined && { intervals: loadIntervals(intervals) }) });
  progress.end();
  if (bounds.kind === "refused") throw new UsageProblem(bounds.problem);
  if (bounds.kind === "impossible") return sayImpossible(bounds, { target: question.target, ...(json && { json }) });
  process.stdout.write(json ? `${JSON.stringify(boundsJson(bounds, models), null, 2)}\n` : boundsText(bounds));
}

function boundsJson(bounds: NetworkBounds, models: boolean) {
  const { target, states, gap, work, dominance, carriers, engine } = bounds;
  const end = ({ model, ...values }: { readonly attained: number; readonly proven: number; readonly model: Rows }) => (models ? { ...values, model } : values);
  const ranges = Object.entries(states).map(([state, { low, high, ...range }]) => [state, { ...range, low: end(low), high: end(high) }]);
  // There is no infinity in JSON: null says that there is no limit.
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const pairs = dominance.map(({ least, ...pair }) => ({ ...pair, least: { attained: finite(least.attained), proven: finite(least.proven) } }));
  return { target, states: Object.fromEntries(ranges), gap, work, dominance: pairs, carriers, engine };
}

const places = (value: number): string => value.toFixed(4);

function boundsText(bounds: NetworkBounds): string {
  return [rangesText(bounds), dominanceText(bounds), carriersText(bounds)].filter((text) => text !== "").join("\n");
}

function rangesText({ target, states, gap, work }: NetworkBounds): string {
  const colours = coloursFor(process.stdout);
  const width = Math.max(...Object.keys(states).map((state) => state.length));
  const lines = Object.entries(states).map(([state, { point, low, high, exact }]) => {
    const proof = exact ? "exact" : `proven from ${places(low.proven)} to ${places(high.proven)}`;
    return `  ${state.padEnd(width)}  ${places(point)}  from ${places(low.attained)} to ${places(high.attained)}  ${colours.dim(proof)}`;
  });
  const open = gap > 0 ? `up to ${gap.toPrecision(2)} is open between attained and proven after ${work} parts; a larger --budget closes more\n` : "";
  return `${colours.bold(`${target} at the point of all entries, and as far as they can move it:`)}\n${lines.join("\n")}\n${open}`;
}

function dominanceText({ dominance }: NetworkBounds): string {
  const factor = (proven: number): string => (proven === Infinity ? "which is impossible" : `at least ${(Math.floor(proven * 1000) / 1000).toFixed(3)} times`);
  const always = dominance.filter(({ verdict }) => verdict === "always").map(({ state, over, least }) => `  ${state} is more probable than ${over}, ${factor(least.proven)}`);
  const open = dominance.filter(({ verdict }) => verdict === "open").map(({ state, over }) => `  whether ${state} is more probable than ${over} is open; a larger --budget may decide it`);
  return always.length + open.length === 0 ? "" : `whatever the entries are:\n${[...always, ...open].join("\n")}\n`;
}

function carriersText({ target, carriers: { state, range, tables } }: NetworkBounds): string {
  const whole = range.high - range.low;
  if (whole === 0) return "";
  const width = Math.max(...tables.map(({ node }) => node.length));
  const lines = tables.map(({ node, without, alone }) => {
    const share = Math.max(0, 1 - (without.high - without.low) / whole);
    return `  ${node.padEnd(width)}  ${places(without.low)} to ${places(without.high)}  ${coloursFor(process.stdout).cyan(bar(share, 20))}  alone ${places(alone.low)} to ${places(alone.high)}`;
  });
  return `what P(${target} = ${state}) could still be if a table were certain, and if it alone were uncertain:\n${lines.join("\n")}\n`;
}
