import * as z from "zod/mini";
import { bargainShape } from "./bargain-shape.ts";
import { explainShape } from "./explain-shape.ts";
import { networkShapes } from "#exchange/network/shapes";
import { screeningShape, simulationShape } from "./simulation-shape.ts";
import { votesShapes } from "./votes-shapes.ts";

/** The shapes that commands print with `--json`, each with a version that grows when a reader of the old one would fail. */
export interface Shape {
  readonly command: string;
  readonly version: number;
  readonly about: string;
  readonly schema: z.ZodMiniType;
}

const probability = z.number().check(z.minimum(0), z.maximum(1));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u));
const severity = z.enum(["error", "warning", "info"]);
const place = z.int().check(z.minimum(1));
/** Decibels by state; null where the evidence eliminates. */
const weights = z.record(z.string(), z.nullable(z.number()));
const distribution = z.record(z.string(), probability);

const finding = z.strictObject({
  file: z.string(),
  rule: z.string().check(z.regex(/^[a-z-]+\/[a-z-]+$/u)),
  severity,
  what: z.string(),
  why: z.string(),
  remedy: z.string(),
  standard: z.string(),
  line: place,
  column: place,
  endLine: place,
  endColumn: place,
  fixable: z.boolean(),
});

const state = z.strictObject({
  id: z.string(),
  title: z.string(),
  stated: z.nullable(probability),
  prior: probability,
  posterior: probability,
  low: probability,
  high: probability,
});

const forecast = z.strictObject({
  question: z.string(),
  asOf: z.nullable(day),
  scenarios: z.array(state),
  evidence: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["observation", "test"]),
      bearsOn: z.string(),
      reading: z.string(),
      date: z.nullable(day),
      source: z.string(),
      weight: weights,
      share: probability,
    }),
  ),
  assumptions: z.array(
    z.strictObject({
      id: z.string(),
      holds: z.nullable(probability),
      posterior: z.nullable(probability),
      ifFalse: z.nullable(distribution),
      leverage: probability,
    }),
  ),
  hypotheses: z.array(state),
  watchNext: z.array(z.strictObject({ id: z.string(), bits: z.number().check(z.minimum(0)) })),
  flip: z.array(z.array(z.string())),
  notes: z.array(z.string()),
  engine: z.strictObject({ version: z.string(), seed: z.int() }),
  bounds: z.enum(["exact", "outer"]),
  replay: z.array(z.strictObject({ date: day, probabilities: distribution, items: z.array(z.string()) })),
  without: z.array(z.strictObject({ id: z.string(), kind: z.enum(["item", "source"]), probabilities: distribution, shift: probability })),
});

const damage = z.strictObject({ line: place, kind: z.string(), text: z.string(), what: z.string() });
const contradiction = z.strictObject({
  kind: z.string(),
  about: z.string(),
  what: z.string(),
  places: z.array(z.strictObject({ line: place, text: z.string() })),
});
const imported = z.strictObject({
  sections: z.array(z.strictObject({ line: place, heading: z.string(), technique: z.string(), role: z.string(), marked: z.boolean() })),
  entries: z.record(z.string(), z.int()),
  damage: z.array(damage),
  contradictions: z.array(contradiction),
});

const change = z.strictObject({
  what: z.enum(["added", "removed", "changed"]),
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  fact: z.optional(z.string()),
  from: z.optional(z.string()),
  to: z.optional(z.string()),
  why: z.optional(z.string()),
});

export const shapes: readonly Shape[] = [
  { command: "check", version: 1, about: "`check --format json`: an array of findings of every severity.", schema: z.array(finding) },
  { command: "forecast", version: 1, about: "`forecast --json`: probabilities and shares from 0 to 1, weights in decibels, information in bits; null where nothing is known.", schema: forecast },
  explainShape,
  { command: "import", version: 1, about: "`import --json`: what was found, what is damaged, what contradicts itself.", schema: imported },
  { command: "diff", version: 1, about: "`diff --json`: an array of changes.", schema: z.array(change) },
  simulationShape,
  screeningShape,
  bargainShape,
  ...votesShapes,
  ...networkShapes,
];
