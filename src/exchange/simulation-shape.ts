import * as z from "zod/mini";

/** The shape of what `simulate` prints. */

const probability = z.number().check(z.minimum(0), z.maximum(1));
const count = z.int().check(z.minimum(0));
const error = z.number().check(z.minimum(0));
const onScale = z.number().check(z.minimum(0), z.maximum(100));
const share = z.strictObject({ share: probability, error });
const change = z.number().check(z.minimum(-1), z.maximum(1));
const spread = z.strictObject({ mean: onScale, low: onScale, high: onScale });
const text = z.nullable(spread);

const simulation = z.strictObject({
  question: z.string(),
  asOf: z.nullable(z.string()),
  actors: count,
  dimensions: z.array(z.string()),
  events: z.array(z.strictObject({ id: z.string(), chance: probability, actors: z.array(z.string()) })),
  forums: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      rule: z.string(),
      members: count,
      outcomes: z.array(z.strictObject({ name: z.string(), delivers: z.boolean(), share: probability, error })),
      delivers: share,
      text,
      further: z.array(spread),
      months: z.nullable(z.strictObject({ mean: z.number(), low: z.number(), high: z.number() })),
      fragile: z.nullable(probability),
      threat: z.nullable(z.strictObject({ forum: z.string(), chance: probability, weight: probability, text: onScale })),
    }),
  ),
  flips: z.array(z.strictObject({ forum: z.string(), actor: z.string(), to: onScale, share: change, error, pivot: z.boolean(), before: z.string(), after: z.string() })),
  otherRules: z.array(z.strictObject({ forum: z.string(), rule: z.string(), delivers: share, change: z.strictObject({ share: change, error }), text })),
  parameters: z.array(z.strictObject({ name: z.string(), value: z.number(), default: z.number(), origin: z.string() })),
  statusQuo: z.strictObject({ place: onScale, written: z.nullable(z.string()) }),
  scenarios: z.nullable(
    z.strictObject({
      shares: z.array(z.strictObject({ id: z.string(), title: z.string(), share: probability, error, spread: error })),
      because: z.nullable(z.string()),
      runs: count,
      draws: count,
      seed: count,
      weight: z.number().check(z.minimum(0)),
    }),
  ),
  notes: z.array(z.string()),
  runs: count,
  engine: z.strictObject({ version: z.string(), seed: count }),
});

const number = z.number();

const screening = z.strictObject({
  question: z.string(),
  method: z.enum(["tornado", "morris", "sobol"]),
  forum: z.string(),
  title: z.string(),
  outcome: z.string(),
  share: probability,
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      value: number,
      from: number,
      to: number,
      atFrom: probability,
      atTo: probability,
      morris: z.nullable(z.strictObject({ mean: number, meanAbsolute: error, error, deviation: error })),
      sobol: z.nullable(z.strictObject({ first: number, firstError: error, total: error, totalError: error })),
    }),
  ),
  mean: z.nullable(probability),
  deviation: z.nullable(error),
  runs: count,
  points: count,
  notes: z.array(z.string()),
  engine: z.strictObject({ version: z.string(), seed: count }),
});

export const screeningShape = {
  command: "simulate-screen",
  version: 1,
  about: "`simulate --screen --json`: what an outcome hangs on: its share of the runs, with each parameter at both ends of its range, the elementary effects of Morris as changes of the share, the indices of Sobol as shares of the variance; the most important first.",
  schema: screening,
} as const;

export const simulationShape = {
  command: "simulate",
  version: 1,
  about: "`simulate --json`: shares of the runs with their standard errors, changes as differences of shares, texts and positions on the scale from 0 to 100, months to entry into force. `scenarios` is what enters the forecast: the document’s own runs, over draws of the parameters that it does not set; null where it has no section or no table for it.",
  schema: simulation,
} as const;
