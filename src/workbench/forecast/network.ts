import type { Watched } from "#core/network-piece";
import type { ConditionalTable, Evidence, Network, Variable } from "#bayes/network";
import { assumptionStates, evidenceOn, messageOf, type CompiledAssumption } from "#workbench/forecast/assumptions";
import { isPossible, quietLook, rootsOf, withoutEvidence, type Compiled, type Root } from "#workbench/forecast/roots";
import type { WeighedItem } from "#workbench/forecast/weigh";

/** A forecast as a Bayesian network and what is known about it: for inference, and for other programs. */
export interface ForecastNetwork {
  readonly network: Network;
  readonly evidence: Evidence;
}

/** A node, its table, and what is known about it. */
interface Node extends Variable {
  readonly parents: readonly string[];
  readonly probabilities: readonly number[];
  readonly observed?: string;
  readonly likelihood?: readonly number[];
}

/** The states of an indicator's node: when it is crossed, if at all. */
const crossedBefore = "crossed before the last look";
const crossedLater = "crossed later";
const crossed = "crossed";
const notCrossed = "not crossed";

/**
 * One network for the whole assessment. Scenarios and hypotheses are roots; assumptions are their children, as are
 * indicators, which below a quiet look have a report that may be wrong. All other evidence is soft evidence on what it
 * bears on, and so is what dependence takes away from a quiet report.
 */
export function forecastNetwork(compiled: Compiled): ForecastNetwork {
  const roots = rootsOf(compiled).map((root) => (isPossible(root) ? root : withoutEvidence(root)));
  const fixed = [
    ...roots.map(rootNode),
    ...roots.flatMap(({ variable, assumptions }) => assumptions.flatMap((assumption) => assumptionNode(assumption, variable.id))),
    ...compiled.assumptions.filter(isLone).map(loneNode),
  ];
  const nameFor = naming(fixed.map(({ id }) => id));
  return networkOfNodes([...fixed, ...roots.flatMap((root) => root.watched.flatMap((watched) => indicatorNodes(watched, root, nameFor)))]);
}

/** Names that no other node has: an id that is taken gets a number. */
function naming(names: readonly string[]): (id: string) => string {
  const taken = new Set(names);
  return (id) => {
    let name = id;
    for (let number = 2; taken.has(name); number++) name = `${id} (${number})`;
    taken.add(name);
    return name;
  };
}

function networkOfNodes(nodes: readonly Node[]): ForecastNetwork {
  return {
    network: {
      variables: nodes.map(({ id, states }) => ({ id, states })),
      tables: nodes.map(({ id, parents, probabilities }): ConditionalTable => ({ variable: id, parents, probabilities })),
    },
    evidence: {
      observed: Object.fromEntries(nodes.flatMap(({ id, observed }) => (observed === undefined ? [] : [[id, observed]]))),
      likelihoods: Object.fromEntries(nodes.flatMap(({ id, likelihood }) => (likelihood ? [[id, likelihood]] : []))),
    },
  };
}

function rootNode(root: Root): Node {
  const { variable, states, prior, items } = root;
  const reported = new Set(root.watched.flatMap((watched) => lookAt(watched, root) ?? []));
  const soft = [
    ...items.map((item) => (reported.has(item) ? correction(item, root) : likelihoodOf(item))),
    ...root.assumptions.filter((assumption) => !assumption.table || isCertain(assumption)).map((assumption) => messageOf(assumption) ?? []),
  ];
  const likelihood = states.map((_, state) => soft.reduce((product, vector) => product * (vector[state] ?? 1), 1));
  return { id: variable.id, states, parents: [], probabilities: prior.point, likelihood: scaled(likelihood, prior.point) };
}

/** Only ratios matter: brings the largest entry that a possible state has to 1. */
function scaled(vector: readonly number[], prior: readonly number[]): readonly number[] {
  const largest = Math.max(...vector.filter((_, state) => (prior[state] ?? 0) > 0));
  return vector.map((value, state) => ((prior[state] ?? 0) > 0 ? value / largest : 0));
}

const likelihoodOf = ({ graded, share }: WeighedItem): readonly number[] => graded.point.map((log) => Math.exp(share * log));

/** A row that is certain to hold cannot be observed to fail in a network; what follows from failure is then soft evidence. */
const isCertain = ({ table, assumed }: CompiledAssumption): boolean => assumed === "fails" && table !== undefined && table.every((fails) => fails === 0);

function assumptionNode(assumption: CompiledAssumption, parent: string): readonly Node[] {
  const { dependent, table, assumed, items } = assumption;
  if (!table) return [];
  const known = assumed !== undefined && !isCertain(assumption) ? { observed: assumed } : items.length > 0 ? { likelihood: evidenceOn(items) } : {};
  return [{ id: dependent.id, states: assumptionStates, parents: [parent], probabilities: table.flatMap((fails) => [1 - fails, fails]), ...known }];
}

const isLone = ({ dependent, ifFails, contradictions }: CompiledAssumption): boolean => dependent.holds !== undefined && ifFails === undefined && contradictions.length === 0;

function loneNode({ dependent, items, assumed }: CompiledAssumption): Node {
  const holds = dependent.holds?.point ?? 1;
  const likelihood = evidenceOn(items);
  const possible = holds * likelihood[0] + (1 - holds) * likelihood[1] > 0;
  const known = assumed === undefined && possible ? { likelihood } : {};
  return { id: dependent.id, states: assumptionStates, parents: [], probabilities: [holds, 1 - holds], ...known };
}

/** The quiet look at an indicator; undefined where there is none, or where it was not read as 1 - qF. */
function lookAt(watched: Watched, root: Root): WeighedItem | undefined {
  const { quiet, crossing } = watched;
  const { states } = root;
  const look = quietLook(root, watched);
  if (!look || !quiet) return undefined;
  const expected = states.map((state) => 1 - (crossing[state]?.point ?? 0.5) * quiet.elapsed);
  const agrees = states.every((state, at) => Math.abs((look.item.likelihood[state]?.point ?? -1) - (expected[at] ?? 0)) < 1e-9);
  return agrees ? look : undefined;
}

function indicatorNodes(watched: Watched, root: Root, nameFor: (id: string) => string): readonly Node[] {
  const { quiet, crossing } = watched;
  const id = nameFor(watched.id);
  const parents = [root.variable.id];
  const likely = root.states.map((state) => crossing[state]?.point ?? 0.5);
  const look = lookAt(watched, root);
  if (!look || !quiet) return [{ id, states: [crossed, notCrossed], parents, probabilities: likely.flatMap((q) => [q, 1 - q]) }];
  const noise = (1 - look.reliability) / look.item.outcomes;
  const telling = look.reliability + noise;
  const rows = likely.flatMap((q) => [q * quiet.elapsed, q * (1 - quiet.elapsed), 1 - q]);
  const reports = [noise, telling, telling].flatMap((says) => [says, 1 - says]);
  return [
    { id, states: [crossedBefore, crossedLater, notCrossed], parents, probabilities: rows },
    { id: nameFor(look.item.id), states: ["quiet", crossed], parents: [id], probabilities: reports, observed: "quiet" },
  ];
}

/** What an item weighs in the forecast over what its report node weighs by itself. */
function correction({ item, graded, share, reliability }: WeighedItem, { states }: Root): readonly number[] {
  const noise = (1 - reliability) / item.outcomes;
  return states.map((state, at) => {
    const counts = Math.exp(share * (graded.point[at] ?? 0));
    const reports = reliability * (item.likelihood[state]?.point ?? 0) + noise;
    return counts === 0 || reports === 0 ? counts : counts / reports;
  });
}
