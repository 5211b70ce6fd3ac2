import { parseCalendarDate } from "#kit/date";
import type { FrontMatter, FrontMatterProblem } from "#model/outline";
import type { Yardstick } from "#model/yardstick";
import { icd203, yardstickFrom } from "#model/yardsticks";
import type { Stretch } from "#reader/read-prose";
import { readYaml, type YamlBlock, type YamlEntry } from "#reader/read-yaml";

const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u;
const firstKey = /[ \t]*(?:#|[^\s:#>|*-][^:\n\r]{0,80}:(?:\s|$)|(?:---|\.\.\.)[ \t]*(?:[\n\r]|$))/uy;
const closing = /(?:\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/gu;

/**
 * Where the front matter ends and the Markdown begins; 0 where there is none: a first line of dashes that no key
 * follows is a rule, and a block that never closes is Markdown.
 */
export function frontMatterEnd(text: string): number {
  const start = blockStart(text);
  if (start === 0) return 0;
  closing.lastIndex = start - 1;
  return closing.test(text) ? closing.lastIndex : 0;
}

/** Where the first line of a block that looks like front matter begins, else 0. */
function blockStart(text: string): number {
  const start = opening.exec(text)?.[0].length ?? 0;
  firstKey.lastIndex = start;
  return start > 0 && firstKey.test(text) ? start : 0;
}

/** What is read from and where the problems go. */
interface Reading {
  readonly text: string;
  /** Where the YAML begins in the text. */
  readonly start: number;
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly problems: FrontMatterProblem[];
}

/** Reads the front matter of a document, given what stands before `frontMatterEnd`; an empty text gives the defaults. */
export function readFrontMatter(text: string): FrontMatter {
  const start = blockStart(text);
  const yaml: YamlBlock = start > 0 ? readYaml(text.slice(start).replace(/(?:^|[\n\r])(?:---|\.\.\.)\s*$/u, "\n")) : { entries: [], faults: [] };
  const reading: Reading = { text, start, entries: new Map(yaml.entries.map((entry) => [nameOf(entry.key), entry])), problems: [] };
  for (const fault of yaml.faults) report(reading, "broken-yaml", fault);
  return {
    ...readFields(reading),
    values: Object.fromEntries(yaml.entries.map(({ key, value }) => [key, value])),
    spans: Object.fromEntries(yaml.entries.flatMap((entry) => [nameOf(entry.key), entry.key].map((key) => [key, spanOf(reading, entry)] as const))),
    problems: reading.problems,
  };
}

const namesByKey: Readonly<Record<string, string>> = { asof: "as-of", author: "authors", audience: "audiences" };

/** A key as we write it: `as_of`, `asOf` and `As of` are `as-of`. */
function nameOf(key: string): string {
  const letters = key.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, "");
  return Object.hasOwn(namesByKey, letters) ? (namesByKey[letters] ?? letters) : letters;
}

const spanOf = ({ start }: Reading, { from, to }: Stretch) => ({ section: 0, from: start + from, to: start + to });

function report(reading: Reading, kind: FrontMatterProblem["kind"], { key, ...at }: Stretch & { readonly key: string }): void {
  const span = spanOf(reading, at);
  reading.problems.push({ kind, key, written: reading.text.slice(span.from, span.to).trim(), span });
}

type Fields = Omit<FrontMatter, "values" | "spans" | "problems">;

function readFields(reading: Reading): Fields {
  const title = textOf(reading, "title");
  const question = textOf(reading, "question");
  const asOf = dateOf(reading, "as-of");
  const resolves = dateOf(reading, "resolves");
  const bibliography = textOf(reading, "bibliography");
  const tlp = textOf(reading, "tlp");
  return {
    ...(title !== undefined && { title }),
    ...(question !== undefined && { question }),
    ...(asOf !== undefined && { asOf }),
    ...(resolves !== undefined && { resolves }),
    ...(bibliography !== undefined && { bibliography }),
    ...(tlp !== undefined && { tlp }),
    yardstick: yardstickOf(reading),
    authors: listOf(reading, "authors"),
    audiences: listOf(reading, "audiences"),
  };
}

/** The entry of a name, where it says anything. */
function stated({ entries }: Reading, name: string): YamlEntry | undefined {
  const entry = entries.get(name);
  return entry?.value === undefined || entry.value === null || entry.value === "" ? undefined : entry;
}

function textOf(reading: Reading, name: string): string | undefined {
  const entry = stated(reading, name);
  const text = entry && written(entry.value);
  if (entry && text === undefined) report(reading, "not-a-text", { key: entry.key, ...entry.valueAt });
  return text;
}

/** Words, or a number or truth value that a text may begin to look like; undefined for lists and mappings. */
const written = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value).trim() : undefined;

function dateOf(reading: Reading, name: string): string | undefined {
  const entry = stated(reading, name);
  const date = entry && parseCalendarDate(written(entry.value)?.replace(/T.*$/u, "") ?? "");
  if (entry && date === undefined) report(reading, "impossible-date", { key: entry.key, ...entry.valueAt });
  return date;
}

function yardstickOf(reading: Reading): Yardstick {
  const entry = stated(reading, "yardstick");
  const yardstick = entry && yardstickFrom(entry.value);
  if (entry && !yardstick) report(reading, "unknown-yardstick", { key: entry.key, ...entry.valueAt });
  return yardstick ?? icd203;
}

/** A list of names; a single text is split at its semicolons, an entry with a `name` stands for that name. */
function listOf(reading: Reading, name: string): readonly string[] {
  const entry = stated(reading, name);
  if (!entry) return [];
  const items: readonly unknown[] = Array.isArray(entry.value) ? entry.value : String(written(entry.value) ?? "").split(";");
  const texts = items.map((item) => written(isNamed(item) ? item.name : item));
  if (texts.includes(undefined)) report(reading, "not-a-text", { key: entry.key, ...entry.valueAt });
  return texts.flatMap((text) => text || []);
}

const isNamed = (item: unknown): item is { readonly name: unknown } => typeof item === "object" && item !== null && "name" in item;
