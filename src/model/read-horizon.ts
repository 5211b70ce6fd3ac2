import { addDays, parseCalendarDate, type CalendarDate } from "#kit/date";
import { foldCharacters } from "#kit/fold-characters";
import { monthPattern, yearPattern } from "#model/calendar-words";
import { datesInText } from "#model/dates-in-text";
import type { Horizon } from "#model/horizon";
import type { Period } from "#model/period";
import { readStretch, readYearless } from "#model/stretch";

type Stretch = Omit<Horizon, "written">;

/** No horizon is longer; what is longer is a sentence. */
const longest = 120;

/**
 * The stretch of time that a cell or phrase means: `2027-03-31`, `Q2 2027`, `by spring 2027`, `now through November
 * 2026`, `next 18 months`, `ongoing`. Seasons are those of the northern hemisphere; `early`, `mid` and `late` are
 * thirds and approximate. Phrases counted from the day of speaking need `asOf`. Undefined where the text is no time.
 */
export function readHorizon(text: string, asOf?: CalendarDate): Horizon | undefined {
  const written = text.trim();
  if (written === "" || written.length > longest) return undefined;
  const folded = bare(foldCharacters(written));
  const found = explained(folded, asOf) ?? phrase(folded.toLowerCase(), asOf) ?? aroundOneDate(folded, asOf);
  return found && { ...found, written };
}

const bare = (text: string): string =>
  text
    .replace(/\s+/gu, " ")
    .replace(/[.,; ]+$/u, "")
    .replace(/^\(([^()]*)\)$/u, "$1");

/** `2026-09-30 (August-September 2026)`: the date counts, the words in brackets say from when; or words with a remark. */
function explained(text: string, asOf: CalendarDate | undefined): Stretch | undefined {
  const [, front = "", inside = ""] = /^([^()]+?) ?\(([^()]+)\)$/u.exec(text) ?? [];
  if (front === "") return undefined;
  const [first, second] = [phrase(front.toLowerCase(), asOf), phrase(bare(inside).toLowerCase(), asOf)];
  const day = parseCalendarDate(front);
  if (day !== undefined) return { to: day, ...(second?.from !== undefined && second.from <= day ? { from: second.from } : { from: day }) };
  return first ?? second;
}

const untilWords = /^(?:by|due(?: by)?|no later than|not later than|at the latest|on or before|until|till|through|thru|up to|to|(?:from )?(?:now|today|the present|present|ongoing),? (?:through|thru|until|till|to|up to)|between now and)(?: the)? /u;
const beforeWords = /^(?:before|prior to|ahead of|in advance of)(?: the)? /u;
const afterWords = /^(?:after|beyond|following)(?: the)? /u;
const sinceWords = /^(?:since|from|starting(?: in| from)?|beginning(?: in)?|as of|as from)(?: the)? /u;
const onwards = / (?:onwards?|and beyond|and after|and later|or later)$/u;
const atWords = /^(?:in|during|throughout|over|on|within|at|for|sometime in|some time in|expected(?: in| by| on)?|scheduled for)(?: the)? /u;
const aboutWords = /^(?:around|about|approximately|approx\.?|roughly|circa|ca?\.|~) ?/u;
const lastly = /,? (?:at the latest|at latest|or (?:earlier|sooner|before))$/u;
const endless = /^(?:ongoing|on-going|continuous|continuously|continuing|permanent|open[ -]ended|open|indefinite|indefinitely|no (?:fixed )?end(?: date)?|rolling)$/u;

function phrase(text: string, asOf: CalendarDate | undefined): Stretch | undefined {
  if (endless.test(text)) return asOf === undefined ? {} : { from: asOf };
  const whole = readStretch(text, asOf);
  if (whole) return stretchOf(whole);
  return bounded(text, asOf) ?? loosened(text, asOf);
}

/** Phrases that name one end only. */
function bounded(text: string, asOf: CalendarDate | undefined): Stretch | undefined {
  const behind = (words: RegExp): Period | undefined => (words.test(text) ? period(text.replace(words, ""), asOf) : undefined);
  const until = behind(untilWords) ?? behind(lastly);
  if (until) return ending(until.deadline ?? until.to, until, asOf);
  const before = behind(beforeWords);
  if (before) return ending(before.deadline ?? addDays(before.from, -1), before, asOf);
  const after = behind(afterWords);
  if (after) return { from: addDays(after.to, 1), ...flag(after) };
  const since = behind(sinceWords) ?? (onwards.test(text) ? period(text.replace(onwards, "").replace(sinceWords, ""), asOf) : undefined);
  return since && { from: since.from, ...flag(since) };
}

/** Phrases with a word in front that changes nothing, or that makes them approximate. */
function loosened(text: string, asOf: CalendarDate | undefined): Stretch | undefined {
  if (aboutWords.test(text)) {
    const found = phrase(text.replace(aboutWords, ""), asOf);
    return found && { ...found, approximate: true };
  }
  if (atWords.test(text)) return phrase(text.replace(atWords, ""), asOf);
  const yearless = asOf === undefined ? undefined : readYearless(text, asOf);
  return yearless && stretchOf(yearless);
}

const period = (text: string, asOf: CalendarDate | undefined): Period | undefined =>
  readStretch(text, asOf) ?? (asOf === undefined ? undefined : readYearless(text, asOf));

const flag = ({ approximate }: { readonly approximate?: boolean }): { readonly approximate?: true } => (approximate ? { approximate: true } : {});

const stretchOf = (found: Period): Stretch => ({ from: found.from, to: found.to, ...flag(found) });

/** From the day of speaking to a day; a day that has passed has no beginning we know of. */
const ending = (to: CalendarDate, { approximate }: Period, asOf: CalendarDate | undefined): Stretch => ({
  ...(asOf !== undefined && asOf <= to && { from: asOf }),
  to,
  ...(approximate && { approximate }),
});

const anyYear = new RegExp(String.raw`(?<![\p{Letter}\p{Number}.,/-])${yearPattern}(?![\p{Letter}\p{Number}%/-])`, "gu");
/** Where a month stands before a year and the two are no date, the date is impossible (`31 June 2027`). */
const namesMonth = new RegExp(String.raw`(?<!\p{Letter})${monthPattern}(?!\p{Letter})`, "iu");

/** Words around the only date of a phrase: `before the 2028 election` is read as by the end of 2028, and flagged. */
function aroundOneDate(text: string, asOf: CalendarDate | undefined): Stretch | undefined {
  const dates = datesInText(text);
  const years = dates.length > 0 || namesMonth.test(text) ? [] : Array.from(text.matchAll(anyYear)).flatMap(([year]) => readStretch(year) ?? []);
  const [only, ...others] = [...dates, ...years];
  if (!only || others.length > 0) return undefined;
  const approximate = { ...only, approximate: true };
  const lower = text.toLowerCase();
  if (untilWords.test(lower) || beforeWords.test(lower)) return ending(only.to, approximate, asOf);
  if (afterWords.test(lower) || sinceWords.test(lower)) return { from: only.from, approximate: true };
  return { from: only.from, to: only.to, approximate: true };
}
