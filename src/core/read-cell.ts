import { type CalendarDate, parseCalendarDate } from "#kit/date";
import { foldCharacters } from "#kit/fold-characters";
import type { Span } from "#kit/span";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import { readHorizon } from "#model/read-horizon";

/** A date as written, and the first and last day that the words mean; without `day` they mean none of the calendar. */
export interface WrittenDate {
  readonly written: string;
  readonly span: Span;
  readonly from?: CalendarDate;
  readonly day?: CalendarDate;
}

/** What a table shows of a date: the day where it is one, else what was written (`October 2026`), which means no single day. */
export const shownDate = ({ written, from, day }: WrittenDate): string => (day !== undefined && from === day ? day : written);

/** Reads a date cell: `2026-10-30`, `30 October 2026`, `October 2026`. */
export function readDate(cell: Prose, asOf?: CalendarDate): WrittenDate {
  const written = plain(cell);
  const exact = parseCalendarDate(written);
  const { from, to } = exact === undefined ? (readHorizon(written, asOf) ?? {}) : { from: exact, to: exact };
  return { written, span: cell.span, ...(to !== undefined && { ...(from !== undefined && { from }), day: to }) };
}

const nothing = /^(?:[-.?]{0,3}|n\/?a\.?|none|nil|unknown|not known|not given|not stated|no date|undated|n\.? ?d\.?|tbd|tbc)$/iu;
/** What says nothing says it in few characters. */
const longestNothing = 12;

/** True for what people write into a cell that they leave empty: `-`, `n/a`, `none`, `unknown`, `n.d.`. */
export function saysNothing(text: string): boolean {
  const words = text.trim();
  return words.length <= longestNothing && nothing.test(foldCharacters(words));
}

/** The cell, unless it is missing or says nothing. */
export const saying = (cell: Prose | undefined): Prose | undefined => (cell && !(saysNothing(cell.masked) && cell.citations.length === 0) ? cell : undefined);
