/**
 * For each combination of states of the variables of `large`, the last of which changes fastest, the place of the same
 * states in a list over `small`; variables that only `small` has stand at their first state.
 */
export function positions(large: readonly number[], small: readonly number[], sizes: readonly number[]): Int32Array {
  const steps = new Map<number, number>();
  let step = 1;
  for (const variable of small.toReversed()) {
    steps.set(variable, step);
    step *= sizes[variable] ?? 1;
  }
  let places = Int32Array.of(0);
  for (const variable of large) {
    const [size, own] = [sizes[variable] ?? 1, steps.get(variable) ?? 0];
    const wider = new Int32Array(places.length * size);
    for (let place = 0; place < places.length; place++) for (let state = 0; state < size; state++) wider[place * size + state] = (places[place] ?? 0) + state * own;
    places = wider;
  }
  return places;
}
