/**
 * An order in which to sum the variables out, and what it costs. `cliques` holds, in that order, each variable followed by
 * its neighbours at that moment; `entries` is the sum of the sizes of the tables over them.
 */
export interface Elimination {
  readonly heuristic: Heuristic;
  readonly cliques: readonly (readonly number[])[];
  readonly entries: number;
}

/**
 * Which variable goes next: the one whose neighbours need the fewest links between them (min-fill), the lightest links
 * (weighted min-fill: the product of the states at both ends), or the one whose table is smallest (min-weight). Of equals
 * the one with the smallest table, then the first. See Kjærulff 1990; Koller and Friedman 2009, section 9.4.3.
 */
type Heuristic = "min-fill" | "weighted min-fill" | "min-weight";

const heuristics: readonly Heuristic[] = ["min-fill", "weighted min-fill", "min-weight"];

/** The cheapest elimination of the graph in which all variables of a scope are linked, of those that the heuristics find. */
export function triangulate(scopes: readonly (readonly number[])[], sizes: readonly number[]): Elimination {
  const graph = linkedGraph(scopes, sizes.length);
  let best: Elimination = { heuristic: "min-fill", cliques: [], entries: Infinity };
  for (const heuristic of heuristics) best = eliminateBy({ heuristic, sizes, links: graph.links.slice(), words: graph.words }, graph.present, best.entries) ?? best;
  return best;
}

/** Who is linked with whom, as rows of bits: bit v of row u. */
interface Graph {
  readonly heuristic: Heuristic;
  readonly sizes: readonly number[];
  readonly links: Int32Array;
  /** Words of 32 bits in a row. */
  readonly words: number;
}

function linkedGraph(scopes: readonly (readonly number[])[], count: number): { readonly links: Int32Array; readonly words: number; readonly present: readonly number[] } {
  const words = Math.max(1, Math.ceil(count / 32));
  const links = new Int32Array(count * words);
  const present = new Set<number>();
  for (const scope of scopes) {
    for (const one of scope) {
      present.add(one);
      for (const other of scope) if (one !== other) setBit(links, one * words, other);
    }
  }
  return { links, words, present: Array.from(present).toSorted((a, b) => a - b) };
}

/** undefined as soon as the tables have more entries than `limit`. */
function eliminateBy(graph: Graph, present: readonly number[], limit: number): Elimination | undefined {
  const { heuristic, sizes } = graph;
  const waiting = present.slice();
  const scores = new Scores(graph, waiting);
  const cliques: (readonly number[])[] = [];
  let entries = 0;
  while (waiting.length > 0) {
    const variable = takeCheapest(waiting, scores);
    const neighbours = neighboursOf(graph, variable);
    entries += neighbours.reduce((product, other) => product * (sizes[other] ?? 1), sizes[variable] ?? 1);
    if (entries >= limit) return undefined;
    cliques.push([variable, ...neighbours]);
    scores.eliminate(variable, neighbours);
  }
  return { heuristic, cliques, entries };
}

function takeCheapest(waiting: number[], { primary, weight }: Scores): number {
  let best = 0;
  let [score, size] = [Infinity, Infinity];
  for (let place = 0; place < waiting.length; place++) {
    const variable = waiting[place] ?? 0;
    const own = primary[variable] ?? 0;
    if (own > score || (own === score && (weight[variable] ?? 0) >= size)) continue;
    [best, score, size] = [place, own, weight[variable] ?? 0];
  }
  const [taken = -1] = waiting.splice(best, 1);
  return taken;
}

/** What each variable would cost if it went next, kept up to date. */
class Scores {
  readonly primary: Float64Array;
  /** The logarithm of the size of the table. */
  readonly weight: Float64Array;
  readonly #graph: Graph;
  readonly #costs: Float64Array;
  readonly #logs: Float64Array;

  constructor(graph: Graph, variables: readonly number[]) {
    const { sizes, heuristic } = graph;
    this.#graph = graph;
    this.#costs = Float64Array.from(sizes, (size) => (heuristic === "weighted min-fill" ? size : 1));
    this.#logs = Float64Array.from(sizes, (size) => Math.log2(size));
    this.weight = new Float64Array(sizes.length);
    this.primary = heuristic === "min-weight" ? this.weight : new Float64Array(sizes.length);
    for (const variable of variables) this.#score(variable);
  }

  /** Links the neighbours of a variable with each other, takes it out of the graph, and scores anew whom that concerns. */
  eliminate(variable: number, neighbours: readonly number[]): void {
    const { links, words } = this.#graph;
    if (this.primary === this.weight || (this.primary[variable] ?? 0) > 0) {
      const touched = this.#touchedBy(variable, neighbours);
      link(this.#graph, variable, neighbours);
      for (const one of touched) this.#score(one);
      return;
    }
    // Nothing to link: each neighbour only loses the links that it lacked to the variable.
    for (const one of neighbours) {
      if (this.primary !== this.weight) this.primary[one] = (this.primary[one] ?? 0) - (this.#costs[variable] ?? 0) * this.#missing(one, variable);
      this.weight[one] = (this.weight[one] ?? 0) - (this.#logs[variable] ?? 0);
      clearBit(links, one * words, variable);
    }
  }

  /** The neighbours, and those who see two of them that are about to be linked. */
  #touchedBy(variable: number, neighbours: readonly number[]): readonly number[] {
    if (this.primary === this.weight) return neighbours;
    const { links, words } = this.#graph;
    const marks = links.slice(variable * words, (variable + 1) * words);
    for (const one of neighbours) {
      for (const other of neighbours) {
        if (other <= one || hasBit(links, one * words, other)) continue;
        for (let word = 0; word < words; word++) marks[word] = (marks[word] ?? 0) | ((links[one * words + word] ?? 0) & (links[other * words + word] ?? 0));
      }
    }
    clearBit(marks, 0, variable);
    return bitsOf(marks, 0, words);
  }

  #score(variable: number): void {
    const neighbours = neighboursOf(this.#graph, variable);
    this.weight[variable] = neighbours.reduce((sum, other) => sum + (this.#logs[other] ?? 0), this.#logs[variable] ?? 0);
    if (this.primary === this.weight) return;
    let cost = 0;
    for (const one of neighbours) cost += (this.#costs[one] ?? 0) * this.#missing(variable, one);
    this.primary[variable] = cost / 2;
  }

  /** The cost of the neighbours of `centre`, other than `one`, that `one` is not linked with. */
  #missing(centre: number, one: number): number {
    const { links, words, heuristic } = this.#graph;
    let cost = 0;
    for (let word = 0; word < words; word++) {
      let bits = (links[centre * words + word] ?? 0) & ~(links[one * words + word] ?? 0);
      if (one >>> 5 === word) bits &= ~(1 << (one & 31));
      if (heuristic === "min-fill") cost += countBits(bits);
      else for (; bits !== 0; bits &= bits - 1) cost += this.#costs[word * 32 + 31 - Math.clz32(bits & -bits)] ?? 0;
    }
    return cost;
  }
}

function link({ links, words }: Graph, variable: number, neighbours: readonly number[]): void {
  for (const one of neighbours) {
    const row = one * words;
    for (let word = 0; word < words; word++) links[row + word] = (links[row + word] ?? 0) | (links[variable * words + word] ?? 0);
    clearBit(links, row, one);
    clearBit(links, row, variable);
  }
}

const neighboursOf = ({ links, words }: Graph, variable: number): readonly number[] => bitsOf(links, variable * words, words);

function bitsOf(links: Int32Array, row: number, words: number): readonly number[] {
  const found: number[] = [];
  for (let word = 0; word < words; word++) {
    for (let bits = links[row + word] ?? 0; bits !== 0; bits &= bits - 1) found.push(word * 32 + 31 - Math.clz32(bits & -bits));
  }
  return found;
}

const hasBit = (links: Int32Array, row: number, bit: number): boolean => (((links[row + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;

function setBit(links: Int32Array, row: number, bit: number): void {
  links[row + (bit >>> 5)] = (links[row + (bit >>> 5)] ?? 0) | (1 << (bit & 31));
}

function clearBit(links: Int32Array, row: number, bit: number): void {
  links[row + (bit >>> 5)] = (links[row + (bit >>> 5)] ?? 0) & ~(1 << (bit & 31));
}

function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
