import { afterAll, beforeAll, expect, it } from "vitest";
import type { Browser, Page } from "playwright-core";
import { withScript } from "#report/head";
import { renderPage } from "#report/page";
import { axeScript, browserPath, openBrowser, skipReason } from "./report/browser.ts";
import { crowdedBlocks, samplePage } from "./report/sample-page.ts";

const crowded = { id: "crowded", title: "Crowded", blocks: crowdedBlocks() };
const html = renderPage({ ...samplePage(), sections: [...samplePage().sections, crowded] });
// Pictures with nothing in them must be as accessible; checking the crowded ones too takes seconds and shows nothing else.
const withEmpty = renderPage({ ...samplePage(), sections: [...samplePage().sections, { ...crowded, blocks: crowdedBlocks().filter((block) => "caption" in block && /^(?:No|One) /u.test(block.caption)) }] });
const inBrowser = it.skipIf(browserPath === undefined);
let browser: Browser;

beforeAll(async () => {
  if (browserPath !== undefined) browser = await openBrowser();
});
afterAll(() => browser?.close());

/** Opens the page, with every request that it makes noted. */
async function open(content: string, { width, scheme = "light", bypassCSP = false }: { readonly width: number; readonly scheme?: "light" | "dark"; readonly bypassCSP?: boolean }): Promise<{ readonly page: Page; readonly requests: readonly string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme: scheme, bypassCSP });
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.setContent(content);
  return { page, requests };
}

// Run in the browser: elements that stick out of the window, outside containers that scroll.
const cutOff = `[...document.querySelectorAll("body *")]
  .filter((element) => !element.closest(".scroll") && !element.closest(".skip") && element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.tagName + " " + element.textContent)`;

// Run in the browser: pairs of labels in one drawing whose boxes overlap.
const touching = `[...document.querySelectorAll(".drawing > svg, .drawing svg[role=img]")].flatMap((drawing) => {
  const boxes = [...drawing.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
  return boxes.flatMap((a, index) => boxes.slice(0, index).filter((b) => overlap(a.box, b.box)).map((b) => a.text + " / " + b.text));
})`;

inBrowser.each(["light", "dark"] as const)(`breaks no rule of axe-core in a %s scheme${skipReason}`, async (scheme) => {
  const { page, requests } = await open(withEmpty, { width: 1280, scheme, bypassCSP: true });
  await page.evaluate("document.querySelectorAll('details').forEach((details) => details.setAttribute('open', ''))");
  await page.evaluate(axeScript);
  const violations: string[] = await page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))");
  expect(violations).toEqual([]);
  expect(requests).toEqual([]);
  await page.close();
});

inBrowser(`fits windows from 320 to 1920 pixels, and lets no label in a drawing touch another${skipReason}`, async () => {
  const { page } = await open(html, { width: 1280 });
  for (const width of [320, 360, 600, 800, 1100, 1280, 1920]) {
    await page.setViewportSize({ width, height: 800 });
    const seen = await page.evaluate(`({ over: document.documentElement.scrollWidth - document.documentElement.clientWidth, out: ${cutOff}, touching: ${touching} })`);
    expect(seen, `${width} pixels`).toEqual({ over: 0, out: [], touching: [] });
  }
  await page.close();
});

inBrowser(`shows the bottom line on the first screen, and keeps the contents in sight${skipReason}`, async () => {
  const { page } = await open(html, { width: 1280 });
  for (const selector of [".lead-value", ".rung:last-child .values", ".brief h3"]) expect((await page.locator(`#bottom-line ${selector}`).last().boundingBox())!.y).toBeLessThan(760);
  await page.evaluate("document.getElementById('limitations').scrollIntoView()");
  expect((await page.locator("#contents").boundingBox())!.y).toBeGreaterThanOrEqual(0);
  await page.close();
});

inBrowser(`prints dark pages light, without contents, with the addresses of sources${skipReason}`, async () => {
  const { page } = await open(html, { width: 1280, scheme: "dark" });
  expect(await page.locator(".findings:not([open]) li").first().isVisible()).toBe(false);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
  expect(await page.locator("#contents").isVisible()).toBe(false);
  expect(await page.evaluate("getComputedStyle(document.querySelector('.sources a'), '::after').content")).toContain("https://example.org/r3");
  expect(await page.locator(".findings:not([open]) li").first().isVisible()).toBe(true);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  await page.close();
});

inBrowser(`runs the script it was given and no other${skipReason}`, async () => {
  const hostile = renderPage({ ...samplePage(), title: "</title><script>window.hostile = 1</script>" });
  const { page } = await open(withScript(hostile.replace("<main", "<script>window.hostile = 2</script><main onclick='window.hostile = 3'"), "window.ours = 1"), { width: 1280 });
  expect(await page.evaluate("[window.ours, window.hostile]")).toEqual([1, undefined]);
  await page.close();
});
