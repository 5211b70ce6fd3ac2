const autolink = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\u0000-\u001f]*|[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>/uy;
const tagStart = /<\/?[A-Za-z][A-Za-z0-9-]*/uy;
const tagAttribute = /\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?/uy;
const tagEnd = /\s*\/?>/uy;

/** The end of what a sticky pattern matches at an offset, -1 where it does not match. */
function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The end of `<https://example.org>` or `<name@example.org>`, -1 where there is none. */
export const autolinkEnd = (text: string, at: number): number => matchEnd(autolink, text, at);

/** The end of an opening or closing tag, -1 where there is none. */
export function tagEndAt(text: string, at: number): number {
  let behind = matchEnd(tagStart, text, at);
  if (behind < 0 || text.charAt(at + 1) === "/") return behind < 0 ? -1 : matchEnd(tagEnd, text, behind);
  for (let next = behind; next >= 0; next = matchEnd(tagAttribute, text, behind)) behind = next;
  return matchEnd(tagEnd, text, behind);
}

/** How the other constructs of inline HTML open and close. */
const enclosed = [
  { open: "<!--", close: "-->" },
  { open: "<?", close: "?>" },
  { open: "<![CDATA[", close: "]]>" },
] as const;

/** `<!DOCTYPE html>` and its like. */
const declarationAt = (text: string, at: number) => (/^<![A-Za-z]/u.test(text.slice(at, at + 3)) ? { open: "<!", close: ">" } : undefined);

/**
 * The end of a comment, a processing instruction or a character data section, -1 where there is none. `unclosed`
 * remembers what was sought in vain, so that it is sought only once in a text.
 */
export function enclosedEnd(text: string, at: number, unclosed: Set<string>): number {
  const found = enclosed.find(({ open }) => text.startsWith(open, at)) ?? declarationAt(text, at);
  if (!found || unclosed.has(found.open)) return -1;
  if (found.open === "<!--" && /^<!---?>/u.test(text.slice(at, at + 6))) return text.indexOf(">", at) + 1;
  const close = text.indexOf(found.close, at + found.open.length);
  if (close >= 0) return close + found.close.length;
  unclosed.add(found.open);
  return -1;
}
