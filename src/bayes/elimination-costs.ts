import { bitsOf, clearBit, hasBit, lowestBit, setBit, type BitRows } from "#bayes/bit-rows";

/** A hundred thousandths of a bit: logarithms of sizes are whole numbers of these, so that sums of them have no rounding. */
const unitsPerBit = 1e5;

/**
 * A graph out of which variables are taken one by one, and what each would cost if it went next. Of a variable that is gone
 * the row keeps the neighbours that it had then.
 */
export class EliminationCosts {
  readonly sizes: readonly number[];
  readonly links: BitRows;
  /** How many pairs of its neighbours are not linked, and the sum over these of the product of the states at both ends. */
  readonly fill: Float64Array;
  readonly weightedFill: Float64Array;
  /** The logarithm of the size of the table over it and its neighbours, and that of its own number of states. */
  readonly weight: Float64Array;
  readonly own: Float64Array;
  readonly degree: Int32Array;
  /** 1 where any of these changed; whoever looks at them sets it back. */
  readonly changed: Uint8Array;
  /** How much was looked at so far, in words of a row or what takes as long. */
  work = 0;

  constructor(links: BitRows, sizes: readonly number[]) {
    this.sizes = sizes;
    this.links = links;
    this.own = Float64Array.from(sizes, (size) => Math.round(Math.log2(size) * unitsPerBit));
    this.fill = new Float64Array(sizes.length);
    this.weightedFill = new Float64Array(sizes.length);
    this.weight = new Float64Array(sizes.length);
    this.degree = new Int32Array(sizes.length);
    this.changed = new Uint8Array(sizes.length).fill(1);
    for (let variable = 0; variable < sizes.length; variable++) this.#measure(variable);
  }

  #measure(variable: number): void {
    const neighbours = bitsOf(this.links, variable);
    this.degree[variable] = neighbours.length;
    let weight = this.own[variable] ?? 0;
    let [fill, weightedFill] = [0, 0];
    for (let at = 0; at < neighbours.length; at++) {
      const one = neighbours[at] ?? 0;
      weight += this.own[one] ?? 0;
      for (let next = at + 1; next < neighbours.length; next++) {
        const other = neighbours[next] ?? 0;
        if (hasBit(this.links, one, other)) continue;
        fill++;
        weightedFill += (this.sizes[one] ?? 1) * (this.sizes[other] ?? 1);
      }
    }
    this.fill[variable] = fill;
    this.weightedFill[variable] = weightedFill;
    this.weight[variable] = weight;
  }

  /** Goes back to the state of another of the same variables. */
  startFrom(other: EliminationCosts): void {
    this.links.bits.set(other.links.bits);
    this.fill.set(other.fill);
    this.weightedFill.set(other.weightedFill);
    this.weight.set(other.weight);
    this.degree.set(other.degree);
    this.changed.fill(1);
    this.work += this.links.bits.length + 8 * this.sizes.length;
  }

  /** Takes a variable out and links its neighbours, which are returned. */
  eliminate(variable: number): readonly number[] {
    const neighbours = bitsOf(this.links, variable);
    for (const one of neighbours) this.#leave(one, variable);
    for (const one of neighbours) clearBit(this.links, one, variable);
    this.work += 4 + neighbours.length * (2 + this.links.words);
    if ((this.fill[variable] ?? 0) === 0) return neighbours;
    for (let at = 0; at < neighbours.length; at++) {
      const one = neighbours[at] ?? 0;
      for (let next = at + 1; next < neighbours.length; next++) {
        const other = neighbours[next] ?? 0;
        if (!hasBit(this.links, one, other)) this.#link(one, other);
      }
    }
    return neighbours;
  }

  /** Whoever loses a neighbour need not link it with the others any more. */
  #leave(one: number, gone: number): void {
    const { bits, words } = this.links;
    let [count, states] = [0, 0];
    for (let word = 0; word < words; word++) {
      let lacking = (bits[one * words + word] ?? 0) & ~(bits[gone * words + word] ?? 0);
      if (gone >>> 5 === word) lacking &= ~(1 << (gone & 31));
      for (; lacking !== 0; lacking &= lacking - 1) {
        count++;
        states += this.sizes[word * 32 + lowestBit(lacking)] ?? 1;
      }
    }
    this.#add(one, -count, -states * (this.sizes[gone] ?? 1));
    this.weight[one] = (this.weight[one] ?? 0) - (this.own[gone] ?? 0);
    this.degree[one] = (this.degree[one] ?? 0) - 1;
  }

  /** Who sees both ends of a new link has one less to make; each end must link its own neighbours with the other end. */
  #link(one: number, other: number): void {
    const { bits, words } = this.links;
    const product = (this.sizes[one] ?? 1) * (this.sizes[other] ?? 1);
    for (let word = 0; word < words; word++) {
      const [ours, theirs] = [bits[one * words + word] ?? 0, bits[other * words + word] ?? 0];
      for (let left = ours & theirs; left !== 0; left &= left - 1) this.#add(word * 32 + lowestBit(left), -1, -product);
      for (let left = ours & ~theirs; left !== 0; left &= left - 1) this.#add(one, 1, (this.sizes[word * 32 + lowestBit(left)] ?? 1) * (this.sizes[other] ?? 1));
      for (let left = theirs & ~ours; left !== 0; left &= left - 1) this.#add(other, 1, (this.sizes[word * 32 + lowestBit(left)] ?? 1) * (this.sizes[one] ?? 1));
    }
    this.work += 8 + 2 * words;
    this.#gain(one, other);
    this.#gain(other, one);
  }

  #gain(one: number, other: number): void {
    this.weight[one] = (this.weight[one] ?? 0) + (this.own[other] ?? 0);
    this.degree[one] = (this.degree[one] ?? 0) + 1;
    setBit(this.links, one, other);
  }

  #add(variable: number, links: number, weighted: number): void {
    this.fill[variable] = (this.fill[variable] ?? 0) + links;
    this.weightedFill[variable] = (this.weightedFill[variable] ?? 0) + weighted;
    this.changed[variable] = 1;
  }
}
