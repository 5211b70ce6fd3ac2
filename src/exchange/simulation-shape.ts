import * as z from "zod/mini";

/** The shape of what `simulate` prints. */

const probability = z.number().check(z.minimum(0), z.maximum(1));
const count = z.int().check(z.minimum(0));
const error = z.number().check(z.minimum(0));
const onScale = z.number().check(z.minimum(0), z.maximum(100));
const share = z.strictObject({ share: probability, error });
const change = z.number().check(z.minimum(-1), z.maximum(1));
const text = z.nullable(z.strictObject({ mean: onScale, low: onScale, high: onScale }));

const simulation = z.strictObject({
  question: z.string(),
  asOf: z.nullable(z.string()),
  actors: count,
  forums: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      rule: z.string(),
      members: count,
      outcomes: z.array(z.strictObject({ name: z.string(), delivers: z.boolean(), share: probability, error })),
      delivers: share,
      text,
      months: z.nullable(z.strictObject({ mean: z.number(), low: z.number(), high: z.number() })),
      fragile: z.nullable(probability),
      threat: z.nullable(z.strictObject({ forum: z.string(), chance: probability, weight: probability, text: onScale })),
    }),
  ),
  flips: z.array(z.strictObject({ forum: z.string(), actor: z.string(), to: onScale, share: change, error, pivot: z.boolean(), before: z.string(), after: z.string() })),
  otherRules: z.array(z.strictObject({ forum: z.string(), rule: z.string(), delivers: share, change: z.strictObject({ share: change, error }), text })),
  parameters: z.array(z.strictObject({ name: z.string(), value: z.number(), default: z.number(), origin: z.string() })),
  notes: z.array(z.string()),
  runs: count,
  engine: z.strictObject({ version: z.string(), seed: count }),
});

export const simulationShape = {
  command: "simulate",
  version: 1,
  about: "`simulate --json`: shares of the runs with their standard errors, changes as differences of shares, texts and positions on the scale from 0 to 100, months to entry into force.",
  schema: simulation,
} as const;
