import { addDays, addMonths, dateParts, firstDayOfMonth, lastDayOfMonth, type CalendarDate } from "#kit/date";
import { countNumber, countPattern, monthPattern, seasonPattern } from "#model/calendar-words";
import { readPeriod, type Period, type PeriodContext } from "#model/period";

/** Reads a period, a range of two (`may to september 2026`) or a period counted from a day (`next 18 months`, `this year`). */
export function readStretch(text: string, asOf?: CalendarDate): Period | undefined {
  return readPeriod(text) ?? readRange(text, asOf) ?? (asOf === undefined ? undefined : readFrom(text, asOf));
}

const separators = [" up to and including ", " through to ", " through ", " until ", " till ", " up to ", " to ", " and ", " - ", "--", "..", " / ", "-", "/"];

/** Two periods with a word or sign between them; what the first leaves out it takes from the second. */
function readRange(text: string, asOf: CalendarDate | undefined): Period | undefined {
  const bare = text.replace(/^(?:from|between)\s/u, "");
  for (const separator of separators) {
    for (let at = bare.indexOf(separator); at > 0; at = bare.indexOf(separator, at + 1)) {
      const found = joined(bare.slice(0, at).trim(), bare.slice(at + separator.length).trim(), asOf);
      if (found) return found;
    }
  }
  return undefined;
}

const now = /^(?:now|today|present|the present|currently|immediately|as of now|ongoing,?)$/u;

function joined(left: string, right: string, asOf: CalendarDate | undefined): Period | undefined {
  const last = readPeriod(right) ?? readPeriod(right.replace(/^the\s/u, "")) ?? daysOfMonth(left, right) ?? shortYear(left, right);
  if (!last) return undefined;
  if (now.test(left)) return asOf === undefined || asOf > last.to ? undefined : { ...last, from: asOf };
  const first = readPeriod(left) ?? firstBefore(left, last);
  if (!first || first.from > last.to) return undefined;
  const approximate = first.approximate === true || last.approximate === true;
  return { from: first.from, to: last.to, ...(approximate && { approximate }) };
}

/** The first part of a range that leaves out year or month: `december` of `december to february 2027` lies in 2026. */
function firstBefore(left: string, last: Period): Period | undefined {
  const { year, month } = dateParts(last.from);
  const contexts: readonly PeriodContext[] = [{ year, month }, { year: year - 1 }];
  return contexts.map((context) => readPeriod(left, context)).find((first) => first !== undefined && first.from <= last.from);
}

/** `20, 2026` behind `november 16`: the second day stands in the month of the first. */
function daysOfMonth(left: string, right: string): Period | undefined {
  const month = new RegExp(`^(${monthPattern})\\s`, "u").exec(left)?.[1];
  return month !== undefined && /^\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}$/u.test(right) ? readPeriod(`${month} ${right}`) : undefined;
}

/** `28` behind `2026`. */
function shortYear(left: string, right: string): Period | undefined {
  return /^\d{4}$/u.test(left) && /^\d\d$/u.test(right) ? readPeriod(left.slice(0, 2) + right) : undefined;
}

const counted = new RegExp(
  String.raw`^(?:(?:with)?in|over|during|for|across)?\s?(?:the\s)?(?:(?:next|coming|following|upcoming)\s)?(?<count>${countPattern})?\s?(?:(?:to|-|or)\s?(?<upper>${countPattern})\s?)?(?:(?:next|coming)\s)?(?<unit>day|week|fortnight|month|quarter|year|decade)s?(?:\s(?:from now|ahead|or so))?$`,
  "u",
);
const named = /^(?:(?:in |during |within )?(?:the )?(?<which>this|current|later this|end of this|end of the current|end of next|end of the|end of|mid|mid this)[ -]|(?<next>next) )(?<unit>month|quarter|year)$|^(?:the )?year[ -]?end$/u;
const seasonal = new RegExp(String.raw`^(?:the\s)?(?<which>this|next|coming)\s(?:(?<season>${seasonPattern})|(?<month>${monthPattern}))$`, "u");

function readFrom(text: string, asOf: CalendarDate): Period | undefined {
  return readNamed(text, asOf) ?? readCounted(text, asOf) ?? readSeasonal(text, asOf);
}

/** `next 18 months`, `within six months`, `in the coming year`: from the day of speaking on. */
function readCounted(text: string, asOf: CalendarDate): Period | undefined {
  const parts = counted.exec(text)?.groups;
  if (!parts || !(parts["count"] !== undefined || /\b(?:next|coming|following|upcoming)\b/u.test(text))) return undefined;
  const count = countNumber(parts["upper"] ?? parts["count"] ?? "one");
  const to = later(asOf, count, parts["unit"] ?? "");
  return to === undefined ? undefined : { from: asOf, to };
}

const monthsIn: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };
const daysIn: Readonly<Record<string, number>> = { day: 1, week: 7, fortnight: 14 };

function later(date: CalendarDate, count: number, unit: string): CalendarDate | undefined {
  const months = (monthsIn[unit] ?? 0) * count;
  if (months > 6000) return undefined;
  if (Number.isInteger(months) && months > 0) return addMonths(date, months);
  const days = (daysIn[unit] ?? 30.44 * (monthsIn[unit] ?? 0)) * count;
  return addDays(date, Math.round(days));
}

/** `this year`, `end of next quarter`, `year-end`: by the calendar. */
function readNamed(text: string, asOf: CalendarDate): Period | undefined {
  const parts = named.exec(text)?.groups;
  if (!parts) return undefined;
  const { which = parts["next"] ?? "end of", unit = "year" } = parts;
  const length = monthsIn[unit] ?? 1;
  const { year, month } = dateParts(asOf);
  const start = month - ((month - 1) % length) + (which.endsWith("next") ? length : 0);
  const whole: Period = { from: firstDayOfMonth(year, start), to: lastDayOfMonth(year, start + length - 1) };
  if (which.startsWith("mid")) return { from: whole.from, to: addDays(addMonths(whole.from, length / 2), -1), approximate: true };
  if (which.startsWith("end")) return { from: firstDayOfMonth(year, start + length - 1), to: whole.to, deadline: whole.to };
  return whole.from < asOf ? { ...whole, from: asOf } : whole;
}

/** `next spring`: the first that begins after the day of speaking; `this autumn`: the first that has not ended. */
function readSeasonal(text: string, asOf: CalendarDate): Period | undefined {
  const parts = seasonal.exec(text)?.groups;
  if (!parts) return undefined;
  const name = parts["season"] ?? parts["month"] ?? "";
  const { year } = dateParts(asOf);
  const candidates = [year - 1, year, year + 1, year + 2].flatMap((each) => readPeriod(name, { year: each }) ?? []);
  return candidates.find(({ from, to }) => (parts["which"] === "this" ? to >= asOf : from > asOf));
}

const nameWithoutYear = new RegExp(String.raw`(?<!\p{Letter})(?:${monthPattern}|${seasonPattern}|[qh][1-4]|quarter|half)(?![\p{Letter}\p{Number}])`, "u");

/** The first stretch of a name without a year (`march`, `end of june`, `q1`) that has not ended on the day of speaking. */
export function readYearless(text: string, asOf: CalendarDate): Period | undefined {
  if (!nameWithoutYear.test(text)) return undefined;
  const { year } = dateParts(asOf);
  return [year - 1, year, year + 1].flatMap((each) => readStretch(`${text} ${each}`) ?? []).find(({ to }) => to >= asOf);
}
