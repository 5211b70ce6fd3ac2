const asciiOf = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if ("‐‑‒–—―−﹣".includes(character)) return "-";
  if ("‘’ʼ".includes(character)) return "'";
  if ("“”".includes(character)) return '"';
  if ("﹪٪".includes(character)) return "%";
  if ("≈∼".includes(character)) return "~";
  return " ";
};

/**
 * The text with every space of any width as a plain space, every dash as `-`, curly quotes straight, full-width
 * characters in their ASCII form. One code unit stays one code unit: an index in the result is an index in the text.
 */
export const foldCharacters = (text: string): string =>
  text.replace(/[\u00a0\u1680\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff‐-―−﹣‘’ʼ“”﹪٪≈∼\uff01-\uff5e]/gu, asciiOf);

/** The text in lower case, one code unit for one. Patterns on it need no `i`, with which they take twice as long to compile. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/[A-Z]/gu, (letter) => letter.toLowerCase());
}
