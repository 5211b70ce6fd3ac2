import { itemsIn, linesIn } from "#core/read-lines";
import { saysResidual } from "#core/read-vector";
import { headingKey } from "#model/heading";
import type { Prose, Section } from "#model/outline";
import { isBlank, plain } from "#model/prose";
import type { Yardstick } from "#model/yardstick";
import { readLabel, readNamedLine, type Label } from "./read-label.ts";

/** A scenario before its lines are understood: its name, and what stands under it. */
export interface Draft {
  readonly name: Prose;
  readonly label: Label;
  readonly lines: readonly Prose[];
  /** The texts that name and lines are cut from. */
  readonly words: readonly Prose[];
}

/** Subsections that discuss the scenarios and are none. */
const remarks = /^(?:(?:notes?|methods?|methodology|summary|overview|introduction|background|discussion|recommendations?|implications?|indicators?|assumptions?|drivers?|resolution(?: criteria)?|comparison|what (?:to do|changed|would change)|probabilit(?:y|ies)|decision relevance)\b.*|scenarios?)$/u;

/** The scenarios that stand as subsections, and those that stand as items or paragraphs, in order. */
export function draftsIn(sections: readonly Section[], yardstick: Yardstick): readonly Draft[] {
  return groupsOf(sections).flatMap(({ head, under }) => {
    const level = under.find((section) => looksNamed(section, yardstick))?.level ?? (hasNoOther(head, yardstick) ? under[0]?.level : undefined);
    const drafts = [...draftsAmong(head, yardstick)];
    for (const section of under) {
      const last = drafts.at(-1);
      if (section.level === level && !remarks.test(headingKey(plain(section.heading)))) drafts.push(headed(section, yardstick));
      else if (level !== undefined && section.level > level && last) drafts[drafts.length - 1] = withLines(last, linesIn([section]));
      else drafts.push(...draftsAmong(section, yardstick));
    }
    return drafts;
  });
}

interface Group {
  readonly head: Section;
  readonly under: readonly Section[];
}

/** Each section that was claimed by its heading, with its subsections. */
function groupsOf(sections: readonly Section[]): readonly Group[] {
  const groups: { readonly head: Section; readonly under: Section[] }[] = [];
  for (const section of sections) {
    const open = groups.at(-1);
    if (open && section.level > open.head.level && section.heading.source !== "") open.under.push(section);
    else groups.push({ head: section, under: [] });
  }
  return groups;
}

function headed(section: Section, yardstick: Yardstick): Draft {
  const lines = linesIn([section]);
  return { name: section.heading, label: readLabel(section.heading, yardstick), lines, words: [section.heading, ...lines] };
}

const withLines = (draft: Draft, lines: readonly Prose[]): Draft => ({ ...draft, lines: [...draft.lines, ...lines], words: [...draft.words, ...lines] });

function looksNamed({ heading }: Section, yardstick: Yardstick): boolean {
  const { id, probability, title } = readLabel(heading, yardstick);
  return id !== undefined || probability !== undefined || heading.attributes.id !== undefined || heading.attributes.classes.includes("residual") || saysResidual(plain(title));
}

const hasNoOther = (head: Section, yardstick: Yardstick): boolean => head.passages.every(({ kind }) => kind !== "table") && draftsAmong(head, yardstick).length === 0;

/** A line that names a scenario opens it; the lines up to the next name are its own. */
function draftsAmong(section: Section, yardstick: Yardstick): readonly Draft[] {
  const items = new Set(itemsIn([section]).map(({ prose }) => prose));
  const drafts: Draft[] = [];
  for (const line of linesIn([section])) {
    const named = readNamedLine(line, yardstick);
    const last = drafts.at(-1);
    if (opens(line, named.label, items.has(line))) drafts.push({ name: line, label: named.label, lines: named.text ? [named.text] : [], words: [line] });
    else if (last && !isBlank(line)) drafts[drafts.length - 1] = withLines(last, [line]);
  }
  return drafts;
}

/** `Scenario A ...` opens one anywhere; an id or an attribute does, and an item that is a title of few words with a probability. */
function opens({ attributes }: Prose, { id, announced, title, probability }: Label, isItem: boolean): boolean {
  if (announced || attributes.classes.includes("residual")) return true;
  if (id !== undefined) return isItem || probability !== undefined;
  return isItem && (attributes.id !== undefined || (probability !== undefined && plain(title).split(" ").length <= 16));
}
