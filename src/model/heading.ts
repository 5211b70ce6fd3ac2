/**
 * A heading as it is compared: lower case, `&` read as `and`, numbering (`3.`, `IV)`) and a trailing
 * remark in brackets left out, everything that is no letter or digit a single space.
 */
export function headingKey(text: string): string {
  const lower = text.toLowerCase();
  if (isKey.test(lower)) return lower;
  return lower
    .replace(/\s+/gu, " ")
    .replace(/^ ?(?:\d+(?:\.\d+)*|[ivx]+)[.)]\s+/u, "")
    .replace(/ ?\([^()]*\) ?$/u, "")
    .replaceAll("&", " and ")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .trim();
}

/** Most headings and names of columns differ from their keys only by capitals. */
const isKey = /^[a-z0-9]+(?: [a-z0-9]+)*$/u;

/** The part of a technique that a section plays, with the headings it is known by; the first is the one we write. */
export interface SectionRole {
  readonly technique: string;
  readonly role: string;
  readonly headings: readonly string[];
  /** Names of the first column (after an ID column) by which its table is known where no section is headed so. */
  readonly firstColumns: readonly string[];
  /** The letter with which the ids of its entries begin: `K` for K1, K2. */
  readonly idLetter?: string;
}
