/** A line of the report on its way into an assessment; `number` is the line of the input that it came from. */
export interface DraftLine {
  readonly text: string;
  readonly number: number;
  /** Front matter, code and comments, which no pass touches. */
  readonly verbatim: boolean;
}

/** How a text was written: with Markdown's marks, one paragraph a line, or with lines broken at a width. */
export type Layout = "marked" | "paragraph-per-line" | "wrapped";

export const isBlankLine = ({ text }: DraftLine): boolean => text.trim() === "";
export const isMarkedHeading = ({ text, verbatim }: DraftLine): boolean => !verbatim && /^ {0,3}#{1,6}(?:\s|$)/u.test(text);
export const isTableRow = ({ text, verbatim }: DraftLine): boolean => !verbatim && /^\s*\|.*\|\s*$/u.test(text);

/** A list item's parts, or undefined where the line is none. */
export interface ListLine {
  readonly indent: string;
  readonly mark: string;
  readonly body: string;
}

const isRule = (text: string): boolean => /^\s*(?:(?:\*\s*){3,}|(?:-\s*){3,})$/u.test(text);

export function listLine({ text, verbatim }: DraftLine): ListLine | undefined {
  const match = verbatim || isRule(text) ? undefined : /^(\s*)([-*+•▪◦–—]|\d{1,3}[.)])(?:\s+(.*))?$/u.exec(text);
  return match ? { indent: match[1] ?? "", mark: match[2] ?? "", body: (match[3] ?? "").trim() } : undefined;
}

/** Splits a text into lines and tells which stand in front matter, code fences or comments. */
export function draftLines(text: string): readonly DraftLine[] {
  const lines = text.split(/\r\n|\n|\r/u);
  let region: "none" | "front" | "fence" | "comment" = lines[0]?.trim() === "---" && lines.indexOf("---", 1) > 0 ? "front" : "none";
  let fence = "";
  return lines.map((line, at) => {
    const before = region;
    if (region === "front") region = at > 0 && line.trim() === "---" ? "none" : "front";
    else if (region === "fence") region = line.trim().startsWith(fence) ? "none" : "fence";
    else if (region === "comment") region = line.includes("-->") ? "none" : "comment";
    else {
      fence = /^\s*(`{3,}|~{3,})/u.exec(line)?.[1] ?? "";
      if (fence !== "") region = "fence";
      else if (/^\s*<!--/u.test(line) && !line.includes("-->")) region = "comment";
    }
    return { text: line, number: at + 1, verbatim: before !== "none" || region !== "none" || /^\s*<!--.*-->\s*$/u.test(line) };
  });
}

/** The layout, told from headings with marks, and from how many lines of words end where a sentence ends. */
export function layoutOf(lines: readonly DraftLine[]): Layout {
  if (lines.some(isMarkedHeading)) return "marked";
  const passages = lines.filter((line) => !isBlankLine(line) && !isTableRow(line) && !line.verbatim && !listLine(line));
  const words = passages.map(({ text }) => text.replace(/<!--.*?-->/gu, "").trim()).filter((text) => text.split(/\s+/u).length > 5);
  const whole = words.filter((text) => /[.!?:;)\]"”’»]$/u.test(text)).length;
  return whole * 3 >= words.length * 2 ? "paragraph-per-line" : "wrapped";
}

/** The lines as one text again, with the line ends of the original. */
export const joined = (lines: readonly DraftLine[], lineEnd: string): string => lines.map(({ text }) => text).join(lineEnd);
