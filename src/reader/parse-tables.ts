import type { BlockContext, Element, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from "@lezer/markdown";
import { cellStretches } from "#reader/cell-stretches";

/** The row of dashes below the head of a table; at least one pipe stands in it. */
const underline = /^(?=[^|]*\|)\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

const containerMarks = /^[>\s]{0,200}/u;
const cellCount = (line: string): number => cellStretches(line, { from: 0, to: line.length }).length;
const heads = (head: string, below: string): boolean => underline.test(below) && cellCount(head) === cellCount(below);

/** The leaves that have turned out to be tables. */
const tables = new WeakSet<LeafBlock>();

/** Collects the lines of a paragraph that turns out to be a table. */
class TableLines implements LeafBlockParser {
  readonly lines: Element[] = [];
  second = true;

  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (this.second) this.#start(context, line, leaf);
    else if (tables.has(leaf)) {
      if (/^(?:-+|=+)[ \t]*$/u.test(line.text.slice(line.pos, line.pos + 200))) return this.finish(context, leaf);
      this.lines.push(context.elt("TableRow", context.lineStart + line.pos, context.lineStart + line.text.length));
    }
    return false;
  }

  #start(context: BlockContext, line: Line, leaf: LeafBlock): void {
    this.second = false;
    if (!heads(leaf.content, line.text.slice(line.pos))) return;
    tables.add(leaf);
    this.lines.push(context.elt("TableHeader", leaf.start, leaf.start + leaf.content.length));
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    if (!tables.has(leaf)) return false;
    context.addLeafElement(leaf, context.elt("Table", leaf.start, leaf.start + leaf.content.length, this.lines));
    return true;
  }
}

/**
 * GFM tables as Lezer nodes: Table with TableHeader and TableRow, no cells. Unlike Lezer's own extension it allows white
 * space behind the row of dashes, ends a table at a line of dashes instead of taking both for a heading, and is linear.
 */
export const tableBlocks: MarkdownConfig = {
  defineNodes: [{ name: "Table", block: true }, "TableHeader", "TableRow"],
  parseBlock: [
    {
      name: "Table",
      before: "SetextHeading",
      leaf: () => new TableLines(),
      endLeaf: (context, line, leaf) => {
        const written = line.text.slice(line.pos);
        if (tables.has(leaf) || !written.includes("|") || !heads(written, context.peekLine().replace(containerMarks, ""))) return false;
        return !leaf.parsers.some((parser) => parser instanceof TableLines && parser.second && heads(leaf.content, written));
      },
    },
  ],
};
