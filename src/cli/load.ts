import { filesBeside } from "#cli/attachments";
import { readTextFile } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import { assess, type Assessment, type AssessOptions } from "#workbench/assess";
import { attachmentsOf, openDocument } from "#workbench/attachments";
import { knownSections } from "#workbench/vocabulary";

/** The day by the machine's clock, where the person works. */
export function clockDate(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Reads and assesses a file; one in which no section of an assessment can be recognised ends in one sentence. */
export const loadAssessment = (path: string, options: AssessOptions): Assessment => loadText(path, readTextFile(path), options);

/** The same for a text that was read already; `path` is what the sentence names. */
export function loadText(path: string, text: string, options: AssessOptions): Assessment {
  const opened = openDocument(text);
  const assessment = assess(text, { ...options, ...filesBeside(path, attachmentsOf(opened)), previous: opened });
  if (!isRecognised(assessment)) {
    const some = knownSections().slice(0, 4).join(", ");
    throw new UsageProblem(`${path} has no section that is known here (${some}, ...). For an old report run \`rapporteur import\`; headings must be in English.`);
  }
  return assessment;
}

/** True where the document says that it is an assessment, or something more than prose was recognised in it. */
export const isRecognised = ({ parts, outline }: Assessment): boolean =>
  outline.frontMatter.question !== undefined || parts.some(({ readsTheRest, declares }) => !readsTheRest || declares.length > 0);
