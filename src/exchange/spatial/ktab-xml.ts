import { readXml, type XmlElement } from "#exchange/network/xml";
import { Unreadable } from "#exchange/network/draft";
import type { SpatialActor, SpatialCase } from "#model/spatial-case";
import { fromZero, hundred, numberWithin, type Bounds } from "#exchange/spatial/case-problem";

/**
 * The XML of KTAB's spatial model (smpSchema.xsd): a `Scenario` with its `Dimensions` and `Actors`. The parameters of KTAB's own model and
 * the adjustment of ideal points are named in `passedOver`. Throws `Unreadable`.
 */
export function readKtabXml(text: string): { readonly case: SpatialCase; readonly passedOver: readonly string[] } {
  const root = readXml(text);
  if (root.name !== "Scenario") throw new Unreadable(`The root element of KTAB's XML is <Scenario>, not <${root.name}>.`, root.at);
  const issues = child(root, "Dimensions").children.filter(({ name }) => name === "dName").map(({ text: name }, number) => name.trim() || `Issue ${number + 1}`);
  const actors = child(root, "Actors").children.filter(({ name }) => name === "Actor").map((actor) => readActor(actor, issues.length));
  const passedOver = root.children.flatMap(({ name }) => (name === "ModelParameters" || name === "IdealAdjustment" ? [name] : []));
  return { case: { title: textOf(root, "name"), description: textOf(root, "desc"), issues, actors }, passedOver };
}

function child(parent: XmlElement, name: string): XmlElement {
  const found = parent.children.find((element) => element.name === name);
  if (!found) throw new Unreadable(`<${parent.name}> has no <${name}>.`, parent.at);
  return found;
}

const textOf = (parent: XmlElement, name: string): string => parent.children.find((element) => element.name === name)?.text.trim() ?? "";

function readActor(actor: XmlElement, issues: number): SpatialActor {
  const name = child(actor, "name").text.trim();
  if (name === "") throw new Unreadable("An actor has no name.", actor.at);
  const positions = numbersIn(child(actor, "Position"), "dCoord", name);
  const saliences = numbersIn(child(actor, "Salience"), "dSal", name);
  if (positions.length !== issues || saliences.length !== issues) throw new Unreadable(`${name} has ${positions.length} positions and ${saliences.length} saliences on ${issues} issues.`, actor.at);
  const stands = positions.map((position, issue) => ({ position, salience: (saliences[issue] ?? 0) / 100 }));
  return { name, description: textOf(actor, "description"), capability: numberOf(child(actor, "capability"), fromZero, name), stands };
}

const numbersIn = (parent: XmlElement, name: string, actor: string): readonly number[] => parent.children.filter((element) => element.name === name).map((element) => numberOf(element, hundred, actor));

function numberOf(element: XmlElement, bounds: Bounds, actor: string): number {
  const value = numberWithin(element.text, bounds);
  if (typeof value === "string") throw new Unreadable(`<${element.name}> of ${actor} ${value}.`, element.at);
  return value;
}
