import type { Results } from "#core/technique";
import type { Block, TableCell, TableRow } from "#model/block";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import { chronological, subjectOf } from "./read-order.ts";
import type { Change, ChangeLog } from "./schema.ts";

/** The changes on a line of time, and the log as a table with what each judgement says today. */
export function view({ changes, remarks }: ChangeLog, { names }: Results): readonly Block[] {
  const prose = remarks.map(({ source }) => ({ kind: "prose" as const, text: source }));
  if (changes.length === 0) return prose;
  const events = chronological(changes).map((change) => ({ date: change.date, text: eventText(change), tone: change.why ? ("note" as const) : ("alarm" as const) }));
  const now = (change: Change): string => change.subjects.map(({ id }) => names.find(id)?.facts?.["likelihood"]).find((value) => value !== undefined) ?? "";
  return [
    ...prose,
    ...(events.length > 0 ? [{ kind: "timeline" as const, caption: "When the judgements changed", events }] : []),
    { kind: "table", caption: "Change log", head: ["Date", "Judgement", "From", "To", "Why", "Who", "Says now"], rows: changes.map((change) => rowOf(change, now(change))) },
  ];
}

function eventText(change: Change): string {
  const moved = change.from && change.to ? `: ${plain(change.from)} → ${plain(change.to)}` : change.to ? `: ${plain(change.to)}` : "";
  return `**${subjectOf(change)}**${moved}${change.why ? `, ${change.why.source}` : ""}`;
}

const rowOf = ({ id, date, day, subject, from, to, why, who }: Change, now: string): TableRow => ({
  id,
  cells: [date ?? shown(day), shown(subject), shown(from), shown(to), why ? why.source : missingReason, shown(who), now],
});

const missingReason: TableCell = { badge: "no reason", tone: "alarm" };

const shown = (prose: Prose | undefined): string => prose?.source ?? "";
