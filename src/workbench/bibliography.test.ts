import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { attachmentsOf, openDocument } from "#workbench/attachments";

const text = `---
question: Which?
as-of: 2026-01-01
resolves: 2026-12-31
bibliography: refs.json
---
## Scenarios

### A: Opened (50%) {#A}
### B: Another session (50%) {#B}

## Observations

| ID | Date | Observation | Bears on | Reading | A | B | Source |
|---|---|---|---|---|---|---|---|
| O1 | 2026-03-01 | A ship came | | | 90% | 10% | [@ports] |
| O2 | 2026-03-02 | It came again | | | 90% | 10% | [@gazette] |

## Sources

| Key | Title | Publisher | Date | Address | Reliability | Origin |
|---|---|---|---|---|---|---|
| gazette | The Gazette | Harbour Gazette | 2026-03-02 | https://example.org/g | A | gazette |
`;
const refs = JSON.stringify([
  { id: "ports", title: "Ships by day", publisher: "Port authority", note: "reliability: D\norigin: Gazette" },
  { id: "gazette", title: "Something else", note: "reliability: F" },
]);
const named = (bibliography?: string) => assess(text, { ...(bibliography !== undefined && { attachments: new Map([["refs.json", bibliography]]) }) }).findings.filter(({ rule }) => /bibliography|names\//u.test(rule)).map(({ rule, what }) => `${rule} ${what}`);

it("adds the sources of the file, with their grades and origins, and lets the document's own section count first", () => {
  const { names, findings, forecast } = assess(text, { attachments: new Map([["refs.json", refs]]) });
  expect(findings.filter(({ rule }) => rule.startsWith("names/"))).toEqual([]);
  expect(names.all("source").map(({ id, title, facts }) => [id, title, facts?.["reliability"]])).toEqual([["ports", "Ships by day", "D"], ["gazette", "The Gazette", "A"]]);
  const shares = forecast?.evidence.map(({ share, weight }) => [share, Number((weight["A"] ?? 0).toFixed(3))]);
  // r = 0.5 and 0.98, and both are of one origin: each counts for 0.6 of itself.
  const half = (r: number) => Number((0.6 * 5 * Math.log10((r * 0.9 + (1 - r) / 2) / (r * 0.1 + (1 - r) / 2))).toFixed(3));
  expect(shares).toEqual([[0.6, half(0.5)], [0.6, half(0.98)]]);
});

it("says where the file is not there, or is no bibliography", () => {
  expect(named()).toEqual(["document/missing-bibliography The bibliography refs.json cannot be read: there is no such file beside the document.", "names/unknown-reference No source in this document is called ports."]);
  expect(named("Dear editor")).toEqual(["document/unreadable-bibliography The bibliography refs.json is neither CSL-JSON nor BibTeX.", "names/unknown-reference No source in this document is called ports."]);
  expect(named(refs)).toEqual([]);
});

it("asks for the file that the front matter names", () => {
  const asked = (document: string) => attachmentsOf(openDocument(document));
  expect([asked(text), asked("---\ntitle: bibliography\n---\n"), asked("## A bibliography")]).toEqual([["refs.json"], [], []]);
});
