import { headingKey, type SectionRole } from "#model/heading";
import { isMarkedHeading, type DraftLine } from "./draft.ts";
import { headingTitle, type FoundHeading, type HeadingWords } from "./headings.ts";

/** The lines under one heading, the heading included, and the role they play; subsections share the role of what they stand in. */
export interface SectionRun {
  readonly lines: readonly DraftLine[];
  readonly role: SectionRole | undefined;
}

/** Cuts a draft at its headings. */
export function sectionRuns(lines: readonly DraftLine[], words: HeadingWords): readonly SectionRun[] {
  const runs: { lines: DraftLine[]; role: SectionRole | undefined }[] = [{ lines: [], role: undefined }];
  const open: { readonly level: number; readonly role: SectionRole | undefined }[] = [];
  for (const line of lines) {
    if (isMarkedHeading(line)) {
      const level = /#+/u.exec(line.text)?.[0].length ?? 1;
      while ((open.at(-1)?.level ?? 0) >= level) open.pop();
      const role = words.get(headingKey(headingTitle(line.text))) ?? open.at(-1)?.role;
      open.push({ level, role });
      runs.push({ lines: [], role });
    }
    runs.at(-1)?.lines.push(line);
  }
  return runs;
}

/** The headings of a draft with the roles of their sections; one whose mark was lost in the original says so. */
export const headingsIn = (lines: readonly DraftLine[], words: HeadingWords, original: readonly DraftLine[]): readonly FoundHeading[] =>
  sectionRuns(lines, words).flatMap(({ lines: [heading], role }) => {
    if (!heading || !isMarkedHeading(heading)) return [];
    const source = original[heading.number - 1];
    return [{ line: heading.number, text: headingTitle(heading.text), marked: source !== undefined && isMarkedHeading(source), ...(role && { role }) }];
  });
