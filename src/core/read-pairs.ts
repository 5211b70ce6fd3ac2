/** Names with their numbers, and the parts that give none. */
export interface ReadPairs {
  readonly pairs: readonly (readonly [words: string, value: number])[];
  readonly unread: readonly string[];
}

/** Reads `F1 60; F2 = 40 and Trinidad and Tobago 90`: an `and` parts only what ends in a number from what follows. */
export function readPairs(text = ""): ReadPairs {
  const pairs: (readonly [string, number])[] = [];
  const unread: string[] = [];
  for (const part of text.split(/[;,]/u)) {
    let open = "";
    for (const piece of part.replace(/\s+/gu, " ").trim().split(" and ")) {
      open = open === "" ? piece : `${open} and ${piece}`;
      const [, words, value] = pair.exec(open) ?? [];
      if (words === undefined || value === undefined) continue;
      pairs.push([words.replace(/^and /u, ""), Number(value)]);
      open = "";
    }
    if (open !== "") unread.push(open);
  }
  return { pairs, unread };
}

const pair = /^(.{1,80}?)(?:\s?[=:]\s?|\s(?:at\s)?)(-?\d{1,9}(?:\.\d{1,9})?)$/u;

/** The pairs alone. */
export const pairsIn = (text = ""): ReadPairs["pairs"] => readPairs(text).pairs;
