/**
 * All matches of a global pattern in order: `text.matchAll(pattern)` without the copy of the pattern that it makes for
 * each text. In a sentence without a match the copy takes five times as long as the search (0.9 against 0.2 microseconds
 * on Node 24), and the rules on words search each sentence dozens of times.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === "") pattern.lastIndex += (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return matches;
}
