import { delimitedLine, delimitedReader } from "#kit/delimited";
import { fitAttendance, presence } from "#bargaining/attendance";
import { bootstrapErrors } from "#bargaining/ideal-points/bootstrap";
import { alignedTo, errorCovariances, fitIdealPoints, loadings, standardErrors, type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { pointWidth, rollCallsFrom, rollCallWidth } from "#bargaining/ideal-points/model";
import { defaultPriors, type Priors } from "#bargaining/ideal-points/priors";
import { periodsOf } from "#bargaining/votes/periods";
import type { RollCall, RollCalls } from "#bargaining/votes/roll-calls";

export interface FitVotesOptions {
  readonly dimensions: number;
  readonly dynamic: boolean;
  /** Whether voters have a readiness beside their place. */
  readonly readiness: boolean;
  /** Voters that are to be positive, one an axis. */
  readonly positive: readonly string[];
  readonly seed: number;
  /** How often the votes are drawn anew for the standard errors; 0 for Laplace's approximation. */
  readonly bootstrap: number;
  /** An earlier result, as `fitCsv` wrote it: the axes are turned to lie nearest to it. */
  readonly align?: string;
}

/** The shape of `votes fit --json`. Positions and errors have a number an axis, in units of the standard deviation of all points. */
export interface VoteFit {
  readonly voters: readonly FittedVoter[];
  /** For each axis the roll calls that say most about it, and the share of all that is said about it that is theirs. */
  readonly axes: readonly { readonly rollCalls: readonly (Named & { readonly share: number; readonly yesIs: "negative" | "positive" })[] }[];
  readonly rollCalls: readonly (Named & { readonly discrimination: readonly number[]; readonly lower: number; readonly upper: number })[];
  readonly identification: string;
  readonly model: { readonly dimensions: number; readonly dynamic: boolean; readonly readiness: boolean; readonly priors: Priors; readonly errors: string };
  readonly search: { readonly seed: number; readonly iterations: number; readonly converged: boolean; readonly negativeLogPosterior: number };
}

type Named = Pick<RollCall, "id" | "date" | "resolution" | "title">;

interface FittedVoter {
  readonly id: string;
  readonly name?: string;
  /** P(answers when the roll is called), over all roll calls; left out where the file records no absences. */
  readonly present?: number;
  readonly points: readonly FittedPoint[];
}

interface FittedPoint {
  /** Left out where points stand still. */
  readonly period?: string;
  readonly answers: number;
  readonly position: readonly number[];
  readonly error: readonly number[];
  /** How the errors on the axes go together, from -1 to 1, a row an axis: by Laplace's approximation, for two axes and more. */
  readonly correlation?: readonly number[];
  /** How much more easily, in logits, the voter says yes than its place tells; and its standard error. Left out where the model has none. */
  readonly readiness?: number;
  readonly readinessError?: number;
}

/** Fits ideal points and lays the result out; undefined where `align` has no points in common with it. */
export function fitVotes(calls: RollCalls, options: FitVotesOptions): VoteFit | undefined {
  const { dimensions, dynamic, readiness, positive, seed, bootstrap } = options;
  const free = fitIdealPoints(calls, { dimensions, readiness, seed, anchors: positive, ...(dynamic && { periods: periodsOf(calls) }) });
  const fit = options.align === undefined ? free : aligned(free, options.align);
  if (!fit) return undefined;
  const errors = bootstrap > 0 ? { standard: bootstrapErrors(fit, { draws: bootstrap, seed }) } : laplaceOf(fit);
  const { iterations, converged, negativeLogPosterior } = fit.mode;
  return {
    voters: fittedVoters(fit, errors),
    axes: axesOf(fit),
    rollCalls: calls.rollCalls.map((rollCall, number) => fittedRollCall(fit, rollCall, number)),
    identification: identificationOf(options),
    model: { dimensions, dynamic, readiness, priors: defaultPriors, errors: bootstrap > 0 ? `parametric bootstrap, ${bootstrap} draws` : "Laplace" },
    search: { seed, iterations, converged, negativeLogPosterior },
  };
}

function identificationOf({ dimensions, readiness, positive, align }: FitVotesOptions): string {
  const frame = "each axis has mean 0 and standard deviation 1 over all points, axes are uncorrelated and ordered by how much the roll calls divide along them";
  const ready = readiness ? "; readiness has mean 0, is uncorrelated with each axis and in logits" : "";
  if (align !== undefined) return `${frame}${ready}; then rotated or mirrored to lie nearest to the earlier points (Procrustes)`;
  const signs = Array.from({ length: dimensions }, (_, axis) => `axis ${axis + 1}: ${positive[axis] ?? "the point farthest out"} positive`);
  return `${frame}${ready}; ${signs.join(", ")}`;
}

function laplaceOf(fit: IdealPoints): Errors {
  const covariances = errorCovariances(fit);
  return { covariances, standard: standardErrors(fit, covariances) };
}

interface Errors {
  readonly standard: Float64Array | undefined;
  readonly covariances?: Float64Array | undefined;
}

function fittedVoters(fit: IdealPoints, errors: Errors): readonly FittedVoter[] {
  const { calls, mode, periods } = fit;
  const { table } = mode.model;
  const numbersOf = pointNumbers(fit, errors);
  const attendance = fitAttendance(calls);
  const everything = calls.rollCalls.map((_, rollCall) => rollCall);
  const answers = new Int32Array(table.pointCount);
  for (const point of table.pointOf) answers[point] = (answers[point] ?? 0) + 1;
  return calls.voters.map(({ id, name }, voter) => ({
    id,
    ...(name !== undefined && { name }),
    ...(attendance && { present: presence(attendance, voter, everything) }),
    points: Array.from({ length: (table.pointStarts[voter + 1] ?? 0) - (table.pointStarts[voter] ?? 0) }, (_, place) => {
      const point = (table.pointStarts[voter] ?? 0) + place;
      const period = periods?.labels[table.periodOf[point] ?? 0];
      return { ...(period !== undefined && { period }), answers: answers[point] ?? 0, ...numbersOf(point) };
    }),
  }));
}

/** A point's numbers and their errors; how the errors go together only where they are Laplace's. */
function pointNumbers(fit: IdealPoints, errors: Errors): (point: number) => Omit<FittedPoint, "period" | "answers"> {
  const { dimensions, parameters, mode } = fit;
  const width = pointWidth(mode.model);
  const slice = (values: Float64Array | undefined, point: number): Float64Array => values?.subarray(point * width, (point + 1) * width) ?? new Float64Array(0);
  return (point) => {
    const [numbers, error] = [slice(parameters, point), slice(errors.standard, point)];
    const covariance = errors.covariances?.subarray(point * width ** 2, (point + 1) * width ** 2);
    const together = (at: number): number => (covariance?.[Math.floor(at / dimensions) * width + (at % dimensions)] ?? 0) / ((error[Math.floor(at / dimensions)] ?? 1) * (error[at % dimensions] ?? 1));
    return {
      position: Array.from(numbers.subarray(0, dimensions)),
      error: Array.from(error.subarray(0, dimensions)),
      ...(covariance && dimensions > 1 && { correlation: Array.from({ length: dimensions ** 2 }, (_, at) => together(at)) }),
      ...(mode.model.readiness && { readiness: numbers[dimensions] ?? 0, ...(error.length > 0 && { readinessError: error[dimensions] ?? 0 }) }),
    };
  };
}

const named = ({ id, date, resolution, title }: RollCall): Named => ({
  id,
  ...(date !== undefined && { date }),
  ...(resolution !== undefined && { resolution }),
  ...(title !== undefined && { title }),
});

function fittedRollCall({ mode, parameters, dimensions }: IdealPoints, rollCall: RollCall, number: number): VoteFit["rollCalls"][number] {
  const at = rollCallsFrom(mode.model) + number * rollCallWidth(dimensions);
  const lower = parameters[at + dimensions] ?? 0;
  return { ...named(rollCall), discrimination: Array.from(parameters.subarray(at, at + dimensions)), lower, upper: lower + Math.exp(parameters[at + dimensions + 1] ?? 0) };
}

/** How many roll calls stand for an axis. */
const shown = 5;

function axesOf(fit: IdealPoints): VoteFit["axes"] {
  const all = loadings(fit);
  return Array.from({ length: fit.dimensions }, (_, axis) => {
    const load = fit.calls.rollCalls.map((rollCall, number) => ({ rollCall, number, loading: all[number * fit.dimensions + axis] ?? 0 }));
    const total = load.reduce((sum, { loading }) => sum + loading, 0);
    const first = load.toSorted((a, b) => b.loading - a.loading).slice(0, shown);
    return {
      rollCalls: first.map(({ rollCall, number, loading }) => ({
        ...named(rollCall),
        share: loading / total,
        yesIs: (fittedRollCall(fit, rollCall, number).discrimination[axis] ?? 0) > 0 ? ("negative" as const) : ("positive" as const),
      })),
    };
  });
}

/** The points as comma-separated text: a row a voter, or a voter and period. */
export function fitCsv({ voters, model }: VoteFit): string {
  const axes = Array.from({ length: model.dimensions }, (_, axis) => axis + 1);
  const head = ["voter", "name", "period", "answers", ...axes.flatMap((axis) => [`x${axis}`, `se${axis}`]), ...(model.readiness ? ["readiness", "se_readiness"] : [])];
  const rows = voters.flatMap(({ id, name = "", points }) =>
    points.map(({ period = "", answers, position, error, readiness, readinessError }) => [id, name, period, answers, ...axes.flatMap((axis) => [rounded(position[axis - 1]), rounded(error[axis - 1])]), ...(model.readiness ? [rounded(readiness), rounded(readinessError)] : [])]),
  );
  return `${[head, ...rows].map(delimitedLine).join("\n")}\n`;
}

const rounded = (value: number | undefined): string => value?.toFixed(4) ?? "";

function aligned(fit: IdealPoints, csv: string): IdealPoints | undefined {
  const earlier = new Map<string, Float64Array>();
  let columns: readonly number[] = [];
  const reader = delimitedReader(({ cells, line }) => {
    if (line === 1) columns = ["voter", "period", ...Array.from({ length: fit.dimensions }, (_, axis) => `x${axis + 1}`)].map((name) => cells.indexOf(name));
    else earlier.set(columns.slice(0, 2).map((column) => cells[column] ?? "").join("\n"), Float64Array.from(columns.slice(2), (column) => Number(cells[column])));
  });
  reader.add(csv);
  reader.end();
  const known = new Map<number, Float64Array>();
  fit.calls.voters.forEach(({ id }, voter) => {
    const { pointStarts, periodOf } = fit.mode.model.table;
    for (let point = pointStarts[voter] ?? 0; point < (pointStarts[voter + 1] ?? 0); point++) {
      const position = earlier.get(`${id}\n${fit.periods?.labels[periodOf[point] ?? 0] ?? ""}`);
      if (position?.every(Number.isFinite) === true) known.set(point, position);
    }
  });
  return known.size > fit.dimensions ? alignedTo(fit, known) : undefined;
}
