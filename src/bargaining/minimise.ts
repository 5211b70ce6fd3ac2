/** A function to minimise: gives its value at `x` and writes its gradient into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface MinimiseOptions {
  /** Stops where no part of the gradient, scaled by `scale`, is larger. */
  readonly tolerance: number;
  /** Stops where ten steps together lower the value by a smaller share than this. */
  readonly progress: number;
  readonly iterations: number;
  /** How many steps are remembered. */
  readonly memory: number;
  /** An estimate of the inverse of the Hessian's diagonal at a place: the better, the fewer steps. It is asked for again now and then. */
  readonly inverseDiagonal: (x: Float64Array) => Float64Array;
}

export interface Minimum {
  readonly x: Float64Array;
  readonly value: number;
  readonly iterations: number;
  readonly evaluations: number;
  readonly converged: boolean;
}

interface Step {
  readonly move: Float64Array;
  readonly turn: Float64Array;
  readonly curvature: number;
}

/**
 * Limited-memory BFGS (Nocedal 1980) with a backtracking search on the line. The first guess of the Hessian is a diagonal that is
 * looked at again after 20, 60, 140 ... steps: where the curvature differs much between parameters this saves half of the steps.
 */
export function minimise(objective: Objective, start: Float64Array, options: MinimiseOptions): Minimum {
  const { iterations, memory } = options;
  const steps: Step[] = [];
  const values: number[] = [];
  let here = evaluate(objective, start.slice());
  let evaluations = 1;
  let scale = options.inverseDiagonal(here.x);
  for (let iteration = 0, refresh = 20; iteration < iterations; iteration++) {
    values.push(here.value);
    if (isDone(values, largestScaled(here.gradient, scale), options)) return { x: here.x, value: here.value, iterations: iteration, evaluations, converged: true };
    if (iteration === refresh) {
      scale = options.inverseDiagonal(here.x);
      refresh = 2 * refresh + 20;
    }
    const search = searchLine(objective, here, descent(here.gradient, steps, scale));
    evaluations += search.evaluations;
    if (search.place) {
      remember(steps, stepBetween(here, search.place, steps.length >= memory ? steps[0] : undefined), memory);
      here = search.place;
    } else if (steps.length > 0) steps.length = 0;
    else return { x: here.x, value: here.value, iterations: iteration, evaluations, converged: false };
  }
  return { x: here.x, value: here.value, iterations, evaluations, converged: false };
}

function isDone(values: readonly number[], gradient: number, { tolerance, progress }: MinimiseOptions): boolean {
  const value = values.at(-1) ?? 0;
  const earlier = values.at(-11);
  return gradient < tolerance || (earlier !== undefined && earlier - value < progress * Math.abs(value));
}

interface Place {
  readonly x: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

function evaluate(objective: Objective, x: Float64Array): Place {
  const gradient = new Float64Array(x.length);
  return { x, gradient, value: objective(x, gradient) };
}

/** The largest distance, in units of the likely spread of a parameter, that a Newton step along one axis would go. */
function largestScaled(gradient: Float64Array, inverseDiagonal: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < gradient.length; at++) largest = Math.max(largest, Math.abs(gradient[at] ?? 0) * Math.sqrt(inverseDiagonal[at] ?? 0));
  return largest;
}

/** The two-loop recursion: minus the inverse Hessian, as the remembered steps tell it, times the gradient. */
function descent(gradient: Float64Array, steps: readonly Step[], inverseDiagonal: Float64Array): Float64Array {
  const direction = gradient.map((value) => -value);
  const weights = new Float64Array(steps.length);
  for (let at = steps.length - 1; at >= 0; at--) {
    const step = steps[at];
    if (!step) continue;
    const weight = dot(step.move, direction) / step.curvature;
    weights[at] = weight;
    addTo(direction, step.turn, -weight);
  }
  const scale = scaleOf(steps.at(-1), inverseDiagonal);
  for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * (inverseDiagonal[at] ?? 0) * scale;
  steps.forEach((step, at) => addTo(direction, step.move, (weights[at] ?? 0) - dot(step.turn, direction) / step.curvature));
  return direction;
}

/** How much the last step says that the diagonal is off. */
function scaleOf(step: Step | undefined, inverseDiagonal: Float64Array): number {
  if (!step) return 1;
  let sum = 0;
  for (let at = 0; at < inverseDiagonal.length; at++) sum += (step.turn[at] ?? 0) ** 2 * (inverseDiagonal[at] ?? 0);
  return step.curvature / sum;
}

/** Shortens the step until the value falls enough (Armijo), guided by the parabola through what is known. */
function searchLine(objective: Objective, here: Place, direction: Float64Array): { readonly place?: Place; readonly evaluations: number } {
  const slope = dot(here.gradient, direction);
  let length = 1;
  for (let evaluations = 1; evaluations <= 30; evaluations++) {
    const place = evaluate(objective, along(here.x, direction, length));
    if (place.value <= here.value + 1e-4 * length * slope) return { place, evaluations };
    const parabola = (-slope * length ** 2) / (2 * (place.value - here.value - slope * length));
    length = Number.isFinite(parabola) ? Math.min(0.5 * length, Math.max(0.1 * length, parabola)) : 0.1 * length;
  }
  return { evaluations: 30 };
}

function along(x: Float64Array, direction: Float64Array, length: number): Float64Array {
  const result = new Float64Array(x.length);
  for (let at = 0; at < x.length; at++) result[at] = (x[at] ?? 0) + length * (direction[at] ?? 0);
  return result;
}

/** The step from one place to another; writes into the arrays of a step that is to be forgotten. */
function stepBetween(from: Place, to: Place, forgotten: Step | undefined): Step {
  const { move, turn } = forgotten ?? { move: new Float64Array(from.x.length), turn: new Float64Array(from.x.length) };
  let curvature = 0;
  for (let at = 0; at < move.length; at++) {
    const moved = (to.x[at] ?? 0) - (from.x[at] ?? 0);
    const turned = (to.gradient[at] ?? 0) - (from.gradient[at] ?? 0);
    move[at] = moved;
    turn[at] = turned;
    curvature += moved * turned;
  }
  return { move, turn, curvature };
}

/** A step across which the slope did not rise tells nothing of a minimum; all memory goes with it. */
function remember(steps: Step[], step: Step, memory: number): void {
  if (!(step.curvature > 1e-12)) steps.length = 0;
  else {
    if (steps.length === memory) steps.shift();
    steps.push(step);
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addTo(target: Float64Array, what: Float64Array, weight: number): void {
  for (let at = 0; at < target.length; at++) target[at] = (target[at] ?? 0) + weight * (what[at] ?? 0);
}
