/** A square of bits: bit v of row u says whether u and v are linked. */
export interface BitRows {
  readonly bits: Int32Array;
  /** Words of 32 bits in a row. */
  readonly words: number;
}

export function bitRows(count: number): BitRows {
  const words = Math.max(1, (count + 31) >>> 5);
  return { bits: new Int32Array(count * words), words };
}

/** The place of the lowest bit that is set. */
export const lowestBit = (bits: number): number => 31 - Math.clz32(bits & -bits);

export const hasBit = ({ bits, words }: BitRows, row: number, bit: number): boolean => (((bits[row * words + (bit >>> 5)] ?? 0) >>> (bit & 31)) & 1) === 1;

export function setBit({ bits, words }: BitRows, row: number, bit: number): void {
  const word = row * words + (bit >>> 5);
  bits[word] = (bits[word] ?? 0) | (1 << (bit & 31));
}

export function clearBit({ bits, words }: BitRows, row: number, bit: number): void {
  const word = row * words + (bit >>> 5);
  bits[word] = (bits[word] ?? 0) & ~(1 << (bit & 31));
}

/** The numbers of the bits of a row that are set, upwards. */
export function bitsOf(rows: BitRows, row: number): readonly number[] {
  const found: number[] = [];
  appendBits(found, rows, row);
  return found;
}

export function appendBits(list: number[], { bits, words }: BitRows, row: number): void {
  const first = row * words;
  for (let word = 0; word < words; word++) {
    for (let left = bits[first + word] ?? 0; left !== 0; left &= left - 1) list.push(word * 32 + lowestBit(left));
  }
}

export const copyOf = ({ bits, words }: BitRows): BitRows => ({ bits: bits.slice(), words });
