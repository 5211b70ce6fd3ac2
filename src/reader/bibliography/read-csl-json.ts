import { isRecord } from "#kit/record";
import { entryOf, isoDate, type BibliographyEntry } from "#reader/bibliography/entry";

type Item = Readonly<Record<string, unknown>>;

/** The sources of a CSL-JSON text: a list of items, or one; undefined where it is none. Items without an id are left out. */
export function readCslJson(text: string): readonly BibliographyEntry[] | undefined {
  const value = parsed(text);
  const items: readonly unknown[] | undefined = Array.isArray(value) ? value : isRecord(value) ? (Array.isArray(value["items"]) ? value["items"] : [value]) : undefined;
  return items?.filter(isRecord).flatMap((item) => entryFrom(item));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return undefined;
  }
}

function entryFrom(item: Item): readonly BibliographyEntry[] {
  const key = textOf(item["id"]) ?? textOf(item["citation-key"]);
  if (key === undefined || key === "") return [];
  const doi = textOf(item["DOI"]);
  const noted = notesOf(item);
  return [
    entryOf(key, {
      title: textOf(item["title"]),
      publisher: textOf(item["publisher"]) ?? textOf(item["container-title"]) ?? authorsOf(item["author"]),
      date: dateOf(item["issued"]),
      address: textOf(item["URL"]) ?? (doi === undefined ? undefined : `https://doi.org/${doi}`),
      reliability: noted("reliability"),
      origin: noted("origin"),
    }),
  ];
}

const textOf = (value: unknown): string | undefined => (typeof value === "string" || typeof value === "number" ? String(value) : undefined);

/** A fact that CSL has no field for: a field of that name, one of `custom`, or a line `name: value` of the note. */
function notesOf({ note, custom, ...item }: Item): (name: string) => string | undefined {
  const lines = new Map((textOf(note) ?? "").split(/[\n;]/u).flatMap((line) => {
    const [, name = "", value = ""] = /^\s*([\p{Letter} -]{1,40}):\s*(.*?)\s*$/u.exec(line) ?? [];
    return name === "" ? [] : [[name.toLowerCase(), value] as const];
  }));
  return (name) => textOf(item[name]) ?? (isRecord(custom) ? textOf(custom[name]) : undefined) ?? lines.get(name);
}

function authorsOf(value: unknown): string | undefined {
  const names = (Array.isArray(value) ? value : []).filter(isRecord).flatMap((name) => textOf(name["literal"]) ?? textOf(name["family"]) ?? []);
  return names.length === 0 ? undefined : names.join(", ");
}

function dateOf(value: unknown): string | undefined {
  if (!isRecord(value)) return undefined;
  const first: unknown = Array.isArray(value["date-parts"]) ? value["date-parts"][0] : undefined;
  const numbers = (Array.isArray(first) ? first : []).map(Number).filter((part) => Number.isInteger(part) && part > 0);
  return isoDate(numbers) ?? textOf(value["raw"]) ?? textOf(value["literal"]);
}
