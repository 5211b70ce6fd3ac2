import type { Rule } from "#core/technique";
import { shownDate } from "#core/read-cell";
import type { CalendarDate } from "#kit/date";
import { listText } from "#kit/list-text";
import { datesInText } from "#model/dates-in-text";
import type { Names, Reference } from "#model/names";
import { addYears, ageLimit } from "./read-age.ts";
import type { Source, Sources } from "./schema.ts";

const icd206 = "ICD 206 (2015), D.6: source reference citations";

/** Rows of the table, where each fact has its column. */
const rowsOf = ({ sources }: Sources): readonly Source[] => sources.filter(({ form }) => form === "row");
/** Entries of which more is left than a grade. */
const entriesOf = ({ sources }: Sources): readonly Source[] => sources.filter(({ form }) => form !== "remnant");

const onlyAGrade: Rule<Sources> = {
  name: "only-a-grade",
  severity: "warning",
  message: {
    what: "Of a source nothing is left but `{written}`.",
    why: "A grade without a title grades nothing, and nobody can look the source up.",
    remedy: "Restore key, title, publisher, date and address, or remove the entry.",
  },
  standard: icd206,
  *check({ sources }) {
    for (const { form, span, grade } of sources) if (form === "remnant") yield { span, values: { written: grade?.written ?? "" } };
  },
};

const noKey: Rule<Sources> = {
  name: "no-key",
  severity: "warning",
  message: {
    what: "The source \"{title}\" has no key.",
    why: "What has no key cannot be cited, so no judgement can rest on it.",
    remedy: "Give it a key of its own, such as S1, and cite it as [@S1].",
  },
  standard: icd206,
  *check(part) {
    for (const source of entriesOf(part)) if (!source.keyed) yield { span: source.span, values: { title: titleOf(source) } };
  },
};

const noTitle: Rule<Sources> = {
  name: "no-title",
  severity: "warning",
  message: {
    what: "The source {key} has no title.",
    why: "Without a title a reader cannot find it or tell it from others of the same publisher.",
    remedy: "Write the title of the document, article or page.",
  },
  standard: icd206,
  *check(part) {
    for (const { key, span, title } of entriesOf(part)) if (!title) yield { span, values: { key } };
  },
};

const noDate: Rule<Sources> = {
  name: "no-date",
  severity: "warning",
  message: {
    what: "The source {key} has no date.",
    why: "Its age, and whether it speaks of the present, cannot be judged.",
    remedy: "Write the date of publication, or the day on which a page was read.",
  },
  standard: icd206,
  *check(part) {
    for (const { key, span, date } of rowsOf(part)) if (!date) yield { span, values: { key } };
  },
};

const impossibleDate: Rule<Sources> = {
  name: "impossible-date",
  severity: "error",
  message: {
    what: "`{written}`, the date of the source {key}, is not a date of the calendar.",
    why: "A date that does not exist hides when the source spoke.",
    remedy: "Write the date as YYYY-MM-DD, or as a month and year.",
  },
  standard: "ISO 8601",
  *check({ sources }) {
    for (const { key, date } of sources) if (date && date.day === undefined) yield { span: date.span, values: { key, written: date.written } };
  },
};

const futureDate: Rule<Sources> = {
  name: "future-date",
  severity: "error",
  message: {
    what: "The source {key} is dated {written}, which is still to come.",
    why: "Nobody can have read it yet; the date or the source is wrong.",
    remedy: "Correct the date.",
  },
  standard: icd206,
  *check({ sources }, { today }) {
    if (today === undefined) return;
    for (const { key, date } of sources) if (date?.day !== undefined && (date.from ?? date.day) > today) yield { span: date.span, values: { key, written: date.written } };
  },
};

const stale: Rule<Sources> = {
  name: "stale",
  severity: "info",
  message: {
    what: "The source {key}, a {kind} of {day}, is older than {limit}{claim}.",
    why: "What it says in the present tense may no longer be so.",
    remedy: "Find a newer source, or give what is cited from it the day on which it happened.",
  },
  standard: "ICD 203, tradecraft standard 1: age of sources; the limits (news 1 year, statistics 2) are ours",
  *check({ sources }, { names, document, today }) {
    const now = document.asOf ?? today;
    for (const { key, date, kind } of sources) {
      const limit = kind && ageLimit(kind);
      if (now === undefined || !limit || date?.day === undefined || addYears(date.day, limit.years) >= now) continue;
      const citing = names.references(key);
      const present = citing.filter((reference) => !speaksOfThePast(reference, names, now));
      if (present.length > 0 || citing.length === 0) yield { span: date.span, values: { key, day: shownDate(date), kind: limit.kind, limit: limit.years === 1 ? "a year" : `${limit.years} years`, claim: claimText(present) } };
    }
  },
};

/** True where what cites the source gives the day of which it speaks: a dated entry, or a text that names a time gone by. */
function speaksOfThePast({ from }: Reference, names: Names, now: CalendarDate): boolean {
  const entry = from === undefined ? undefined : names.find(from);
  const day = entry?.facts?.["date"];
  if (day !== undefined) return day < now;
  return entry !== undefined && datesInText(entry.title, now).some(({ to }) => to < now);
}

/** `, and A1 and A4 cite it for what is so now`; empty where nothing cites it. */
function claimText(citing: readonly Reference[]): string {
  const ids = [...new Set(citing.flatMap(({ from }) => from ?? []))];
  const who = ids.length === 0 ? "the text cites" : `${listText(ids)} ${ids.length === 1 ? "cites" : "cite"}`;
  return citing.length === 0 ? "" : `, and ${who} it for what is so now`;
}

const noAddress: Rule<Sources> = {
  name: "no-address",
  severity: "info",
  message: {
    what: "The source {key} has no address.",
    why: "A reader who doubts the claim cannot open the source.",
    remedy: "Add a web address, a DOI or the place where the document is kept.",
  },
  standard: icd206,
  *check(part) {
    for (const { key, span, address } of rowsOf(part)) if (!address) yield { span, values: { key } };
  },
};

const noOrigin: Rule<Sources> = {
  name: "no-origin",
  severity: "info",
  message: {
    what: "The source {key} does not say where its information comes from.",
    why: "Two reports of one origin look like two witnesses, and only the origin tells them apart.",
    remedy: "Name in the Origin column who saw or said it first; for an original, its publisher.",
  },
  standard: "ICD 203, tradecraft standard 1: circular reporting",
  *check(part) {
    for (const { key, span, origin } of rowsOf(part)) if (!origin) yield { span, values: { key } };
  },
};

const incompleteLine: Rule<Sources> = {
  name: "incomplete-line",
  severity: "info",
  message: {
    what: "The source {key} is written as a line without {missing}.",
    why: "What is not given cannot be checked: neither its age nor whether two sources share an origin.",
    remedy: "Make it a row with Key, Title, Publisher, Date, Address, Reliability and Origin.",
  },
  standard: icd206,
  *check({ sources }) {
    for (const { key, form, span, date, address } of sources) {
      const missing = [...(date ? [] : ["date"]), ...(address ? [] : ["address"]), "origin"];
      if (form === "line") yield { span, values: { key, missing: listText(missing) } };
    }
  },
};

const titleOf = ({ title, publisher, key }: Source): string => (title ?? publisher)?.masked.replace(/\s+/gu, " ").trim() ?? key;

/** What a single entry of the register lacks or gets wrong. */
export const entryRules = [onlyAGrade, noKey, noTitle, noDate, impossibleDate, futureDate, stale, noAddress, noOrigin, incompleteLine];
