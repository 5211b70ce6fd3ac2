import { expect, it } from "vitest";
import type { Block } from "#model/block";
import { inline, paragraphs } from "./inline-markup.ts";
import { rendering } from "./rendering.ts";

const blocks: readonly Block[] = [
  { kind: "list", ordered: false, items: [{ id: "K1", text: "one" }, { id: "A", text: "two" }, { id: "other", text: "three" }, { id: "a b", text: "four" }] },
];
const page = () => rendering(blocks, [{ key: "sec", title: "Report <3>", publisher: "Secretariat", date: "2026-10-30" }]);
const html = (text: string, self?: string) => inline(text, page(), self).text;

it("links ids with a digit wherever they stand as words", () => {
  expect(html("see K1, not K12 or xK1")).toBe('see <a class="mention" href="#K1">K1</a>, not K12 or xK1');
});

it("links ids that could be words only behind a cue or where they are the whole text", () => {
  expect(html("A treaty or other things")).toBe("A treaty or other things");
  expect(html("scenario A or other")).toBe('scenario <a class="mention" href="#A">A</a> or <a class="mention" href="#other">other</a>');
  expect(html("A")).toBe('<a class="mention" href="#A">A</a>');
  expect(html("A *good* other")).toBe("A <em>good</em> other");
  expect(html("a b")).toBe('<a class="mention" href="#a-b">a b</a>');
});

it("does not link an id to itself, nor inside a link", () => {
  expect(html("K1", "K1")).toBe("K1");
  expect(html("[K1 and **K1** [@sec]](https://x.org)")).not.toMatch(/<a[^>]*>[^<]*<a/u);
});

it("follows addresses of the web and of mailboxes, and ids of the page; all else stays words", () => {
  expect(html("[x](https://x.org/?a=1&b=2)")).toBe('<a href="https://x.org/?a=1&amp;b=2">x</a>');
  expect(html("[x](mailto:a@x.org)")).toBe('<a href="mailto:a@x.org">x</a>');
  expect(html("[x](#K1)")).toBe('<a href="#K1">x</a>');
  for (const address of ["#nowhere", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "java&#x0A;script:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x.org", "/x", "https:x", "vbscript:x"]) {
    expect(html(`[x](<${address}>)`)).toBe("x");
  }
});

it("shows a citation as the number of its source, with what the grade means", () => {
  expect(html("x [@sec, p. 3]{B2}")).toBe(
    'x <span class="citation">[<a href="#source:1" title="Report &lt;3&gt;, Secretariat, 30 October 2026">1</a>, p. 3] <abbr class="grade" title="B2: usually reliable, probably true">B2</abbr></span>',
  );
  expect(html("[@gone]")).toContain('<span class="unknown" title="This source is not in the list">gone?</span>');
});

it("writes days out, shorter where they fill a cell", () => {
  expect(html("by 2027-06-30 at the latest")).toBe('by <time datetime="2027-06-30">30 June 2027</time> at the latest');
  expect(html("2027-06-30")).toBe('<time datetime="2027-06-30">30 Jun 2027</time>');
  expect(html("2027-02-30, x-2027-06-30")).toBe("2027-02-30, x-2027-06-30");
});

it("renders what an author wrote as HTML as words", () => {
  expect(html("<b>x</b><script>1</script>")).toBe("&lt;b&gt;x&lt;/b&gt;&lt;script&gt;1&lt;/script&gt;");
});

it("makes a paragraph of each paragraph", () => {
  expect(paragraphs("x\ny\n\nz", page()).text).toBe("<p>x y</p><p>z</p>");
});
