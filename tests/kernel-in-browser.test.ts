import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { browserPath, openBrowser, skipReason } from "./report/browser.ts";

/** A page that asks a small network in both kernels, and says which it got. */
const contents = `
import { ask, compileNetwork } from "#bayes/infer";
import { useKernel } from "#bayes/kernel/choose";
import { prepareWebAssembly } from "#bayes/kernel/in-webassembly";
const tables = [{ variable: "a", parents: [], probabilities: [0.3, 0.7] }, { variable: "b", parents: ["a"], probabilities: [0.1, 0.9, 0.6, 0.4] }];
const tree = compileNetwork({ variables: [{ id: "a", states: ["x", "y"] }, { id: "b", states: ["x", "y"] }], tables });
const answer = () => ask(tree, { observed: { b: "x" }, likelihoods: {} }).posteriors.get("a");
const plain = answer();
result = prepareWebAssembly().then((ready) => ({ ready, used: useKernel(tree, "WebAssembly"), kernel: tree.memory.kernel.name, same: JSON.stringify(plain) === JSON.stringify(answer()) }));
`;

let browser: Browser | undefined;
let script = "";
beforeAll(async () => {
  if (browserPath === undefined) return;
  browser = await openBrowser();
  const { outputFiles } = await build({ stdin: { contents, resolveDir: `${import.meta.dirname}/../src` }, bundle: true, write: false, format: "iife", target: "es2022", banner: { js: "var result;" } });
  script = outputFiles[0]!.text;
});
afterAll(() => browser?.close());

it.skipIf(browserPath === undefined).each([
  ["runs in WebAssembly in a browser's page", "", { ready: true, used: true, kernel: "WebAssembly", same: true }],
  ["stays in TypeScript, with the same answers, where a page forbids WebAssembly", `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">`, { ready: false, used: false, kernel: "TypeScript", same: true }],
])(`%s${skipReason}`, async (_, policy, expected) => {
  const page = await browser!.newPage();
  await page.setContent(`<!doctype html><head>${policy}<script>${script}</script></head>`);
  expect(await page.evaluate("result")).toEqual(expected);
});
