import * as z from "zod/mini";
import type { Boxes } from "#bayes/bounds/boxes";
import { readJson } from "#exchange/network/read-json";

const entry = z.union([z.number(), z.tuple([z.number(), z.number()])]);
const shape = z.record(z.string(), z.array(z.array(entry)));

type IntervalsReading = { readonly kind: "read"; readonly boxes: Boxes } | { readonly kind: "unreadable"; readonly what: string };

/**
 * Reads `{NODE: [[[low, high], ...], ...]}`: for each table a row for each combination of the parents' states (the last parent
 * changes fastest, states in the order of the file), in each row an interval for each state, or one number where it is certain. Or says in one sentence why it cannot be read.
 */
export function readIntervals(text: string): IntervalsReading {
  const reading = readJson(text);
  if (reading.kind === "unreadable") return reading;
  const { success, data, error } = shape.safeParse(reading.json);
  if (!success) return { kind: "unreadable", what: `is not {NODE: [[[LOW, HIGH], ...], ...]}: ${[error.issues[0]?.path.join("."), error.issues[0]?.message].filter(Boolean).join(": ")}` };
  const ends = (rows: (typeof data)[string], side: 0 | 1): readonly number[] => rows.flat().map((one) => (typeof one === "number" ? one : one[side]));
  return { kind: "read", boxes: new Map(Object.entries(data).map(([node, rows]) => [node, { low: ends(rows, 0), high: ends(rows, 1) }])) };
}
