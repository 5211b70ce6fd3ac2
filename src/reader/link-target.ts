/** Deeper parentheses in an address are not followed, so that unclosed ones cost no more than this. */
const deepestParentheses = 32;

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/**
 * Where the part `(address "title")` of an inline link ends (behind its closing parenthesis), given the offset of its
 * opening one; -1 where there is no such part.
 */
export function linkTargetEnd(text: string, open: number): number {
  const address = skipBlanks(text, open + 1);
  const behind = text.charCodeAt(address) === 60 ? pointedAddressEnd(text, address) : plainAddressEnd(text, address);
  if (behind < 0) return -1;
  const title = skipBlanks(text, behind);
  if (title > behind && title < text.length && text.charCodeAt(title) !== 41) {
    const titleEnd = linkTitleEnd(text, title);
    if (titleEnd < 0) return -1;
    return closes(text, skipBlanks(text, titleEnd));
  }
  return closes(text, title);
}

const closes = (text: string, at: number): number => (at < text.length && text.charCodeAt(at) === 41 ? at + 1 : -1);

export function skipBlanks(text: string, at: number): number {
  let to = at;
  while (to < text.length && isBlank(text.charCodeAt(to))) to++;
  return to;
}

/** The end of `<address>`, -1 where it does not close on its line. */
export function pointedAddressEnd(text: string, at: number): number {
  for (let to = at + 1; to < text.length; to++) {
    const code = text.charCodeAt(to);
    if (code === 62) return to + 1;
    if (code === 60 || code === 10 || code === 13) return -1;
    if (code === 92) to++;
  }
  return -1;
}

/** The end of an address without brackets: at white space or at a parenthesis that closes none of its own. */
export function plainAddressEnd(text: string, at: number): number {
  let depth = 0;
  for (let to = at; to < text.length; to++) {
    const code = text.charCodeAt(to);
    if (code <= 32 || code === 127) return depth === 0 ? to : -1;
    if (code === 92) to++;
    else if (code === 40 && ++depth > deepestParentheses) return -1;
    else if (code === 41 && --depth < 0) return to;
  }
  return depth === 0 ? text.length : -1;
}

/** The end of a title in quotes or parentheses, -1 where it does not close. */
export function linkTitleEnd(text: string, at: number): number {
  const open = text.charAt(at);
  const close = open === "(" ? ")" : open;
  if (open !== '"' && open !== "'" && open !== "(") return -1;
  for (let to = at + 1; to < text.length; to++) {
    const mark = text.charAt(to);
    if (mark === close) return to + 1;
    if (mark === "(" && open === "(") return -1;
    if (mark === "\\") to++;
  }
  return -1;
}
