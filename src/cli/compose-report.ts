import { createHash } from "node:crypto";
import { loadText } from "#cli/load";
import { renderMarkdownPage } from "#report/markdown";
import { renderPage } from "#report/page";
import { composePage } from "#workbench/page";

interface Publication {
  readonly text: string;
  readonly today: string;
  readonly format: "html" | "markdown";
}

/** The report of a text as one page of HTML, or as Markdown. */
export function composePublication(path: string, { text, today, format }: Publication): string {
  const assessment = loadText(path, text, { today });
  const files = [...assessment.attachments.values()].flatMap(({ name, text: held }) => (held === undefined ? [] : [{ name, hash: hashOf(held) }]));
  const page = composePage(assessment, { document: hashOf(text), files });
  return format === "html" ? renderPage(page) : renderMarkdownPage(page);
}

const hashOf = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;
