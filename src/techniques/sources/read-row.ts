import type { CalendarDate } from "#kit/date";
import { readDate, saying } from "#core/read-cell";
import { citedSources } from "#core/read-ids";
import type { Entry } from "#core/read-table";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import { readReliability } from "./read-reliability.ts";
import type { Origin, Source } from "./schema.ts";

/** The columns of a register, with the names they go by. */
export const columns = {
  key: ["Key", "ID", "Source ID", "Source key", "Ref", "Ref.", "Label", "No", "No.", "Number", "Code"],
  title: ["Title", "Source", "Document", "Name", "Item", "Report", "Headline", "Reference", "Description", "Source title"],
  publisher: ["Publisher", "Author", "Authors", "Organisation", "Organization", "Outlet", "Issued by", "Issuer", "Institution", "Body", "Publication", "Published by"],
  date: ["Date", "Published", "Publication date", "Date of publication", "Date published", "Dated", "Date of information"],
  address: ["Address", "URL", "Link", "Web address", "DOI", "Location", "Where", "Web", "Website"],
  reliability: ["Reliability", "Source reliability", "Reliability (A-F)"],
  grade: ["Grade", "Admiralty", "Admiralty grade", "Admiralty code", "Rating", "Source grade", "NATO grade"],
  origin: ["Origin", "Original source", "Provenance", "Derived from", "Goes back to", "Primary source", "Upstream"],
  kind: ["Kind", "Type", "Category", "Source type", "Kind of source", "Document type"],
} as const;
export type Column = keyof typeof columns;

/** A row of the register; without a key of its own it goes by the given one. */
export function readRow({ row, cells, other }: Entry<Column>, fallbackKey: string, asOf?: CalendarDate): Source {
  const written = keyOf(cells.key) ?? row.attributes.id;
  const key = written ?? fallbackKey;
  const origin = saying(cells.origin);
  return {
    key,
    keyed: written !== undefined,
    form: "row",
    span: cells.key?.span ?? cells.title?.span ?? row.span,
    ...filled({ title: saying(cells.title), publisher: saying(cells.publisher), kind: saying(cells.kind) }),
    ...factsOf(cells, asOf),
    reliabilityColumn: cells.reliability !== undefined,
    ...(origin && { origin: originOf(origin) }),
    loops: false,
    cites: [cells.title, cells.origin, ...other.map(({ cell }) => cell)].flatMap((cell) => (cell ? citedSources(cell, key) : [])),
  };
}

function factsOf(cells: Entry<Column>["cells"], asOf: CalendarDate | undefined): Pick<Source, "date" | "address" | "grade"> {
  const date = saying(cells.date);
  const address = saying(cells.address);
  const grade = cells.reliability ?? cells.grade;
  return {
    ...(date && { date: readDate(date, asOf) }),
    ...(address ? { address: addressIn(address) ?? { url: plain(address), span: address.span } } : optionalAddress(cells.title)),
    ...(grade && { grade: readReliability(grade) }),
  };
}

type Words = "title" | "publisher" | "kind";

/** The cells that are there, as a part of a source. */
function filled({ title, publisher, kind }: Readonly<Record<Words, Prose | undefined>>): Readonly<Partial<Record<Words, Prose>>> {
  return { ...(title && { title }), ...(publisher && { publisher }), ...(kind && { kind }) };
}

/** `sec2026`, `@sec2026`, `[@sec2026]`, `[S1]`: the bare key. */
function keyOf(cell: Prose | undefined): string | undefined {
  const written = cell && (cell.citations[0]?.key ?? plain(cell).replace(/^\[?\^?@?|\]:?$/gu, ""));
  return written === undefined || written === "" ? undefined : written;
}

const addressPattern = /https?:\/\/[^\s<>"|]+|\b(?:www\.)[^\s<>"|]+|\b10\.\d{4,9}\/[^\s<>"|]+|urn:[^\s<>"|]+/iu;

/** The first web address, DOI or URN in a text. */
export function addressIn(text: Prose): Source["address"] {
  const match = addressPattern.exec(text.source);
  if (!match) return undefined;
  const url = match[0].replace(/[).,;\]]+$/u, "");
  const from = text.span.from + match.index;
  return { url, span: { section: text.span.section, from, to: from + url.length } };
}

/** The address in a text as a part of a source, which may have none. */
export function optionalAddress(text: Prose | undefined): Pick<Source, "address"> {
  const address = text && addressIn(text);
  return address ? { address } : {};
}

/** An origin in words, or as the citation of another source. */
export function originOf(cell: Prose): Origin {
  const cited = cell.citations[0]?.key;
  return { written: plain(cell) || (cited ?? ""), span: cell.span, ...(cited !== undefined && { key: cited }) };
}
