/** A citation with the offsets between which it is written. */
export interface WrittenCitation {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly locator: string;
  readonly grade?: { readonly text: string; readonly from: number; readonly to: number };
}

/** A key such as `@sec2026` that stands in the text, brackets or not. */
export interface MentionedKey {
  readonly from: number;
  readonly to: number;
  readonly key: string;
}

/** Pandoc's keys: single punctuation marks only inside; anything without white space between braces. */
const keyPattern = /@(?:\{([^{}\s]{1,400})\}|([\p{Letter}\p{Number}_]{1,400}(?:[:.#$%&\-+?<>~/][\p{Letter}\p{Number}_]{1,400}){0,40}))/uy;
const wordBefore = /[\p{Letter}\p{Number}]$/u;

/** The key at an `@` that does not stand inside a word. */
export function keyAt(text: string, at: number): MentionedKey | undefined {
  if (at > 0 && wordBefore.test(text.charAt(at - 1))) return undefined;
  keyPattern.lastIndex = at;
  const match = keyPattern.exec(text);
  const key = match?.[1] ?? match?.[2];
  return match && key !== undefined ? { from: at, to: at + match[0].length, key } : undefined;
}

/**
 * The citations of a bracket pair that holds keys. One key: the citation is the whole pair. Several: each is its own
 * part. What stands between a key and the next semicolon or key is the locator.
 */
export function citationsBetween(text: string, open: number, close: number, keys: readonly MentionedKey[]): readonly WrittenCitation[] {
  return keys.map(({ from, to, key }, number) => {
    const next = keys[number + 1];
    const end = next ? partEnd(text, to, next.from) : close;
    const locator = text.slice(to, end).replace(/^[\s,;.:]+|[\s,;]+$/gu, "");
    const span = keys.length === 1 ? { from: open, to: close + 1 } : { from, to: to + text.slice(to, end).trimEnd().length };
    return { ...span, key, locator };
  });
}

/** Where the part of one key ends: at the last semicolon before the next key, else at that key. */
function partEnd(text: string, from: number, nextKey: number): number {
  const semicolon = text.slice(from, nextKey).lastIndexOf(";");
  return semicolon >= 0 ? from + semicolon : nextKey;
}

const labels = /^\s*\p{Uppercase_Letter}{1,3}\d{1,4}(?:\s*[,;]\s*\p{Uppercase_Letter}{1,3}\d{1,4})*\s*$/u;

/** The citations of a bare `[S1]` or `[S1, S4]`, as older reports write them. */
export function labelsBetween(text: string, open: number, close: number): readonly WrittenCitation[] {
  if (close - open > 80) return [];
  const inside = text.slice(open + 1, close);
  if (!labels.test(inside)) return [];
  const found = Array.from(inside.matchAll(/[^\s,;]+/gu), (match) => ({ key: match[0], from: open + 1 + match.index }));
  return found.map(({ key, from }) => ({ key, locator: "", ...(found.length === 1 ? { from: open, to: close + 1 } : { from, to: from + key.length }) }));
}

/** A grade: a few characters in braces directly behind a citation; whether it is a valid one is for others to judge. */
export function gradeAt(text: string, at: number): WrittenCitation["grade"] {
  const match = /^\{([^{}\n\r]{0,24})\}/u.exec(text.slice(at, at + 30));
  return match ? { text: (match[1] ?? "").trim(), from: at, to: at + match[0].length } : undefined;
}
