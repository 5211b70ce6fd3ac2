import { shownDate } from "#core/read-cell";
import type { Results } from "#core/technique";
import type { Block, TableCell, TableRow, Tone } from "#model/block";
import type { Reliability } from "#model/grade";
import type { Prose } from "#model/outline";
import { clustersOf } from "./read-clusters.ts";
import type { Source, Sources } from "./schema.ts";

const tones: Readonly<Record<Reliability, Tone>> = { A: "good", B: "good", C: "note", D: "watch", E: "alarm", F: "note" };

/** The register with how often each source is cited, and the origins behind it. */
export function view({ sources, remarks }: Sources, { names }: Results): readonly Block[] {
  const register: Block = {
    kind: "table",
    caption: "Sources",
    head: ["Key", "Title", "Publisher", "Date", "Reliability", "Origin", "Cited"],
    rows: sources.map((source) => rowOf(source, names.references(source.key).length)),
  };
  return [...remarks.map((text): Block => ({ kind: "prose", text: text.source })), register, ...originsOf(sources, { names })];
}

const rowOf = (source: Source, cited: number): TableRow => ({
  id: source.key,
  cells: [source.keyed ? source.key : "", linkedTitle(source), words(source.publisher), source.date ? shownDate(source.date) : "", badge(source), source.root ?? source.origin?.written ?? "", String(cited)],
});

const words = (text: Prose | undefined): string => text?.source ?? "";

/** The title as a link to the address, where there is one and the title is none already. */
function linkedTitle({ title, address }: Source): string {
  const text = words(title);
  if (!address || !/^(?:https?:\/\/|urn:)/iu.test(address.url)) return text;
  return text === "" || text.includes("](") || text.includes("://") ? text || `<${address.url}>` : `[${text.replace(/[[\]]/gu, "\\$&")}](<${address.url}>)`;
}

function badge({ grade }: Source): TableCell {
  if (!grade?.reliability) return { badge: grade?.kind === "invalid" || grade?.kind === "digit" ? grade.written : "ungraded", tone: "watch" };
  return { badge: `${grade.reliability}${grade.credibility ?? ""}`, tone: tones[grade.reliability] };
}

/** Origins that stand behind more than one source, with their share of all citations. */
function originsOf(sources: readonly Source[], { names }: Pick<Results, "names">): readonly Block[] {
  const clusters = clustersOf(sources, names);
  const total = clusters.reduce((sum, { citations }) => sum + citations, 0);
  const shared = clusters.filter(({ keys }) => keys.length > 1);
  if (shared.length === 0) return [];
  const rows = shared.map(({ origin, keys, citations }) => ({
    cells: [origin, keys.join(", "), String(citations), total > 0 ? { probability: citations / total } : ""],
  }));
  return [{ kind: "table", caption: "Sources that share an origin count as one voice", head: ["Origin", "Sources", "Citations", "Share of all citations"], rows }];
}
