import { citedSources, distinct, identify, mentionedIds } from "#core/read-ids";
import { headingSpan, labelled, linesIn, linesOf } from "#core/read-lines";
import { entriesOf, hasColumn, type Entry } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Declaration, Reference } from "#model/names";
import type { Item, Passage, Prose, Section } from "#model/outline";
import { after, before, isBlank, plain } from "#model/prose";
import { targetsIn, targetsListed } from "./read-targets.ts";
import type { Counterargument, Counterarguments } from "./schema.ts";

/** The columns of a table of counterarguments, with the names they go by. */
export const columns = {
  id: ["ID", "No", "Nr", "#"],
  text: ["Counterargument", "Counter-argument", "Argument", "Objection", "Dissent", "Alternative view", "Challenge", "Contrary evidence", "View"],
  against: ["Against", "Attacks", "Target", "Challenges", "Judgement", "Judgment", "Key finding", "Bears on", "Affects"],
  answer: ["Answer", "Our answer", "Response", "Reply", "Rebuttal", "Assessment", "Why it does not hold"],
} as const;
type Column = keyof typeof columns;

const answerLabels = new Set(
  ["Answer", "Our answer", "Response", "Our response", "Reply", "Our reply", "Rebuttal", "Rejoinder", "Assessment", "Our assessment", "Why it does not hold", "Why it does not change the judgement"].map(headingKey),
);
const targetLabels = new Set(columns.against.map(headingKey));
const answerInside = /(?<![\p{Letter}\p{Number}-])(?:(?:our|the)\s+)?(?:answer|response|reply|rebuttal|rejoinder)\s{0,9}:(?=\s)/iu;

/** A counterargument as it was found: its words, the lines under it, and the cells of its row. */
interface Draft {
  readonly text: Prose;
  readonly lines: readonly Prose[];
  readonly cells?: Entry<Column>["cells"];
}

/** What one section holds, in order: counterarguments, and remarks that belong to none. */
interface Collected {
  readonly drafts: readonly Draft[];
  readonly remarks: readonly Prose[];
}

/**
 * One counterargument per row, per list item, per subsection or, where there is none of these, per paragraph; a line
 * that begins with `Answer:` belongs to the one before it.
 */
export function read({ sections }: Found<"counterarguments">): Reading<Counterarguments> {
  const found = sections.counterarguments;
  const top = found.reduce((least, { level }) => Math.min(least, level), Infinity);
  const collected = found.map((section) => (section.level > top && !holdsSeveral(section) ? oneIn(section) : severalIn(section)));
  const identified = collected.flatMap(({ drafts }) => drafts).map((draft) => ({ ...identify("counterargument", draft.text, draft.cells?.id), draft }));
  const counterarguments = distinct(identified).map(({ id, text, draft }) => readDraft(id, text, draft));
  return {
    part: { counterarguments, remarks: collected.flatMap(({ remarks }) => remarks), heading: headingSpan(found) },
    declares: counterarguments.map(declarationOf),
    refers: counterarguments.flatMap(refersOf),
  };
}

const declarationOf = ({ id, text, span, against, answer }: Counterargument): Declaration => ({
  id,
  kind: "counterargument",
  title: plain(text),
  span,
  facts: { against: against.map((target) => target.id).join(", "), answer: answer.map(plain).join(" ") },
});

/** An id in the answer is not attacked by the counterargument: only its own targets come from it. */
const refersOf = ({ id, text, more, against, answer }: Counterargument): readonly Reference[] => [
  ...against,
  ...[text, ...more, ...answer].flatMap((prose) => citedSources(prose, id)),
  ...answer.flatMap((prose) => mentionedIds(prose)),
];

/** True for a subsection that only groups: it holds a table of counterarguments, or a list of more than labelled lines. */
const holdsSeveral = ({ passages }: Section): boolean =>
  passages.some((passage) => (passage.kind === "table" ? hasColumn(passage, columns.text) : passage.kind === "list" && passage.items.some(({ prose }) => !partOf(prose))));

const oneIn = (section: Section): Collected => ({ drafts: [{ text: section.heading, lines: linesIn([section]) }], remarks: [] });

function severalIn({ passages }: Section): Collected {
  const byParagraph = !passages.some((passage) => passage.kind === "list" || (passage.kind === "table" && hasColumn(passage, columns.text)));
  const collected = { drafts: [], remarks: [] };
  for (const passage of passages) addPassage(collected, passage, byParagraph);
  return collected;
}

interface Collecting {
  readonly drafts: Draft[];
  readonly remarks: Prose[];
}

function addPassage(collected: Collecting, passage: Passage, byParagraph: boolean): void {
  if (passage.kind === "table") for (const entry of entriesOf<Column>(passage, columns)) addRow(collected, entry);
  else if (passage.kind === "list") for (const item of passage.items) addItem(collected, item);
  else for (const line of linesOf(passage)) addLine(collected, line, byParagraph);
}

/** An item that is a labelled line, such as `Answer: ...`, belongs to the argument before it. */
function addItem(collected: Collecting, item: Item): void {
  const nested = item.passages.flatMap(linesOf);
  if (partOf(item.prose)) for (const line of [item.prose, ...nested]) addLine(collected, line, false);
  else if (!isBlank(item.prose)) collected.drafts.push({ text: item.prose, lines: nested });
}

function addLine({ drafts, remarks }: Collecting, line: Prose, startsOne: boolean): void {
  const last = drafts.at(-1);
  if (last && partOf(line)) drafts[drafts.length - 1] = { ...last, lines: [...last.lines, line] };
  else if (startsOne) drafts.push({ text: line, lines: [] });
  else remarks.push(line);
}

function addRow({ drafts }: Collecting, { cells }: Entry<Column>): void {
  if (cells.text) drafts.push({ text: cells.text, lines: [], cells });
}

/** What a labelled line is to its argument; undefined where it is no labelled line of ours. */
function partOf(line: Prose): { readonly kind: "answer" | "target"; readonly text: Prose } | undefined {
  const found = labelled(line);
  const key = found && headingKey(found.label);
  if (!found || key === undefined) return undefined;
  if (answerLabels.has(key)) return { kind: "answer", text: found.text };
  return targetLabels.has(key) ? { kind: "target", text: found.text } : undefined;
}

function readDraft(id: string, words: Prose, { text: whole, lines, cells }: Draft): Counterargument {
  const { argument, answer: inline } = splitAnswer(words);
  const parts = lines.map((line) => ({ line, part: partOf(line) }));
  const answers = parts.flatMap(({ part }) => (part?.kind === "answer" ? [part.text] : []));
  const targets = parts.flatMap(({ part }) => (part?.kind === "target" ? [part.text] : []));
  const more = parts.flatMap(({ line, part }) => (part ? [] : [line]));
  const own = [argument, ...more].flatMap((prose) => targetsIn(prose, id));
  return {
    id,
    span: whole.span,
    text: argument,
    more,
    against: [...own, ...[...targets, ...(cells?.against ? [cells.against] : [])].flatMap((prose) => targetsListed(prose, id))],
    answer: [...inline, ...answers, ...(cells?.answer ? [cells.answer] : [])].filter((prose) => !isBlank(prose)),
  };
}

/** Splits `an argument. Answer: an answer`. */
function splitAnswer(text: Prose): { readonly argument: Prose; readonly answer: readonly Prose[] } {
  const match = answerInside.exec(text.masked);
  if (!match) return { argument: text, answer: [] };
  return { argument: before(text, match.index), answer: [after(text, match.index + match[0].length)] };
}
