import { shownDate } from "#core/read-cell";
import { citedSources } from "#core/read-ids";
import { headingSpan } from "#core/read-lines";
import { entriesOf, passagesIn } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import type { CalendarDate } from "#kit/date";
import type { Declaration } from "#model/names";
import type { Passage, Prose } from "#model/outline";
import { plain } from "#model/prose";
import { entryLines, readLine } from "./read-line.ts";
import { withRoots } from "./read-origin.ts";
import { columns, readRow } from "./read-row.ts";
import type { Source, Sources } from "./schema.ts";

/** The register: rows of tables, items of lists, and paragraphs whose lines begin with a key. */
export function read({ sections, document }: Found<"sources">): Reading<Sources> {
  const passages = passagesIn(sections.sources);
  const remarks = passages.flatMap(remarkIn);
  const sources = withRoots(distinctKeys(passages.flatMap((passage) => sourcesIn(passage, document.asOf))));
  return {
    part: { sources: [...sources], remarks, heading: headingSpan(sections.sources) },
    declares: sources.map(declarationOf),
    refers: [...sources.flatMap(({ cites }) => cites), ...remarks.flatMap((text) => citedSources(text))],
  };
}

function sourcesIn(passage: Passage, asOf: CalendarDate | undefined): readonly Source[] {
  if (passage.kind === "table") return entriesOf(passage, columns).map((entry, at) => readRow(entry, `source-row-${at + 1}`, asOf));
  if (passage.kind === "list") return passage.items.filter(({ prose }) => prose.source !== "").map(({ prose }, at) => readLine(prose, at + 1, asOf));
  return passage.kind === "paragraph" ? entryLines(passage.prose).map((line, at) => readLine(line, at + 1, asOf)) : [];
}

/** Sources without a key of their own never share a name. */
function distinctKeys(sources: readonly Source[]): readonly Source[] {
  const counts = new Map<string, number>(sources.flatMap(({ key, keyed }) => (keyed ? [[key, 1] as const] : [])));
  return sources.map((source) => {
    if (source.keyed) return source;
    const count = (counts.get(source.key) ?? 0) + 1;
    counts.set(source.key, count);
    return count === 1 ? source : { ...source, key: `${source.key}-${count}` };
  });
}

/** A paragraph of the section that is no entry of the register. */
const remarkIn = (passage: Passage): readonly Prose[] => (passage.kind === "paragraph" && entryLines(passage.prose).length === 0 ? [passage.prose] : []);

function declarationOf({ key, span, title, publisher, date, address, grade, root }: Source): Declaration {
  const facts: Record<string, string> = {};
  const add = (name: string, value: string | undefined): void => {
    if (value !== undefined && value !== "") facts[name] = value;
  };
  add("title", title && plain(title));
  add("publisher", publisher && plain(publisher));
  add("date", date && shownDate(date));
  add("address", address?.url);
  add("reliability", grade?.reliability);
  add("origin", root);
  return { id: key, kind: "source", title: facts["title"] ?? facts["publisher"] ?? key, span, facts };
}
