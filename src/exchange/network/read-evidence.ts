import * as z from "zod/mini";
import type { Evidence } from "#bayes/network";
import { listText } from "#kit/list-text";

const shape = z.looseObject({
  hard: z.optional(z.record(z.string(), z.string())),
  virtual: z.optional(z.record(z.string(), z.array(z.number().check(z.minimum(0))))),
});

type EvidenceReading = { readonly kind: "read"; readonly evidence: Evidence; readonly notes: readonly string[] } | { readonly kind: "unreadable"; readonly what: string };

/**
 * Reads `{"hard": {NODE: STATE}, "virtual": {NODE: [likelihood per state]}}`; one of the keys may be missing, or both of an
 * empty object. Other keys are left out, with a note. Or says in one sentence why it cannot be read.
 */
export function readEvidence(text: string): EvidenceReading {
  const json = parseJson(text);
  if (json === undefined) return { kind: "unreadable", what: "is no JSON" };
  const { success, data, error } = shape.safeParse(json);
  if (!success) return misshapen([error.issues[0]?.path.join("."), error.issues[0]?.message].filter(Boolean).join(": "));
  const others = Object.keys(data).filter((key) => key !== "hard" && key !== "virtual");
  if (others.length > 0 && !data.hard && !data.virtual) return misshapen(`it has ${listText(others)} instead`);
  return { kind: "read", evidence: { observed: data.hard ?? {}, likelihoods: data.virtual ?? {} }, notes: others.length === 0 ? [] : [`${listText(others)} ${others.length === 1 ? "is" : "are"} left out; only hard and virtual count.`] };
}

const misshapen = (why: string): EvidenceReading => ({ kind: "unreadable", what: `is not {"hard": {NODE: STATE}, "virtual": {NODE: [LIKELIHOOD, ...]}}: ${why}` });

/** What a text says as JSON; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
