import { entryOf, isoDate, type BibliographyEntry } from "#reader/bibliography/entry";
import { plainFromLatex } from "#reader/bibliography/latex";

/** The sources of a BibTeX or BibLaTeX text; undefined where it holds no entry. An entry that breaks off is read as far as it goes. */
export function readBibtex(text: string): readonly BibliographyEntry[] | undefined {
  const strings = new Map<string, string>();
  const found: BibliographyEntry[] = [];
  const head = /@\s*([\p{Letter}]+)\s*[{(]/gu;
  for (let match = head.exec(text); match; match = head.exec(text)) {
    const kind = (match[1] ?? "").toLowerCase();
    if (kind === "comment" || kind === "preamble") continue;
    const scan = { text, at: head.lastIndex };
    const key = kind === "string" ? undefined : keyAt(scan);
    const fields = fieldsAt(scan, strings);
    head.lastIndex = scan.at;
    if (kind === "string") for (const [name, value] of fields) strings.set(name, value);
    else if (key !== undefined) found.push(entryFrom(key, fields));
  }
  return found.length === 0 ? undefined : found;
}

interface Scan {
  readonly text: string;
  at: number;
}

/** Takes what a pattern finds right here. */
function take(scan: Scan, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.text);
  if (found) scan.at = pattern.lastIndex;
  return found;
}

const keyAt = (scan: Scan): string | undefined => take(scan, /\s*([^\s,{}()"]{1,200})\s*(?=[,})])/uy)?.[1];

/** Fields in which a tilde is a tilde. */
const addresses = new Set(["url", "doi"]);

function fieldsAt(scan: Scan, strings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (;;) {
    take(scan, /[\s,]*/uy);
    const name = take(scan, /([\p{Letter}][\p{Letter}\p{Number}_:-]{0,60})\s*=\s*/uy)?.[1];
    if (name === undefined) break;
    const value = valueAt(scan, strings);
    fields.set(name.toLowerCase(), addresses.has(name.toLowerCase()) ? value.replace(/\\(?=[&%$#_~])|[{}\s]/gu, "") : plainFromLatex(value));
  }
  return fields;
}

/** `{...}`, `"..."`, a number or a name, several joined by `#`. */
function valueAt(scan: Scan, strings: ReadonlyMap<string, string>): string {
  let value = "";
  do {
    const opening = scan.text.charAt(scan.at);
    if (opening === "{" || opening === '"') value += enclosed(scan, opening === "{" ? "}" : '"');
    else {
      const word = take(scan, /[^\s,#{}"]{1,200}/uy)?.[0] ?? "";
      value += strings.get(word.toLowerCase()) ?? word;
    }
  } while (take(scan, /\s*#\s*/uy));
  return value;
}

/** What stands up to the closing mark at the same depth of braces; up to the end where there is none. */
function enclosed(scan: Scan, closing: string): string {
  const from = ++scan.at;
  for (let depth = 0; scan.at < scan.text.length; scan.at++) {
    const mark = scan.text.charAt(scan.at);
    if (mark === "\\") scan.at++;
    else if (mark === closing && depth === 0) return scan.text.slice(from, scan.at++);
    else if (mark === "{") depth++;
    else if (mark === "}") depth--;
  }
  return scan.text.slice(from);
}

function entryFrom(key: string, fields: ReadonlyMap<string, string>): BibliographyEntry {
  const first = (...names: readonly string[]): string | undefined => names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== "");
  const doi = first("doi");
  return entryOf(key, {
    title: first("title"),
    publisher: first("publisher", "institution", "organization", "school", "journaltitle", "journal", "booktitle", "author"),
    date: first("date") ?? dateFrom(first("year"), first("month"), first("day")),
    address: first("url") ?? (doi === undefined ? undefined : `https://doi.org/${doi}`),
    reliability: first("reliability"),
    origin: first("origin"),
  });
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function dateFrom(year: string | undefined, month = "", day = ""): string | undefined {
  if (year === undefined || !/^\d{4}$/u.test(year)) return year;
  const number = /^\d{1,2}$/u.test(month) ? Number(month) : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  if (number < 1 || number > 12) return year;
  return isoDate([Number(year), number, ...(/^\d{1,2}$/u.test(day) ? [Number(day)] : [])]);
}
