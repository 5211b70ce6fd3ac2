import { saying } from "#core/read-cell";
import { distinct, identify, idsBehind, idsInCell, mentionedIds, type Identified } from "#core/read-ids";
import { itemEntry } from "#core/read-items";
import { itemsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import { readStateCells } from "#core/read-vector";
import type { Span } from "#kit/span";
import type { Reference } from "#model/names";
import type { FrontMatter, Prose, Section } from "#model/outline";
import { isBlank, plain } from "#model/prose";
import { readHorizon } from "#model/read-horizon";
import { isLog } from "./read-observations.ts";
import { readPace } from "./read-words.ts";
import type { Indicator } from "./schema.ts";

/** The columns of a table of indicators, with the names they go by. */
export const columns = {
  id: ["ID", "No", "#", "Key", "Ref"],
  indicator: ["Indicator", "Indicators", "Indicator to watch", "Indicators to watch", "Signpost", "Signposts", "Warning indicator", "What to watch", "Watch for", "Signal", "Trigger event"],
  state: ["Current state", "State", "Status", "Current status", "Current value", "Current level", "Baseline", "Now", "Currently", "Current", "Current reading"],
  threshold: ["Warning threshold", "Threshold", "Trigger", "Tripwire", "Trigger point", "Warning level", "Crossed when", "Warning", "Critical level"],
  horizon: ["Time horizon", "Horizon", "By", "By when", "Deadline", "Timeframe", "Time frame", "Timeline", "Window", "When", "Until", "Timing"],
  pace: ["Accrues", "Accrual", "Pace"],
  tests: ["Tests", "Bears on", "Assumption", "Assumptions", "Assumption tested", "Related to"],
} as const;
type Column = keyof typeof columns;

/** One indicator for each row of the tables that name them, and for each list item with lines such as `Threshold: ...` under it. */
export function readIndicators(sections: readonly Section[], document: FrontMatter): readonly Indicator[] {
  const rows = tablesIn(sections)
    .filter((table) => hasColumn(table, columns.indicator) && !isLog(table))
    .flatMap((table) => entriesOf<Column>(table, columns))
    .flatMap((entry) => fromRow(entry, document));
  const items = itemsIn(sections)
    .filter(({ prose }) => !isBlank(prose))
    .map((item) => read({ ...identify("indicator", item.prose), span: item.prose.span, ...itemEntry<Column>(item, columns) }, document));
  return distinct([...rows, ...items]);
}

function fromRow(entry: Entry<Column>, document: FrontMatter): readonly Indicator[] {
  const { indicator, id } = entry.cells;
  return indicator ? [read({ ...identify("indicator", indicator, id, entry.row.attributes), span: entry.row.span, ...entry }, document)] : [];
}

interface Found extends Identified, Pick<Entry<Column>, "cells" | "other"> {
  readonly span: Span;
}

function read({ id, text, written, span, cells, other }: Found, { yardstick, asOf }: FrontMatter): Indicator {
  const [state, threshold, horizonCell] = [standing(cells.state), saying(cells.threshold), saying(cells.horizon)];
  const horizon = horizonCell && readHorizon(plain(horizonCell), asOf);
  const pace = cells.pace ? readPace(plain(cells.pace)) : "linear";
  return {
    id,
    written,
    span,
    title: text,
    ...(state && { state }),
    ...(threshold && { threshold }),
    ...(horizonCell && { horizonCell }),
    ...(horizon && { horizon }),
    ...(cells.pace && { paceCell: cells.pace }),
    ...(pace && { pace }),
    vector: [...readStateCells(other, yardstick)],
    tests: testedBy(id, [text, threshold, cells.tests]),
  };
}

/** Where an indicator stands; `none` says that nothing of it was seen yet, which is an answer. */
const standing = (cell: Prose | undefined): Prose | undefined => (cell && /^(?:none|nil)(?: (?:so far|yet|to date))?\.?$/iu.test(plain(cell).trim()) ? cell : saying(cell));

/** The ids in the column `Tests`, and behind `tests` in the text. */
function testedBy(id: string, [text, threshold, cell]: readonly [Prose, Prose | undefined, Prose | undefined]): readonly Reference[] {
  const proses = threshold ? [text, threshold] : [text];
  const told = proses.flatMap((prose) => [...idsBehind(prose, ["tests", "test of", "bears on"], [], id), ...mentionedIds(prose, id)]);
  return cell ? [...idsInCell(cell, [], id), ...told] : told;
}
