/** What differs between two texts: from `from` on, up to `beforeTo` in the first and up to `afterTo` in the second. */
export interface ChangedStretch {
  readonly from: number;
  readonly beforeTo: number;
  readonly afterTo: number;
}

/** Compared at once; whole chunks are faster than characters. */
const chunk = 1024;

/** The shortest stretch outside of which two texts are the same. */
export function changedStretch(before: string, after: string): ChangedStretch {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from + chunk <= shorter && before.slice(from, from + chunk) === after.slice(from, from + chunk)) from += chunk;
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++;
  const tail = commonTail(before, after, shorter - from);
  return { from, beforeTo: before.length - tail, afterTo: after.length - tail };
}

/** The length of the longest common end, at most `limit`. */
function commonTail(before: string, after: string, limit: number): number {
  let tail = 0;
  const same = (length: number): boolean =>
    before.slice(before.length - tail - length, before.length - tail) === after.slice(after.length - tail - length, after.length - tail);
  while (tail + chunk <= limit && same(chunk)) tail += chunk;
  while (tail < limit && same(1)) tail++;
  return tail;
}
