import type { Defect } from "#core/technique";
import type { Span } from "#kit/span";

/** What the entries of a section lack, and how a sentence begins that says so. */
export interface Lack<Entry> {
  readonly entries: readonly Entry[];
  lacks(entry: Entry): boolean;
  /** Where the section is headed. */
  readonly heading: Span;
  /** The entries in the plural: `assumptions`. */
  readonly noun: string;
  /** `does not say`, behind the name of one. */
  readonly one: string;
  /** `says`, behind `None of the 5 assumptions`. */
  readonly none: string;
  nameOf(entry: Entry): string;
  spanOf(entry: Entry): Span;
}

/** A finding on each entry that lacks something or, where all of more than two do, one on their section; `{subject}` begins its sentence. */
export function* eachOrAll<Entry>({ entries, lacks, heading, noun, one, none, nameOf, spanOf }: Lack<Entry>): Iterable<Defect> {
  const concerned = entries.filter(lacks);
  if (concerned.length > 2 && concerned.length === entries.length) yield { span: heading, values: { subject: `None of the ${entries.length} ${noun} ${none}` } };
  else for (const entry of concerned) yield { span: spanOf(entry), values: { subject: `${nameOf(entry)} ${one}` } };
}
