import { expect } from "vitest";
import type { Span } from "#kit/span";
import type { Outline, Passage, Prose, Section } from "#model/outline";

/** Fails where an outline breaks one of its laws: places inside each other, sources that are the text, masks of one length. */
export function expectLaws(outline: Outline): void {
  const { text, sections, offsets } = outline;
  expect(offsets.length).toBe(sections.length);
  expect(sections.map(({ number }) => number)).toEqual(offsets.map((_, number) => number));
  expect(offsets[0]).toBe(0);
  for (const [number, section] of sections.entries()) checkSection(text, section, { start: offsets[number]!, end: offsets[number + 1] ?? text.length });
  for (const span of [...Object.values(outline.frontMatter.spans), ...outline.frontMatter.problems.map((problem) => problem.span)]) inside(span, { section: 0, from: 0, to: text.length });
}

function checkSection(text: string, section: Section, { start, end }: { readonly start: number; readonly end: number }): void {
  const { span, heading, passages } = section;
  same([span.from, span.to, span.section], [0, end - start, section.number]);
  const written = text.slice(start, end);
  checkProse(written, heading, span);
  checkRow(written, passages, span);
}

/** Passages stand one behind the other inside what holds them. */
function checkRow(text: string, passages: readonly Passage[], around: Span): void {
  let behind = around.from;
  for (const passage of passages) {
    inside(passage.span, { ...around, from: behind });
    behind = passage.span.to;
    checkPassage(text, passage);
  }
}

function checkPassage(text: string, passage: Passage): void {
  if (passage.kind === "paragraph") checkProse(text, passage.prose, passage.span);
  if (passage.kind === "quote") checkRow(text, passage.passages, passage.span);
  if (passage.kind === "list")
    for (const item of passage.items) {
      inside(item.span, passage.span);
      checkProse(text, item.prose, item.span);
      checkRow(text, item.passages, { ...item.span, from: Math.min(item.prose.span.to, item.span.to) });
    }
  if (passage.kind === "table") {
    for (const column of passage.columns) checkProse(text, column, passage.span);
    for (const row of passage.rows) {
      inside(row.span, passage.span);
      for (const cell of row.cells) checkProse(text, cell, row.span);
    }
  }
}

function checkProse(text: string, { span, source, masked, citations, attributes }: Prose, around: Span): void {
  inside(span, around);
  same(text.slice(span.from, span.to), source);
  same(masked.length, source.length);
  for (let at = 0; at < source.length; at++) if (masked.charAt(at) !== source.charAt(at)) same(masked.charAt(at), " ");
  for (const citation of citations) {
    inside(citation.span, span);
    same(text.slice(citation.span.from, citation.span.to).includes(citation.key), true);
    same(masked.slice(citation.span.from - span.from, citation.span.to - span.from).trim(), "");
    if (citation.grade) inside(citation.grade.span, { ...span, from: citation.span.to });
  }
  if (attributes.span) inside(attributes.span, span);
}

/** Much faster than an assertion, which is made only where it fails. */
function same(found: unknown, wanted: unknown): void {
  if (found !== wanted && JSON.stringify(found) !== JSON.stringify(wanted)) expect(found).toEqual(wanted);
}

function inside(inner: Span, outer: Span): void {
  if (inner.section !== outer.section || inner.from < outer.from || inner.to > outer.to || inner.from > inner.to) expect(inner, "inside").toEqual(outer);
}
