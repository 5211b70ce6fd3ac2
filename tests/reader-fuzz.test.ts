import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sentencesIn } from "#model/sentences";
import { linesIn } from "#core/read-lines";
import { readOutline } from "#reader/read-outline";
import { fuzzDocuments } from "./mutate-document.ts";
import { expectLaws } from "./outline-laws.ts";

const example = readFileSync(new URL("../examples/laws/assessment.md", import.meta.url), "utf8");
const small = `---
title: A *title*
as-of: 2026-11-01
---
# One {#one .two}
- K1: *Likely*, as [@a, p. 3]{B2} says \`code\` <!-- no -->.
  - [ ] nested [x](y "z")

> quote
> | A | B |
> |---|:-:|
> | 1 \\| 2 | [S1] {.residual} |

~~~js
code
~~~
Title
===
<b>text</b> & more.
`;

it("an outline keeps its laws whatever happened to the document (seed 20261126)", () => {
  for (const text of fuzzDocuments(20261126, 1500, small + example.slice(0, 1500))) expectLaws(readOutline(text));
});

it("an outline keeps its laws wherever a document is cut off", () => {
  for (let length = 0; length <= small.length; length++) {
    expectLaws(readOutline(small.slice(0, length)));
    expectLaws(readOutline(small.slice(length)));
  }
  const bytes = new TextEncoder().encode("# “Größe” 😀 [@ä]{B2}\n- ３５％ *é*\n");
  for (let length = 0; length <= bytes.length; length++) expectLaws(readOutline(new TextDecoder().decode(bytes.slice(0, length))));
});

it("reading with an earlier outline gives what reading without one gives, and keeps what did not change (seed 20261127)", () => {
  let earlier = readOutline(small);
  for (const text of fuzzDocuments(20261127, 1500, small)) {
    const outline = readOutline(text, earlier);
    expect(JSON.stringify(outline)).toBe(JSON.stringify(readOutline(text)));
    for (const [number, section] of outline.sections.entries()) {
      const before = earlier.sections[number];
      const start = earlier.offsets[number] ?? 0;
      const unchanged = before && earlier.text.slice(start, start + before.span.to) === text.slice(outline.offsets[number], outline.offsets[number]! + section.span.to);
      if (unchanged) expect(section).toBe(before);
    }
    earlier = outline;
  }
});

it("every character that is no space belongs to exactly one sentence (seed 20261128)", () => {
  for (const text of fuzzDocuments(20261128, 300, small + example.slice(2000, 4000))) {
    for (const prose of linesIn(readOutline(text).sections)) {
      const sentences = sentencesIn(prose);
      expect(sentences.map(({ source }) => source.replace(/\s/gu, "")).join("")).toBe(prose.source.replace(/\s/gu, ""));
      for (const [number, { span }] of sentences.entries()) expect(span.from).toBeGreaterThanOrEqual(sentences[number - 1]?.span.to ?? prose.span.from);
      expect(sentences.flatMap(({ citations }) => citations)).toEqual(prose.citations);
    }
  }
});

/** Texts on which a careless reader overflows its stack or takes the square of their length. */
const hostile: Readonly<Record<string, (length: number) => string>> = {
  "one long line": (length) => "word ".repeat(length / 5),
  "quotes in quotes": (length) => ">".repeat(length),
  "items in items": (length) => `${"- ".repeat(length / 2)}x`,
  "lists in lists": (length) => Array.from({ length: Math.sqrt(length) }, (_, depth) => `${" ".repeat(2 * depth)}- a\n`).join(""),
  "brackets that open": (length) => "[".repeat(length),
  "links that open": (length) => "[a](b".repeat(length / 5),
  "images in images": (length) => "![".repeat(length / 8) + "](x)".repeat(length / 8),
  "emphasis that closes": (length) => "a* ".repeat(length / 3),
  "emphasis that opens": (length) => "*a _b ".repeat(length / 6),
  "ticks of every length": (length) => Array.from({ length: Math.sqrt(2 * length) }, (_, ticks) => `${"`".repeat(ticks + 1)} `).join(""),
  "tags that open": (length) => "<a b='".repeat(length / 6),
  "comments that open": (length) => "x <!-- ".repeat(length / 7),
  "cells with comments that open": (length) => `|a|\n|-|\n${"| <!-- |\n".repeat(length / 9)}`,
  "citations": (length) => "[@a, p. 3]{B2} ".repeat(length / 15),
  "a citation of many keys": (length) => `[${"@a; ".repeat(length / 4)}]`,
  "a label that never ends": (length) => `[${"some words\n".repeat(length / 11)}`,
  "blanks behind a row": (length) => `text\na | b\n${" ".repeat(length)}x`,
  "a table of many cells": (length) => `|a|b|c|\n|-|-|-|\n${"|1|2|3|\n".repeat(length / 8)}`,
  "a table of many columns": (length) => ["|a", "|-", "|1"].map((cell) => `${cell.repeat(length / 6)}|\n`).join(""),
  "headings": (length) => "# a\n".repeat(length / 4),
  "attributes": (length) => "a {.b} ".repeat(length / 7),
  "addresses": (length) => `http://a/${")".repeat(length)}`,
  "NUL and lone surrogates": (length) => "\0\uD800".repeat(length / 2),
  "carriage returns": (length) => "a\r".repeat(length / 2),
};

it.each(Object.entries(hostile))("stays linear on %s", (_, make) => {
  const time = (length: number): number => {
    const text = make(length);
    const started = performance.now();
    readOutline(text);
    return performance.now() - started;
  };
  const [short, long] = [10_000, 80_000];
  time(short);
  const linear = [1, 2, 3].some(() => time(long) < 32 * Math.max(time(short), 1));
  expect(linear, "eight times the text took more than 32 times as long, three times in a row").toBe(true);
});
