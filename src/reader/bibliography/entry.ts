/** A source as a bibliography beside the document holds it. Dates are ISO, as exact as they are known: `2026`, `2026-05`. */
export interface BibliographyEntry {
  readonly key: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly date?: string;
  readonly address?: string;
  /** Admiralty letter of the source. */
  readonly reliability?: string;
  /** Who saw or said it first. */
  readonly origin?: string;
}

/** An entry without the facts that are empty. */
export function entryOf(key: string, facts: Readonly<Partial<Record<Exclude<keyof BibliographyEntry, "key">, string | undefined>>>): BibliographyEntry {
  const said = Object.entries(facts).flatMap(([name, value]) => (value === undefined || value.trim() === "" ? [] : [[name, value.trim()] as const]));
  return { key, ...Object.fromEntries(said) };
}

/** An ISO date from its numbers, as far as they are given: `2026`, `2026-05`, `2026-05-01`. */
export const isoDate = (parts: readonly number[]): string | undefined =>
  parts.length === 0 ? undefined : parts.slice(0, 3).map((part, at) => String(part).padStart(at === 0 ? 4 : 2, "0")).join("-");
