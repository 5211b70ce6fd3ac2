import type { Nodes, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Outline, Passage, Prose } from "#model/outline";
import { plain } from "#model/prose";

/** A document as one line per block, indented by its depth: `h2 Title`, `p words`, `ul`, `li`, `code js: a = 1`. */
export type Structure = readonly string[];

const folded = (text: string): string => text.replace(/\s+/gu, " ").trim();
const indent = (lines: Structure): Structure => lines.map((line) => `  ${line}`);
const words = (prose: Prose): Structure => (plain(prose) === "" ? [] : [`p ${plain(prose)}`]);

/** Only the kinds of block, without their words. */
export const kindsOnly = (structure: Structure): Structure => structure.map((line) => /^\s*\S+/u.exec(line)?.[0] ?? "");

/** The structure that an outline holds. Headings inside quotes and items are paragraphs of it. */
export const structureOfOutline = ({ sections }: Outline): Structure =>
  sections.flatMap(({ level, heading, passages }) => [...(level > 0 ? [`h${level} ${plain(heading)}`] : []), ...passages.flatMap(ofPassage)]);

function ofPassage(passage: Passage): Structure {
  switch (passage.kind) {
    case "paragraph":
      return words(passage.prose);
    case "list":
      return [
        passage.ordered ? `ol` : "ul",
        ...indent(passage.items.flatMap((item) => [`li${item.number === undefined ? "" : ` ${item.number}`}`, ...indent([...words(item.prose), ...item.passages.flatMap(ofPassage)])])),
      ];
    case "quote":
      return ["quote", ...indent(passage.passages.flatMap(ofPassage))];
    case "code":
      return [`code ${passage.language}: ${passage.text}`];
    case "comment":
      return [];
    case "table":
      return ["table", ...[passage.columns, ...passage.rows.map(({ cells }) => cells.slice(0, passage.columns.length))].map((cells) => rowOf(cells.map(plain), passage.columns.length))];
  }
}

const rowOf = (cells: readonly string[], width: number): string => `  row ${Array.from({ length: width }, (_, column) => cells[column] ?? "").join(" | ")}`;

const remark = unified().use(remarkParse).use(remarkGfm);

/** The structure that remark, a reader which passes the CommonMark suite, sees. Blocks of HTML without words are left out. */
export const structureOfRemark = (text: string): Structure => remark.parse(text).children.flatMap((node) => ofNode(node, 0));

function ofNode(node: Root["children"][number], depth: number): Structure {
  switch (node.type) {
    case "heading":
      return depth === 0 ? [`h${node.depth} ${textOf(node)}`] : wordsOf(node);
    case "paragraph":
      return wordsOf(node);
    case "html":
      return htmlWords(node.value);
    case "blockquote":
      return ["quote", ...indent(node.children.flatMap((child) => ofNode(child, depth + 1)))];
    case "list":
      return [
        node.ordered ? "ol" : "ul",
        ...indent(node.children.flatMap((item, at) => [`li${node.ordered ? ` ${(node.start ?? 1) + at}` : ""}`, ...indent(item.children.flatMap((child) => ofNode(child, depth + 1)))])),
      ];
    case "code":
      return [`code ${node.lang ?? ""}: ${node.value}`];
    case "table":
      return ["table", ...node.children.map((row) => rowOf(row.children.map(textOf), node.children[0]?.children.length ?? 0))];
    default:
      return [];
  }
}

const wordsOf = (node: Nodes): Structure => (textOf(node) === "" ? [] : [`p ${textOf(node)}`]);

const htmlWords = (html: string): Structure => {
  const text = folded(html.replace(/<!--[^]*?(?:-->|$)|<\?[^]*?\?>|<![^>]*>|<\/?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>/gu, " "));
  return text === "" ? [] : [`p ${text}`];
};

/** The words of a node, a line break being a space. */
function textOf(node: Nodes): string {
  return folded(rawText(node));
}

function rawText(node: Nodes): string {
  if (node.type === "html") return " ";
  if (node.type === "break") return " ";
  if (node.type === "image" || node.type === "imageReference") return node.alt ?? "";
  if ("value" in node) return node.value;
  return "children" in node ? node.children.map(rawText).join("") : "";
}
