import { membersFact } from "#core/coalition";
import { saying } from "#core/read-cell";
import { citedSources, distinct, identify } from "#core/read-ids";
import { headingSpan, itemsIn, labelled, paragraphsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import type { Declaration } from "#model/names";
import type { Item, Prose } from "#model/outline";
import { plain } from "#model/prose";
import type { Coalition, Coalitions } from "./schema.ts";

/** The columns of a table of coalitions, with the names they go by. */
export const columns = {
  id: ["ID", "No."],
  coalition: ["Coalition", "Bloc", "Group", "Camp", "Name", "Negotiating group"],
  members: ["Members", "Actors", "States", "Countries", "Membership", "Delegations", "Who"],
  aim: ["Aim", "Wants", "Position", "Goal", "Demand", "Stands for"],
  lead: ["Lead", "Led by", "Spokesperson", "Coordinator", "Leader", "Chair"],
  source: ["Source", "Sources", "Citation", "Evidence", "Basis"],
} as const;
type Column = keyof typeof columns;

/** Coalitions with their members: rows of a table, or list items `Treaty friends: Norway, Chile`. Prose is none. */
export function read({ sections: { coalitions: sections } }: Found<"coalitions">): Reading<Coalitions> {
  const rows = tablesIn(sections).filter((table) => hasColumn(table, columns.members)).flatMap((table) => entriesOf<Column>(table, columns)).flatMap(rowOf);
  const coalitions = [...distinct([...rows, ...itemsIn(sections).flatMap(itemOf)])];
  const remarks = paragraphsIn(sections);
  const part: Coalitions = { coalitions, remarks: [...remarks], heading: headingSpan(sections) };
  return { part, declares: coalitions.map(declarationOf), refers: [...coalitions.flatMap(({ sources }) => sources), ...remarks.flatMap((text) => citedSources(text))] };
}

function rowOf({ cells, row }: Entry<Column>): readonly Coalition[] {
  const name = cells.coalition ?? cells.id;
  if (!name) return [];
  const { id, text, written } = identify("coalition", name, cells.id, row.attributes);
  const [members, aim, lead] = [saying(cells.members), saying(cells.aim), saying(cells.lead)];
  const sources = Object.values(cells).flatMap((cell) => citedSources(cell, id));
  return [{ id, written, title: plain(text), span: name.span, members: members ? [members] : [], sources, ...(aim && { aim }), ...(lead && { lead }) }];
}

function itemOf(item: Item): readonly Coalition[] {
  const found = labelled(item.prose);
  const nested = item.passages.flatMap((passage) => (passage.kind === "list" ? passage.items.map(({ prose }) => prose) : []));
  const title = found?.label ?? (nested.length > 0 ? plain(item.prose) : undefined);
  if (title === undefined) return [];
  const lists: readonly Prose[] = [...(found ? [found.text] : []), ...nested];
  const { id, written } = identify("coalition", { ...item.prose, masked: title, source: title, citations: [] });
  return [{ id, written, title, span: item.prose.span, members: [...lists], sources: [item.prose, ...nested].flatMap((line) => citedSources(line, id)) }];
}

const declarationOf = ({ id, title, span, members }: Coalition): Declaration => ({ id, kind: "coalition", title, span, facts: { [membersFact]: members.map(plain).join("; ") } });
