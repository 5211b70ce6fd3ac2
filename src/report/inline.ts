import { Autolink, parser, Strikethrough, type InlineContext, type InlineParser } from "@lezer/markdown";
import type { SyntaxNode } from "@lezer/common";
import type { InlineMarkdown } from "#model/block";
import { readCitation, type InlineCitation } from "./citation.ts";

/** What inline Markdown says, free of any medium. Addresses are as written: whoever renders them must judge them. */
export type Inline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "emphasis" | "strong" | "deleted"; readonly children: readonly Inline[] }
  | { readonly kind: "link"; readonly address: string; readonly children: readonly Inline[] }
  | InlineCitation;

/** The paragraphs of a text, each as a sequence of inline pieces. One line of text is one paragraph. */
export function readInline(written: InlineMarkdown): readonly (readonly Inline[])[] {
  const text = withoutComments(written);
  if (!markedUp.test(text)) return text.trim() === "" ? [] : [[{ kind: "text", text: text.trim() }]];
  const paragraphs: Inline[][] = [];
  const tree = inlineParser.parse(text);
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) paragraphs.push(childrenOf(node, text, node.from, node.to));
  return paragraphs;
}

/** The text without its HTML comments. In code they are the author's words and stay; one that never closes is words too. */
export const withoutComments = (text: InlineMarkdown): InlineMarkdown =>
  text.includes("<!--") ? text.replace(commentOr, (found) => (!found.startsWith("<!--") ? found : found.endsWith("-->") ? "" : `\\${found}`)).trimEnd() : text;

const commentOr = /\\.|`+[^`]*`+|<!--(?:[^-]|-(?!->))*(?:-->)?/gu;

/** The words of a text without markup, citations and comments, in one line. */
export const plainText = (text: InlineMarkdown): string => readInline(text).map(wordsOf).join(" ").replace(/\s+/gu, " ").trim();

const wordsOf = (pieces: readonly Inline[]): string =>
  pieces.map((piece) => ("children" in piece ? wordsOf(piece.children) : "text" in piece ? piece.text : piece.kind === "break" ? " " : "")).join("");

// Anything that the parser could read as more than plain words: most cells of a table have none of it.
const markedUp = /[*_`[\]\\<>&!~{}@\n\r]|:\/\/|www\./u;

const citationParser: InlineParser = {
  name: "Citation",
  before: "Link",
  parse: (context, next, at) => readAt(context, at, next === 91 ? "Citation" : next === 123 ? "Attributes" : undefined),
};

function readAt(context: InlineContext, at: number, kind: "Citation" | "Attributes" | undefined): number {
  if (kind === undefined) return -1;
  const pattern = kind === "Citation" ? /\[[^[\]]*\](?:\{[^{}]{1,4}\})?/uy : /\{[#.:][^{}]*\}/uy;
  pattern.lastIndex = at - context.offset;
  const found = pattern.exec(context.text)?.[0];
  if (found === undefined || (kind === "Citation" && !readCitation(found))) return -1;
  return context.addElement(context.elt(kind, at, at + found.length));
}

// Only inline constructs are read: what a technique hands over as inline text is never a list or a heading.
const inlineParser = parser.configure([
  Strikethrough,
  Autolink,
  { defineNodes: ["Citation", "Attributes"], parseInline: [citationParser] },
  { remove: ["LinkReference", "IndentedCode", "FencedCode", "Blockquote", "HorizontalRule", "BulletList", "OrderedList", "ATXHeading", "HTMLBlock", "SetextHeading"] },
]);

/** The pieces between two offsets of a node: its children, and as text whatever stands between them. */
function childrenOf(node: SyntaxNode, source: string, from: number, to: number): Inline[] {
  const pieces: Inline[] = [];
  let at = from;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.from < from || child.to > to) continue;
    if (child.from > at) append(pieces, textPiece(source.slice(at, child.from)));
    for (const piece of piecesOf(child, source)) append(pieces, piece);
    at = child.to;
  }
  if (at < to) append(pieces, textPiece(source.slice(at, to)));
  return pieces;
}

/** Texts that follow each other are one, so that a word is never cut by a sign that was escaped in it. */
function append(pieces: Inline[], piece: Inline): void {
  const last = pieces.at(-1);
  if (last?.kind === "text" && piece.kind === "text") pieces.splice(-1, 1, { kind: "text", text: last.text + piece.text });
  else pieces.push(piece);
}

const textPiece = (text: string): Inline => ({ kind: "text", text: text.replace(/\s*[\n\r]\s*/gu, " ") });

const containers: Readonly<Record<string, "emphasis" | "strong" | "deleted">> = { Emphasis: "emphasis", StrongEmphasis: "strong", Strikethrough: "deleted" };
const silent: ReadonlySet<string> = new Set(["EmphasisMark", "StrikethroughMark", "CodeMark", "LinkMark", "LinkTitle", "LinkLabel", "Comment", "ProcessingInstruction", "Attributes"]);

function piecesOf(node: SyntaxNode, source: string): readonly Inline[] {
  const { name, from, to } = node;
  const container = containers[name];
  if (container !== undefined) return [{ kind: container, children: childrenOf(node, source, from, to) }];
  if (silent.has(name)) return [];
  const written = source.slice(from, to);
  if (name === "Link" || name === "Image") return linkPieces(node, source);
  if (name === "InlineCode") return [{ kind: "code", text: written.replace(/^`+ ?|\s?`+$/gu, "") }];
  if (name === "HardBreak") return [{ kind: "break" }];
  if (name === "Escape") return [{ kind: "text", text: written.slice(1) }];
  if (name === "Entity") return [{ kind: "text", text: entityText(written) }];
  if (name === "Autolink") return [addressLink(written.slice(1, -1))];
  if (name === "URL") return [addressLink(written)];
  if (name === "Citation") return citationPieces(written);
  return [textPiece(written)];
}

const citationPieces = (written: string): readonly Inline[] => {
  const citation = readCitation(written);
  return citation ? [citation] : [textPiece(written)];
};

/** `[words](address)`; without an address the brackets are the author's own and stay. A picture gives its words only. */
function linkPieces(node: SyntaxNode, source: string): readonly Inline[] {
  const marks = node.getChildren("LinkMark");
  const [open, close] = [marks[0], marks[1]];
  if (!open || !close) return [textPiece(source.slice(node.from, node.to))];
  const children = childrenOf(node, source, open.to, close.from);
  const address = node.getChild("URL");
  if (node.name === "Image") return children;
  if (address) return [{ kind: "link", address: source.slice(address.from, address.to).replace(/^<|>$/gu, ""), children }];
  return [textPiece(source.slice(open.from, open.to)), ...children, textPiece(source.slice(close.from, node.to))];
}

function addressLink(written: string): Inline {
  const scheme = /^[a-z][a-z0-9+.-]*:/iu.test(written) ? "" : written.includes("@") ? "mailto:" : "http://";
  return { kind: "link", address: scheme + written, children: [{ kind: "text", text: written }] };
}

const namedEntities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0", ndash: "–", mdash: "—", hellip: "…", minus: "−", times: "×", deg: "°" };

/** The character that an entity stands for; one that we do not know stays as written. */
function entityText(written: string): string {
  const name = written.slice(1, -1);
  const number = /^#x/iu.test(name) ? Number.parseInt(name.slice(2), 16) : name.startsWith("#") ? Number.parseInt(name.slice(1), 10) : Number.NaN;
  if (Number.isNaN(number)) return namedEntities[name] ?? written;
  return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : "\uFFFD";
}
