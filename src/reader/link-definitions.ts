import { linkTitleEnd, plainAddressEnd, pointedAddressEnd, skipBlanks } from "#reader/link-target";

const label = /\[(?!\^)(?=[^\]]*[^\s\]])(?:\\[^]|[^[\]\\]){1,999}\]:/uy;

/**
 * Where the link reference definitions at the start of a paragraph (`[label]: address "title"`) end; 0 where there are
 * none. A reader of the page does not see them.
 */
export function definitionsEnd(text: string): number {
  let end = 0;
  for (let next = definitionEnd(text, 0); next > end; next = definitionEnd(text, end)) end = next;
  return end;
}

/** The end of the definition that begins at an offset, its line break included; the offset itself where there is none. */
function definitionEnd(text: string, at: number): number {
  label.lastIndex = skipBlanks(text, at);
  if (!label.test(text)) return at;
  const address = skipBlanks(text, label.lastIndex);
  const behind = text.charCodeAt(address) === 60 ? pointedAddressEnd(text, address) : plainAddressEnd(text, address);
  if (behind <= address && text.charCodeAt(address) !== 60) return at;
  if (behind < 0) return at;
  const title = skipBlanks(text, behind);
  const titleEnd = title > behind ? linkTitleEnd(text, title) : -1;
  const end = titleEnd < 0 ? -1 : lineEnd(text, titleEnd);
  return end < 0 ? Math.max(lineEnd(text, behind), at) : end;
}

/** The end of a line of which only blanks are left, -1 where words are. */
function lineEnd(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
  if (end === text.length) return end;
  if (text.startsWith("\r\n", end)) return end + 2;
  return text.charCodeAt(end) === 10 || text.charCodeAt(end) === 13 ? end + 1 : -1;
}
