import * as z from "zod/mini";
import type { Evidence } from "#bayes/network";
import { readJson } from "#exchange/network/read-json";
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
  const reading = readJson(text);
  if (reading.kind === "unreadable") return reading;
  const { success, data, error } = shape.safeParse(reading.json);
  if (!success) return misshapen(wanted(error.issues[0]?.path ?? []));
  const others = Object.keys(data).filter((key) => key !== "hard" && key !== "virtual");
  if (others.length > 0 && !data.hard && !data.virtual) return misshapen(`it has ${listText(others)} instead`);
  return { kind: "read", evidence: { observed: data.hard ?? {}, likelihoods: data.virtual ?? {} }, notes: others.length === 0 ? [] : [`${listText(others)} ${others.length === 1 ? "is" : "are"} left out; only hard and virtual count.`] };
}

const misshapen = (why: string): EvidenceReading => ({ kind: "unreadable", what: `is not {"hard": {NODE: STATE}, "virtual": {NODE: [LIKELIHOOD, ...]}}: ${why}` });

/** What should stand at a place of the evidence. */
function wanted(path: readonly PropertyKey[]): string {
  const [part, node] = path;
  const where = path.map(String).join(".");
  if (part === undefined) return "it is no object";
  if (node === undefined) return `${where} should be an object, with a node for each name`;
  if (part === "hard") return `${where} should be the name of a state, in quotes`;
  return path.length === 2 ? `${where} should be a list of likelihoods, one for each state` : `${where} should be a likelihood, a number from 0`;
}
