/** `[see @sec2026, p. 3; @gazette2026]{B2}`: the sources a text cites at one place, with the grade written behind. */
export interface InlineCitation {
  readonly kind: "citation";
  readonly works: readonly CitedWork[];
  readonly grade?: string;
}

export interface CitedWork {
  readonly key: string;
  /** Words before the key: `see`. */
  readonly prefix: string;
  /** Where in the source: `p. 3`. */
  readonly locator: string;
}

const work = /^\s*(.*?)-?@\{?([\p{Letter}\p{Number}_](?:[\p{Letter}\p{Number}_:.#$%&+?~/-]*[\p{Letter}\p{Number}_/])?)\}?\s*,?\s*(.*)$/su;

/** Reads a citation in Pandoc's notation with an optional grade; undefined where a part of it names no key. */
export function readCitation(written: string): InlineCitation | undefined {
  const parts = /^\[([^[\]]*)\](?:\{\s*([^{}]*?)\s*\})?$/su.exec(written);
  if (!parts) return undefined;
  const works = (parts[1] ?? "").split(";").map((text) => work.exec(text));
  const cited = works.flatMap((match) => (match ? [{ key: match[2] ?? "", prefix: (match[1] ?? "").trim(), locator: (match[3] ?? "").trim() }] : []));
  if (cited.length === 0 || cited.length < works.length) return undefined;
  return { kind: "citation", works: cited, ...(parts[2] && { grade: parts[2] }) };
}
