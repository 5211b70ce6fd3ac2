import { reasonFor, type Attachment, type Attachments } from "#core/attachments";
import { findingOf, type RuleDescription } from "#core/rule";
import { emptyPiece } from "#core/network-piece";
import type { OpenTechnique } from "#core/technique";
import { keptFor } from "#kit/kept";
import type { Span } from "#kit/span";
import type { Finding } from "#model/finding";
import type { Declaration } from "#model/names";
import type { FrontMatter } from "#model/outline";
import type { BibliographyEntry } from "#reader/bibliography/entry";
import { readBibliography } from "#reader/bibliography/read-bibliography";

const shared = {
  severity: "error" as const,
  why: "The sources that are cited from it are unknown, and with them their grades and origins.",
  standard: "ICD 206 (2015), sourcing requirements",
};
const missing: RuleDescription = {
  ...shared,
  name: "document/missing-bibliography",
  what: "The bibliography {written} cannot be read: {reason}.",
  remedy: "Put the file beside the document, or list the sources in a section Sources.",
};
const unreadable: RuleDescription = {
  ...shared,
  name: "document/unreadable-bibliography",
  what: "The bibliography {written} is neither CSL-JSON nor BibTeX.",
  remedy: "Export it again as CSL-JSON or BibTeX.",
};

/** The rules about the file of sources beside the document. */
export const bibliographyRules: readonly RuleDescription[] = [missing, unreadable];

/** The sources that a bibliography adds to a document, as a part of it, and what is wrong with the file. */
export interface Bibliography {
  readonly parts: readonly OpenTechnique[];
  readonly findings: readonly Finding[];
}

const none: Bibliography = { parts: [], findings: [] };

/** Kept for as long as the file stays the same. */
const entriesIn = keptFor(({ text = "" }: Attachment) => readBibliography(text));

/** Reads the file that the front matter names; a source that the document itself declares keeps what is said there. */
export function openBibliography(document: FrontMatter, attachments: Attachments, parts: readonly OpenTechnique[]): Bibliography {
  const { bibliography: written, spans } = document;
  const span = spans["bibliography"];
  if (written === undefined || !span) return none;
  const file = attachments.get(written);
  if (file?.text === undefined) return { parts: [], findings: [findingOf(missing, { span, values: { written, reason: reasonFor(file) } })] };
  const entries = entriesIn(file);
  if (!entries) return { parts: [], findings: [findingOf(unreadable, { span, values: { written } })] };
  const known = new Set(parts.flatMap(({ declares }) => declares.map(({ id }) => id)));
  const fresh = new Map(entries.filter(({ key }) => !known.has(key)).map((entry) => [entry.key, entry] as const));
  return { parts: [partOf(document, Array.from(fresh.values(), (entry) => declarationOf(entry, span)))], findings: [] };
}

const declarationOf = ({ key, ...facts }: BibliographyEntry, span: Span): Declaration => ({ id: key, kind: "source", title: facts.title ?? facts.publisher ?? key, span, facts });

const partOf = (document: FrontMatter, declares: readonly Declaration[]): OpenTechnique => ({
  id: "bibliography",
  title: "Bibliography",
  readsTheRest: false,
  contributes: false,
  found: { sections: {}, document },
  declares,
  refers: [],
  attaches: [],
  check: () => [],
  network: () => emptyPiece,
  view: () => [],
  toJSON: () => declares,
});
