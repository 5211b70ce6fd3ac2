import { foldCharacters } from "#kit/fold-characters";
import { headingKey } from "#model/heading";
import type { ResultReading, TestKind } from "./schema.ts";

const kinds: readonly (readonly [RegExp, TestKind])[] = [
  [/\b(?:doubly|double) decisive\b/u, "doubly decisive"],
  [/\bsmoking guns?\b/u, "smoking gun"],
  [/\bhoops?\b/u, "hoop"],
  [/\bstraws?\b/u, "straw in the wind"],
];

/** The test that a name means: `hoop test`, `Smoking-gun`, `straw-in-the-wind`. */
export function testKind(name: string): TestKind | undefined {
  const key = headingKey(name.slice(0, 80));
  return kinds.find(([pattern]) => pattern.test(key))?.[1];
}

/** Words for results as briefings use them: what a hoop test calls passed a smoking gun calls present. */
const results: Readonly<Record<"passed" | "failed" | "open", readonly string[]>> = {
  passed: ["passed", "pass", "passes", "present", "consistent", "confirmed", "yes", "found", "observed", "seen", "supported", "supports", "met", "documented", "positive", "true", "holds"],
  failed: ["failed", "fail", "fails", "absent", "inconsistent", "disconfirmed", "refuted", "no", "not found", "not observed", "not seen", "not met", "not passed", "missing", "negative", "false"],
  open: ["open", "pending", "not yet", "not yet known", "not run", "untested", "awaited", "awaiting evidence", "to be tested", "inconclusive", "undetermined", "ongoing"],
};
const byWord = new Map<string, "passed" | "failed" | "open">([
  ...results.passed.map((word) => [word, "passed"] as const),
  ...results.failed.map((word) => [word, "failed"] as const),
  ...results.open.map((word) => [word, "open"] as const),
]);

/** What a result means; a remark behind it (`passed; two witnesses`) changes nothing. */
export function resultReading(written: string): ResultReading | undefined {
  const text = foldCharacters(written.slice(0, 120)).toLowerCase();
  const first = text.split(/[,;:(]| - /u, 1)[0] ?? "";
  const reading = byWord.get(headingKey(text)) ?? byWord.get(headingKey(first)) ?? (/^\s*eliminat/u.test(text) ? "failed" : undefined);
  return reading === "failed" && /\beliminat/u.test(text) && !/\b(?:not|no|without) eliminat/u.test(text) ? "failed, eliminates" : reading;
}
