import { saying } from "#core/read-cell";
import { citedSources, distinct, identify, mentionedIds, type Identified } from "#core/read-ids";
import { itemEntry } from "#core/read-items";
import { headingSpan, itemsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import { readStateCells } from "#core/read-vector";
import type { Found, Reading } from "#core/technique";
import type { Span } from "#kit/span";
import type { Declaration, Reference } from "#model/names";
import { isBlank, plain } from "#model/prose";
import { readLikelihood } from "#model/read-likelihood";
import type { Yardstick } from "#model/yardstick";
import type { Assumption, KeyAssumptions } from "./schema.ts";

/** The columns of a table of assumptions, with the names they go by. */
export const columns = {
  id: ["ID", "No", "#", "Key", "Ref"],
  text: ["Assumption", "Assumptions", "Key assumption", "Key assumptions", "Premise", "Linchpin", "Linchpin assumption", "We assume"],
  support: ["Supporting evidence", "Supporting", "Support", "Supported by", "Evidence", "Evidence for", "Basis", "Rationale", "Why it holds", "Why we believe it", "Justification"],
  falsifier: ["Falsifying evidence", "Falsifying", "Falsifier", "Falsified by", "What would falsify it", "Disconfirming evidence", "Evidence against", "Contrary evidence", "What would undermine it", "Would be wrong if", "Fails if"],
  impact: ["Impact if wrong", "Impact", "If wrong", "Consequence if wrong", "Consequences if wrong", "Implication if wrong", "Implications if wrong", "Impact if false", "Consequence"],
  holds: ["Holds", "How likely it holds", "Likelihood that it holds", "Probability that it holds", "Likelihood", "Probability"],
} as const;
type Column = keyof typeof columns;

/** One assumption for each row of the tables that name them, and for each list item with lines such as `Impact if wrong: ...` under it. */
export function read({ sections, document }: Found<"key-assumptions">): Reading<KeyAssumptions> {
  const found = sections["key-assumptions"];
  const rows = tablesIn(found)
    .filter((table) => hasColumn(table, columns.text))
    .flatMap((table) => entriesOf<Column>(table, columns))
    .flatMap((entry) => fromRow(entry, document.yardstick));
  const items = itemsIn(found)
    .filter(({ prose }) => !isBlank(prose))
    .map((item) => assumptionOf({ ...identify("assumption", item.prose), span: item.prose.span, ...itemEntry<Column>(item, columns) }, document.yardstick));
  const assumptions = [...distinct([...rows, ...items])];
  return { part: { assumptions, heading: headingSpan(found) }, declares: assumptions.map(declarationOf), refers: assumptions.flatMap(refersOf) };
}

function fromRow(entry: Entry<Column>, yardstick: Yardstick): readonly Assumption[] {
  const { text, id } = entry.cells;
  return text ? [assumptionOf({ ...identify("assumption", text, id, entry.row.attributes), span: entry.row.span, ...entry }, yardstick)] : [];
}

interface FoundAssumption extends Identified, Pick<Entry<Column>, "cells" | "other"> {
  readonly span: Span;
}

function assumptionOf({ id, text, written, span, cells, other }: FoundAssumption, yardstick: Yardstick): Assumption {
  const [support, falsifier, impact, holdsCell] = [saying(cells.support), saying(cells.falsifier), saying(cells.impact), saying(cells.holds)];
  const holds = holdsCell && readLikelihood(holdsCell, yardstick);
  return {
    id,
    written,
    span,
    text,
    ...(support && { support }),
    ...(falsifier && { falsifier }),
    ...(impact && { impact }),
    ...(holdsCell && { holdsCell }),
    ...(holds && { holds }),
    ifFails: [...readStateCells(other, yardstick)],
  };
}

const declarationOf = ({ id, text, holdsCell }: Assumption): Declaration => ({
  id,
  kind: "assumption",
  title: plain(text),
  span: text.span,
  facts: holdsCell ? { holds: plain(holdsCell) } : {},
});

const refersOf = ({ id, text, support, falsifier, impact }: Assumption): readonly Reference[] =>
  [text, support, falsifier, impact].flatMap((prose) => (prose ? [...citedSources(prose, id), ...mentionedIds(prose, id)] : []));
