/** Small dense matrices, kept row by row in one array. */

/** The lower Cholesky factor of a symmetric matrix; undefined where it is not positive definite. */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column] ?? 0;
      for (let at = 0; at < column; at++) sum -= (factor[row * size + at] ?? 0) * (factor[column * size + at] ?? 0);
      if (row === column && !(sum > 0)) return undefined;
      factor[row * size + column] = row === column ? Math.sqrt(sum) : sum / (factor[column * size + column] ?? 1);
    }
  }
  return factor;
}

/** The inverse of a positive definite matrix; undefined where it is none. */
export function inverse(matrix: Float64Array, size: number): Float64Array | undefined {
  const factor = cholesky(matrix, size);
  if (!factor) return undefined;
  const result = new Float64Array(size * size);
  for (let column = 0; column < size; column++) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const solved = backward(factor, forward(factor, unit, size), size);
    for (let row = 0; row < size; row++) result[row * size + column] = solved[row] ?? 0;
  }
  return result;
}

/** Solves L y = b. */
export function forward(factor: Float64Array, b: Float64Array, size: number): Float64Array {
  const y = b.slice();
  for (let row = 0; row < size; row++) {
    let sum = y[row] ?? 0;
    for (let at = 0; at < row; at++) sum -= (factor[row * size + at] ?? 0) * (y[at] ?? 0);
    y[row] = sum / (factor[row * size + row] ?? 1);
  }
  return y;
}

/** Solves transposed L x = y. */
export function backward(factor: Float64Array, y: Float64Array, size: number): Float64Array {
  const x = y.slice();
  for (let row = size - 1; row >= 0; row--) {
    let sum = x[row] ?? 0;
    for (let at = row + 1; at < size; at++) sum -= (factor[at * size + row] ?? 0) * (x[at] ?? 0);
    x[row] = sum / (factor[row * size + row] ?? 1);
  }
  return x;
}

/** Eigenvalues of a symmetric matrix, the largest first, and its eigenvectors, one a row (Jacobi's rotations). */
export function symmetricEigen(matrix: Float64Array, size: number): { readonly values: readonly number[]; readonly vectors: Float64Array } {
  const a = matrix.slice();
  const v = Float64Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < 60 && offDiagonal(a, size) > 1e-22; sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate({ a, v, size }, p, q);
  }
  const order = Array.from({ length: size }, (_, at) => at).toSorted((i, j) => (a[j * size + j] ?? 0) - (a[i * size + i] ?? 0));
  const vectors = Float64Array.from({ length: size * size }, (_, at) => v[(at % size) * size + (order[Math.floor(at / size)] ?? 0)] ?? 0);
  return { values: order.map((at) => a[at * size + at] ?? 0), vectors };
}

/** The squares beside the diagonal over those on it. */
function offDiagonal(a: Float64Array, size: number): number {
  let [on, off] = [0, 0];
  a.forEach((value, at) => (at % (size + 1) === 0 ? (on += value ** 2) : (off += value ** 2)));
  return off / (on || 1);
}

/** Turns the plane of two axes so that their common entry becomes 0. */
function rotate({ a, v, size }: { readonly a: Float64Array; readonly v: Float64Array; readonly size: number }, p: number, q: number): void {
  const common = a[p * size + q] ?? 0;
  if (common === 0) return;
  const ratio = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * common);
  const tangent = (ratio < 0 ? -1 : 1) / (Math.abs(ratio) + Math.sqrt(ratio ** 2 + 1));
  const cosine = 1 / Math.sqrt(tangent ** 2 + 1);
  const sine = tangent * cosine;
  const turn = (m: Float64Array, i: number, j: number): void => {
    const [first, second] = [m[i] ?? 0, m[j] ?? 0];
    m[i] = cosine * first - sine * second;
    m[j] = sine * first + cosine * second;
  };
  for (let at = 0; at < size; at++) turn(a, at * size + p, at * size + q);
  for (let at = 0; at < size; at++) turn(a, p * size + at, q * size + at);
  for (let at = 0; at < size; at++) turn(v, at * size + p, at * size + q);
}

/** The product of two matrices: `a` has `inner` columns, `b` as many rows. */
export function product(a: Float64Array, b: Float64Array, inner: number): Float64Array {
  const [rows, columns] = [a.length / inner, b.length / inner];
  const result = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < inner; at++) {
      const value = a[row * inner + at] ?? 0;
      for (let column = 0; column < columns; column++) result[row * columns + column] = (result[row * columns + column] ?? 0) + value * (b[at * columns + column] ?? 0);
    }
  }
  return result;
}

export function transpose(a: Float64Array, columns: number): Float64Array {
  const rows = a.length / columns;
  return Float64Array.from({ length: a.length }, (_, at) => a[(at % rows) * columns + Math.floor(at / rows)] ?? 0);
}
