import { boxProblems, keepCertain, widened, type Boxes } from "#bayes/bounds/boxes";
import { carriersOf, type Carriers } from "#bayes/bounds/carriers";
import { dominancesOf, type Dominance } from "#bayes/bounds/dominance";
import type { Effort } from "#bayes/bounds/effort";
import { boundsOf, networkOf, type PosteriorBounds, type RangeEnd } from "#bayes/bounds/posterior-bounds";
import { prepare, type Prepared } from "#bayes/bounds/prepare";
import { noSuchState, type Evidence, type Network } from "#bayes/network";
import { byState, refusal, type Impossible, type Refused } from "#workbench/network/engine";

/** The version of the bounds: it changes whenever the same question may be answered otherwise. */
const boundsEngine = { name: "interval elimination", version: "1.0.0" } as const;

/** Which tables are known as intervals only, and what is asked of them. */
export interface BoundsQuestion {
  readonly target: string;
  /** Every entry this much down and up, as far as 0 and 1 allow. */
  readonly width?: number;
  /** Intervals of some tables, in place of that. */
  readonly intervals?: Boxes;
  /** Leave rows with a 0 or a 1 as they are. */
  readonly keepCertain?: boolean;
  /** Whose range is taken apart: the most probable state, unless another is named. */
  readonly state?: string;
  /** How many tables are taken out in turn, those first that carry most; 20 unless said otherwise. */
  readonly top?: number;
  /** How many parts may be bounded to close the ranges, and as many to compare states. */
  readonly budget: number;
  /** Told of each split how many parts were bounded since the last one. */
  readonly onParts?: (parts: number) => void;
}

/** The rows of the tables that differ from the point, by variable: models that attain an end. */
export type Rows = Readonly<Record<string, readonly (readonly number[])[]>>;

interface NetworkEnd extends Omit<RangeEnd, "model"> {
  readonly model: Rows;
}

interface NetworkRange {
  readonly point: number;
  readonly low: NetworkEnd;
  readonly high: NetworkEnd;
  readonly exact: boolean;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** Ranges of a target's posterior, comparisons of its states, and what carries the width of one of them. */
export interface NetworkBounds {
  readonly kind: "bounded";
  readonly target: string;
  readonly states: Readonly<Record<string, NetworkRange>>;
  readonly gap: number;
  readonly work: number;
  readonly dominance: readonly Dominance[];
  readonly carriers: {
    readonly state: string;
    readonly range: Range;
    readonly tables: readonly { readonly node: string; readonly without: Range; readonly alone: Range }[];
  };
  readonly engine: typeof boundsEngine;
}

/** Bounds a posterior over all networks whose entries lie in their intervals. */
export function boundsOnNetwork(network: Network, evidence: Evidence, question: BoundsQuestion): NetworkBounds | Impossible | Refused {
  const { target, state, budget, top = 20 } = question;
  const boxes = boxesFor(network, question);
  const refused = refusal(network, evidence, [target]) ?? asRefusal(boxProblems(network, boxes)[0]);
  if (refused) return refused;
  const prepared = prepare({ network, boxes, evidence, target });
  if (prepared.kind === "impossible") return { ...prepared, engine: boundsEngine };
  if (prepared.kind === "too wide") return { kind: "refused", problem: `Bounds would need lists of ${prepared.entries} entries. Observe some variables, or ask about another.` };
  const asked = state ?? leading(prepared);
  if (!prepared.states.includes(asked)) return { kind: "refused", problem: noSuchState(target, asked, prepared.states) };
  const effort = (): Effort => ({ budget, ...(question.onParts && { goOn: reporting(question.onParts) }) });
  const bounds = boundsOf(prepared, effort());
  return { kind: "bounded", target, ...named(network, bounds), dominance: dominancesOf(prepared, effort()), carriers: namedCarriers(carriersOf(prepared, asked, top)), engine: boundsEngine };
}

function reporting(onParts: (parts: number) => void): NonNullable<Effort["goOn"]> {
  let last = 0;
  return ({ work }) => {
    onParts(work - last);
    last = work;
    return true;
  };
}

function boxesFor(network: Network, { width, intervals = new Map(), keepCertain: certain = false }: BoundsQuestion): Boxes {
  const wide = width === undefined ? new Map() : widened(network, width);
  return new Map([...(certain ? keepCertain(network, wide) : wide), ...intervals]);
}

const asRefusal = (problem: string | undefined): Refused | undefined => (problem === undefined ? undefined : { kind: "refused", problem });

const leading = ({ states, point }: Prepared): string => states[point.indexOf(Math.max(...point))] ?? "";

function named(network: Network, { states, gap, work }: PosteriorBounds): Pick<NetworkBounds, "states" | "gap" | "work"> {
  const end = ({ model, ...values }: RangeEnd): NetworkEnd => ({ ...values, model: movedRows(network, model) });
  const ranges = states.map(({ point, low, high, exact }): NetworkRange => ({ point, low: end(low), high: end(high), exact }));
  return { states: byState(states.map(({ state }) => state), ranges), gap, work };
}

const namedCarriers = ({ state, range, carriers }: Carriers): NetworkBounds["carriers"] => ({ state, range, tables: carriers.map(({ variable, ...ranges }) => ({ node: variable, ...ranges })) });

function movedRows(network: Network, model: Float64Array): Rows {
  const widths = new Map(network.variables.map(({ id, states }) => [id, states.length]));
  const moved = networkOf(network, model).tables.flatMap(({ variable, probabilities }, table) => {
    const point = network.tables[table]?.probabilities ?? [];
    const width = widths.get(variable) ?? 1;
    if (probabilities.every((value, entry) => value === point[entry])) return [];
    return [[variable, Array.from({ length: probabilities.length / width }, (_, row) => probabilities.slice(row * width, (row + 1) * width))] as const];
  });
  return Object.fromEntries(moved);
}
