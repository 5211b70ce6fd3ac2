import { expect, it } from "vitest";
import { plainText, readInline, withoutComments } from "./inline.ts";

const pieces = (text: string) => readInline(text).flat();
const words = (text: string) => ({ kind: "text", text });

it("reads emphasis, code, deletions and breaks", () => {
  expect(pieces("a *b* **c** ~~d~~ `e < f`")).toEqual([
    words("a "),
    { kind: "emphasis", children: [words("b")] },
    words(" "),
    { kind: "strong", children: [words("c")] },
    words(" "),
    { kind: "deleted", children: [words("d")] },
    words(" "),
    { kind: "code", text: "e < f" },
  ]);
  expect(pieces("a\\\nb")).toEqual([words("a"), { kind: "break" }, words("b")]);
});

it("reads links in all their forms, with the address as written", () => {
  expect(pieces("[a *b*](https://x.org/y \"t\")")).toEqual([{ kind: "link", address: "https://x.org/y", children: [words("a "), { kind: "emphasis", children: [words("b")] }] }]);
  expect(pieces("<https://x.org>")).toEqual([{ kind: "link", address: "https://x.org", children: [words("https://x.org")] }]);
  expect(pieces("see www.x.org")).toEqual([words("see "), { kind: "link", address: "http://www.x.org", children: [words("www.x.org")] }]);
  expect(pieces("[x](javascript:alert(1))")).toEqual([{ kind: "link", address: "javascript:alert(1)", children: [words("x")] }]);
});

it("keeps brackets that are no link", () => {
  expect(plainText("the text [agreed] and [bracketed][]")).toBe("the text [agreed] and [bracketed][]");
});

it("reads citations with prefix, locator and grade, several in one bracket", () => {
  expect(pieces("x [see @sec2026, p. 3; @gazette:2026]{B2}.")).toEqual([
    words("x "),
    { kind: "citation", works: [{ key: "sec2026", prefix: "see", locator: "p. 3" }, { key: "gazette:2026", prefix: "", locator: "" }], grade: "B2" },
    words("."),
  ]);
  expect(pieces("[no @ key]")).toEqual([words("[no @ key]")]);
});

it("gives the words of a text alone: no citation, no attribute, no comment, no entity", () => {
  expect(plainText("K1 is **likely** [@a]{B2} <!-- cut here --> {#K1 .x} &amp; [on *record*](https://x.org)\nstill &#8364;5")).toBe("K1 is likely & on record still €5");
});

it("reads paragraphs apart, and no other block", () => {
  expect(readInline("# a\n\n- b\n> c").map((paragraph) => paragraph.map((piece) => ("text" in piece ? piece.text : "")).join(""))).toEqual(["# a", "- b", "> c"]);
  expect(readInline("  ")).toEqual([]);
});

it("comes back from texts made to be slow", () => {
  for (const text of ["[@".repeat(20_000), `[${"@".repeat(40_000)}`, "{#".repeat(20_000), "[".repeat(20_000), `[@${"a.".repeat(20_000)}]`]) {
    plainText(text);
  }
});

it("shows no comment, and keeps what looks like one in code or behind a backslash", () => {
  expect(plainText("41 <!-- damaged (number): a -- b --> left")).toBe("41 left");
  expect(plainText("41 <!-- never closed")).toBe("41 <!-- never closed");
  expect(withoutComments("a <!-- one\ntwo --> `<!-- kept -->` \\<!-- kept -->")).toBe("a  `<!-- kept -->` \\<!-- kept -->");
});
