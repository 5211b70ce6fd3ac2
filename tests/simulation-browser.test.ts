import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, it } from "vitest";
import { assess } from "#workbench/assess";
import { simulate } from "#workbench/simulation/simulate";
import { browserPath, openBrowser, skipReason } from "./report/browser.ts";

const root = join(import.meta.dirname, "..");

it.skipIf(browserPath === undefined)(`simulates in the workers of a browser what it simulates here, to the last digit${skipReason}`, async () => {
  const { outputFiles } = await build({ absWorkingDir: root, entryPoints: ["tests/simulation-browser-entry.ts"], bundle: true, format: "iife", platform: "browser", write: false, logLevel: "silent" });
  const script = outputFiles[0]!.text;
  const text = readFileSync(join(root, "examples/laws/assessment.md"), "utf8");
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content: script });
    const inBrowser = await page.evaluate(
      async ([source, document]) => {
        const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
        const { simulateHere } = globalThis as unknown as { simulateHere: (text: string, runs: number, workers: readonly string[]) => Promise<unknown> };
        return JSON.stringify(await simulateHere(document, 1_200, [url, url]));
      },
      [script, text] as const,
    );
    const { names, scene } = assess(text);
    const here = simulate({ names, document: scene.document }, { rules: new Map(), texts: new Map(), runs: 1_200, seed: 1, parameters: {} });
    expect(JSON.parse(inBrowser)).toEqual(JSON.parse(JSON.stringify(here)));
  } finally {
    await browser.close();
  }
});
