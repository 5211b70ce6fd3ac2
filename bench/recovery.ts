import { product, symmetricEigen, transpose } from "#bargaining/dense";
import { alignedTo, fitIdealPoints, placesOf, standardErrors } from "#bargaining/ideal-points/ideal-points";
import { pointWidth } from "#bargaining/ideal-points/model";
import { syntheticCalls, type SyntheticOptions } from "#bargaining/ideal-points/simulate";
import { periodsOf } from "#bargaining/votes/periods";
import { seededRandom } from "#kit/random";
import { mean, table, type ValidationPart } from "./validation-part.ts";

const cases: readonly (SyntheticOptions & { readonly name: string })[] = [
  { name: "1 axis, still, 190 voters, 90 roll calls", voters: 190, rollCalls: 90, dimensions: 1, readiness: 1 },
  { name: "1 axis, still, 100 voters, 300 roll calls", voters: 100, rollCalls: 300, dimensions: 1, readiness: 1 },
  { name: "2 axes, still, 100 voters, 300 roll calls", voters: 100, rollCalls: 300, dimensions: 2, readiness: 1 },
  { name: "3 axes, still, 190 voters, 90 roll calls", voters: 190, rollCalls: 90, dimensions: 3, readiness: 1 },
  { name: "3 axes, still, 150 voters, 500 roll calls", voters: 150, rollCalls: 500, dimensions: 3, readiness: 1 },
  { name: "1 axis, moving, 100 voters, 10 sessions of 60", voters: 100, rollCalls: 600, dimensions: 1, periods: 10, readiness: 1 },
  { name: "3 axes, still, no readiness, 150 voters, 500 roll calls", voters: 150, rollCalls: 500, dimensions: 3 },
];

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Half the width of a normal interval of 90 %, in standard deviations. */
const ninety = 1.645;

/** What comes back of points that are known because the votes were drawn from them. */
export function recoveryPart(): ValidationPart {
  const rows = cases.map(({ name, ...options }) => {
    const runs = seeds.map((seed) => recover(options, seed));
    const places = runs.flatMap((run) => run.places);
    const ready = runs.flatMap((run) => run.readiness);
    return [name, correlation(places).toFixed(3), covered(places), inflation(places), ...(ready.length === 0 ? ["", ""] : [correlation(ready).toFixed(3), covered(ready)])];
  });
  const head = ["votes", "places: correlation with the truth", "90 % intervals cover", "errors too small by", "readiness: correlation", "90 % intervals cover"];
  return {
    title: "Parameter recovery",
    text: `Votes drawn from known points (seeds 1 to ${seeds.length}, a tenth absent at random), fitted again. Truth and fit are both put in the standard frame (axes of mean 0 and standard deviation 1 that do not correlate), and the fit is turned to lie nearest (Procrustes). To be reached by places: correlation above 0.95, 90 % intervals (Laplace, 1.645 standard errors) that cover 85 to 95 %. *Errors too small by* is the root mean square of error over standard error: what errors would have to be multiplied by.\n\n${table(head, rows)}`,
  };
}

/** A number that was estimated: what it is in truth, what was found, and the standard error given. */
interface Estimate {
  readonly truth: number;
  readonly found: number;
  readonly error: number;
}

const covered = (estimates: readonly Estimate[]): string => `${(100 * mean(estimates.map(({ truth, found, error }) => Number(Math.abs(found - truth) < ninety * error)))).toFixed(1)} %`;

const inflation = (estimates: readonly Estimate[]): string => Math.sqrt(mean(estimates.map(({ truth, found, error }) => ((found - truth) / error) ** 2))).toFixed(2);

function correlation(estimates: readonly Estimate[]): number {
  const [a, b] = [mean(estimates.map(({ truth }) => truth)), mean(estimates.map(({ found }) => found))];
  const over = (of: (estimate: Estimate) => number): number => mean(estimates.map(of));
  return over(({ truth, found }) => (truth - a) * (found - b)) / Math.sqrt(over(({ truth }) => (truth - a) ** 2) * over(({ found }) => (found - b) ** 2));
}

function recover(options: SyntheticOptions, seed: number): { readonly places: readonly Estimate[]; readonly readiness: readonly Estimate[] } {
  const { dimensions, periods = 1, readiness: spread = 0 } = options;
  const { calls, points, readiness } = syntheticCalls(options, seededRandom(seed));
  const free = fitIdealPoints(calls, { dimensions, readiness: spread > 0, ...(periods > 1 && { periods: periodsOf(calls) }) });
  const { model } = free.mode;
  if (model.table.pointCount !== readiness.length) throw new Error(`A voter has no answer in some period (seed ${seed}).`);
  const truth = sphered(points, dimensions);
  const fit = alignedTo(free, new Map(Array.from(readiness, (_, point) => [point, truth.slice(point * dimensions, (point + 1) * dimensions)])));
  const width = pointWidth(model);
  const errors = standardErrors(fit) ?? new Float64Array(0);
  const places = Array.from(placesOf(model, fit.parameters), (found, at) => ({ found, truth: truth[at] ?? 0, error: errors[Math.floor(at / dimensions) * width + (at % dimensions)] ?? 0 }));
  const left = residual(readiness, truth, dimensions);
  return { places, readiness: spread === 0 ? [] : Array.from(left, (own, point) => ({ truth: own, found: fit.parameters[point * width + dimensions] ?? 0, error: errors[point * width + dimensions] ?? 0 })) };
}

/** Points with mean 0, standard deviation 1 and no correlation between axes, turned as little as can be. */
function sphered(points: Float64Array, size: number): Float64Array {
  const count = points.length / size;
  const means = Array.from({ length: size }, (_, axis) => mean(Array.from(points.filter((_, at) => at % size === axis))));
  const centred = points.map((value, at) => value - (means[at % size] ?? 0));
  const covariance = product(transpose(centred, size), centred, count).map((value) => value / count);
  const { values, vectors } = symmetricEigen(covariance, size);
  const scaled = vectors.map((value, at) => value / Math.sqrt(values[Math.floor(at / size)] ?? 1));
  return product(centred, product(transpose(vectors, size), scaled, size), size);
}

/** What of the values the points do not tell: the values less their mean and their regression on points that are sphered. */
function residual(values: Float64Array, points: Float64Array, size: number): Float64Array {
  const centre = mean(Array.from(values));
  const slopes = Array.from({ length: size }, (_, axis) => mean(Array.from(values, (value, at) => value * (points[at * size + axis] ?? 0))));
  return values.map((value, at) => value - centre - slopes.reduce((sum, slope, axis) => sum + slope * (points[at * size + axis] ?? 0), 0));
}
