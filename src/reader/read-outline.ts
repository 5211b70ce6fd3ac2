import type { FrontMatter, Outline } from "#model/outline";
import { changedStretch, type ChangedStretch } from "#reader/changed-stretch";
import { frontMatterEnd, readFrontMatter } from "#reader/front-matter";
import { parseStretch, readSections, type SectionRun, sectionStarts } from "#reader/read-sections";

/**
 * Reads a document. Any text gives an outline. `previous` is an outline of an earlier text: sections whose text and
 * number are the same are taken from it as they are, and nothing else changes by it.
 */
export function readOutline(text: string, previous?: Outline): Outline {
  if (previous?.text === text) return previous;
  const bodyStart = frontMatterEnd(text);
  const earlier = previous && { ...previous, bodyStart: frontMatterEnd(previous.text) };
  const frontMatter = frontMatterOf(text, bodyStart, earlier);
  const run = (earlier && rereadChanged(text, bodyStart, earlier)) ?? readFrom({ text, bodyStart, first: 0, start: 0 }, previous);
  return { text, frontMatter, ...run };
}

/** An outline with the offset at which its Markdown begins. */
interface Earlier extends Outline {
  readonly bodyStart: number;
}

/** The front matter; that of the earlier outline where it is written the same. */
function frontMatterOf(text: string, bodyStart: number, earlier: Earlier | undefined): FrontMatter {
  const sameHead = earlier?.text.slice(0, earlier.bodyStart) === text.slice(0, bodyStart);
  if (earlier && sameHead && bodyStart > 0) return earlier.frontMatter;
  const frontMatter = readFrontMatter(text);
  const sameProblem = earlier?.frontMatter.problems[0]?.key === frontMatter.problems[0]?.key;
  return earlier && sameHead && sameProblem ? earlier.frontMatter : frontMatter;
}

/** From where to read: the number and the start of a section. */
interface Beginning {
  readonly text: string;
  readonly bodyStart: number;
  readonly first: number;
  readonly start: number;
}

/** Reads everything from a section on, and puts what stands before it in front. */
function readFrom({ text, bodyStart, first, start }: Beginning, previous: Outline | undefined): SectionRun {
  const parsed = parseStretch(text, Math.max(bodyStart, start), text.length);
  const offsets = [start, ...sectionStarts(parsed).filter((at) => first === 0 || at > start)];
  const sections = readSections({ ...parsed, first, offsets, end: text.length }, previous);
  return first === 0 ? { sections, offsets } : joined(previous, first, { sections, offsets });
}

const joined = (previous: Outline | undefined, first: number, rest: SectionRun): SectionRun => ({
  sections: [...(previous?.sections.slice(0, first) ?? []), ...rest.sections],
  offsets: [...(previous?.offsets.slice(0, first) ?? []), ...rest.offsets],
});

/**
 * Reads again only the sections that a change touches, where the heading behind them is still a heading at the same
 * number; else everything from the first such section on. Undefined where the front matter moves the whole document.
 */
function rereadChanged(text: string, bodyStart: number, earlier: Earlier): SectionRun | undefined {
  const change = changedStretch(earlier.text, text);
  const first = firstTouched(earlier, change.from);
  if (first > 0 && bodyStart !== earlier.bodyStart) return undefined;
  const start = earlier.offsets[first] ?? 0;
  const beginning = { text, bodyStart, first, start };
  return rereadUpTo(beginning, earlier, change) ?? readFrom(beginning, earlier);
}

/** The first section that a change at an offset may alter: the one before, where the change touches a heading. */
function firstTouched({ text, offsets, sections }: Outline, from: number): number {
  const number = numberAt(offsets, from);
  return number > 0 && from < headingEnd(text, offsets[number] ?? 0, sections[number]?.heading.span.to ?? 0) ? number - 1 : number;
}

/** The number of the last section that begins at or before an offset. */
function numberAt(offsets: readonly number[], offset: number): number {
  let low = 0;
  let high = offsets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((offsets[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const lineEnd = /\r\n|\n|\r/gu;

/** Where the lines of a section's heading end, beyond the text where no line end follows. */
function headingEnd(text: string, start: number, titleEnd: number): number {
  const atx = /^\uFEFF? {0,3}#{1,6}(?:\s|$)/u.test(text.slice(start, start + 12));
  const first = nextLine(text, start + titleEnd);
  return atx ? first : nextLine(text, first);
}

function nextLine(text: string, from: number): number {
  lineEnd.lastIndex = from;
  return lineEnd.test(text) ? lineEnd.lastIndex : text.length + 1;
}

function rereadUpTo({ text, bodyStart, first, start }: Beginning, earlier: Earlier, change: ChangedStretch): SectionRun | undefined {
  const shift = change.afterTo - change.beforeTo;
  const next = Math.max(first + 1, numberAt(earlier.offsets, change.beforeTo - 1) + 1);
  const border = earlier.offsets[next];
  if (border === undefined) return undefined;
  const window = headingEnd(earlier.text, border, earlier.sections[next]?.heading.span.to ?? 0) + shift;
  const parsed = parseStretch(text, Math.max(bodyStart, start), Math.min(window, text.length));
  const offsets = [start, ...sectionStarts(parsed).filter((at) => first === 0 || at > start)];
  if (offsets.pop() !== border + shift || offsets.length !== next - first) return undefined;
  const sections = readSections({ ...parsed, first, offsets, end: border + shift }, earlier);
  const behind = { sections: earlier.sections.slice(next), offsets: earlier.offsets.slice(next).map((at) => at + shift) };
  const run = { sections: [...sections, ...behind.sections], offsets: [...offsets, ...behind.offsets] };
  return joined(earlier, first, run);
}
