import { GFM, parser } from "@lezer/markdown";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Block } from "#model/block";
import type { Page } from "#model/page";
import { renderMarkdown, renderMarkdownPage } from "./markdown.ts";

const table = (cell: string): Block => ({ kind: "table", caption: "", head: ["ID", "What"], rows: [{ id: "A1", cells: ["A1", cell] }, { cells: [{ probability: 0.62, low: 0.55, high: 0.69 }, { badge: "due|now", tone: "alarm" }] }] });

it("writes text, lists, tables and callouts as GitHub reads them", () => {
  const blocks: readonly Block[] = [
    { kind: "heading", level: 3, text: "Findings *now*" },
    { kind: "prose", text: "One [@sec, p. 3]{B2}.\n\nTwo." },
    { kind: "list", ordered: true, items: [{ id: "K1", text: "first", entries: [{ text: "nested" }] }, { id: "judgement-the-second-one", text: "second" }] },
    table("a | b\nc"),
    { kind: "facts", entries: [{ term: "By", text: "June" }] },
    { kind: "callout", tone: "alarm", title: "One voice", text: "O1 and O4." },
    { kind: "quote", text: "Not in a hurry." },
  ];
  expect(renderMarkdown(blocks)).toBe(`## Findings *now*

One [@sec, p. 3]{B2}.

Two.

1. K1: first
   - nested
2. second

| ID | What |
| --- | --- |
| A1 | a \\| b c |
| 62% (55–69%) | due\\|now |

- **By**: June

> [!CAUTION]
> **One voice**
>
> O1 and O4.

> Not in a hurry.
`);
});

it("writes a picture as its sentence and its table", () => {
  const ladder: Block = { kind: "scenario-ladder", caption: "By [June]", rungs: [{ id: "A", title: "Opened", stated: 0.55, computed: 0.62, low: 0.55, high: 0.69 }, { id: "B", title: "Not", computed: 0.38 }] };
  expect(renderMarkdown([ladder])).toBe(`**By \\[June\\]**: A, Opened, leads: computed 62%, bounds 55–69%, stated 55%. Stated and computed part most for A, where the evidence gives 7 points more.

| Scenario | Title | Stated | Computed | Bounds |
| --- | --- | --- | --- | --- |
| A | Opened | 55% | 62% | 55–69% |
| B | Not | – | 38% | – |
`);
});

const reader = parser.configure(GFM);
function nodes(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  reader.parse(text).iterate({ enter: ({ name }) => void counts.set(name, (counts.get(name) ?? 0) + 1) });
  return counts;
}

const piece = fc.constantFrom("|", "\\", "\\|", "\n", "\n\n", "# a", "- b", "> c", "1. d", "```", "a", "`", "*", " ", "==", "---", "<b>", "]", "[");
const text = fc.array(piece, { maxLength: 8 }).map((parts) => `x${parts.join("")}`);

it("keeps every cell of a table in its place, whatever stands in it (seed 21)", () => {
  fc.assert(
    fc.property(text, (cell) => {
      const counts = nodes(renderMarkdown([table(cell)]));
      expect([counts.get("Table"), counts.get("TableRow"), counts.get("TableCell")]).toEqual([1, 2, 6]);
    }),
    { seed: 21, verbose: 1 },
  );
});

it("lets no prose become a heading, a list or a quotation (seed 22)", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }).map((parts) => parts.join("")), (words) => {
      const counts = nodes(renderMarkdown([{ kind: "prose", text: words }]));
      for (const name of ["ATXHeading1", "SetextHeading1", "SetextHeading2", "BulletList", "OrderedList", "Blockquote", "FencedCode", "HorizontalRule", "Table"]) expect(counts.get(name) ?? 0, name).toBe(0);
    }),
    { seed: 22, verbose: 1 },
  );
});

it("writes a whole page, the bottom line first, and leaves out what is empty", () => {
  const page: Page = {
    title: "Will it *open*?",
    meta: { asOf: "2026-11-01", resolves: "2027-06-30", authors: ["M. Okafor"], audiences: [], tlp: "TLP:AMBER" },
    bottomLine: { answer: "Probably [@sec, p. 2]{B2}.", changed: ["A rose [@gone], see [step 3](#step-3) and `[@sec]`."], watch: [], due: [], ladder: { kind: "scenario-ladder", caption: "Now", rungs: [{ id: "A", title: "Opened", stated: 0.5, computed: 0.62, word: "likely", low: 0.5, high: 0.7 }] } },
    summary: [],
    sections: [{ id: "actors", title: "Actors", blocks: [{ kind: "heading", level: 2, text: "Who" }, { kind: "prose", text: "Two." }] }],
    sources: [{ key: "sec", title: "Report", address: "https://x.org", reliability: "B" }],
    findings: [{ rule: "a/b", severity: "error", what: "No date.", remedy: "Give one.", standard: "ICD 203", line: 3 }],
    derivation: { engine: { version: "1.0.0", seed: 7 }, document: "sha256:0", options: ["--no-grades"], notes: ["1/2 is ours."] },
  };
  expect(renderMarkdownPage(page)).toBe(`# Will it \\*open\\*?

**TLP:AMBER** · As of 1 November 2026 · resolves by 30 June 2027 · M. Okafor

## Bottom line

Probably [\\[1\\]](<https://x.org>), p. 2 (B2).

**A, Opened: 62%, likely.** Guaranteed bounds: 50–70%. The author states 50%; the evidence gives 12 points more.

**Now**: A, Opened, leads: computed 62%, bounds 50–70%, stated 50%. Stated and computed part most for A, where the evidence gives 12 points more.

| Scenario | Title | Stated | Computed | Bounds |
| --- | --- | --- | --- | --- |
| A | Opened | 50% | 62% | 50–70% |

### What changed

- A rose \\[gone?\\], see step 3 and \`[@sec]\`.

## Actors

### Who

Two.

## Checks of the reasoning

- **error** No date. Give one. (\`a/b\`, line 3)

## Sources

| No. | Title | Publisher | Date | Address | Reliability | Origin | Key |
| --- | --- | --- | --- | --- | --- | --- | --- |
| 1 | Report |  |  | https://x.org | B |  | sec |

## How the numbers were made

Every number in this report is computed from the text of the assessment and can be computed again.

- Document: \`sha256:0\`
- Engine: Rapporteur 1.0.0, seed 7
- Options: --no-grades
- 1/2 is ours.
`);
  const resolved = renderMarkdownPage({ ...page, bottomLine: { ...page.bottomLine, resolved: { outcome: "B", title: "Not *yet*", on: "2027-06-12", by: "[@sec]", stated: 0.5 } } });
  expect(resolved).toContain("**Resolved on 12 June 2027: B, Not yet.** The author had put 50% on it. Another scenario had led: A, Opened, 62%. [\\[1\\]](<https://x.org>)");
});

it("shows no comment in cells, lists and prose", () => {
  const comment = "said <!-- rapporteur-ignore scenarios/x: why -->";
  const blocks: readonly Block[] = [table(comment), { kind: "list", ordered: false, items: [{ text: comment }] }, { kind: "prose", text: `${comment} and\n<!-- two\n\nparagraphs -->on` }];
  expect(renderMarkdown(blocks)).not.toMatch(/<!--|-->|why/u);
  expect(renderMarkdown(blocks)).toContain("| A1 | said |");
});
