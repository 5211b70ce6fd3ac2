import rehypeParse from "rehype-parse";
import { unified } from "unified";

/** An element of a page as a parser of HTML that is not ours sees it. */
export interface PageElement {
  readonly name: string;
  /** Attributes under the names that the tree gives them: `className`, `ariaLabelledBy`. */
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (PageElement | string)[];
}

type Node = ReturnType<typeof parser.parse> | ReturnType<typeof parser.parse>["children"][number];

const parser = unified().use(rehypeParse);

/** The page as a tree. Comments and doctypes are left out. */
export const parsePage = (html: string): PageElement => elementOf(parser.parse(html));

function elementOf(node: Node): PageElement {
  const children: (PageElement | string)[] = [];
  for (const child of "children" in node ? node.children : []) {
    if (child.type === "text") children.push(child.value);
    if (child.type === "element") children.push(elementOf(child));
  }
  return "tagName" in node ? { name: node.tagName, attributes: node.properties, children } : { name: "#root", attributes: {}, children };
}

/** All elements below one, in the order of the page. */
export const elementsIn = (element: PageElement): readonly PageElement[] =>
  element.children.flatMap((child) => (typeof child === "string" ? [] : [child, ...elementsIn(child)]));

export const named = (element: PageElement, ...names: readonly string[]): readonly PageElement[] => elementsIn(element).filter(({ name }) => names.includes(name));

export const textIn = (element: PageElement): string => element.children.map((child) => (typeof child === "string" ? child : textIn(child))).join("");

export const withClass = (element: PageElement, className: string): readonly PageElement[] =>
  elementsIn(element).filter(({ attributes }) => Array.isArray(attributes["className"]) && attributes["className"].includes(className));
