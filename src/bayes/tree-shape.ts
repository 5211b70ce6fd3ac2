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
  for (const tree of treesOf(forest, sizes, rootVariable)) lay(sprout(forest, tree, sizes), branches);
  return branches;
}

/** The cliques of one connected part, each behind the one that it hangs from; the place of that one, -1 for the first. */
interface Hanging {
  readonly cliques: readonly number[];
  readonly above: readonly number[];
}

/** Each connected part, hung up at the smallest clique that holds the wanted variable, else at the largest. */
function treesOf(forest: CliqueForest, sizes: readonly number[], wanted: number | undefined): readonly Hanging[] {
  const { cliques } = forest;
  const seen = new Uint8Array(cliques.length);
  const trees: Hanging[] = [];
  for (let first = 0; first < cliques.length; first++) {
    if (seen[first] === 1) continue;
    const part = hangFrom(forest, first);
    let [root, least] = [first, Infinity];
    for (const clique of part.cliques) {
      seen[clique] = 1;
      const variables = cliques[clique] ?? [];
      const size = entriesOver(variables, sizes);
      const cost = wanted !== undefined && variables.includes(wanted) ? size - Number.MAX_VALUE : -size;
      if (cost < least) [root, least] = [clique, cost];
    }
    trees.push(root === first ? part : hangFrom(forest, root));
  }
  return trees;
}

function hangFrom({ neighbours }: CliqueForest, root: number): Hanging {
  const [cliques, above] = [[root], [-1]];
  for (let place = 0; place < cliques.length; place++) {
    const from = cliques[above[place] ?? -1] ?? -1;
    for (const other of neighbours[cliques[place] ?? 0] ?? []) {
      if (other === from) continue;
      cliques.push(other);
      above.push(place);
    }
  }
  return { cliques, above };
}

/** The tree below a clique, without recursion: trees may be as deep as the network is long. */
function sprout({ cliques: all }: CliqueForest, { cliques, above }: Hanging, sizes: readonly number[]): Sprout {
  const hanging: Sprout[][] = cliques.map(() => []);
  for (let place = cliques.length - 1; place > 0; place--) {
    const variables = all[cliques[place] ?? 0] ?? [];
    const higher = above[place] ?? 0;
    const staying = letRise(hanging[place] ?? [], { variables, above: all[cliques[higher] ?? 0] ?? [], rising: hanging[higher] ?? [] });
    hanging[higher]?.push({ variables, below: gather(staying, variables, sizes) });
  }
  const root = all[cliques[0] ?? 0] ?? [];
  return { variables: root, below: gather(hanging[0] ?? [], root, sizes) };
}

/** Children all of whose separator the clique shares with the one above hang from there as well, beside a smaller table; the others are returned. */
function letRise(children: readonly Sprout[], { variables, above, rising }: { readonly variables: readonly number[]; readonly above: readonly number[]; readonly rising: Sprout[] }): readonly Sprout[] {
  if (children.length === 0) return children;
  const staying: Sprout[] = [];
  for (const child of children) {
    const rises = child.variables.every((variable) => above.includes(variable) || !variables.includes(variable));
    (rises ? rising : staying).push(child);
  }
  return staying;
}

/** Children that share the same variables with the clique, and the groups within their separator. */
interface Group {
  readonly shared: readonly number[];
  readonly members: Sprout[];
  readonly within: Group[];
}

function gather(children: readonly Sprout[], clique: readonly number[], sizes: readonly number[]): readonly Sprout[] {
  if (children.length < 2) return children;
  const groups = new Map<string, Group>();
  for (const child of children) {
    const shared = clique.filter((variable) => child.variables.includes(variable));
    const key = shared.join();
    const group = groups.get(key);
    if (group) group.members.push(child);
    else groups.set(key, { shared, members: [child], within: [] });
  }
  const ordered = Array.from(groups.values());
  if (ordered.length > 1) ordered.sort((a, b) => entriesOver(a.shared, sizes) - entriesOver(b.shared, sizes));
  const outer = ordered.filter((group, at) => {
    for (let next = at + 1; next < ordered.length; next++) {
      const container = ordered[next];
      if (!container || container.shared.length <= group.shared.length || !group.shared.every((variable) => container.shared.includes(variable))) continue;
      container.within.push(group);
      return false;
    }
    return true;
  });
  return inPairs(outer, clique, sizes).flatMap(meeting);
}

/** A table of so many entries is large; children of one meet by twos on a table of what they share together, if that is so many times smaller. */
const large = 1 << 12;
const timesSmaller = 4;

/** So that a large table is multiplied and summed over less often. The two with the smallest table first. */
function inPairs(groups: readonly Group[], clique: readonly number[], sizes: readonly number[]): readonly Group[] {
  const entries = entriesOver(clique, sizes);
  let left = groups;
  for (let pair = entries < large ? undefined : smallestPair(left, clique, sizes); pair && pair.entries * timesSmaller <= entries; pair = smallestPair(left, clique, sizes)) {
    const { one, other, shared } = pair;
    left = [...left.filter((group) => group !== one && group !== other), { shared, members: [], within: [one, other] }];
  }
  return left;
}

function smallestPair(groups: readonly Group[], clique: readonly number[], sizes: readonly number[]) {
  let best: { readonly one: Group; readonly other: Group; readonly shared: readonly number[]; readonly entries: number } | undefined;
  for (const [at, one] of groups.entries()) {
    for (const other of groups.slice(at + 1)) {
      const shared = clique.filter((variable) => one.shared.includes(variable) || other.shared.includes(variable));
      const entries = entriesOver(shared, sizes);
      if (!best || entries < best.entries) best = { one, other, shared, entries };
    }
  }
  return best;
}

function meeting({ shared, members, within }: Group): readonly Sprout[] {
  const below = within.length === 0 ? members : [...members, ...within.flatMap(meeting)];
  return below.length < 2 ? below : [{ variables: shared, below }];
}

/** Puts a sprout and all below it at the end of the list, parents first. */
function lay(root: Sprout, branches: Branch[]): void {
  const sprouts = [root];
  const parents = [-1];
  for (let sprout = sprouts.pop(); sprout; sprout = sprouts.pop()) {
    const { variables, below } = sprout;
    const parent = parents.pop() ?? -1;
    const place = branches.length;
    const scope = (branches[parent]?.scope ?? []).filter((variable) => variables.includes(variable));
    const shared = scope.length;
    appendByUse(scope, variables, below);
    branches.push({ parent, scope, shared });
    for (let at = below.length - 1; at >= 0; at--) {
      sprouts.push(below[at] ?? root);
      parents.push(place);
    }
  }
}

/**
 * Appends the variables that are not there yet: those first that most children share, so that their runs are long, and
 * beside one another those that the same children share, so that they run as one.
 */
function appendByUse(scope: number[], variables: readonly number[], below: readonly Sprout[]): void {
  const own = variables.filter((variable) => !scope.includes(variable)).toSorted((a, b) => a - b);
  const users = own.length > 1 && below.length > 0 ? own.map((variable) => usersOf(variable, below)) : [];
  const order = users.map((_, place) => place);
  order.sort((a, b) => (users[b]?.count ?? 0) - (users[a]?.count ?? 0) || (users[a]?.which ?? 0) - (users[b]?.which ?? 0));
  for (let place = 0; place < own.length; place++) scope.push(own[order[place] ?? place] ?? 0);
}

/** How many children share a variable, and which: a number for each set of them (for each of the first fifty, and sets of the rest). */
function usersOf(variable: number, below: readonly Sprout[]): { readonly count: number; readonly which: number } {
  let [count, which] = [0, 0];
  for (let child = 0; child < below.length; child++) {
    if (below[child]?.variables.includes(variable) !== true) continue;
    count++;
    which += 2 ** (child % 50);
  }
  return { count, which };
}
