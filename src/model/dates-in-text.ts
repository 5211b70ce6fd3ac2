import type { CalendarDate } from "#kit/date";
import { foldCharacters, lowerCase } from "#kit/fold-characters";
import { matchesOf } from "#kit/matches";
import type { Span } from "#kit/span";
import { dayPattern, monthPattern, ordinalPattern, seasonPattern, yearPattern } from "#model/calendar-words";
import { readStretch, readYearless } from "#model/stretch";
import type { Prose } from "#model/outline";
import { place } from "#model/prose";

/** A date, or a stretch of days, named in running text. */
export interface DateMention {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly written: string;
  readonly span: Span;
  /** True where the words leave the day or the year open: `late 2026`, `on 3 March`. */
  readonly approximate?: boolean;
}

const to = String.raw`\s?(?:-|to|until|and)\s?`;
const part = String.raw`(?:(?:early|mid|late|the (?:end|beginning|start) of|end of)[\s-])?`;
const beforeYear = "in|by|since|until|till|before|after|from|to|through|during|of|for|and|between|early|mid|late";

/** Ranges and single dates stand in one pattern each: what is compiled for a start is half as long as one for every form. */
const patterns = [
  String.raw`${yearPattern}-\d\d(?:-\d\d)?`,
  String.raw`${dayPattern}(?:(?:\s(?:of\s)?${monthPattern})?(?:\s${yearPattern})?${to}${dayPattern})?\s(?:of\s)?${monthPattern}(?:,?\s${yearPattern})?`,
  String.raw`${part}${monthPattern}(?:(?:\s${yearPattern})?(?:${to}|/)${part}${monthPattern})?,?\s(?:of\s)?${yearPattern}`,
  String.raw`${monthPattern}\s${dayPattern}(?:${to}${dayPattern})?,?\s${yearPattern}`,
  String.raw`${part}(?:[qh][1-4]|(?:the\s)?${ordinalPattern}\s(?:quarter|half))[\s/-](?:of\s)?${yearPattern}|${yearPattern}[\s-]?[qh][1-4]`,
  String.raw`${part}${seasonPattern}\s(?:of\s)?${yearPattern}(?:[-/]\d\d(?:\d\d)?)?`,
  String.raw`(?:early|mid|late|(?:the )?(?:end|beginning|start) of)[\s-]${yearPattern}`,
  String.raw`(?<=\b(?:${beforeYear})\s)${yearPattern}(?:${to}${yearPattern})?`,
];
const anyDate = new RegExp(String.raw`(?<![\p{Letter}\p{Number}]|\p{Number}[.,:/-])(?:${patterns.join("|")})(?![\p{Letter}\p{Number}]|[-/.,]\p{Number})`, "gu");

/**
 * The dates in running text, in order: `2026-11-16`, `16 to 20 November 2026`, `June 2027`, `Q2 2027`, `late 2026`, and
 * years behind a preposition. Names of months count with a capital only. A day without a year (`on 3 March`) counts
 * where the day of speaking is known, and is the next one.
 */
export const datesIn = (prose: Prose, asOf?: CalendarDate): readonly DateMention[] =>
  datesInText(foldCharacters(prose.masked), asOf).map(({ start, end, ...stretch }) => ({ ...stretch, written: prose.source.slice(start, end), span: place(prose, start, end) }));

/** The same on a folded text, by offset. */
export function datesInText(text: string, asOf?: CalendarDate): readonly { readonly from: CalendarDate; readonly to: CalendarDate; readonly approximate?: boolean; readonly start: number; readonly end: number }[] {
  if (!/\d/u.test(text)) return [];
  return matchesOf(lowerCase(text), anyDate).flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (smallMonth.test(text.slice(start, end))) return [];
    const phrase = match[0].replace(/\s+/gu, " ").replace(/^the /u, "");
    const known = readStretch(phrase);
    const guessed = known === undefined && asOf !== undefined ? readYearless(phrase, asOf) : undefined;
    const found = known ?? (guessed && { ...guessed, approximate: true });
    if (!found) return [];
    return [{ from: found.from, to: found.to, ...(found.approximate && { approximate: true }), start, end }];
  });
}

/** A month without its capital is a verb: `of the 30 may abstain`, `march 15`. */
const smallMonth = new RegExp(String.raw`(?<!\p{Letter})(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{Lowercase_Letter}{0,6}(?!\p{Letter})`, "u");
