import { entriesOver } from "#bayes/axes";
import { familiesOf, type Question } from "#bayes/bounds/question";

/** The variables of a question in the order in which they are summed out, and how many entries the lists have together. */
interface Sequence {
  readonly sequence: readonly number[];
  readonly entries: number;
}

/**
 * Children before their parents: only then is all that is known about a variable beyond its own table in one list, and each
 * of its rows can be chosen as a whole. Of those whose turn it could be, the one with the smallest list.
 */
export function orderOf(question: Question): Sequence {
  const { network: { sizes }, known: { observed }, bearing } = question;
  const families = familiesOf(question.network);
  const free = (variable: number): readonly number[] => (families.get(variable) ?? []).filter((one) => !observed.has(one));
  const observedFirst = Array.from(bearing).filter((variable) => observed.has(variable));
  const sequence = observedFirst.slice();
  let scopes = observedFirst.map(free);
  let entries = scopes.reduce((sum, scope) => sum + entriesOver(scope, sizes), 0);
  const waiting = new Set(Array.from(bearing).filter((variable) => !observed.has(variable)));
  const children = childrenLeft(waiting, free);
  while (waiting.size > 0) {
    const { variable, scope, size } = cheapest(waiting, (one) => (children.get(one) ?? 0) === 0, (one) => bucketOf(one, free(one), scopes), sizes);
    sequence.push(variable);
    waiting.delete(variable);
    for (const parent of free(variable)) children.set(parent, (children.get(parent) ?? 0) - 1);
    scopes = [...scopes.filter((other) => !other.includes(variable)), scope.filter((other) => other !== variable)];
    entries += size;
  }
  return { sequence, entries };
}

function childrenLeft(waiting: ReadonlySet<number>, family: (variable: number) => readonly number[]): Map<number, number> {
  const children = new Map(Array.from(waiting, (variable) => [variable, -1]));
  for (const variable of waiting) for (const member of family(variable)) children.set(member, (children.get(member) ?? 0) + 1);
  return children;
}

const bucketOf = (variable: number, family: readonly number[], scopes: readonly (readonly number[])[]): readonly number[] =>
  Array.from(new Set([...family, ...scopes.filter((scope) => scope.includes(variable)).flat()]));

interface Bucket {
  readonly variable: number;
  readonly scope: readonly number[];
  readonly size: number;
}

function cheapest(waiting: ReadonlySet<number>, ready: (variable: number) => boolean, scopeOf: (variable: number) => readonly number[], sizes: readonly number[]): Bucket {
  let best: Bucket = { variable: -1, scope: [], size: Infinity };
  for (const variable of waiting) {
    if (!ready(variable)) continue;
    const scope = scopeOf(variable);
    const size = entriesOver(scope, sizes);
    if (size < best.size || best.variable < 0) best = { variable, scope, size };
  }
  return best;
}
