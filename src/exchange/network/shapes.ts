import * as z from "zod/mini";

const probability = z.number().check(z.minimum(0), z.maximum(1));
const distribution = z.record(z.string(), probability);
const engine = z.strictObject({ name: z.string(), version: z.string() });
const end = z.strictObject({ value: probability, posterior: probability });

const entry = { node: z.string(), state: z.string(), given: z.record(z.string(), z.string()), value: probability };

const sampling = z.strictObject({
  samples: z.int(),
  seed: z.int(),
  effectiveSamples: z.number().check(z.minimum(0)),
  largestShare: z.optional(probability),
  logEvidenceError: z.optional(z.number().check(z.minimum(0))),
  standardErrors: z.optional(z.record(z.string(), z.record(z.string(), z.number().check(z.minimum(0))))),
  intervals: z.optional(z.record(z.string(), z.record(z.string(), z.tuple([probability, probability])))),
  warnings: z.optional(z.array(z.string())),
});

const query = z.strictObject({
  posteriors: z.nullable(z.record(z.string(), distribution)),
  logEvidence: z.nullable(z.number()),
  mostProbable: z.optional(z.strictObject({ states: z.record(z.string(), z.string()), logProbability: z.number(), tied: z.boolean() })),
  conflict: z.optional(z.array(z.string())),
  sampling: z.optional(sampling),
  engine,
});

const sensitivity = z.strictObject({
  target: z.string(),
  state: z.string(),
  posterior: probability,
  statement: z.optional(z.strictObject({ text: z.string(), holds: z.boolean() })),
  parameters: z.array(
    z.strictObject({
      ...entry,
      mirrored: z.boolean(),
      derivative: z.number(),
      from: end,
      to: end,
      reaches: z.optional(z.nullable(probability)),
    }),
  ),
  engine,
});

const coefficients = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const points = z.array(z.tuple([probability, probability]));
const twoWay = z.strictObject({
  target: z.string(),
  state: z.string(),
  posterior: probability,
  first: z.strictObject(entry),
  pairs: z.array(z.strictObject({ ...entry, numerator: coefficients, denominator: coefficients, least: z.nullable(probability), greatest: z.nullable(probability) })),
  square: z.optional(
    z.strictObject({
      values: z.array(probability),
      posterior: z.array(z.array(z.nullable(probability))),
      leader: z.array(z.array(z.nullable(z.string()))),
      contours: z.array(z.strictObject({ posterior: probability, points })),
      leaderChanges: z.array(z.strictObject({ states: z.tuple([z.string(), z.string()]), points })),
    }),
  ),
  engine,
});

const influence = z.strictObject({
  target: z.string(),
  posterior: distribution,
  findings: z.array(z.strictObject({ node: z.string(), without: distribution, decibels: z.record(z.string(), z.nullable(z.number())) })),
  conflict: z.number(),
  engine,
});

const flips = z.strictObject({
  target: z.string(),
  leader: z.nullable(z.string()),
  searches: z.array(
    z.strictObject({
      by: z.enum(["removing", "reversing", "learning"]),
      sets: z.array(z.strictObject({ changes: z.record(z.string(), z.nullable(z.string())), leader: z.string() })),
      cut: z.boolean(),
    }),
  ),
  engine,
});

const rows = z.record(z.string(), z.array(z.array(probability)));
const rangeEnd = z.strictObject({ attained: probability, proven: probability, model: z.optional(rows) });
const range = z.strictObject({ low: probability, high: probability });
const ratio = z.nullable(z.number().check(z.minimum(0)));

const bounds = z.strictObject({
  target: z.string(),
  states: z.record(z.string(), z.strictObject({ point: probability, low: rangeEnd, high: rangeEnd, exact: z.boolean() })),
  gap: probability,
  work: z.int(),
  dominance: z.array(z.strictObject({ state: z.string(), over: z.string(), verdict: z.enum(["always", "not always", "open"]), least: z.strictObject({ attained: ratio, proven: ratio }) })),
  carriers: z.strictObject({ state: z.string(), range, tables: z.array(z.strictObject({ node: z.string(), without: range, alone: range })) }),
  engine,
});

const voi = z.strictObject({
  target: z.string(),
  entropy: z.number().check(z.minimum(0)),
  variables: z.array(z.strictObject({ node: z.string(), bits: z.number().check(z.minimum(0)), quadratic: probability, changesLeader: probability })),
  engine,
});

/** Printed in place of an answer, with exit code 1, where the evidence cannot be true. */
const impossible = z.strictObject({ target: z.string(), conflict: z.array(z.string()), engine });
const orImpossible = <Shape extends z.core.$ZodType>(shape: Shape) => z.union([shape, impossible]);

/** What the commands about networks print. */
export const networkShapes = [
  { command: "network-query", version: 1, about: "`network query --json`: posteriors by variable and state, the natural logarithm of P(evidence); null and the conflict where the evidence is impossible; with `--sample` estimates, their errors and intervals, null where the weights degenerate.", schema: query },
  { command: "network-sensitivity", version: 1, about: "`network sensitivity --json`: how the posterior of one state follows every entry of the tables, the strongest first.", schema: orImpossible(sensitivity) },
  { command: "network-two-way", version: 1, about: "`network sensitivity --with ENTRY --json`: the posterior as a quotient of two functions of two entries, with coefficients of 1, first, second and their product; with two entries the square of their values, lines of equal posterior, and where the leading state changes.", schema: orImpossible(twoWay) },
  { command: "network-bounds", version: 1, about: "`network bounds --json`: for each state of the target the ends of its range, attained by some model and proven for all; the least ratio of each two states (null where there is no limit); the tables that carry the width of one state, the first most.", schema: orImpossible(bounds) },
  { command: "network-influence", version: 1, about: "`network influence --json`: the posterior without each finding, its weight in decibels (null where it excludes a state), and the conflict of all.", schema: orImpossible(influence) },
  { command: "network-flips", version: 1, about: "`network flips --json`: all sets of the smallest size of findings whose removal (null), reversal or learning makes another state lead; `cut` where the search was given up.", schema: orImpossible(flips) },
  { command: "network-voi", version: 1, about: "`network voi --json`: what learning each variable is expected to tell of the target, in bits, in quadratic score, and as the chance of another leading state.", schema: orImpossible(voi) },
] as const;
