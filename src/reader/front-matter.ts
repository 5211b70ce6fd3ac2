import { parseCalendarDate } from "#kit/date";
import type { FrontMatter, FrontMatterProblem } from "#model/outline";
import type { Yardstick } from "#model/yardstick";
import { icd203, yardstickFrom } from "#model/yardsticks";
import type { Stretch } from "#reader/read-prose";
import { readYaml, type YamlBlock, type YamlEntry } from "#reader/read-yaml";

const opening = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)/u;
/** A key, or the end of an empty block; up to twenty comments may stand before it. */
const firstKey = /(?:[ \t]*#[^\n\r]*(?:\r\n|\n|\r)){0,20}(?:[ \t]*([^\s:#>|*-][^:\n\r]{0,80}):(?:\s|$)|(?:---|\.\.\.)[ \t]*(?:[\n\r]|$))/uy;
const closing = /(?:\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/gu;

/** Where the YAML begins and ends, and where the line behind it begins. */
interface WrittenBlock extends Stretch {
  readonly end: number;
}

/** The block between two lines of dashes at the top, where a key (or nothing) follows the first. */
function writtenBlock(text: string): WrittenBlock | undefined {
  const from = beginningOf(text)?.from;
  if (from === undefined) return undefined;
  closing.lastIndex = from - 1;
  const close = closing.exec(text);
  return close ? { from, to: close.index + 1, end: closing.lastIndex } : undefined;
}

/** Where the YAML begins, and its first key where it has one. */
function beginningOf(text: string): { readonly from: number; readonly key?: string | undefined } | undefined {
  const from = opening.exec(text)?.[0].length ?? 0;
  firstKey.lastIndex = from;
  const first = from > 0 ? firstKey.exec(text) : null;
  return first ? { from, key: first[1] } : undefined;
}

/**
 * Where the front matter ends and the Markdown begins; 0 where there is none: a first line of dashes that no key
 * follows is a rule, and a block that never closes is Markdown.
 */
export const frontMatterEnd = (text: string): number => writtenBlock(text)?.end ?? 0;

/** What is read from and where the problems go. */
interface Reading {
  readonly text: string;
  /** Where the YAML begins in the text. */
  readonly start: number;
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly problems: FrontMatterProblem[];
}

/** A longer block is reported and not read: YAML of this length takes a second. */
const longest = 200_000;

/** Reads the front matter of a document; a text without one gives the defaults. */
export function readFrontMatter(text: string): FrontMatter {
  const block = writtenBlock(text);
  const yaml = block ? readBlock(text, block) : unclosed(text);
  const entries = new Map(yaml.entries.map((entry) => [nameOf(entry.key), entry]));
  const reading: Reading = { text, start: block?.from ?? 0, entries, problems: [] };
  for (const fault of yaml.faults) report(reading, "broken-yaml", fault);
  return {
    ...readFields(reading),
    values: Object.fromEntries(yaml.entries.map(({ key, value }) => [key, value])),
    spans: Object.fromEntries(yaml.entries.flatMap((entry) => [nameOf(entry.key), entry.key].map((key) => [key, spanOf(reading, entry)] as const))),
    problems: reading.problems,
  };
}

const readBlock = (text: string, { from, to }: WrittenBlock): YamlBlock =>
  to - from > longest ? { entries: [], faults: [{ key: "", from: 0, to: 0 }] } : readYaml(text.slice(from, to));

/** A line of dashes before one of our keys is front matter that lost its last line; before anything else it is a rule. */
function unclosed(text: string): YamlBlock {
  const key = beginningOf(text)?.key?.trim();
  return { entries: [], faults: key !== undefined && ourKeys.has(nameOf(key)) ? [{ key, from: 0, to: 3 }] : [] };
}

const ourKeys = new Set(["title", "question", "as-of", "resolves", "yardstick", "bibliography", "correlation", "authors", "tlp", "audiences"]);

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
  const correlation = shareOf(reading, "correlation");
  const tlp = textOf(reading, "tlp");
  return {
    ...(title !== undefined && { title }),
    ...(question !== undefined && { question }),
    ...(asOf !== undefined && { asOf }),
    ...(resolves !== undefined && { resolves }),
    ...(bibliography !== undefined && { bibliography }),
    ...(correlation !== undefined && { correlation }),
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

/** A share from 0 to 1, written `0.6` or `60%`. */
function shareOf(reading: Reading, name: string): number | undefined {
  const entry = stated(reading, name);
  const [, number, percent] = /^(\d{1,3}(?:\.\d{1,9})?)\s?(%)?$/u.exec(entry ? (written(entry.value) ?? "") : "") ?? [];
  const share = number === undefined ? undefined : Number(number) / (percent ? 100 : 1);
  if (share !== undefined && share <= 1) return share;
  if (entry) report(reading, "not-a-share", { key: entry.key, ...entry.valueAt });
  return undefined;
}

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
