/** `F1 60; F2 = 40` as pairs; parts without a number are left out. */
export const pairsIn = (text = ""): readonly (readonly [words: string, value: number])[] =>
  text.split(/[;,]|\band\b/u).flatMap((part) => {
    const [, words, value] = /^\s*(.{1,80}?)(?:\s*[=:]\s*|\s+(?:at\s+)?)(-?\d{1,9}(?:\.\d{1,9})?)\s*$/u.exec(part) ?? [];
    return words !== undefined && value !== undefined ? [[words, Number(value)] as const] : [];
  });
