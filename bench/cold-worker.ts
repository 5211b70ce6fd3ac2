import { build } from "esbuild";
import { join } from "node:path";
import { browserPath, openBrowser, skipReason } from "../tests/report/browser.ts";
import { referenceNetwork, withoutReferences } from "../tests/reference-data.ts";
import { median, type Measurement } from "./measure.ts";

/** What the worker does: compile the network it is sent, and give the posteriors of all variables. */
const worker = `
import { ask, compileNetwork } from "#bayes/infer";
addEventListener("message", ({ data: network }) => {
  const started = performance.now();
  const tree = compileNetwork(network);
  const compiled = performance.now() - started;
  ask(tree, { observed: {}, likelihoods: {} });
  postMessage({ kernel: tree.memory.kernel.name, compiled, answered: performance.now() - started });
});
`;

/** Milliseconds of the clock from making a worker to its answer; and inside it, from the network to the tree, and to the answer. */
interface Cold {
  readonly whole: number;
  readonly compiled: number;
  readonly answered: number;
  readonly kernel: string;
}

const limit = 50;

/** The first answer of a worker that has just been made, in a browser page that has just been opened. */
export async function coldWorkerBench(): Promise<readonly Measurement[]> {
  if (withoutReferences) return [{ what: "cold workers", measured: "skipped: no reference networks beside the repository" }];
  if (browserPath === undefined) return [{ what: "cold workers", measured: skipReason.trim() }];
  const browser = await openBrowser();
  const { outputFiles: [script] } = await build({ stdin: { contents: worker, resolveDir: join(import.meta.dirname, "../src") }, bundle: true, write: false, format: "iife", target: "es2022", minify: true });
  const rows: Measurement[] = [];
  for (const name of ["asia", "alarm", "assess60", "assess200"]) {
    const rounds: Cold[] = [];
    for (let round = 0; round < 7; round++) {
      const page = await browser.newPage();
      rounds.push(await page.evaluate<Cold>(asking(script?.text ?? "", name)));
      await page.close();
    }
    rows.push(rowOf(name, rounds));
  }
  await browser.close();
  return rows;
}

/** What the page does: it makes the worker and waits for its answer. */
const asking = (script: string, name: string): string => `
new Promise((resolve, reject) => {
  const address = URL.createObjectURL(new Blob([${JSON.stringify(script)}], { type: "text/javascript" }));
  const network = ${JSON.stringify(referenceNetwork(name))};
  const started = performance.now();
  const made = new Worker(address);
  made.onerror = (event) => reject(new Error(event.message));
  made.onmessage = ({ data }) => resolve({ whole: performance.now() - started, ...data });
  made.postMessage(network);
})`;

function rowOf(name: string, rounds: readonly Cold[]): Measurement {
  const whole = rounds.map((round) => round.whole);
  const least = Math.min(...whole);
  const [compiled, answered] = [Math.min(...rounds.map((round) => round.compiled)), Math.min(...rounds.map((round) => round.answered))];
  return {
    what: `${name}: first answer of a cold worker`,
    measured: `${least.toFixed(0)} ms at best, ${median(whole).toFixed(0)} ms in the middle of ${rounds.length}; in it ${compiled.toFixed(1)} ms to compile and ${(answered - compiled).toFixed(1)} ms to answer (${rounds[0]?.kernel ?? ""})`,
    target: `under ${limit} ms at best`,
    met: least < limit,
  };
}
