/**
 * A function of some variables: a nonnegative number for each combination of their states. Variables are numbers;
 * the last variable of the scope changes fastest.
 */
export interface Factor {
  readonly scope: readonly number[];
  readonly values: Float64Array;
}

/** More entries than this in one factor are refused: the network is too densely linked for exact elimination. */
export const largestFactor = 1 << 25;

/** A factor and the natural logarithm of a number it was divided by, so that long products do not vanish. */
export interface ScaledFactor {
  readonly factor: Factor;
  readonly logScale: number;
}

/** The product of factors over a scope that contains all of theirs; `sizes` gives the number of states of each variable. */
export function multiply(factors: readonly Factor[], scope: readonly number[], sizes: readonly number[]): ScaledFactor {
  const total = scope.reduce((product, variable) => product * (sizes[variable] ?? 1), 1);
  if (total > largestFactor) throw new RangeError(`A factor over ${scope.length} variables would have ${total} entries.`);
  const values = new Float64Array(total).fill(1);
  let logScale = 0;
  for (const factor of factors) {
    multiplyInto(values, factor, scope, sizes);
    logScale += shrinkOrStretch(values);
  }
  return { factor: { scope, values }, logScale };
}

/** Brings numbers that leave the safe range back to at most 1; the logarithm of what they were divided by. */
function shrinkOrStretch(values: Float64Array): number {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  if (largest === 0 || (largest > 1e-100 && largest < 1e100)) return 0;
  for (let entry = 0; entry < values.length; entry++) values[entry] = (values[entry] ?? 0) / largest;
  return Math.log(largest);
}

function multiplyInto(values: Float64Array, factor: Factor, scope: readonly number[], sizes: readonly number[]): void {
  const strides = stridesIn(factor, scope, sizes);
  const digits = new Int32Array(scope.length);
  let at = 0;
  for (let entry = 0; entry < values.length; entry++) {
    values[entry] = (values[entry] ?? 0) * (factor.values[at] ?? 0);
    for (let place = scope.length - 1; place >= 0; place--) {
      const stride = strides[place] ?? 0;
      const size = sizes[scope[place] ?? 0] ?? 1;
      const digit = (digits[place] ?? 0) + 1;
      at += stride;
      if (digit < size) {
        digits[place] = digit;
        break;
      }
      digits[place] = 0;
      at -= stride * size;
    }
  }
}

/** How far one step of each variable of `scope` moves in the factor's own list; 0 for variables it does not have. */
function stridesIn(factor: Factor, scope: readonly number[], sizes: readonly number[]): Int32Array {
  const strides = new Int32Array(scope.length);
  let stride = 1;
  for (let place = factor.scope.length - 1; place >= 0; place--) {
    const variable = factor.scope[place] ?? 0;
    strides[scope.indexOf(variable)] = stride;
    stride *= sizes[variable] ?? 1;
  }
  return strides;
}

/** The factor summed over the states of the last variable of its scope. */
export function sumOutLast(factor: Factor, sizes: readonly number[]): Factor {
  const size = sizes[factor.scope.at(-1) ?? 0] ?? 1;
  const values = new Float64Array(factor.values.length / size);
  for (let entry = 0; entry < values.length; entry++) {
    let sum = 0;
    for (let state = 0; state < size; state++) sum += factor.values[entry * size + state] ?? 0;
    values[entry] = sum;
  }
  return { scope: factor.scope.slice(0, -1), values };
}

/** The factor where one variable is known to be in one state; the variable leaves the scope. */
export function restrict(factor: Factor, variable: number, state: number, sizes: readonly number[]): Factor {
  const place = factor.scope.indexOf(variable);
  if (place < 0) return factor;
  const size = sizes[variable] ?? 1;
  const inner = factor.scope.slice(place + 1).reduce((product, other) => product * (sizes[other] ?? 1), 1);
  const values = new Float64Array(factor.values.length / size);
  for (let entry = 0; entry < values.length; entry++) {
    const outer = Math.floor(entry / inner);
    values[entry] = factor.values[(outer * size + state) * inner + (entry % inner)] ?? 0;
  }
  return { scope: factor.scope.toSpliced(place, 1), values };
}
