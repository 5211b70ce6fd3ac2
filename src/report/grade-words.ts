/** The Admiralty scale in words (AJP-2.1), for readers who do not know the letters. */
const reliabilityWords: Readonly<Record<string, string>> = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "reliability cannot be judged",
};

const credibilityWords: Readonly<Record<string, string>> = {
  "1": "confirmed by other sources",
  "2": "probably true",
  "3": "possibly true",
  "4": "doubtful",
  "5": "improbable",
  "6": "truth cannot be judged",
};

/** What a grade such as `B2`, `B` or `2` means; undefined where the text is no grade. */
export function gradeInWords(grade: string): string | undefined {
  const parts = /^([A-F])?([1-6])?$/u.exec(grade.trim());
  const words = [reliabilityWords[parts?.[1] ?? ""], credibilityWords[parts?.[2] ?? ""]].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(", ");
}
