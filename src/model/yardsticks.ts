import { keptFor } from "#kit/kept";
import { isRecord } from "#kit/record";
import { readBand, type WrittenBand } from "#model/read-band";
import type { Term, Yardstick } from "#model/yardstick";

type Options = Pick<Term, "forms" | "openAt"> & { readonly row?: Term["row"] };

/** A term from its band in percent. */
const term = (word: string, low: number, high: number, { row = "main", ...options }: Options = {}): Term => ({ word, low: low / 100, high: high / 100, row, ...options });

const alternate = (word: string, low: number, high: number, forms: readonly string[]): Term => term(word, low, high, { row: "alternate", forms });

/** ICD 203 of the Director of National Intelligence (2 January 2015), D.6.e(2)(a): two rows of words over one set of bands. */
export const icd203: Yardstick = {
  name: "icd203",
  title: "ICD 203",
  terms: [
    term("almost no chance", 1, 5),
    term("very unlikely", 5, 20),
    term("unlikely", 20, 45, { forms: ["not likely"] }),
    term("roughly even chance", 45, 55, { forms: ["roughly even", "roughly even chances", "even chance", "even chances", "about even", "about even chance"] }),
    term("likely", 55, 80),
    term("very likely", 80, 95),
    term("almost certain", 95, 99, { forms: ["almost certainly"] }),
    alternate("remote", 1, 5, ["remote chance", "remote possibility"]),
    alternate("highly improbable", 5, 20, ["highly improbably"]),
    alternate("improbable", 20, 45, ["improbably", "not probable"]),
    alternate("roughly even odds", 45, 55, ["even odds", "about even odds"]),
    alternate("probable", 55, 80, ["probably"]),
    alternate("highly probable", 80, 95, ["highly probably"]),
    alternate("nearly certain", 95, 99, ["nearly certainly"]),
  ],
};

/**
 * The yardstick of the Professional Head of Intelligence Assessment (GOV.UK, 24 March 2025). The gaps between its
 * bands are deliberate: 22 % or 52 % has no word.
 */
export const phia: Yardstick = {
  name: "phia",
  title: "PHIA probability yardstick",
  terms: [
    term("remote chance", 0, 5, { openAt: "low", forms: ["remote", "remote possibility"] }),
    term("highly unlikely", 10, 20),
    term("unlikely", 25, 35, { forms: ["not likely"] }),
    term("realistic possibility", 40, 50, { openAt: "high", forms: ["realistic probability", "realistically possible"] }),
    term("likely", 55, 75, { forms: ["probable", "probably"] }),
    term("highly likely", 80, 90, { forms: ["highly probable"] }),
    term("almost certain", 95, 100, { openAt: "high", forms: ["almost certainly"] }),
  ],
};

/** NATO's statements of probability (AJP-2.1). */
export const nato: Yardstick = {
  name: "nato",
  title: "NATO AJP-2.1",
  terms: [
    term("highly unlikely", 0, 10, { openAt: "low" }),
    term("unlikely", 10, 40, { forms: ["not likely"] }),
    term("even chance", 40, 60, { forms: ["even chances", "about even", "roughly even", "roughly even chance"] }),
    term("likely", 60, 90),
    term("highly likely", 90, 100, { openAt: "high" }),
  ],
};

/** The yardsticks known by name. */
export const yardsticks: Readonly<Record<"icd203" | "phia" | "nato", Yardstick>> = { icd203, phia, nato };

/** A phrase as terms are compared: lower case, one space between words, no article in front. */
const phraseKey = (phrase: string): string =>
  phrase
    .toLowerCase()
    .replace(/[\s\u00a0-]+/gu, " ")
    .trim()
    .replace(/^(?:an?|the) /u, "");

/** Every way in which the yardstick's terms are written, each with its term; the term's own word first. */
export const writtenForms = (yardstick: Yardstick): readonly (readonly [form: string, term: Term])[] =>
  yardstick.terms.flatMap((entry) => [entry.word, ...(entry.forms ?? [])].map((form) => [form, entry] as const));

/** The term that a word or phrase names, inflections such as `almost certainly` included. */
export const findTerm = (yardstick: Yardstick, word: string): Term | undefined => termsByKey(yardstick).get(phraseKey(word));

/** Of two terms that are written the same the first counts. */
const termsByKey = keptFor((yardstick: Yardstick): ReadonlyMap<string, Term> => new Map(writtenForms(yardstick).toReversed().map(([form, entry]) => [phraseKey(form), entry])));

/**
 * The term for a probability. A band owns its lower end; its upper end belongs to it only where no other band of
 * the row begins there. Undefined in a gap of the yardstick and beyond its ends (ICD 203 has no word for 0 or 1).
 */
export function termFor(yardstick: Yardstick, probability: number, row: Term["row"] = "main"): Term | undefined {
  const terms = yardstick.terms.filter((entry) => entry.row === row);
  return terms.find((entry) => ownsInside(entry, probability)) ?? terms.find((entry) => entry.high === probability && entry.openAt !== "high");
}

/** True where a probability lies in the band of a term of the yardstick, by the same rule on its ends. */
export const isInBand = (yardstick: Yardstick, entry: Term, probability: number): boolean =>
  ownsInside(entry, probability) || termFor(yardstick, probability, entry.row) === entry;

const ownsInside = ({ low, high, openAt }: Term, probability: number): boolean =>
  (probability > low || (probability === low && openAt !== "low")) && probability < high;

const byKey: ReadonlyMap<string, Yardstick> = new Map([
  ...["icd203", "icd", "odni"].map((key) => [key, icd203] as const),
  ...["phia", "phiayardstick", "phiaprobabilityyardstick"].map((key) => [key, phia] as const),
  ...["nato", "ajp21", "natoajp21"].map((key) => [key, nato] as const),
]);

/**
 * A yardstick from what YAML gives: the name of a known one in any case, or a table of words and bands such as
 * `{name: house, terms: {likely: 55-80%}}` or plainly `{likely: [0.55, 0.8]}`. Where no number of the table exceeds 1
 * the numbers are fractions, else percent. Undefined where any part of the table makes no sense.
 */
export function yardstickFrom(value: unknown): Yardstick | undefined {
  if (typeof value === "string") return byKey.get(value.toLowerCase().replace(/[^a-z0-9]+/gu, ""));
  if (!isRecord(value)) return undefined;
  const terms = termsFrom(value["terms"] ?? value);
  if (!terms) return undefined;
  const name = typeof value["name"] === "string" && value["name"].trim() !== "" ? value["name"].trim() : "custom";
  return { name, title: name === "custom" ? "the document's own yardstick" : name, terms };
}

function termsFrom(table: unknown): readonly Term[] | undefined {
  const entries = entriesOf(table);
  const bands = entries.map(([word, written]) => [word.trim(), readBand(written)] as const);
  const scale = bands.every(([, band]) => band === undefined || (!band.percent && band.high <= 1)) ? 1 : 100;
  const terms = bands.flatMap(([word, band]) => (band && /\p{Letter}/u.test(word) ? [customTerm(word, band, scale)] : []));
  const distinct = new Set(terms.map(({ word }) => word.toLowerCase()));
  return terms.length > 0 && terms.length === entries.length && distinct.size === terms.length ? terms : undefined;
}

/** The rows of a table, be it a map from word to band or a list of `{word, low, high}`. */
function entriesOf(table: unknown): readonly (readonly [word: string, band: unknown])[] {
  if (Array.isArray(table)) return table.map((row: unknown) => (isRecord(row) ? ([wordOf(row), row["band"] ?? row] as const) : (["", undefined] as const)));
  return isRecord(table) ? Object.entries(table).filter(([key]) => key !== "name") : [];
}

const wordOf = (row: Readonly<Record<string, unknown>>): string => [row["word"], row["term"]].find((word) => typeof word === "string") ?? "";

function customTerm(word: string, { low, high }: WrittenBand, scale: number): Term {
  const adverb = word.replace(/certain$/u, "certainly").replace(/probable$/u, "probably");
  return { word, low: low / scale, high: high / scale, row: "main", ...(adverb !== word && { forms: [adverb] }) };
}
