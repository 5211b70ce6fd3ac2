import { groupBy } from "#kit/group";
import type { FolderEntry } from "./folder-entry.ts";

/**
 * The entries as the list shows them: editions of one question together, the latest first, the older ones marked; files
 * that hold no assessment last.
 */
export function inEditions(entries: readonly FolderEntry[]): readonly FolderEntry[] {
  const assessments = entries.filter(({ note }) => note === undefined);
  const groups = groupBy(assessments, ({ path, question }) => (question === undefined ? `file ${path}` : `question ${questionKey(question)}`));
  return [...[...groups.values()].flatMap(editions), ...entries.filter(({ note }) => note !== undefined)];
}

/** Two assessments that speak on the same day are rivals: neither is the edition of the other. */
function editions(group: readonly FolderEntry[]): readonly FolderEntry[] {
  const ordered = group.toSorted((a, b) => compare(b.asOf ?? "", a.asOf ?? ""));
  const latest = ordered[0]?.asOf ?? "";
  return ordered.map((entry) => (entry.asOf !== undefined && entry.asOf < latest ? { ...entry, superseded: true, overdue: false, due: 0 } : entry));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const questionKey = (question: string): string => question.toLowerCase().replace(/\s+/gu, " ").trim();
