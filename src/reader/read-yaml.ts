import { type Document, isMap, isNode, isScalar, type Pair, parseDocument } from "yaml";
import type { Stretch } from "#reader/read-prose";

/** A top-level key of a YAML block with its value and the places of both, in offsets of the text. */
export interface YamlEntry extends Stretch {
  readonly key: string;
  readonly value: unknown;
  /** Where the value alone stands; the key's place where there is no value. */
  readonly valueAt: Stretch;
}

/** What is no YAML: the key near which it stands ("" where there is none) and the place. */
export interface YamlFault extends Stretch {
  readonly key: string;
}

export interface YamlBlock {
  readonly entries: readonly YamlEntry[];
  readonly faults: readonly YamlFault[];
}

/** Reads a YAML mapping with the places of its keys. Dates stay as they are written. Never throws. */
export function readYaml(text: string): YamlBlock {
  const lines = text.replace(/\r(?!\n)/gu, "\n");
  const document = parseDocument(lines, { prettyErrors: false, uniqueKeys: false, logLevel: "silent" });
  const { contents } = document;
  const pairs = isMap(contents) ? contents.items : [];
  const entries = pairs.flatMap((pair) => readPair(document, pair));
  const faults = document.errors.map(({ pos }) => faultAt(entries, lines, pos[0]));
  const noMapping = contents !== null && !isMap(contents) && faults.length === 0 ? [{ key: "", from: 0, to: text.trimEnd().length }] : [];
  return { entries, faults: [...faults, ...noMapping, ...repeated(entries), ...entries.filter(({ value }) => value === undefined)] };
}

function readPair(document: Document, { key, value }: Pair): readonly YamlEntry[] {
  if (!isScalar(key) || !key.range) return [];
  const keyAt = { from: key.range[0], to: key.range[1] };
  const range = isNode(value) ? value.range : undefined;
  const valueAt = range && range[1] > range[0] ? { from: range[0], to: range[1] } : keyAt;
  return [{ key: String(key.value), value: valueOf(document, value), from: keyAt.from, to: valueAt.to, valueAt }];
}

/** The value as plain data; undefined where an alias points nowhere, to itself, or would expand without end. */
function valueOf(document: Document, value: unknown): unknown {
  if (!isNode(value)) return null;
  try {
    const data: unknown = value.toJS(document, { maxAliasCount: 100 });
    return isScalar(value) || JSON.stringify(data) !== undefined ? data : undefined;
  } catch {
    return undefined;
  }
}

function faultAt(entries: readonly YamlEntry[], text: string, at: number): YamlFault {
  const line = { from: text.lastIndexOf("\n", Math.max(0, at - 1)) + 1, to: text.indexOf("\n", at) };
  const key = entries.findLast(({ from }) => from <= at)?.key ?? "";
  return { key, from: line.from, to: line.to < 0 ? text.length : line.to };
}

function repeated(entries: readonly YamlEntry[]): readonly YamlFault[] {
  const seen = new Set<string>();
  return entries.filter(({ key }) => seen.size === seen.add(key).size).map(({ key, from, to }) => ({ key, from, to }));
}
