import { boundsText, percent } from "#kit/number-text";
import type { Block, InlineMarkdown, ListEntry, ScenarioLadder, TableCell } from "#model/block";
import type { BottomLine, Page, PageFinding, PageSource, ResolvedQuestion } from "#model/page";
import { leadSentences, outcomeSentences } from "./bottom-line.ts";
import { shownId } from "./figure.ts";
import { tlpLabel } from "./head.ts";
import { headingLevels } from "./heading-levels.ts";
import { withoutComments } from "./inline.ts";
import { numberedSources, withNumbers } from "./markdown-citations.ts";
import { dateText } from "./numbers.ts";
import { pictureOf } from "./pictures.ts";
import { scenarioName } from "./pictures/scenario-ladder.ts";
import { rendering } from "./rendering.ts";
import type { TableContent } from "./table.ts";

/** Blocks as GitHub-flavoured Markdown below a heading of the given level. Pictures become their sentence and table. */
export function renderMarkdown(blocks: readonly Block[], below = 1): string {
  const levels = headingLevels(blocks, below);
  return blocks.map((block, index) => `${blockText(block, levels[index] ?? below)}\n`).join("\n");
}

/** A whole page as Markdown: the bottom line first, then what the page of HTML has, in its order. */
export function renderMarkdownPage(page: Page): string {
  const { title, question, bottomLine, summary, sections, findings, sources } = page;
  const chapters = [
    { title: "Bottom line", text: bottomLineText(bottomLine) },
    { title: "Summary", text: renderMarkdown(summary, 2) },
    ...sections.map((section) => ({ title: section.title, text: renderMarkdown(section.blocks, 2) })),
    { title: "Checks of the reasoning", text: findings ? findingsText(findings) : "" },
    { title: "Sources", text: sources.length === 0 ? "" : tableText(sourceTable(sources)) },
    { title: "How the numbers were made", text: derivationText(page) },
  ];
  const numbers = numberedSources(sources);
  const head = [`# ${escaped(title)}`, question === undefined ? "" : oneLine(question), aboutText(page)];
  const body = chapters.flatMap(({ title: name, text }) => (text.trim() === "" ? [] : [`## ${escaped(name)}`, name === "Sources" ? text.trim() : withNumbers(text.trim(), numbers)]));
  return `${[...head, ...body].filter((text) => text !== "").join("\n\n")}\n`;
}

function aboutText({ meta, bottomLine: { resolved } }: Page): string {
  const tlp = tlpLabel(meta.tlp);
  const parts = [
    tlp && `**${escaped(tlp.text)}**`,
    meta.asOf !== undefined && `As of ${dateText(meta.asOf)}`,
    resolved?.on !== undefined ? `resolved on ${dateText(resolved.on)}` : meta.resolves !== undefined && `resolves by ${dateText(meta.resolves)}`,
    meta.checked !== undefined && `checked on ${dateText(meta.checked)}`,
    ...meta.authors.map(escaped),
    meta.audiences.length > 0 && `for ${escaped(meta.audiences.join(", "))}`,
  ];
  return parts.filter((part) => part !== false && part !== undefined).join(" · ");
}

function derivationText({ derivation: { document, files = [], engine, options, notes }, meta }: Page): string {
  const facts = [`Document: \`${document.replaceAll("`", "")}\``, ...files.map(({ name, hash }) => `${escaped(name)}: \`${hash}\``), `Engine: Rapporteur ${escaped(engine.version)}, seed ${engine.seed}`, `Options: ${escaped(options.join(" ")) || "defaults"}`, ...(meta.yardstick === undefined ? [] : [`Yardstick: ${escaped(meta.yardstick)}`])];
  return ["Every number in this report is computed from the text of the assessment and can be computed again.", bullets([...facts, ...notes])].join("\n\n");
}

function bottomLineText({ answer, ladder, bounds, resolved, changed, watch, due }: BottomLine): string {
  const brief = (title: string, entries: readonly InlineMarkdown[]): string => (entries.length === 0 ? "" : `### ${title}\n\n${bullets(entries)}`);
  const parts = [answer === undefined ? "" : proseText(answer), resolved ? outcomeText(resolved, ladder) : ladder ? strongFirst(leadSentences(ladder, bounds ?? "exact")) : "", ladder ? renderMarkdown([ladder], 2).trim() : "", brief("What changed", changed), brief("Watch next", watch), brief("Due", due)];
  return parts.filter((part) => part !== "").join("\n\n");
}

const strongFirst = ([first, ...rest]: readonly string[]): string => (first === undefined ? "" : [`**${escaped(first)}**`, ...rest.map(escaped)].join(" "));

function outcomeText(resolved: ResolvedQuestion, ladder: ScenarioLadder | undefined): string {
  const { outcome, title, on, by } = resolved;
  const name = title === undefined ? outcome : scenarioName({ id: outcome, title });
  return [`**Resolved${on === undefined ? "" : ` on ${escaped(dateText(on))}`}: ${escaped(name)}.**`, ...outcomeSentences(resolved, ladder).map(escaped), ...(by === undefined ? [] : [oneLine(by)])].join(" ");
}

const findingsText = (findings: readonly PageFinding[]): string =>
  findings.length === 0 ? "Nothing left open." : bullets(findings.map(({ rule, severity, what, remedy, line }) => `**${severity}** ${escaped(what)} ${escaped(remedy)} (\`${rule}\`${line === undefined ? "" : `, line ${line}`})`));

const sourceTable = (sources: readonly PageSource[]): TableContent => ({
  caption: "",
  head: ["No.", "Title", "Publisher", "Date", "Address", "Reliability", "Origin", "Key"],
  rows: sources.map(({ key, title, publisher, date, address, reliability, origin }, index) => ({
    cells: [String(index + 1), title, publisher ?? "", date === undefined ? "" : dateText(date), address ?? "", reliability ?? "", origin ?? "", key],
  })),
});

function blockText(block: Block, level: number): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(level)} ${oneLine(block.text)}`;
    case "prose":
      return proseText(block.text);
    case "list":
      return listText(block.items, block.ordered);
    case "table":
      return tableText(block);
    case "facts":
      return block.entries.map(({ term, text }) => `- **${escaped(term)}**: ${oneLine(text)}`).join("\n");
    case "callout":
      return quoted(`[!${alerts[block.tone]}]\n**${escaped(block.title)}**\n\n${proseText(block.text)}`);
    case "quote":
      return quoted(proseText(block.text));
    default: {
      const { caption, summary, table } = pictureOf(block, rendering([block]));
      return `**${escaped(caption)}**: ${escaped(summary)}\n\n${tableText({ ...table, caption: "" })}`;
    }
  }
}

const alerts = { note: "NOTE", good: "TIP", watch: "WARNING", alarm: "CAUTION" } as const;

const bullets = (entries: readonly InlineMarkdown[]): string => entries.map((entry) => `- ${oneLine(entry)}`).join("\n");

function listText(entries: readonly ListEntry[], ordered: boolean): string {
  return entries
    .map((entry, index) => {
      const mark = ordered ? `${index + 1}. ` : "- ";
      const id = entry.id === undefined ? undefined : shownId(entry.id);
      const nested = entry.entries?.length ? `\n${indented(listText(entry.entries, false), mark.length)}` : "";
      return `${mark}${id === undefined ? "" : `${id}: `}${oneLine(entry.text)}${nested}`;
    })
    .join("\n");
}

function tableText({ caption, head, rows }: TableContent): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const body = rows.map(({ cells }) => line(head.map((_, column) => cellText(cells[column] ?? ""))));
  const table = [line(head.map(cellText)), line(head.map(() => "---")), ...body].join("\n");
  return caption === "" ? table : `**${escaped(caption)}**\n\n${table}`;
}

function cellText(cell: TableCell): string {
  if (typeof cell === "string") return oneLine(cell).replace(/(\\*)\|/gu, (whole, slashes: string) => (slashes.length % 2 === 1 ? whole : `${slashes}\\|`));
  if ("badge" in cell) return escaped(cell.badge);
  const { probability, low, high } = cell;
  return `${percent(probability)}${low !== undefined && high !== undefined && low < high ? ` (${boundsText({ low, high })})` : ""}`;
}

const oneLine = (text: string): string => inert(withoutComments(text).replace(/\s+/gu, " ").trim());

const proseText = (text: InlineMarkdown): string => withoutComments(text).trim().split(/\n\s*\n/u).map((paragraph) => paragraph.split("\n").map((line) => inert(line.trim())).join("\n")).join("\n\n");

/** A line that would open a list, a heading, a quotation or a fence keeps its first sign as a sign. */
const inert = (line: string): string => line.replace(/^(#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|`{3}|~{3}|\||=+$|-{2,}$)/u, "\\$1").replace(/^(\d+)([.)])(?=\s|$)/u, "$1\\$2");

/** Plain words as Markdown that reads as exactly these words. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>{}|~]/gu, "\\$&").replace(/\s+/gu, " ");

const quoted = (text: string): string => text.split("\n").map((line) => `> ${line}`.trimEnd()).join("\n");

const indented = (text: string, width: number): string => text.split("\n").map((line) => " ".repeat(width) + line).join("\n");
