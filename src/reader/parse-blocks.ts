import type { Tree } from "@lezer/common";
import { type BlockContext, type BlockParser, type Line, type MarkdownConfig, parser, TaskList } from "@lezer/markdown";
import { tableBlocks } from "#reader/parse-tables";

/** Containers (quotes, items) nested deeper than this are read as paragraphs; it keeps reading linear. */
const deepestNesting = 50;

const opensContainer = /^(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/u;

const depthLimit: BlockParser = {
  name: "DepthLimit",
  before: "LinkReference",
  parse(context: BlockContext, line: Line) {
    if (context.depth < deepestNesting || !opensContainer.test(line.text.slice(line.pos, line.pos + 12))) return false;
    context.addElement(context.elt("Paragraph", context.lineStart + line.pos, context.lineStart + line.text.length));
    context.nextLine();
    return true;
  },
};

/** Lezer reads blocks only: runs of text are read by `readProse`, which also knows citations and attributes. */
const blocksOnly: MarkdownConfig = {
  remove: ["LinkReference"],
  parseInline: [{ name: "Escape", parse: (context) => context.end }],
  parseBlock: [depthLimit],
};

const blockParser = parser.configure([tableBlocks, TaskList, blocksOnly]);

/**
 * The blocks of a Markdown text as a Lezer tree, without inline nodes; offsets are those of the text.
 * Lone carriage returns end a line, as CommonMark has it.
 */
export const parseBlocks = (text: string): Tree => blockParser.parse(withLineFeeds(text));

/** The same text, character for character, with line feeds as its only line ends. */
function withLineFeeds(text: string): string {
  const lines = text.includes("\r") ? text.replace(/\r\n|\r/gu, (end) => (end === "\r" ? "\n" : " \n")) : text;
  return lines.startsWith("\uFEFF") ? ` ${lines.slice(1)}` : lines;
}
