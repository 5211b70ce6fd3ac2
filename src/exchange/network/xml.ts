import { decimal } from "#exchange/network/decimal";
import { Unreadable } from "#exchange/network/draft";

/** An element of an XML text and where it begins. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text directly in it, without that of its children. */
  readonly text: string;
  readonly at: number;
}

/** Reads the root element of a well-formed XML text; declarations, comments and the document type are passed over. Throws `Unreadable`. */
export function readXml(text: string): XmlElement {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf("<", at);
    const end = next < 0 ? text.length : next;
    const inner = open.at(-1);
    if (inner) inner.text.push(decode(text.slice(at, end), at));
    else if (text.slice(at, end).trim() !== "") throw new Unreadable("There is text outside the root element.", at);
    if (next < 0) break;
    const special = skipSpecial(text, next, inner);
    if (special !== undefined) {
      at = special;
      continue;
    }
    const tag = readTag(text, next);
    at = tag.end;
    const closed = applyTag(open, tag, next);
    if (!closed || open.length > 0) continue;
    if (root) throw new Unreadable("There are two root elements.", next);
    root = closed;
  }
  const unclosed = open.at(-1);
  if (unclosed) throw new Unreadable(`<${unclosed.name}> is not closed.`, unclosed.at);
  if (!root) throw new Unreadable("The file holds no XML element.", 0);
  return root;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  readonly text: string[];
  readonly at: number;
}

/** Behind a comment, a declaration, a document type or character data; undefined where an element's tag stands. */
function skipSpecial(text: string, at: number, inner: Open | undefined): number | undefined {
  if (text.startsWith("<!--", at)) return behind(text, "-->", at);
  if (text.startsWith("<?", at)) return behind(text, "?>", at);
  if (text.startsWith("<![CDATA[", at)) {
    const end = behind(text, "]]>", at);
    inner?.text.push(text.slice(at + 9, end - 3));
    return end;
  }
  if (!text.startsWith("<!", at)) return undefined;
  const close = behind(text, ">", at);
  const bracket = text.slice(at, close).indexOf("[");
  return bracket < 0 ? close : behind(text, ">", behind(text, "]", at + bracket) - 1);
}

function behind(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  if (found < 0) throw new Unreadable(`\`${mark}\` is missing.`, from);
  return found + mark.length;
}

interface Tag {
  readonly kind: "opening" | "closing" | "empty";
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

const nameAt = /\/?\s*([^\s/>=<]+)/uy;
const attributeAt = /\s*([^\s/>=<]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/uy;
const endAt = /\s*(\/?)>/uy;

function readTag(text: string, at: number): Tag {
  nameAt.lastIndex = at + 1;
  const name = nameAt.exec(text);
  if (!name) throw new Unreadable("A tag has no name.", at);
  const attributes = new Map<string, string>();
  let end = nameAt.lastIndex;
  for (;;) {
    attributeAt.lastIndex = end;
    const attribute = attributeAt.exec(text);
    if (!attribute) break;
    attributes.set(attribute[1] ?? "", decode(attribute[2] ?? attribute[3] ?? "", end));
    end = attributeAt.lastIndex;
  }
  endAt.lastIndex = end;
  const close = endAt.exec(text);
  if (!close) throw new Unreadable(`The tag <${name[1] ?? ""} is not well formed.`, at);
  const kind = text[at + 1] === "/" ? "closing" : close[1] === "/" ? "empty" : "opening";
  return { kind, name: name[1] ?? "", attributes, end: endAt.lastIndex };
}

/** Opens or closes an element; the element where one was closed. */
function applyTag(open: Open[], { kind, name, attributes }: Tag, at: number): XmlElement | undefined {
  if (kind === "opening") {
    open.push({ name, attributes, children: [], text: [], at });
    return undefined;
  }
  const closing = kind === "empty" ? { name, attributes, children: [], text: [], at } : open.pop();
  if (!closing || closing.name !== name) throw new Unreadable(`</${name}> closes ${closing ? `<${closing.name}>` : "nothing"}.`, at);
  const element = { ...closing, text: closing.text.join("") };
  open.at(-1)?.children.push(element);
  return element;
}

const entities: ReadonlyMap<string, string> = new Map([["lt", "<"], ["gt", ">"], ["amp", "&"], ["quot", '"'], ["apos", "'"]]);

function decode(text: string, at: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[0-9a-f]+|\w+);/giu, (whole, name: string) => {
    const code = name.startsWith("#x") || name.startsWith("#X") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    if (name.startsWith("#") && code <= 0x10ffff) return String.fromCodePoint(code);
    const entity = entities.get(name);
    if (entity === undefined) throw new Unreadable(`${whole} is unknown.`, at);
    return entity;
  });
}

/** Text and attribute values with the signs of XML written as entities. */
export const escapeXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** The numbers of an element's text. Throws `Unreadable`. */
export function numbersIn({ name, text, at }: XmlElement): readonly number[] {
  const words = text.trim().split(/\s+/u).filter((word) => word !== "");
  return words.map((word) => {
    const value = decimal(word);
    if (Number.isNaN(value)) throw new Unreadable(`<${name}> holds \`${word.slice(0, 40)}\`, which is no number.`, at);
    return value;
  });
}

/** The children with this name, in any case. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] => element.children.filter((child) => child.name.toLowerCase() === name);
