import type { Network } from "#bayes/network";
import { networkName, Unreadable, type Draft, type DraftTable, type DraftVariable, type Written } from "#exchange/network/draft";
import { childrenOf, escapeXml, numbersIn, readXml, type XmlElement } from "#exchange/network/xml";

/** Reads XMLBIF 0.3: in a TABLE the child changes fastest, then the last GIVEN. Properties are not carried. */
export function readXmlBif(text: string): Draft {
  const root = readXml(text);
  if (root.name.toLowerCase() !== "bif") throw new Unreadable(`The root element should be <BIF>, and is <${root.name}>.`, root.at);
  const [network = root] = childrenOf(root, "network");
  const variables = childrenOf(network, "variable").map(readVariable);
  if (variables.length === 0) throw new Unreadable("The file declares no variable.", network.at);
  return { variables, tables: [...childrenOf(network, "definition"), ...childrenOf(network, "probability")].map(readDefinition), notCarried: [...networkName(childrenOf(network, "name")[0]?.text.trim() ?? ""), ...[network, ...network.children].flatMap(leftOutOf)] };
}

const readElements: ReadonlySet<string> = new Set(["name", "variable", "definition", "probability", "outcome", "value", "for", "given", "table"]);

/** What an element holds that is not read; a property by its own name. */
const leftOutOf = ({ children }: XmlElement): readonly string[] =>
  children.flatMap(({ name, text }) => {
    if (readElements.has(name.toLowerCase())) return [];
    return [name.toLowerCase() === "property" ? `property ${text.split("=")[0]?.trim() ?? ""}`.trim() : name];
  });

function readVariable(element: XmlElement): DraftVariable {
  const type = element.attributes.get("TYPE") ?? element.attributes.get("type") ?? "nature";
  const id = textOf(element, "name");
  if (type !== "nature" && type !== "discrete") throw new Unreadable(`${id} is a ${type} node, which is no part of a discrete Bayesian network.`, element.at);
  return { id, states: [...childrenOf(element, "outcome"), ...childrenOf(element, "value")].map(({ text }) => text.trim()), at: element.at };
}

function textOf(element: XmlElement, name: string): string {
  const [child] = childrenOf(element, name);
  if (!child) throw new Unreadable(`<${element.name}> has no <${name.toUpperCase()}>.`, element.at);
  return child.text.trim();
}

function readDefinition(element: XmlElement): DraftTable {
  const [table] = childrenOf(element, "table");
  const variable = textOf(element, "for");
  if (!table) throw new Unreadable(`The definition of ${variable} has no <TABLE>.`, element.at);
  return { variable, parents: childrenOf(element, "given").map(({ text }) => text.trim()), probabilities: numbersIn(table), at: table.at };
}

/** Writes a network as XMLBIF 0.3, which takes names as they are. */
export function writeXmlBif({ variables, tables }: Network): Written {
  const nodes = variables.map(({ id, states }) => `  <VARIABLE TYPE="nature">\n    <NAME>${escapeXml(id)}</NAME>\n${states.map((state) => `    <OUTCOME>${escapeXml(state)}</OUTCOME>\n`).join("")}  </VARIABLE>\n`);
  const definitions = tables.map(
    ({ variable, parents, probabilities }) =>
      `  <DEFINITION>\n    <FOR>${escapeXml(variable)}</FOR>\n${parents.map((parent) => `    <GIVEN>${escapeXml(parent)}</GIVEN>\n`).join("")}    <TABLE>${probabilities.join(" ")}</TABLE>\n  </DEFINITION>\n`,
  );
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<BIF VERSION="0.3">\n<NETWORK>\n  <NAME>network</NAME>\n${nodes.join("")}${definitions.join("")}</NETWORK>\n</BIF>\n`, notes: [] };
}
