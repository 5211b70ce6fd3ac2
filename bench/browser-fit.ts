import { join } from "node:path";
import { withoutSilentVoters, withRollCalls, type RollCalls } from "#bargaining/votes/roll-calls";
import { buildSync } from "esbuild";
import type { Page } from "playwright-core";
import { browserPath, openBrowser } from "../tests/report/browser.ts";
import { milliseconds, type Measurement } from "./measure.ts";
import { sets } from "./votes-data.ts";

/** The most that a session may take to be fitted again while a person waits. */
const limit = 300;

/** What runs in the page: fits the calls afresh and on from a fit of all but the last ten, and gives the milliseconds of each round. */
const script = `
import { fitIdealPoints } from "#bargaining/ideal-points/ideal-points";
const typed = ({ starts, voterOf, ballots, ...rest }) => ({ ...rest, starts: Int32Array.from(starts), voterOf: Uint16Array.from(voterOf), ballots: Uint8Array.from(ballots) });
globalThis.refit = (all, before, dimensions, rounds) => {
  const [calls, earlierCalls] = [typed(all), typed(before)];
  const time = (options) => Array.from({ length: rounds }, () => {
    const started = performance.now();
    fitIdealPoints(calls, { dimensions, ...options });
    return performance.now() - started;
  });
  const fresh = time({});
  return { fresh, onward: time({ earlier: fitIdealPoints(earlierCalls, { dimensions }) }) };
};`;

interface Times {
  readonly fresh: readonly number[];
  readonly onward: readonly number[];
}

/** A session fitted in headless Chromium: the first time, as a person meets it, by the clock; and the least of five, when the machine is busy. */
export async function browserFitBench(): Promise<readonly Measurement[]> {
  const everything = sets.W7();
  const what = "fit of a session in the browser";
  if (browserPath === undefined) return [{ what, measured: "left out: no Chromium here; set CHROMIUM to its path" }];
  if (!everything) return [{ what, measured: "left out: the roll calls are not there (see RAPPORTEUR_DATA)" }];
  const browser = await openBrowser();
  const bundle = buildSync({ stdin: { contents: script, resolveDir: join(import.meta.dirname, ".."), loader: "js" }, bundle: true, write: false, format: "iife", target: "es2022" }).outputFiles[0]?.text ?? "";
  const results: Measurement[] = [];
  for (const [name, from, to] of [["session 78", "2023-09-01", "2024-08-31"], ["the year 2025", "2025-01-01", "2025-12-31"]] as const) {
    const calls = withoutSilentVoters(withRollCalls(everything, ({ date = "" }) => date >= from && date <= to));
    for (const dimensions of [1, 2, 3]) {
      // A page of its own: what is compiled for one fit would make the next one faster than a person finds it.
      const page = await browser.newPage();
      await page.addScriptTag({ content: bundle });
      const { fresh, onward } = await refit(page, calls, dimensions);
      await page.close();
      const [least, first] = [Math.min(...fresh), fresh[0] ?? Number.NaN];
      results.push({ what: `${what}: ${name}, ${calls.rollCalls.length} roll calls, ${dimensions} ${dimensions === 1 ? "axis" : "axes"}`, measured: `${milliseconds(least)} (the first time ${milliseconds(first)}); with ten new roll calls, on from the fit before, ${milliseconds(Math.min(...onward))}`, target: `under ${limit} ms`, met: least < limit });
    }
  }
  await browser.close();
  return results;
}

/** Typed arrays cross into the page as lists. */
const plain = ({ starts, voterOf, ballots, ...rest }: RollCalls): object => ({ ...rest, starts: Array.from(starts), voterOf: Array.from(voterOf), ballots: Array.from(ballots) });

function refit(page: Page, calls: RollCalls, dimensions: number): Promise<Times> {
  const before = withoutSilentVoters(withRollCalls(calls, (_, index) => index < calls.rollCalls.length - 10));
  return page.evaluate<Times>(`refit(${JSON.stringify(plain(calls))}, ${JSON.stringify(plain(before))}, ${dimensions}, 5)`);
}
