import type { JunctionTree, Reach, TreeNode } from "#bayes/junction-tree";

/** All nodes above and with the posteriors of these variables. */
export function reachOf({ nodes, slots }: Pick<JunctionTree, "nodes" | "slots">, variables: readonly number[]): Reach {
  const [visit, open] = [new Uint8Array(nodes.length), new Uint8Array(nodes.length)];
  for (const variable of variables) {
    const { reader = -1, fromTable = false } = slots[variable] ?? {};
    if (reader < 0) continue;
    if (fromTable) open[reader] = 1;
    climb(nodes, reader, visit, open);
  }
  return { visit, open };
}

/** All nodes with a posterior or a probability table. */
export function wholeReach(tree: JunctionTree): Reach {
  const [visit, open] = [tree.reach.visit.slice(), tree.reach.open.slice()];
  for (const [place, { tables }] of tree.nodes.entries()) {
    if (tables.length === 0) continue;
    open[place] = 1;
    climb(tree.nodes, place, visit, open);
  }
  return { visit, open };
}

function climb(nodes: readonly TreeNode[], from: number, visit: Uint8Array, open: Uint8Array): void {
  for (let place = from; place >= 0 && visit[place] === 0; place = nodes[place]?.parent ?? -1) {
    visit[place] = 1;
    const parent = nodes[place]?.parent ?? -1;
    if (parent >= 0) open[parent] = 1;
  }
}
