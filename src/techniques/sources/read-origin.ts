import { headingKey } from "#model/heading";
import type { Source } from "./schema.ts";

/**
 * Gives every source its root: the origin as the author names it, followed through sources that go back to others of
 * the register. Origins that differ in case and punctuation only are one, spelled as it is spelled first.
 */
export function withRoots(sources: readonly Source[]): readonly Source[] {
  const byKey = new Map(sources.toReversed().map((source) => [source.key, source] as const));
  const linked = sources.map((source) => linkOrigin(source, byKey));
  const links = new Map(linked.toReversed().map((source) => [source.key, source] as const));
  const bases = new Set(linked.flatMap(({ origin }) => (origin?.key === undefined ? [] : [origin.key])));
  const spellings = new Map<string, string>();
  const endOf = endsOf(links);
  return linked.map((source) => {
    const end = endOf(source);
    if (end === undefined) return { ...source, loops: true };
    const written = end.origin?.written ?? (bases.has(end.key) ? end.key : undefined);
    return written === undefined ? source : { ...source, root: spelled(written, spellings) };
  });
}

/** An origin that is the bare key of another source goes back to that source. */
function linkOrigin(source: Source, byKey: ReadonlyMap<string, Source>): Source {
  const { origin, key } = source;
  if (!origin || origin.key !== undefined) return source;
  const named = origin.written.replace(/^@/u, "");
  return named !== key && byKey.has(named) ? { ...source, origin: { ...origin, key: named } } : source;
}

/** The last source of the chain of origins that begins with a source; undefined where it never ends. Each chain is walked once. */
function endsOf(links: ReadonlyMap<string, Source>): (source: Source) => Source | undefined {
  const ends = new Map<Source, Source | undefined>();
  return (source) => {
    const path = new Set<Source>();
    let at: Source | undefined = source;
    let end: Source | undefined;
    for (; at && !ends.has(at) && !path.has(at); at = nextOf(at, links)) {
      path.add(at);
      end = at;
    }
    if (at) end = ends.get(at);
    for (const passed of path) ends.set(passed, end);
    return end;
  };
}

const nextOf = ({ origin }: Source, links: ReadonlyMap<string, Source>): Source | undefined => (origin?.key === undefined ? undefined : links.get(origin.key));

function spelled(written: string, spellings: Map<string, string>): string {
  const key = headingKey(written) || written;
  const first = spellings.get(key);
  if (first === undefined) spellings.set(key, written);
  return first ?? written;
}
