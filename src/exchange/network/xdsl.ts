import type { Network } from "#bayes/network";
import { countNumbers, networkName, Unreadable, type Draft, type DraftTable, type DraftVariable, type Written } from "#exchange/network/draft";
import { withArticle } from "#kit/list-text";
import { shortened } from "#kit/short-text";
import { causesWhenAbsent, type NoisyMax, expandNoisyMax, mostExpanded } from "#exchange/network/noisy-max";
import { withPlainNames } from "#exchange/network/plain-names";
import { childrenOf, escapeXml, numbersIn, readXml, type XmlElement } from "#exchange/network/xml";

/**
 * Reads GeNIe's .xdsl: `cpt` nodes, whose probabilities list the child fastest and then the last of the parents,
 * `deterministic` ones, and `noisymax` ones as the tables that they stand for. Other kinds (decisions, utilities, equations)
 * are refused by name; submodels, positions and all other extensions are not carried.
 */
export function readXdsl(text: string): Draft {
  const root = readXml(text);
  const [nodes] = childrenOf(root, "nodes");
  if (root.name.toLowerCase() !== "smile" || !nodes) throw new Unreadable("The root element should be <smile> with <nodes> in it.", root.at);
  const variables = nodes.children.map(readVariable);
  if (variables.length === 0) throw new Unreadable("The file declares no node.", nodes.at);
  const byId = new Map(variables.map((variable) => [variable.id, variable]));
  const count = countNumbers();
  for (const node of nodes.children) if (node.name === "noisymax") count(Math.min(mostExpanded, expandedSize(node, byId)), node.at);
  const notes = nodes.children.filter(({ name }) => name === "noisymax").flatMap((node) => absentNotes(noisyMaxOf(node, byId)));
  return { variables, tables: nodes.children.map((node) => readTable(node, byId)), notes, notCarried: [...networkName(root.attributes.get("id") ?? ""), ...nodes.children.flatMap(leftOutOf), ...root.children.filter((child) => child !== nodes).map(({ name }) => (name === "extensions" ? "extensions of GeNIe (positions, submodels)" : name))] };
}

const tableKinds: readonly string[] = ["cpt", "deterministic", "noisymax"];
const readElements: readonly string[] = ["state", "parents", "probabilities", "resultingstates", "strengths", "parameters"];

/** What a node holds beside its states and its table. */
const leftOutOf = ({ name, attributes, children }: XmlElement): readonly string[] => [
  ...(name === "noisymax" ? ["noisy-max form (the table is written)"] : []),
  ...Array.from(attributes.keys()).filter((attribute) => attribute !== "id"),
  ...children.flatMap((child) => (child.name === "property" ? [`property ${child.attributes.get("id") ?? ""}`.trim()] : readElements.includes(child.name) ? [] : [child.name])),
];

function readVariable(node: XmlElement): DraftVariable {
  const id = node.attributes.get("id") ?? "";
  if (!tableKinds.includes(node.name)) throw new Unreadable(`${id} is ${withArticle(node.name)} node; only nodes with a table of probabilities are read.`, node.at);
  return { id, states: childrenOf(node, "state").map(({ attributes }) => attributes.get("id") ?? ""), at: node.at };
}

const words = (element: XmlElement | undefined): readonly string[] => element?.text.split(/\s+/u).filter((word) => word !== "") ?? [];

function readTable(node: XmlElement, byId: ReadonlyMap<string, DraftVariable>): DraftTable {
  const variable = node.attributes.get("id") ?? "";
  const states = byId.get(variable)?.states ?? [];
  if (node.name === "noisymax") return readNoisyMax(node, byId);
  const [table] = childrenOf(node, node.name === "cpt" ? "probabilities" : "resultingstates");
  if (!table) throw new Unreadable(`${variable} has no ${node.name === "cpt" ? "probabilities" : "resulting states"}.`, node.at);
  const parents = words(childrenOf(node, "parents")[0]);
  const probabilities = node.name === "cpt" ? numbersIn(table) : words(table).flatMap((state) => oneHot(states, state, { variable, at: table.at }));
  return { variable, parents, probabilities, at: table.at };
}

/** How many numbers the table of a noisy-max node would have. */
const expandedSize = (node: XmlElement, byId: ReadonlyMap<string, DraftVariable>): number =>
  [node.attributes.get("id") ?? "", ...words(childrenOf(node, "parents")[0])].reduce((product, id) => product * (byId.get(id)?.states.length ?? 1), 1);

/** GeNIe keeps 0 ... 0 1 for the absent state of a cause; other numbers are taken at their word. */
const absentNotes = (node: NoisyMax): readonly string[] =>
  causesWhenAbsent(node).map((parent) => `The noisy-max node ${shortened(node.variable, 60)} gives effects to the absent state of ${shortened(parent, 60)}, for which GeNIe has none; its numbers were taken as they are.`);

function readNoisyMax(node: XmlElement, byId: ReadonlyMap<string, DraftVariable>): DraftTable {
  const described = noisyMaxOf(node, byId);
  const { variable, parents, at } = described;
  return { variable, parents, probabilities: expandNoisyMax(described), at };
}

function noisyMaxOf(node: XmlElement, byId: ReadonlyMap<string, DraftVariable>): NoisyMax {
  const variable = node.attributes.get("id") ?? "";
  const [parameters] = childrenOf(node, "parameters");
  const [strengths] = childrenOf(node, "strengths");
  if (!parameters) throw new Unreadable(`${variable} has no parameters.`, node.at);
  const parents = words(childrenOf(node, "parents")[0]);
  const sizes = parents.map((parent) => {
    const size = byId.get(parent)?.states.length;
    if (size === undefined) throw new Unreadable(`The table of ${variable} names ${parent}, which is no variable.`, node.at);
    return size;
  });
  const width = byId.get(variable)?.states.length ?? 0;
  return { variable, at: parameters.at, width, parents, sizes, strengths: strengths ? numbersIn(strengths) : [], parameters: numbersIn(parameters) };
}

function oneHot(states: readonly string[], state: string, { variable, at }: { readonly variable: string; readonly at: number }): readonly number[] {
  if (!states.includes(state)) throw new Unreadable(`${variable} has no state ${state}.`, at);
  return states.map((one) => Number(one === state));
}

/** Writes a network for GeNIe, with its names as titles and the nodes on a grid; names that are no identifiers are changed, and a note says which. */
export function writeXdsl(network: Network): Written {
  const { network: { variables, tables }, notes } = withPlainNames(network, { andStates: true });
  const byVariable = new Map(tables.map((table) => [table.variable, table]));
  const states = new Map(variables.map((variable) => [variable.id, variable.states]));
  const nodes = inOrder(variables.map(({ id }) => id), byVariable).map((id) => {
    const { parents = [], probabilities = [] } = byVariable.get(id) ?? {};
    const listed = (states.get(id) ?? []).map((state) => `\n\t\t\t<state id="${state}" />`).join("");
    return `\t\t<cpt id="${id}">${listed}${parents.length === 0 ? "" : `\n\t\t\t<parents>${parents.join(" ")}</parents>`}\n\t\t\t<probabilities>${probabilities.join(" ")}</probabilities>\n\t\t</cpt>\n`;
  });
  const titles = variables.map(({ id }, at) => `\t\t\t<node id="${id}">\n\t\t\t\t<name>${escapeXml(network.variables[at]?.id ?? id)}</name>\n\t\t\t\t<interior color="e5f6f7" />\n\t\t\t\t<outline color="0000bb" />\n\t\t\t\t<font color="000000" name="Arial" size="8" />\n\t\t\t\t<position>${position(at)}</position>\n\t\t\t</node>\n`);
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<smile version="1.0" id="network" numsamples="10000" discsamples="10000">\n\t<nodes>\n${nodes.join("")}\t</nodes>\n\t<extensions>\n\t\t<genie version="1.0" app="Rapporteur" name="network">\n${titles.join("")}\t\t</genie>\n\t</extensions>\n</smile>\n`;
  return { text, notes };
}

/** Left, top, right and bottom of the place of a node, eight in a row. */
function position(at: number): string {
  const [left, top] = [40 + 140 * (at % 8), 40 + 90 * Math.floor(at / 8)];
  return [left, top, left + 100, top + 50].join(" ");
}

/** Parents before their children, as GeNIe wants them. */
function inOrder(ids: readonly string[], tables: ReadonlyMap<string, { readonly parents: readonly string[] }>): readonly string[] {
  const placed = new Set<string>();
  const open = ids.toReversed();
  for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
    const missing = (tables.get(id)?.parents ?? []).filter((parent) => !placed.has(parent));
    if (missing.length > 0 && !placed.has(id)) {
      open.push(...missing);
      continue;
    }
    placed.add(id);
    open.pop();
  }
  return Array.from(placed);
}
