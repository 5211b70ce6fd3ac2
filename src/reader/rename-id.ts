import type { Edit } from "#kit/edit";
import type { Span } from "#kit/span";
import { headingKey } from "#model/heading";
import type { Citation, Outline, Passage, Prose, Section, Table } from "#model/outline";
import { plain } from "#model/prose";
import { absoluteOffset } from "#reader/locate";
import { scanInline } from "#reader/scan-inline";

/**
 * Renames an id wherever it is used: in ID cells, attributes, a leading `A1:`, citations, column headings, front matter
 * values that are the id alone, and in the text as a whole word. An id that could be an ordinary word or letter (`A`,
 * `other`) is renamed in the text only where it must be the id: at the start before a colon, as a column's heading, in
 * a column that holds ids, and a capital one behind words such as `scenario` or `rests on`. Code, addresses and comments
 * are left as they are.
 */
export function renameId(outline: Outline, id: string, newId: string): readonly Edit[] {
  const rename = { id, newId, word: wholeWord(id), heads: new RegExp(String.raw`^(\s*(?:p(?:r|rob|robability)?\s?\((?:[^()|]{0,60}\|)?\s*|(?:scenario|hypothesis|outcome|if)\s+)?)${literal(id)}\s*(?:$|:(?=\s|$)|[()])`, "iu") };
  const runs = outline.sections.flatMap(runsOf).filter(({ prose }) => prose.source.includes(id));
  return [...frontMatterPlaces(outline, rename), ...runs.flatMap((run) => placesIn(run, rename))].map(({ span, text }) => {
    const from = absoluteOffset(outline, span);
    return { from, to: from + span.to - span.from, text };
  });
}

interface Renaming {
  readonly id: string;
  readonly newId: string;
  readonly word: RegExp;
  /** How a run of text begins that carries this id: `A: ...`, `A (mandate)`, `P(A)`; with what stands before it. */
  readonly heads: RegExp;
}

interface Place {
  readonly span: Span;
  readonly text: string;
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);

/** The id where no letter, digit, underscore or hyphen touches it, nor a full stop between it and a letter. */
const wholeWord = (id: string): RegExp => {
  const inWord = String.raw`[\p{Letter}\p{Number}_-]`;
  return new RegExp(String.raw`(?<!${inWord}|${inWord}\.|[@#])${literal(id)}(?!${inWord}|\.[\p{Letter}\p{Number}])`, "gu");
};

/** A run of text, and the name of its column where it is a cell. */
interface Run {
  readonly prose: Prose;
  readonly column?: string;
}

/** Every run of text of a section, in order. */
const runsOf = ({ heading, passages }: Section): readonly Run[] => [{ prose: heading }, ...passages.flatMap(runsIn)];

function runsIn(passage: Passage): readonly Run[] {
  switch (passage.kind) {
    case "paragraph":
      return [{ prose: passage.prose }];
    case "list":
      return passage.items.flatMap((item) => [{ prose: item.prose }, ...item.passages.flatMap(runsIn)]);
    case "table":
      return runsInTable(passage);
    case "quote":
      return passage.passages.flatMap(runsIn);
    case "code":
    case "comment":
      return [];
  }
}

function runsInTable({ columns, rows }: Table): readonly Run[] {
  const names = columns.map((column) => headingKey(plain(column)));
  return [...columns.map((prose) => ({ prose })), ...rows.flatMap(({ cells }) => cells.map((prose, number) => ({ prose, column: names[number] ?? "" })))];
}

function placesIn(run: Run, rename: Renaming): readonly Place[] {
  const { prose } = run;
  const cited = prose.citations.filter(({ key }) => key === rename.id).flatMap((citation) => citedPlace(prose, citation, rename));
  return [...cited, ...attributePlaces(prose, rename), ...wordPlaces(run, rename)];
}

const at = ({ span }: Prose, from: number, to: number): Span => ({ section: span.section, from: span.from + from, to: span.from + to });

/** What may stand as a citation's key without braces. */
const plainKey = /^[\p{Letter}\p{Number}_]+(?:[:.#$%&\-+?<>~/][\p{Letter}\p{Number}_]+)*$/u;

function citedPlace(prose: Prose, { span }: Citation, { id, newId }: Renaming): readonly Place[] {
  const from = span.from - prose.span.from;
  const written = prose.source.slice(from, span.to - prose.span.from);
  const key = new RegExp(String.raw`@(?:\{${literal(id)}\}|${literal(id)}(?![\p{Letter}\p{Number}_]|[:.#$%&\-+?<>~/][\p{Letter}\p{Number}_]))`, "u").exec(written);
  if (key) return [{ span: at(prose, from + key.index, from + key.index + key[0].length), text: plainKey.test(newId) ? `@${newId}` : `@{${newId}}` }];
  const label = written.indexOf(id);
  return label < 0 ? [] : [{ span: at(prose, from + label, from + label + id.length), text: newId }];
}

function attributePlaces(prose: Prose, { id, newId }: Renaming): readonly Place[] {
  const { attributes } = prose;
  if (attributes.id !== id || !attributes.span) return [];
  const start = attributes.span.from - prose.span.from;
  const written = prose.source.slice(start, attributes.span.to - prose.span.from);
  const from = start + written.indexOf(`#${id}`) + 1;
  return [{ span: at(prose, from, from + id.length), text: newId }];
}

function wordPlaces(run: Run, rename: Renaming): readonly Place[] {
  const { prose } = run;
  const literals = scanInline(prose.source)?.literals ?? [];
  let passed = 0;
  const inLiteral = (index: number): boolean => {
    while ((literals[passed]?.[1] ?? Infinity) <= index) passed++;
    return (literals[passed]?.[0] ?? Infinity) <= index;
  };
  return Array.from(prose.masked.matchAll(rename.word))
    .filter(({ index }) => !inLiteral(index) && isMeant(run, index, rename))
    .map(({ index }) => ({ span: at(prose, index, index + rename.id.length), text: rename.newId }));
}

const pointing =
  /(?:scenarios?|options?|outcomes?|hypothes[ei]s|assumptions?|indicators?|judgements?|steps?|tests?|actors?|rests? on|bears? on|depends? on|affects|against|under|leads to):?\s+(?:[\p{Letter}\p{Number}_-]{1,24}(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+))*$/iu;

/** Columns whose cells hold ids. */
const idColumns = new Set(
  "id|key|bears on|rests on|affects|against|for|scenario|scenarios|outcome|hypothesis|judgement|finding|indicator|assumption|source|sources|actor|forum|step|test".split("|"),
);

/** Columns of Admiralty grades: the grade A2 is not the assumption A2. */
const gradeColumns = /\b(?:grade|admiralty|reliability|credibility|rating)\b/u;

/** A cell that names one thing or several, where `A weak text` is a title. */
const listOfWords = /^\s*[^\s,;]+(?:(?:\s*[,;]\s*(?:(?:and|or)\s+)?|\s+(?:and|or)\s+)[^\s,;]+){0,30}\s*$/u;

/** True where the word is the id and not an ordinary word of the language. */
function isMeant({ prose, column }: Run, index: number, { id, heads }: Renaming): boolean {
  if (column !== undefined && gradeColumns.test(column)) return false;
  if (/\p{Number}/u.test(id) && /\p{Letter}/u.test(id)) return true;
  if (column !== undefined && !idColumns.has(column)) return false;
  if (heads.exec(prose.masked)?.[1]?.length === index) return true;
  if (column !== undefined && listOfWords.test(prose.masked)) return true;
  return /^\p{Uppercase_Letter}/u.test(id) && pointing.test(prose.masked.slice(Math.max(0, index - 80), index));
}

/** Front matter values that are the id alone, and lists that hold it. */
function frontMatterPlaces({ text, frontMatter }: Outline, { id, newId }: Renaming): readonly Place[] {
  const alone = new RegExp(String.raw`(?<=(?:^|[:,[\n-])[ \t]*["']?)${literal(id)}(?=["']?[ \t]*(?:[,\]\r\n#]|$))`, "gu");
  const holds = (value: unknown): boolean => value === id || (Array.isArray(value) && value.includes(id));
  return Object.entries(frontMatter.values).flatMap(([key, value]) => {
    const span = frontMatter.spans[key];
    if (!span || !holds(value)) return [];
    const start = span.from + key.length;
    return Array.from(text.slice(start, span.to).matchAll(alone), ({ index }) => ({
      span: { section: 0, from: start + index, to: start + index + id.length },
      text: newId,
    }));
  });
}
