import type { Reliability } from "#model/grade";
import type { Names } from "#model/names";
import { reliabilityFactor } from "#workbench/forecast/report-reliability";

/** What the forecast needs to know of the document's sources. */
export interface SourceRegister {
  /** The best reliability among these sources; undefined where none is graded. */
  reliability(keys: readonly string[]): Reliability | undefined;
  /** What items that cite one of these sources have in common with others: the sources and their origins. */
  links(keys: readonly string[]): readonly string[];
}

interface Known {
  readonly reliability?: Reliability;
  readonly links: readonly string[];
}

const unknown: Known = { links: [] };

/** Looks each source up once, however often it is cited. */
export function sourceRegister(names: Names): SourceRegister {
  const known = new Map<string, Known>();
  const lookUp = (key: string): Known => {
    const found = known.get(key);
    if (found) return found;
    const read = readSource(key, names);
    known.set(key, read);
    return read;
  };
  const one = ([key]: readonly string[]): Known => (key === undefined ? unknown : lookUp(key));
  return {
    reliability: (keys) => (keys.length < 2 ? one(keys).reliability : best(keys.flatMap((key) => lookUp(key).reliability ?? []))),
    links: (keys) => (keys.length < 2 ? one(keys).links : keys.flatMap((key) => lookUp(key).links)),
  };
}

function readSource(key: string, names: Names): Known {
  const facts = names.find(key)?.facts;
  const letter = facts?.["reliability"]?.trim().charAt(0).toUpperCase();
  const reliability = letters.find((known) => known === letter);
  const origin = facts?.["origin"]?.trim().toLowerCase();
  return { links: [`source ${key}`, ...(origin ? [`origin ${origin}`] : [])], ...(reliability && { reliability }) };
}

const letters: readonly Reliability[] = ["A", "B", "C", "D", "E", "F"];

const best = (list: readonly Reliability[]): Reliability | undefined =>
  list.reduce<Reliability | undefined>((top, next) => (top === undefined || reliabilityFactor[next] > reliabilityFactor[top] ? next : top), undefined);
