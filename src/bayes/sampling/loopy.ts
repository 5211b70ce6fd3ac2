import type { Factor } from "#bayes/factor";
import type { IndexedEvidence } from "#bayes/indexed";

/** The tables that are sampled, parents before their children, and what is known. */
export interface Terrain {
  readonly sizes: readonly number[];
  readonly tables: readonly Factor[];
  readonly known: IndexedEvidence;
}

/** Sweeps up and down; exact after one where the network has no loops. */
const rounds = 3;

/**
 * For each variable what its descendants say of its states, as far as loopy belief propagation can tell (Pearl 1988; Murphy,
 * Weiss and Jordan 1999): at most 1 each, and only a guess where the network has loops.
 */
export function whatFollows(terrain: Terrain): readonly Float64Array[] {
  const messages = new Messages(terrain);
  const order = terrain.tables.map((_, table) => table);
  for (let round = 0; round < rounds; round++) {
    for (const table of order.toReversed()) messages.update(table);
    for (const table of order) messages.update(table);
  }
  for (const table of order.toReversed()) messages.update(table);
  return terrain.sizes.map((_, variable) => messages.about(variable, (table) => terrain.tables[table]?.scope.at(-1) === variable));
}

class Messages {
  readonly #terrain: Terrain;
  /** For each table, what it says of each variable of its scope. */
  readonly #told: readonly (readonly Float64Array[])[];
  /** For each variable, the tables it is in, and at which place. */
  readonly #holders: readonly { readonly table: number; readonly place: number }[][];

  constructor(terrain: Terrain) {
    const { sizes, tables } = terrain;
    this.#terrain = terrain;
    this.#told = tables.map(({ scope }) => scope.map((variable) => new Float64Array(sizes[variable] ?? 0).fill(1)));
    this.#holders = sizes.map(() => []);
    for (const [table, { scope }] of tables.entries()) for (const [place, variable] of scope.entries()) this.#holders[variable]?.push({ table, place });
  }

  /** What is known of a variable and what all tables say of it, but those left out. */
  about(variable: number, isLeftOut: (table: number) => boolean): Float64Array {
    const { sizes, known: { observed, likelihoods } } = this.#terrain;
    const state = observed.get(variable);
    const product = Float64Array.from({ length: sizes[variable] ?? 0 }, (_, at) => (state === undefined || at === state ? (likelihoods.get(variable)?.[at] ?? 1) : 0));
    for (const { table, place } of this.#holders[variable] ?? []) {
      const told = this.#told[table]?.[place];
      if (!told || isLeftOut(table)) continue;
      for (let at = 0; at < product.length; at++) product[at] = (product[at] ?? 0) * (told[at] ?? 0);
      normalise(product);
    }
    return product;
  }

  /** Lets a table say anew what it makes of all that its variables are told by others. */
  update(table: number): void {
    const { tables, sizes } = this.#terrain;
    const { scope = [], values = new Float64Array(0) } = tables[table] ?? {};
    const heard = scope.map((variable) => this.about(variable, (other) => other === table));
    const told = this.#told[table] ?? [];
    for (const list of told) list.fill(0);
    const digits = new Int32Array(scope.length);
    const after = new Float64Array(scope.length + 1).fill(1);
    for (let entry = 0; entry < values.length; entry++) {
      let before = values[entry] ?? 0;
      if (before > 0) {
        for (let place = scope.length - 1; place >= 0; place--) after[place] = (after[place + 1] ?? 0) * (heard[place]?.[digits[place] ?? 0] ?? 0);
        for (let place = 0; place < scope.length && before > 0; place++) {
          const [list, digit] = [told[place], digits[place] ?? 0];
          if (list) list[digit] = (list[digit] ?? 0) + before * (after[place + 1] ?? 0);
          before *= heard[place]?.[digit] ?? 0;
        }
      }
      for (let place = scope.length - 1; place >= 0; place--) {
        digits[place] = ((digits[place] ?? 0) + 1) % (sizes[scope[place] ?? 0] ?? 1);
        if (digits[place] !== 0) break;
      }
    }
    for (const list of told) normalise(list);
  }
}

/** To at most 1; a list of zeros says nothing. */
function normalise(list: Float64Array): void {
  let largest = 0;
  for (const value of list) if (value > largest) largest = value;
  if (largest === 0) list.fill(1);
  else for (let at = 0; at < list.length; at++) list[at] = (list[at] ?? 0) / largest;
}
