import type { Evidence, NetworkPiece, Opinion } from "#core/network-piece";
import type { Names } from "#model/names";
import type { ForecastRequest, Question } from "#workbench/forecast/request";

/**
 * What counts for a question. An item goes when all its sources are left out; as readings of one indicator supersede each
 * other, the techniques are then asked again without it, so that an older reading may return.
 */
export function countedPiece({ piecesFor, names, document, attachments, options = {} }: ForecastRequest, { until, without }: Question): NetworkPiece {
  const gone = new Set(without);
  for (;;) {
    const piece = piecesFor({ names, document, without: gone, assumed: options.assumed ?? new Map(), ...(until !== undefined && { until }), ...(attachments && { attachments }) });
    const unsupported = piece.evidence.filter(({ id, sources }) => !gone.has(id) && sources.length > 0 && sources.every((key) => without.has(key)));
    if (unsupported.length === 0) return filtered(piece, { without: gone, ...(until !== undefined && { until }) });
    for (const { id } of unsupported) gone.add(id);
  }
}

/** Techniques leave out what the question leaves out; here nothing slips through that one of them forgot. */
function filtered(piece: NetworkPiece, { until, without }: Question): NetworkPiece {
  const isTimely = (date: string | undefined): boolean => until === undefined || date === undefined || date <= until;
  const counts = ({ id }: { readonly id: string }): boolean => !without.has(id);
  return {
    ...piece,
    opinions: piece.opinions.filter((opinion) => counts(opinion) && (opinion.kind === "stated" || isTimely(opinion.date))),
    evidence: piece.evidence.filter((item) => counts(item) && !without.has(item.bearsOn) && isTimely(item.date)).map((item) => withRemainingSources(item, without)),
    watched: piece.watched.filter(counts),
    dependents: piece.dependents.filter(counts),
  };
}

const withRemainingSources = (item: Evidence, without: ReadonlySet<string>): Evidence =>
  item.sources.some((key) => without.has(key)) ? { ...item, sources: item.sources.filter((key) => !without.has(key)) } : item;

/** Puts a piece's lists in the order of the document, so that the order in which techniques contribute never shows. */
export function inDocumentOrder(piece: NetworkPiece, places: Places): NetworkPiece {
  return {
    ...piece,
    opinions: piece.opinions.toSorted(compareOpinions),
    evidence: places.sorted(piece.evidence),
    watched: places.sorted(piece.watched),
    dependents: places.sorted(piece.dependents),
  };
}

/** By variable; the author's own first, then by name and date. */
const compareOpinions = (a: Opinion, b: Opinion): number =>
  compare(a.variable, b.variable) || compare(a.kind === "stated" ? 0 : 1, b.kind === "stated" ? 0 : 1) || compare(a.id, b.id) || compare(a.date ?? "", b.date ?? "");

/** Where ids stand in the document; an id that is declared nowhere comes last. */
export interface Places {
  sorted<Entry extends { readonly id: string; readonly bearsOn?: string }>(entries: readonly Entry[]): readonly Entry[];
}

export function placesIn(names: Names): Places {
  const known = new Map<string, Place>();
  const placeOf = (id: string): Place => {
    const found = known.get(id);
    if (found) return found;
    const place = names.find(id)?.span ?? nowhere;
    known.set(id, place);
    return place;
  };
  return {
    sorted: (entries) => {
      const placed = entries.map((entry) => ({ entry, place: placeOf(entry.id) }));
      return placed.toSorted((a, b) => comparePlaces(a.place, b.place) || compare(a.entry.id, b.entry.id) || compare(a.entry.bearsOn ?? "", b.entry.bearsOn ?? "")).map(({ entry }) => entry);
    },
  };
}

interface Place {
  readonly section: number;
  readonly from: number;
}
const nowhere: Place = { section: Infinity, from: Infinity };

const comparePlaces = (a: Place, b: Place): number => compare(a.section, b.section) || compare(a.from, b.from);
const compare = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);
