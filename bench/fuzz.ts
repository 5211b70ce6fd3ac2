import { fuzzDocuments } from "../tests/mutate-document.ts";
import { readOutline } from "#reader/read-outline";
import type { Measurement } from "./measure.ts";

const documents = 100_000;
const seed = 20261125;

/** Reads 100,000 mutated documents; reading must never throw. */
export function fuzzBench(text: string): readonly Measurement[] {
  const base = text.slice(0, 2000);
  const started = performance.now();
  let thrown = 0;
  let read = 0;
  for (const document of fuzzDocuments(seed, documents, base)) {
    read++;
    try {
      readOutline(document);
    } catch {
      thrown++;
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  return [{ what: `${read} mutated documents read (seed ${seed})`, measured: `${thrown} threw, ${seconds} s`, target: "none throws", met: thrown === 0 }];
}
