import * as z from "zod/mini";
import type { Evidence } from "#bayes/network";

const shape = z.strictObject({
  hard: z.optional(z.record(z.string(), z.string())),
  virtual: z.optional(z.record(z.string(), z.array(z.number().check(z.minimum(0))))),
});

/**
 * Reads `{"hard": {NODE: STATE}, "virtual": {NODE: [likelihood per state]}}`; both keys may be missing. Or says in one
 * sentence why it cannot be read.
 */
export function readEvidence(text: string): { readonly kind: "read"; readonly evidence: Evidence } | { readonly kind: "unreadable"; readonly what: string } {
  const json = parse(text);
  if (json === undefined) return { kind: "unreadable", what: "is no JSON" };
  const { success, data, error } = shape.safeParse(json);
  if (success) return { kind: "read", evidence: { observed: data.hard ?? {}, likelihoods: data.virtual ?? {} } };
  const [issue] = error.issues;
  return { kind: "unreadable", what: `is not {"hard": {NODE: STATE}, "virtual": {NODE: [LIKELIHOOD, ...]}}: ${[issue?.path.join("."), issue?.message].filter(Boolean).join(": ")}` };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
