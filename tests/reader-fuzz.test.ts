import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { sentencesIn } from "#model/sentences";
import { linesIn } from "#core/read-lines";
import { readOutline } from "#reader/read-outline";
import { fuzzDocuments } from "./mutate-document.ts";
import { expectLaws } from "./outline-laws.ts";
import { hostileTexts } from "./hostile-texts.ts";

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

it.each(Object.entries(hostileTexts))("comes back from 80,000 characters of %s (what is not linear would run into the suite's limit of time)", (_, make) => {
  expect(readOutline(make(80_000)).sections.length).toBeGreaterThan(0);
});
