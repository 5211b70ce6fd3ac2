import * as fc from "fast-check";
import { expect, it } from "vitest";
import { renderFolder, renderProblem } from "#report/folder";
import { withScript } from "#report/head";
import { renderPage } from "#report/page";
import { hostilePage } from "./report/hostile-page.ts";
import { elementsIn, named, parsePage, textIn, type PageElement } from "./report/parse-page.ts";

// What a page may consist of; everything else can only come from a text that was not escaped.
const elements = new Set(
  "html head meta title style body a p span b header h1 h2 h3 h4 h5 h6 main section div nav ul ol li figure figcaption svg rect line text tspan circle path g desc details summary table caption thead tbody tr th td dl dt dd time abbr cite code em strong del br blockquote footer".split(" "),
);
const loading = new Set(["src", "srcSet", "action", "formAction", "xLinkHref", "data", "poster", "background"]);
const addresses = /^(?:https?:\/\/|mailto:|#)/iu;

const hostilePieces = [
  "<script>alert(1)</script>", "</style>", "</title>", "<!--", "-->", "]]>", "<img src=x onerror=alert(1)>", '" onload="x', "' onclick='x", "` onfocus=`x", "<svg onload=x>", "javascript:alert(1)", "JaVaScRiPt:x",
  "data:text/html,<b>", "vbscript:x", "[x](", ")", "](javascript:alert(1))", "[a](<javascript:x>)", "<javascript:alert(1)>", "<https://x.org>", "https://x.org/?q=\"><b>", "[@k\"]{B2}", "[@k<b>]", "{#i\" onclick=x}", "![a](https://x.org/p.png)",
  "*", "**", "~~", "`", "|", "\n\n", "\n", "\\", "&lt;b&gt;", "&#106;avascript:x", "&colon;", "\u0000", "\u202e", "\uD800", "{", "}", "@", "#", ":", "/", "K1", "scenario A", "url(https://x.org)", "@import", "\\3c ", "expression(1)", "A", " ",
];
const hostileText = fc.oneof(fc.array(fc.constantFrom(...hostilePieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join("")), fc.string({ unit: "binary", maxLength: 40 }));

function expectHarmless(html: string): void {
  const page = parsePage(html);
  expect(elementsIn(page).flatMap(harmOf)).toEqual([]);
  const styles = named(page, "style");
  expect(styles).toHaveLength(1);
  expect(styles.map(textIn).join("")).not.toMatch(/@import|url\(/iu);
}

/** What an element has that no page may have. */
function harmOf({ name, attributes }: PageElement): readonly string[] {
  const { href, style } = attributes;
  return [
    ...(elements.has(name) ? [] : [`<${name}>`]),
    ...Object.keys(attributes).filter((attribute) => attribute.toLowerCase().startsWith("on") || loading.has(attribute)),
    ...(href === undefined || addresses.test(String(href)) ? [] : [`href ${String(href)}`]),
    ...(style === undefined || /^--(?:width|columns):[\d.]+(?:rem)?$/u.test(String(style)) ? [] : [`style ${String(style)}`]),
  ];
}

it("lets no text become an element, a handler or an address that runs", () => {
  for (const text of hostilePieces) expectHarmless(renderPage(hostilePage(text)));
});

it("lets none become one in combination either (seed 4242)", () => {
  fc.assert(fc.property(hostileText, (text) => expectHarmless(renderPage(hostilePage(text)))), { seed: 4242, numRuns: 40, verbose: 1 });
});

it("keeps ids unique and every fragment leads to one, for any text (seed 4243)", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const all = elementsIn(parsePage(renderPage(hostilePage(text))));
      const ids = all.flatMap(({ attributes }) => (typeof attributes["id"] === "string" ? [attributes["id"]] : []));
      expect(new Set(ids).size).toBe(ids.length);
      const fragments = all.map(({ attributes }) => String(attributes["href"] ?? "")).filter((href) => href.startsWith("#"));
      expect(fragments.filter((href) => !ids.includes(href.slice(1)))).toEqual([]);
    }),
    { seed: 4243, numRuns: 40, verbose: 1 },
  );
});

it("keeps the list of a folder as harmless (seed 4244)", () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expectHarmless(renderFolder(text, [{ path: text, address: "https://x.org", title: text, question: text, asOf: text, resolves: text, scenarios: [{ id: text, title: text, probability: 0.5 }], due: 1, errors: 1, warnings: 2 }, { path: text, problem: text }]));
      expectHarmless(renderProblem(text));
    }),
    { seed: 4244, numRuns: 20, verbose: 1 },
  );
});

it("allows a script only where one is asked for, and only that one", () => {
  const html = withScript(renderProblem("</body></html><script>alert(1)</script>"), "location.reload()");
  const scripts = named(parsePage(html), "script");
  expect(scripts.map(textIn)).toEqual(["location.reload()"]);
  expect(html).toContain("script-src 'nonce-rapporteur'; connect-src 'self'");
  expect(renderProblem("x")).toContain("default-src 'none'");
  expect(renderProblem("x")).not.toContain("script-src");
});
