import * as z from "zod/mini";

const probability = z.number().check(z.minimum(0), z.maximum(1));
const distribution = z.record(z.string(), probability);
const day = z.nullable(z.string());
const ids = z.array(z.string());
const interval = z.strictObject({ low: probability, point: probability, high: probability });
const weight = z.strictObject({ face: z.nullable(z.number()), graded: z.nullable(z.number()), counted: z.nullable(z.number()) });
const otherwise = z.nullable(z.strictObject({ probabilities: distribution, shift: probability }));
const mentions = z.array(z.strictObject({ id: z.string(), kind: z.string(), title: z.string() }));
const named = { id: z.string(), title: z.string() };
const move = z.strictObject({ before: probability, after: probability });

const state = z.strictObject({
  kind: z.enum(["scenario", "hypothesis"]),
  ...named,
  stated: z.nullable(probability),
  prior: probability,
  posterior: probability,
  low: probability,
  high: probability,
  bounds: z.enum(["exact", "outer"]),
  pool: z.strictObject({
    law: z.enum(["geometric", "arithmetic", "uniform"]),
    opinions: z.array(z.strictObject({ id: z.string(), kind: z.string(), date: day, share: z.number(), probability })),
  }),
  leading: z.string(),
  rival: z.nullable(z.strictObject({ ...named, posterior: probability })),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(["observation", "test"]),
      bearsOn: z.string(),
      reading: z.string(),
      text: z.string(),
      date: day,
      sources: ids,
      weight,
      reliability: probability,
      share: probability,
      together: ids,
      odds: z.nullable(z.number()),
      before: probability,
      after: probability,
    }),
  ),
  assumptions: z.nullable(move),
  width: z.array(z.strictObject({ about: z.string(), what: z.string(), from: z.number(), to: z.number(), low: probability, high: probability, narrower: z.number() })),
  linchpins: z.array(z.strictObject({ ...named, holds: z.nullable(probability), ifFalse: probability, leader: z.string(), leverage: probability })),
  flips: z.array(ids),
  without: z.array(z.strictObject({ id: z.string(), kind: z.enum(["item", "source"]), probability, leader: z.string(), shift: probability })),
});

const item = z.strictObject({
  kind: z.literal("item"),
  ...named,
  counts: z.boolean(),
  why: z.nullable(z.string()),
  about: z.array(
    z.strictObject({
      variable: z.string(),
      bearsOn: z.string(),
      reading: z.string(),
      date: day,
      sources: ids,
      grade: z.string(),
      reliability: probability,
      share: probability,
      together: ids,
      likelihood: z.record(z.string(), interval),
      weight: z.record(z.string(), weight),
    }),
  ),
  without: otherwise,
  mentions,
});

const indicator = z.strictObject({
  kind: z.literal("indicator"),
  ...named,
  open: z.boolean(),
  crossing: z.record(z.string(), interval),
  probability: z.nullable(probability),
  bits: z.nullable(z.number().check(z.minimum(0))),
  ifCrossed: otherwise,
  ifNotCrossed: otherwise,
  items: ids,
  without: otherwise,
  flips: z.array(ids),
  mentions,
});

const assumption = z.strictObject({
  kind: z.literal("assumption"),
  ...named,
  holds: z.nullable(probability),
  posterior: z.nullable(probability),
  leverage: probability,
  failing: distribution,
  ifFalse: otherwise,
  ifHolds: otherwise,
  items: ids,
  without: otherwise,
  mentions,
});

const source = z.strictObject({
  kind: z.literal("source"),
  ...named,
  reliability: z.nullable(z.string()),
  origin: z.nullable(z.string()),
  sameOrigin: ids,
  items: z.array(z.strictObject({ id: z.string(), alone: z.boolean() })),
  without: otherwise,
  mentions,
});

const opinion = z.strictObject({
  kind: z.literal("opinion"),
  id: z.string(),
  opinions: z.array(z.strictObject({ kind: z.string(), date: day, share: z.number(), probabilities: distribution })),
  without: otherwise,
});

const simulated = z.strictObject({ kind: z.literal("simulated"), ...named, what: z.string(), through: z.string(), opinions: opinion.shape.opinions, without: otherwise, mentions });

const outside = z.strictObject({ kind: z.literal("outside"), ...named, what: z.string(), names: ids, mentions });

/** What `explain --json` prints; `kind` tells which of the shapes it is. */
export const explainShape = {
  command: "explain",
  version: 1,
  about: "`explain --json`: where a number of the forecast comes from. A scenario or hypothesis: the opinions of its prior, each item with its weight in decibels against the average of all states (at face value, after its grade, as it counts), the probability before and after it, and `odds`, the decibels by which it moves the odds against all the others at its place, what carries the bounds, assumptions, what would change the leader. An entry: what it weighs, and the forecast without it.",
  schema: z.discriminatedUnion("kind", [state, item, indicator, assumption, source, opinion, simulated, outside]),
};
