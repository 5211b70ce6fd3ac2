import { expect, it } from "vitest";
import { plain } from "#model/prose";
import { readProse } from "#reader/read-prose";

const read = (text: string) => readProse({ text, section: 3 }, { from: 0, to: text.length });
/** The words that are left, with a dot for each character that was blanked and is no space itself. */
const dotted = (text: string): string => {
  const { source, masked } = read(text);
  return Array.from({ length: source.length }, (_, at) => (masked.charAt(at) === " " && source.charAt(at) !== " " ? "·" : masked.charAt(at))).join("");
};

it.each([
  ["emphasis", "*a* **b** _c_ __d__ ***e***", "·a· ··b·· ·c· ··d·· ···e···"],
  ["marks that pair with nothing", "2 * 3 and snake_case_name and **open", "2 * 3 and snake_case_name and **open"],
  ["strikethrough", "~~gone~~ ~one~ ~~~three~~~", "··gone·· ·one· ~~~three~~~"],
  ["code, with marks inside", "`a*b*c` ``x`y`` `open", "·a*b*c· ··x`y·· `open"],
  ["a link with its title", 'see [the *text*](https://e.org/a_(b) "t") now', "see ·the ·text······················ ···· now"],
  ["a link that is none", "[shall] [may](not a link) [a](b", "[shall] [may](not a link) [a](b"],
  ["an image", "![map](m.png) here", "··map········ here"],
  ["links do not nest", "[a [b](c) d](e)", "[a ·b···· d](e)"],
  ["addresses", "<https://e.org/x_y_z> and https://e.org/*a*_b_ end", "·https://e.org/x_y_z· and https://e.org/*a*_b_ end"],
  ["tags and comments", 'a<br/>b <span title="x > y">c</span> <!-- d * e --> f', "a·····b ····· ········ · ···c······· ···· · · · ··· f"],
  ["what looks like a tag", "3 < 4 and a <b", "3 < 4 and a <b"],
  ["escapes", String.raw`\*not\* \[x\] a\b`, String.raw`·*not·* ·[x·] a\b`],
  ["citations and grades", "so [@a, p. 3]{B2} and [see @b; @c-d.e, 4].", "so ···· ·· ······ and ···· ··· ······· ··."],
  ["labels as citations", "so [S1] and [S2, S3]{C3} not [s1] [1] [A]", "so ···· and ···· ······· not [s1] [1] [A]"],
  ["attributes", "text {#A1 .residual k=v} {not one} {}", "text ···· ········· ···· {not one} {}"],
  ["footnote marks", "a[^1] b [^long-one]", "a···· b ···········"],
  ["spaces that are written out", "a&nbsp;b &amp; c", "a······b &amp; c"],
])("blanks %s", (_, text, expected) => {
  expect(dotted(text)).toBe(expected);
});

it("closes up where marks stood inside words", () => {
  expect(plain(read(String.raw`**likely**, sec\_2026 and un*like*ly`))).toBe("likely, sec_2026 and unlikely");
});

it.each([
  ["one key", "[@sec2026, p. 3]{B2}", [["sec2026", "p. 3", "B2", 0, 16]]],
  ["a group", "x [see @a; @b, ch. 2; and 4]{C3}", [["a", "", "C3", 7, 9], ["b", "ch. 2; and 4", "C3", 11, 27]]],
  ["a key with punctuation", "[@doi:10.1/x_y-z.]", [["doi:10.1/x_y-z", "", undefined, 0, 18]]],
  ["a key in braces", "[@{https://e.org/a;b}]", [["https://e.org/a;b", "", undefined, 0, 22]]],
  ["an author left out", "[-@a 12]", [["a", "12", undefined, 0, 8]]],
  ["a grade that is none", "[@a]{G9}", [["a", "", "G9", 0, 4]]],
  ["an attribute behind a citation", "[@a]{.residual}", [["a", "", undefined, 0, 4]]],
  ["a bare label", "[S12]{B}", [["S12", "", "B", 0, 5]]],
  ["two labels", "[S1; S2]", [["S1", "", undefined, 1, 3], ["S2", "", undefined, 5, 7]]],
  ["a mail address", "[write to a@b.org]", []],
  ["a link", "[@a](https://e.org)", []],
  ["a key without brackets", "as @a says", []],
  ["a label that is defined", "[S1]: a note", []],
])("finds the citations in %s", (_, text, expected) => {
  expect(read(text).citations.map(({ key, locator, grade, span }) => [key, locator, grade?.text, span.from, span.to])).toEqual(expected);
});

it("finds attributes at the end of a line", () => {
  expect(read('K1: text {#K1 .x .y a="b c" d=e}\nmore text').attributes).toEqual({ id: "K1", classes: ["x", "y"], values: { a: "b c", d: "e" }, span: { section: 3, from: 9, to: 32 } });
  expect(read("first line\nlast line {.last}").attributes.classes).toEqual(["last"]);
  expect(read("in {.the} middle").attributes).toEqual({ classes: [], values: {} });
});

it("gives places in the section", () => {
  const prose = readProse({ text: "abc  x [@k]{B2}  ", section: 1 }, { from: 3, to: 17 });
  expect(prose.span).toEqual({ section: 1, from: 5, to: 15 });
  expect(prose.citations[0]?.span).toEqual({ section: 1, from: 7, to: 11 });
  expect(prose.citations[0]?.grade?.span).toEqual({ section: 1, from: 11, to: 15 });
});
