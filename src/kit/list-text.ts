/** Words as a sentence lists them: `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[], last = "and"): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

/** A noun of the vocabulary with its indefinite article: `an indicator`, `a source`. Goes by the letter, so not for `hour` or `unit`. */
export const withArticle = (noun: string): string => `${/^[aeiou]/iu.test(noun) ? "an" : "a"} ${noun}`;
