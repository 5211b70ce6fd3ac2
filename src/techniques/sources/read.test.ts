import fc from "fast-check";
import { expect, it } from "vitest";
import { openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { sources } from "./index.ts";

const declared = (body: string) => openAll([sources], readOutline(`## Sources\n\n${body}\n`)).flatMap(({ declares }) => declares.map(({ id, facts }): Readonly<Record<string, string>> => ({ id, ...facts })));

it.each([
  ['[S1] Harbour Gazette, "Delegates close ranks". (B2)', { id: "S1", title: "Delegates close ranks", publisher: "Harbour Gazette", reliability: "B" }],
  ["[S1]: Harbour Gazette, “Delegates close ranks”, 31 October 2026, https://example.org/g. (C)", { id: "S1", title: "Delegates close ranks", publisher: "Harbour Gazette", date: "2026-10-31", address: "https://example.org/g", reliability: "C" }],
  ["- S4: Secretariat, *Report of the third session*, October 2026. Reliability: B. <https://example.org/r3>", { id: "S4", title: "Report of the third session", publisher: "Secretariat", date: "October 2026", address: "https://example.org/r3", reliability: "B" }],
  ["- [@depositary] [Status page](https://example.org/d), Depositary (A1)", { id: "depositary", title: "Status page", publisher: "Depositary", address: "https://example.org/d", reliability: "A" }],
  ["- S9: A report without quotes, 2 November 2026, https://example.org/x. (D)", { id: "S9", title: "A report without quotes", date: "2026-11-02", address: "https://example.org/x", reliability: "D" }],
  ["[3] Annual review (ungraded)", { id: "3", title: "Annual review" }],
])("reads the line %s", (line, expected) => expect(declared(line)).toEqual([expected]));

it("reads a paragraph of several lines, and a wrapped line as one", () => {
  expect(declared('[S1] Gazette, "One". (B)\n[S2] Wire,\n"Two". (C)').map((source) => [source["id"], source["title"]])).toEqual([
    ["S1", "One"],
    ["S2", "Two"],
  ]);
});

it("declares no source for a sentence, and one for each lonely grade", () => {
  const sources = declared("All sources are public; see the [report](https://example.org).\n\n- B\n- Ungraded\n- B2");
  expect(sources.map(({ id, reliability }) => [id, reliability])).toEqual([["source-1", "B"], ["source-2", undefined], ["source-3", "B"]]);
});

it("follows origins to their end, whatever the order of the rows", () => {
  const rows = ["a | | [@b]", "b | | c", "c | | Secretariat", "d | | SECRETARIAT.", "e | | f", "f | | e"];
  const expected = { a: "Secretariat", b: "Secretariat", c: "Secretariat", d: "Secretariat" };
  for (const order of [rows, rows.toReversed().map((row) => row.replace("SECRETARIAT.", "Secretariat"))]) {
    const origins = declared(`| Key | Title | Origin |\n|---|---|---|\n${order.map((row) => `| ${row} |`).join("\n")}`);
    expect(Object.fromEntries(origins.flatMap((source) => (source["origin"] === undefined ? [] : [[source["id"], source["origin"]]])))).toEqual(expected);
  }
});

it("gives no origin to sources that go round in a circle, nor to those that lead into it", () => {
  const rows = [["tail", "[@one]"], ["one", "[@two]"], ["two", "[@one]"], ["self", "[@self]"], ["echo", "[@first]"], ["first", "ministry"]];
  const table = `| Key | Title | Origin |\n|---|---|---|\n${rows.map(([key, origin]) => `| ${key} | t | ${origin} |`).join("\n")}`;
  expect(declared(table).map(({ id, origin }) => [id, origin])).toEqual([["tail", undefined], ["one", undefined], ["two", undefined], ["self", undefined], ["echo", "ministry"], ["first", "ministry"]]);
});

it("reads any text (seed 4101)", () => {
  const pieces = fc.constantFrom("[S1]", "[@a]", "- ", "| a | b |\n|---|---|\n", '"', "*", "(B2)", "https://", "\n", "\n\n", "{", "x", "S2: ", "Reliability: ", " ");
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 40 }), (parts) => {
      for (const source of declared(parts.join(""))) expect(source["id"]).not.toBe("");
    }),
    { seed: 4101, verbose: 1 },
  );
});

it("comes back from long lines of its own marks", () => {
  for (const unit of ['"', "[S1] ", "(B2) ", "*a", "https://", "Reliability: "]) declared(`- ${unit.repeat(40_000)}`);
});
