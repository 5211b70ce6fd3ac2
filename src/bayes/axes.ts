/** How many entries a table over these variables has. */
export function entriesOver(scope: readonly number[], sizes: readonly number[]): number {
  let product = 1;
  for (let place = 0; place < scope.length; place++) product *= sizes[scope[place] ?? 0] ?? 1;
  return product;
}

/** How far one state of a variable moves in a table whose last variable changes fastest; 0 where the table does not have it. */
export function stepIn(scope: readonly number[], variable: number, sizes: readonly number[]): number {
  let step = 1;
  for (let place = scope.length - 1; place >= 0; place--) {
    const other = scope[place] ?? 0;
    if (other === variable) return step;
    step *= sizes[other] ?? 1;
  }
  return 0;
}
