import { keptFor } from "#kit/kept";
import type { Kind, Names, Reference } from "#model/names";
import { readGrade } from "#model/read-grade";
import type { Judgement } from "./schema.ts";

/** A source behind a judgement, with the grade of the cited item where one is written there. */
export interface Support {
  readonly key: string;
  readonly grade?: string;
}

/** Entries that pass on what they rest on to a judgement that rests on them. */
const carrying: readonly Kind[] = ["judgement", "assumption", "indicator", "observation", "hypothesis", "step", "test"];
/** Entries that bear on another one and so bring their sources to it. */
const bearing: ReadonlySet<Kind> = new Set(["observation", "test"]);

/** The references that each entry makes, by its id. */
type Outgoing = ReadonlyMap<string, readonly Reference[]>;

const outgoingOf = keptFor((names: Names): Outgoing => {
  const outgoing = new Map<string, Reference[]>();
  for (const { id } of [...carrying, "source" as const].flatMap((kind) => names.all(kind))) {
    for (const reference of names.references(id)) if (reference.from !== undefined) push(outgoing, reference.from, reference);
  }
  return outgoing;
});

function push(map: Map<string, Reference[]>, key: string, reference: Reference): void {
  const list = map.get(key);
  if (list) list.push(reference);
  else map.set(key, [reference]);
}

const isSource = ({ id, kinds }: Reference, names: Names): boolean => kinds.includes("source") || names.find(id)?.kind === "source";

/** The sources that the judgement itself cites. */
export const citedBy = (judgement: Judgement, names: Names): readonly Support[] =>
  judgement.names.filter((reference) => isSource(reference, names)).map(({ id, grade }) => ({ key: id, ...(grade !== undefined && { grade }) }));

/**
 * What the judgement names as its ground beside sources: what stands behind `rests on`, and declared entries that are
 * mentioned. A scenario is what a judgement is about, not what it rests on.
 */
export const groundsOf = (judgement: Judgement, names: Names): readonly string[] => [
  ...new Set(
    judgement.names
      .filter((reference) => !isSource(reference, names) && (reference.passing !== true || names.find(reference.id) !== undefined))
      .filter(({ id }) => id !== judgement.id && names.find(id)?.kind !== "scenario")
      .map(({ id }) => id),
  ),
];

/** The sources a judgement cites and those behind what it rests on: an assumption's, an indicator's observations'. */
export function sourcesBehind(judgement: Judgement, names: Names): readonly Support[] {
  const outgoing = outgoingOf(names);
  const seen = new Set<string>([judgement.id]);
  const waiting = [...groundsOf(judgement, names)];
  const found = [...citedBy(judgement, names)];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    for (const reference of outgoing.get(id) ?? []) {
      if (isSource(reference, names)) found.push({ key: reference.id, ...(reference.grade !== undefined && { grade: reference.grade }) });
      else if (names.find(reference.id)?.kind !== "scenario") waiting.push(reference.id);
    }
    for (const { from } of names.references(id)) if (from !== undefined && bearing.has(names.find(from)?.kind ?? "source")) waiting.push(from);
  }
  return found;
}

/** Where the sources have what they say from: reports of one origin are one source. */
export const originsOf = (sources: readonly Support[], names: Names): readonly string[] => [
  ...new Set(sources.map(({ key }) => (names.find(key)?.facts?.["origin"] ?? key).trim().toLowerCase())),
];

/** True where the source is unreliable or cannot be judged, or the item is improbable or cannot be judged. */
export function isWeak({ key, grade }: Support, names: Names): boolean {
  const item = grade === undefined ? undefined : readGrade(grade);
  const reliability = item?.reliability ?? names.find(key)?.facts?.["reliability"];
  return reliability === "E" || reliability === "F" || item?.credibility === 5 || item?.credibility === 6;
}
