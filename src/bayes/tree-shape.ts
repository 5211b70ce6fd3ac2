import { entriesOver } from "#bayes/axes";
import type { CliqueForest } from "#bayes/cliques";

/**
 * A node of the junction tree, before its tables are laid out: a clique, or a table of the size of a separator on which
 * children of one clique meet before it. Parents stand before their children.
 */
export interface Branch {
  /** Place of the parent in the list; -1 for a root. */
  readonly parent: number;
  /** What it shares with its parent, in the parent's order, and then the rest; the last variable changes fastest. */
  readonly scope: readonly number[];
  /** How many variables at the head of the scope it shares with its parent. */
  readonly shared: number;
}

/** A node on its way to becoming a branch: what it holds, and what hangs below it. */
interface Sprout {
  readonly variables: readonly number[];
  readonly below: readonly Sprout[];
}

/**
 * Hangs a forest of cliques up at its roots. Children whose separators are equal or contained in one another meet on a
 * table of the separator's size, so that each is not multiplied into the whole clique (the join tree with virtual nodes of
 * Shenoy 1997 goes the same way). Within a table what the parent shares comes first, so that a message is a run of row sums.
 */
export function shapeTree(forest: CliqueForest, sizes: readonly number[], rootVariable?: number): readonly Branch[] {
  const branches: Branch[] = [];
  const sizeOf = (variables: readonly number[]): number => entriesOver(variables, sizes);
  for (const root of rootsOf(forest, sizeOf, rootVariable)) lay(sprout(forest, root, sizeOf), branches);
  return branches;
}

/** One clique of each connected part: the smallest that holds the wanted variable, else the largest. */
function rootsOf({ cliques, neighbours }: CliqueForest, sizeOf: (variables: readonly number[]) => number, wanted?: number): readonly number[] {
  const seen = new Set<number>();
  const cost = (clique: number): number => {
    const variables = cliques[clique] ?? [];
    return wanted !== undefined && variables.includes(wanted) ? sizeOf(variables) - Number.MAX_VALUE : -sizeOf(variables);
  };
  return cliques.flatMap((_, first) => {
    if (seen.has(first)) return [];
    const part = [first];
    seen.add(first);
    for (const clique of part) {
      for (const other of neighbours[clique] ?? []) {
        if (!seen.has(other)) part.push(other);
        seen.add(other);
      }
    }
    const costs = part.map(cost);
    return [part[costs.indexOf(Math.min(...costs))] ?? first];
  });
}

/** The tree below a clique, without recursion: trees may be as deep as the network is long. */
function sprout({ cliques, neighbours }: CliqueForest, root: number, sizeOf: (variables: readonly number[]) => number): Sprout {
  const order: { readonly clique: number; readonly above: number }[] = [{ clique: root, above: -1 }];
  for (const { clique, above } of order) for (const other of neighbours[clique] ?? []) if (other !== above) order.push({ clique: other, above: clique });
  const hanging = new Map<number, Sprout[]>();
  const hang = (below: readonly Sprout[], clique: number): void => {
    const siblings = hanging.get(clique);
    if (siblings) siblings.push(...below);
    else hanging.set(clique, below.slice());
  };
  for (const { clique, above } of order.toReversed()) {
    const variables = cliques[clique] ?? [];
    const [rising, staying] = risingFrom(hanging.get(clique) ?? [], variables, cliques[above] ?? []);
    hang([{ variables, below: gather(staying, variables, sizeOf) }, ...rising], above);
  }
  return hanging.get(-1)?.[0] ?? { variables: [], below: [] };
}

/** Children all of whose separator the clique shares with the one above hang from there as well, beside a smaller table. */
function risingFrom(children: readonly Sprout[], clique: readonly number[], above: readonly number[]): readonly [readonly Sprout[], readonly Sprout[]] {
  const [own, higher] = [new Set(clique), new Set(above)];
  const rises = children.map(({ variables }) => variables.every((variable) => !own.has(variable) || higher.has(variable)));
  return [children.filter((_, at) => rises[at]), children.filter((_, at) => !rises[at])];
}

/** Children that share the same variables with the clique, and the groups within their separator. */
interface Group {
  readonly shared: readonly number[];
  readonly members: Sprout[];
  readonly within: Group[];
}

function gather(children: readonly Sprout[], clique: readonly number[], sizeOf: (variables: readonly number[]) => number): readonly Sprout[] {
  if (children.length < 2) return children;
  const held = new Set(clique);
  const groups = new Map<string, Group>();
  for (const child of children) {
    const shared = child.variables.filter((variable) => held.has(variable)).toSorted((a, b) => a - b);
    const key = shared.join();
    const group = groups.get(key);
    if (group) group.members.push(child);
    else groups.set(key, { shared, members: [child], within: [] });
  }
  const ordered = Array.from(groups.values()).toSorted((a, b) => sizeOf(a.shared) - sizeOf(b.shared));
  const outer = ordered.filter((group, at) => {
    const container = ordered.slice(at + 1).find(({ shared }) => shared.length > group.shared.length && containsAll(new Set(shared), group.shared));
    container?.within.push(group);
    return container === undefined;
  });
  return outer.flatMap(meeting);
}

const containsAll = (set: ReadonlySet<number>, wanted: readonly number[]): boolean => wanted.every((variable) => set.has(variable));

function meeting({ shared, members, within }: Group): readonly Sprout[] {
  const below = [...members, ...within.flatMap(meeting)];
  return below.length < 2 ? below : [{ variables: shared, below }];
}

/** Puts a sprout and all below it at the end of the list, parents first. */
function lay(root: Sprout, branches: Branch[]): void {
  const open: { readonly sprout: Sprout; readonly parent: number }[] = [{ sprout: root, parent: -1 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { sprout: { variables, below }, parent } = next;
    const held = new Set(variables);
    const shared = (branches[parent]?.scope ?? []).filter((variable) => held.has(variable));
    const place = branches.length;
    branches.push({ parent, scope: [...shared, ...byUse(variables.filter((variable) => !shared.includes(variable)), below)], shared: shared.length });
    for (const child of below.toReversed()) open.push({ sprout: child, parent: place });
  }
}

/** Those first that most children share, so that their runs are long. */
function byUse(variables: readonly number[], below: readonly Sprout[]): readonly number[] {
  const uses = new Map<number, number>();
  for (const child of below) for (const variable of child.variables) uses.set(variable, (uses.get(variable) ?? 0) + 1);
  return variables.toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b);
}
