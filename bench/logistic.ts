/** A logistic regression with an intercept, by Newton's method, with a weak normal prior on all but the intercept so that what separates the cases stays finite. */
export function fitLogistic(rows: readonly (readonly number[])[], outcomes: readonly boolean[], precision = 0.01): (row: readonly number[]) => number {
  const inputs = rows.map((row) => [1, ...row]);
  const size = inputs[0]?.length ?? 1;
  let weights: readonly number[] = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 60; step++) {
    const chances = inputs.map((row) => chanceOf(row, weights));
    const gradient = weights.map((weight, at) => inputs.reduce((sum, row, place) => sum + (row[at] ?? 0) * (Number(outcomes[place]) - (chances[place] ?? 0)), 0) - (at === 0 ? 1e-6 : precision) * weight);
    const curvature = weights.map((_, one) => weights.map((__, other) => inputs.reduce((sum, row, place) => sum + (row[one] ?? 0) * (row[other] ?? 0) * (chances[place] ?? 0) * (1 - (chances[place] ?? 0)), 0) + (one === other ? (one === 0 ? 1e-6 : precision) : 0)));
    const move = solve(curvature, gradient);
    weights = weights.map((weight, at) => weight + (move[at] ?? 0));
    if (move.every((one) => Math.abs(one) < 1e-9)) break;
  }
  return (row) => chanceOf([1, ...row], weights);
}

const chanceOf = (row: readonly number[], weights: readonly number[]): number => 1 / (1 + Math.exp(-row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));

/** Gauss's elimination with the largest pivot. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at++) {
    const pivot = rows.reduce((best, row, place) => (place >= at && Math.abs(row[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0) ? place : best), at);
    [rows[at], rows[pivot]] = [rows[pivot] ?? [], rows[at] ?? []];
    const head = rows[at] ?? [];
    rows.forEach((row, place) => {
      if (place === at) return;
      const share = (row[at] ?? 0) / (head[at] ?? 1);
      for (let column = at; column < row.length; column++) row[column] = (row[column] ?? 0) - share * (head[column] ?? 0);
    });
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}
