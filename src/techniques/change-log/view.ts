import type { Results } from "#core/technique";
import type { Block, TableCell, TableRow } from "#model/block";
import type { Declaration } from "#model/names";
import type { Prose } from "#model/outline";
import type { Change, ChangeLog } from "./schema.ts";

/** The log as a table, with what each judgement says today. */
export function view({ changes, remarks }: ChangeLog, { names }: Results): readonly Block[] {
  const prose = remarks.map(({ source }) => ({ kind: "prose" as const, text: source }));
  if (changes.length === 0) return prose;
  const now = (change: Change): string => change.subjects.map(({ id }) => saidBy(names.find(id))).find((value) => value !== undefined) ?? "";
  return [
    ...prose,
    { kind: "table", caption: "Change log", head: ["Date", "Judgement", "From", "To", "Why", "Who", "Says now"], rows: changes.map((change) => rowOf(change, now(change))) },
  ];
}

const saidBy = (entry: Declaration | undefined): string | undefined => entry?.facts?.["likelihood"] ?? entry?.facts?.["probability"];

const rowOf = ({ id, date, day, subject, from, to, why, who }: Change, now: string): TableRow => ({
  id,
  cells: [day ? shown(day) : (date ?? ""), shown(subject), shown(from), shown(to), why ? why.source : missingReason, shown(who), now],
});

const missingReason: TableCell = { badge: "no reason", tone: "alarm" };

const shown = (prose: Prose | undefined): string => prose?.source ?? "";
