import type { Evidence, NetworkPiece, Opinion } from "#core/network-piece";
import type { Names } from "#model/names";
import type { ForecastRequest, Question } from "#workbench/forecast/request";

/**
 * What counts for a question. An item goes when all its sources are left out; as readings of one indicator supersede each
 * other, the techniques are then asked again without it, so that an older reading may return.
 */
export function countedPiece({ piecesFor, names, document, options = {} }: ForecastRequest, { until, without }: Question): NetworkPiece {
  const gone = new Set(without);
  for (;;) {
    const piece = piecesFor({ names, document, without: gone, assumed: options.assumed ?? new Map(), ...(until !== undefined && { until }) });
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
    opinions: piece.opinions.toSorted((a, b) => compareText(opinionKey(a), opinionKey(b))),
    evidence: piece.evidence.toSorted(places.compare),
    watched: piece.watched.toSorted(places.compare),
    dependents: piece.dependents.toSorted(places.compare),
  };
}

const opinionKey = ({ variable, kind, id, date = "" }: Opinion): string => `${variable} ${kind === "stated" ? 0 : 1} ${id} ${date}`;

/** Where ids stand in the document; an id that is declared nowhere comes last. */
export interface Places {
  compare(a: { readonly id: string }, b: { readonly id: string }): number;
}

export function placesIn(names: Names): Places {
  const known = new Map<string, readonly [number, number]>();
  const placeOf = (id: string): readonly [number, number] => {
    const span = names.find(id)?.span;
    const place = known.get(id) ?? (span ? [span.section, span.from] : [Infinity, Infinity]);
    known.set(id, place);
    return place;
  };
  return {
    compare: (a, b) => {
      const [one, other] = [placeOf(a.id), placeOf(b.id)];
      return difference(one[0], other[0]) || difference(one[1], other[1]) || compareText(a.id, b.id);
    },
  };
}

const difference = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
