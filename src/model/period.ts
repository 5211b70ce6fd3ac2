import { addDays, addMonths, calendarDate, dateParts, daysBetween, firstDayOfMonth, lastDayOfMonth, type CalendarDate } from "#kit/date";
import { countNumber, countPattern, dayPattern, monthNumber, monthPattern, ordinalNumber, ordinalPattern, seasonPattern, seasonStart, weekdayPattern, yearPattern } from "#model/calendar-words";

/** A named stretch of the calendar: first and last day, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The day that `by` it means, where that is not its last: the middle of `mid-2028`. */
  readonly deadline?: CalendarDate;
  /** True where the words leave the day open: `early 2029`. */
  readonly approximate?: boolean;
}

/** What a text that leaves out its year or month takes from its surroundings. */
export interface PeriodContext {
  readonly year?: number;
  readonly month?: number;
}

type Parts = Readonly<Record<string, string | undefined>>;
interface Form {
  readonly pattern: RegExp;
  read(parts: Parts, context: PeriodContext): Period | undefined;
}

const form = (source: string, read: Form["read"]): Form => ({ pattern: new RegExp(`^${source}$`, "u"), read });

const ofYear = String.raw`(?:,?\s?(?:of\s)?(?<year>${yearPattern}))?`;
const division = (short: string, word: string, highest: number): string =>
  String.raw`(?:(?<before>${yearPattern})[\s/-]?)?(?:the\s)?(?:${short}(?<number>[1-${highest}])|(?<number2>[1-${highest}])${short}|(?<ordinal>${ordinalPattern})\s${word})(?:[\s/-]?(?:of\s)?(?<year>${yearPattern}))?`;

const forms: readonly Form[] = [
  form(String.raw`(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)`, readDay),
  form(String.raw`(?<year>${yearPattern})-(?<month>\d\d)`, ({ year, month }) => monthsOf(Number(year), Number(month), 1)),
  form(String.raw`(?:${weekdayPattern})?(?:the\s)?(?<day>${dayPattern})\s?(?:of\s)?(?<name>${monthPattern})${ofYear}`, readDay),
  form(String.raw`(?:${weekdayPattern})?(?<name>${monthPattern})\s?(?<day>${dayPattern})(?!\d)${ofYear}`, readDay),
  form(String.raw`(?<name>${monthPattern})${ofYear}`, (parts, context) => months(parts, context, monthNumber(parts["name"] ?? ""), 1)),
  form(division("q", "quarter", 4), (parts, context) => divisionOf(parts, context, 4)),
  form(division("h", "half", 2), (parts, context) => divisionOf(parts, context, 2)),
  form(String.raw`winter(?:\sof)?\s(?<year>${yearPattern})[-/](?:\d\d|${yearPattern})`, ({ year }) => monthsOf(Number(year), 12, 3)),
  form(String.raw`(?:the\s)?(?<season>${seasonPattern})${ofYear}`, (parts, context) => months(parts, context, seasonStart[parts["season"] ?? ""] ?? 0, 3)),
  form(String.raw`(?:the\s)?(?<which>first|second)\shalf\sof\s(?:the\s)?(?<inner>.+)`, readHalf),
  form(String.raw`(?:the\s)?(?<which>first|last)\s(?<count>${countPattern})\smonths(?:\sof)?\s(?<year>${yearPattern})`, readEdgeMonths),
  form(String.raw`(?:the\s)?(?:(?:calendar\s)?year\s|cy\s?)?(?<year>${yearPattern})`, ({ year }) => monthsOf(Number(year), 1, 12)),
  form(String.raw`(?<day>${dayPattern})`, readDay),
  form(String.raw`(?:the\s)?week\sof\s(?<inner>.+)`, readWeek),
  form(String.raw`(?:the\s)?(?:end|close)(?:-|\s)(?:of\s)?(?:the\s)?(?<inner>.+)|year[\s-]?end\s(?<year>${yearPattern})`, readEnd),
  form(String.raw`(?:the\s)?(?<part>early|mid|middle|late|beginning|start)(?:(?:-|\s)(?:in\s|of\s)?)(?:the\s)?(?<inner>.+)`, readThird),
];

/** Reads the name of a stretch of the calendar, in lower case with single spaces: `q2 2027`, `late june 2027`, `16 november 2026`. */
export function readPeriod(text: string, context: PeriodContext = {}): Period | undefined {
  if (text.length > 60) return undefined;
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text);
    const found = match && read(match.groups ?? {}, context);
    if (found) return found;
  }
  return undefined;
}

function readDay(parts: Parts, context: PeriodContext): Period | undefined {
  const year = Number(parts["year"] ?? context.year);
  const month = parts["name"] === undefined ? Number(parts["month"] ?? context.month) : monthNumber(parts["name"]);
  const day = calendarDate(year, month, Number.parseInt(parts["day"] ?? "", 10));
  return day === undefined ? undefined : { from: day, to: day };
}

/** A number of whole months from a month on. */
function monthsOf(year: number, month: number, length: number): Period | undefined {
  if (!(month >= 1 && month <= 12)) return undefined;
  return { from: firstDayOfMonth(year, month), to: lastDayOfMonth(year, month + length - 1) };
}

function months(parts: Parts, context: PeriodContext, month: number, length: number): Period | undefined {
  const year = parts["year"] ?? context.year;
  return year === undefined ? undefined : monthsOf(Number(year), month, length);
}

/** A quarter or a half of a year. */
function divisionOf(parts: Parts, context: PeriodContext, divisions: number): Period | undefined {
  const year = parts["before"] ?? parts["year"] ?? context.year;
  const number = parts["ordinal"] === undefined ? Number(parts["number"] ?? parts["number2"]) : ordinalNumber(parts["ordinal"], divisions);
  if (year === undefined || number > divisions) return undefined;
  const length = 12 / divisions;
  return monthsOf(Number(year), (number - 1) * length + 1, length);
}

function readEdgeMonths(parts: Parts): Period | undefined {
  const count = countNumber(parts["count"] ?? "");
  if (!Number.isInteger(count) || count > 12) return undefined;
  return monthsOf(Number(parts["year"]), parts["which"] === "first" ? 1 : 13 - count, count);
}

function readHalf(parts: Parts, context: PeriodContext): Period | undefined {
  const whole = readPeriod(parts["inner"] ?? "", context);
  if (!whole || daysBetween(whole.from, whole.to) < 27) return undefined;
  const middle = middleOf(whole);
  return parts["which"] === "first" ? { from: whole.from, to: middle } : { from: addDays(middle, 1), to: whole.to };
}

function readWeek(parts: Parts, context: PeriodContext): Period | undefined {
  const day = readPeriod(parts["inner"] ?? "", context);
  return day && day.from === day.to ? { from: day.from, to: addDays(day.from, 6) } : undefined;
}

/** `end of X`: from the last month (or the last ten days of a month) to its last day. */
function readEnd(parts: Parts, context: PeriodContext): Period | undefined {
  const whole = readPeriod(parts["inner"] ?? parts["year"] ?? "", context);
  if (!whole) return undefined;
  const { year, month } = dateParts(whole.to);
  const from = monthsLong(whole) >= 3 ? firstDayOfMonth(year, month) : addDays(whole.to, -9);
  return { from: from < whole.from ? whole.from : from, to: whole.to, deadline: whole.to };
}

const monthsLong = ({ from, to }: Period): number => Math.round(daysBetween(from, to) / 30.44);

/** `early`, `mid` and `late` are the thirds of a year, half, quarter, season or month; the start is the first month, or ten days. */
function readThird(parts: Parts, context: PeriodContext): Period | undefined {
  const whole = readPeriod(parts["inner"] ?? "", context);
  if (!whole || whole.approximate || daysBetween(whole.from, whole.to) < 27) return undefined;
  const [second, third] = thirdsOf(whole);
  const ends: Readonly<Record<string, Period>> = {
    early: { from: whole.from, to: addDays(second, -1) },
    mid: { from: second, to: addDays(third, -1), deadline: middleOf(whole) },
    late: { from: third, to: whole.to },
    start: { from: whole.from, to: monthsLong(whole) >= 3 ? addDays(addMonths(whole.from, 1), -1) : addDays(whole.from, 9) },
  };
  const part = ends[parts["part"]?.replace("beginning", "start").replace("middle", "mid") ?? ""];
  return part && { ...part, approximate: true };
}

/** First days of the second and the last third: by whole months where there are three or more, else ten days. */
function thirdsOf(whole: Period): readonly [CalendarDate, CalendarDate] {
  const length = Math.floor(monthsLong(whole) / 3);
  if (length >= 1) return [addMonths(whole.from, length), addMonths(whole.from, monthsLong(whole) - length)];
  return [addDays(whole.from, 10), addDays(whole.from, 20)];
}

/** The last day of the first half: 30 June of a year, the fifteenth of a month. */
function middleOf(whole: Period): CalendarDate {
  const length = monthsLong(whole);
  if (length === 1) return addDays(whole.from, 14);
  return length % 2 === 0 ? addDays(addMonths(whole.from, length / 2), -1) : addDays(whole.from, Math.floor(daysBetween(whole.from, whole.to) / 2));
}
