import { seededRandom, type Random } from "#kit/random";

/** Points of the unit cube at which a function is to be evaluated, in the order of a walk: between two points of a trajectory one input has moved. */
export interface MorrisDesign {
  readonly inputs: number;
  readonly trajectories: number;
  /** (inputs + 1) points a trajectory. */
  readonly points: readonly Float64Array[];
}

/** What moving one input does, wherever the others stand: the elementary effects of all trajectories, for a move through the whole range. */
export interface ElementaryEffects {
  readonly mean: number;
  /** Mean of the absolute effects, mu*, and its standard error: how much the input matters. */
  readonly meanAbsolute: number;
  readonly error: number;
  /** Standard deviation, sigma: large beside mu* where the effect hangs on the other inputs or on where the input stands. */
  readonly deviation: number;
}

export interface MorrisOptions {
  readonly inputs: number;
  readonly trajectories: number;
  readonly seed: number;
  /** An even number; 4 where absent. */
  readonly levels?: number;
}

/** The design of Morris (1991), Factorial Sampling Plans for Preliminary Computational Experiments, Technometrics 33: random walks on a grid, each input moved once by levels / (2 (levels - 1)). */
export function morrisDesign({ inputs, trajectories, seed, levels = 4 }: MorrisOptions): MorrisDesign {
  const random = seededRandom(seed);
  const stride = levels / (2 * (levels - 1));
  const points: Float64Array[] = [];
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    const low = Float64Array.from({ length: inputs }, () => Math.floor((random() * levels) / 2) / (levels - 1));
    const falls = low.map(() => (random() < 1 / 2 ? 1 : 0));
    const point = low.map((value, input) => value + (falls[input] === 1 ? stride : 0));
    points.push(point.slice());
    for (const input of shuffled(inputs, random)) {
      point[input] = (low[input] ?? 0) + (falls[input] === 1 ? 0 : stride);
      points.push(point.slice());
    }
  }
  return { inputs, trajectories, points };
}

/** The numbers from 0 in an order of chance (Fisher and Yates). */
export function shuffled(length: number, random: Random): readonly number[] {
  const order = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/** The effects of each input, from the values of the function at the points of a design; mu* after Campolongo, Cariboni and Saltelli (2007). */
export function morrisEffects({ inputs, trajectories, points }: MorrisDesign, values: readonly number[]): readonly ElementaryEffects[] {
  const effects = Array.from({ length: inputs }, (): number[] => []);
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    for (let step = 0; step < inputs; step++) {
      const at = trajectory * (inputs + 1) + step;
      const [before, after] = [points[at], points[at + 1]];
      const input = before?.findIndex((value, place) => value !== after?.[place]) ?? -1;
      effects[input]?.push(((values[at + 1] ?? Number.NaN) - (values[at] ?? Number.NaN)) / ((after?.[input] ?? 0) - (before?.[input] ?? 0)));
    }
  }
  return effects.map((own) => {
    const absolute = own.map(Math.abs);
    return { mean: mean(own), meanAbsolute: mean(absolute), error: deviation(absolute) / Math.sqrt(own.length), deviation: deviation(own) };
  });
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return values.length < 2 ? 0 : Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}
