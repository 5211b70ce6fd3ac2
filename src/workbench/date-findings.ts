import { findingOf, type RuleDescription } from "#core/rule";
import { calendarDate, type CalendarDate } from "#kit/date";
import type { Span } from "#kit/span";
import type { Finding } from "#model/finding";
import { readHorizon } from "#model/read-horizon";

const counted = "Horizons, due dates and the age of sources are counted from it.";

const impossibleDate: RuleDescription = {
  name: "document/impossible-date",
  severity: "error",
  what: "`{key}: {written}` is not a date of the calendar.",
  why: counted,
  remedy: "Write a day that the calendar has, as YYYY-MM-DD.",
  standard: "ISO 8601",
};
const unreadableDate: RuleDescription = {
  name: "document/unreadable-date",
  severity: "error",
  what: "`{key}: {written}` is not written as YYYY-MM-DD.",
  why: counted,
  remedy: "{remedy}",
  standard: "ISO 8601",
};

/** The rules about the dates of the front matter. */
export const dateRules: readonly RuleDescription[] = [impossibleDate, { ...unreadableDate, remedy: "Write the day as YYYY-MM-DD." }];

/** What is wrong with a date of the front matter that could not be read: how it is written, or that the calendar has no such day. */
export function dateFinding({ key, written, span }: { readonly key: string; readonly written: string; readonly span: Span }): Finding {
  const words = written.replace(/^(["'])(.*)\1$/u, "$2").trim();
  const numbers = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(words);
  const meant = numbers ? calendarDate(Number(numbers[1]), Number(numbers[2]), Number(numbers[3])) : dayIn(words);
  if (numbers && meant === undefined) return findingOf(impossibleDate, { span, values: { key, written } });
  const remedy = meant === undefined ? "Write the day as YYYY-MM-DD." : `Write \`${key}: ${meant}\`, if that is the day that is meant.`;
  return findingOf(unreadableDate, { span, values: { key, written, remedy } });
}

/** The single day that the words name. */
function dayIn(words: string): CalendarDate | undefined {
  const horizon = readHorizon(words);
  return horizon?.approximate !== true && horizon?.from === horizon?.to ? horizon?.to : undefined;
}
