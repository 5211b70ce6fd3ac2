import type { Kind } from "#model/names";
import { htmlToMarkdown } from "#reader/import/html";
import { importReport, type ImportedReport } from "#reader/import/import-report";
import { assess } from "#workbench/assess";
import { vocabulary } from "#workbench/vocabulary";

/** The account of an import: the shape of `import --json`. */
export interface ImportAccount {
  readonly sections: readonly { readonly line: number; readonly heading: string; readonly technique: string; readonly role: string; readonly marked: boolean }[];
  /** How many entries of each kind the assessment holds: `{judgement: 6, scenario: 3}`. */
  readonly entries: Readonly<Partial<Record<Kind, number>>>;
  readonly damage: ImportedReport["damage"];
  readonly contradictions: ImportedReport["contradictions"];
}

/** An old report as assessment Markdown with its account. HTML is told from Markdown by its marks. */
export function importDocument(text: string): { readonly markdown: string; readonly account: ImportAccount } {
  const report = importReport(isHtml(text) ? htmlToMarkdown(text) : text, vocabulary);
  return { markdown: report.markdown, account: accountOf(report) };
}

/** The beginning of a page, or more tags of passages than lines. */
const isHtml = (text: string): boolean =>
  /^\s*(?:<!doctype html|<html|<head|<body)/iu.test(text) || (/^\s*<(?:article|main|div|section|h[1-6]|p)\b/iu.test(text) && /<\/(?:article|main|div|section|h[1-6]|p)>/iu.test(text));

const narrative = { technique: "narrative", role: "rest" };

function accountOf({ markdown, sections, damage, contradictions }: ImportedReport): ImportAccount {
  const { names } = assess(markdown);
  const kinds: readonly Kind[] = ["judgement", "actor", "forum", "vote", "step", "hypothesis", "test", "assumption", "counterargument", "indicator", "observation", "scenario", "limitation", "source", "change"];
  const counted = kinds.map((kind) => [kind, names.all(kind).length] as const).filter(([, count]) => count > 0);
  return {
    sections: sections.map(({ line, text, marked, role }) => ({ line, heading: text, technique: role?.technique ?? narrative.technique, role: role?.role ?? narrative.role, marked })),
    entries: Object.fromEntries(counted),
    damage,
    contradictions,
  };
}
