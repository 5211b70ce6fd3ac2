import * as z from "zod/mini";

/** Shapes of what the commands on roll calls print. */

const share = z.number().check(z.minimum(0), z.maximum(1));
const count = z.int().check(z.minimum(0));
const numbers = z.array(z.number());

const account = z.strictObject({
  files: z.array(z.strictObject({ name: z.string(), layout: z.enum(["long", "wide", "descriptions", "unknown"]), rows: count })),
  rollCalls: count,
  voters: count,
  ballots: z.array(count),
  withoutBallot: count,
  notes: z.array(z.strictObject({ kind: z.string(), count, outcome: z.enum(["skipped", "kept"]), text: z.string(), examples: z.array(z.string()) })),
});

const rollCall = { id: z.string(), date: z.exactOptional(z.string()), resolution: z.exactOptional(z.string()), title: z.exactOptional(z.string()) };

const fit = z.strictObject({
  voters: z.array(
    z.strictObject({
      id: z.string(),
      name: z.exactOptional(z.string()),
      present: z.exactOptional(share),
      points: z.array(z.strictObject({ period: z.exactOptional(z.string()), answers: count, position: numbers, error: numbers, correlation: z.exactOptional(numbers), readiness: z.exactOptional(z.number()), readinessError: z.exactOptional(z.number()) })),
    }),
  ),
  axes: z.array(z.strictObject({ rollCalls: z.array(z.strictObject({ ...rollCall, share, yesIs: z.enum(["negative", "positive"]) })) })),
  rollCalls: z.array(z.strictObject({ ...rollCall, discrimination: numbers, lower: z.number(), upper: z.number() })),
  identification: z.string(),
  model: z.strictObject({
    dimensions: count,
    dynamic: z.boolean(),
    readiness: z.boolean(),
    priors: z.strictObject({ point: z.number(), discrimination: z.number(), cutpoint: z.number(), logGap: z.number(), step: z.number() }),
    errors: z.string(),
  }),
  search: z.strictObject({ seed: count, iterations: count, converged: z.boolean(), negativeLogPosterior: z.number() }),
  import: account,
});

const predict = z.strictObject({
  question: z.array(z.string()),
  voters: z.array(z.strictObject({ id: z.string(), name: z.exactOptional(z.string()), yes: share, abstain: share, no: share, present: z.exactOptional(share), last: z.enum(["yes", "abstain", "no", "absent", "none"]) })),
  expected: z.strictObject({ yes: z.number(), abstain: z.number(), no: z.number(), absent: z.number() }),
  switchers: z.array(z.strictObject({ id: z.string(), answers: z.array(z.string()) })),
  weights: z.record(z.string(), share),
  scores: z.array(z.strictObject({ name: z.string(), accuracy: share, logLikelihood: z.number() })),
  tested: z.strictObject({ answers: count, rollCalls: count }),
  changeRate: share,
  seed: count,
  import: account,
});

const total = z.strictObject({ mean: z.number(), low: count, high: count });
const voter = { id: z.string(), name: z.exactOptional(z.string()) };

const newRollCall = z.strictObject({
  known: z.array(z.strictObject({ ...voter, answer: z.enum(["yes", "abstain", "no", "absent"]) })),
  voters: z.array(z.strictObject({ ...voter, yes: share, abstain: share, no: share, present: z.exactOptional(share) })),
  unplaced: z.array(z.string()),
  knownWithoutPlace: z.array(z.string()),
  expected: z.strictObject({ yes: total, abstain: total, no: total }),
  like: z.array(z.strictObject({ ...rollCall, share })),
  effective: z.number(),
  model: z.strictObject({ dimensions: count, sessions: z.array(z.string()), rollCalls: count }),
  seed: count,
  import: account,
});

const blocs = z.strictObject({
  count,
  chosenBy: z.enum(["silhouette", "asked"]),
  silhouette: z.number(),
  agreement: z.number(),
  blocs: z.array(z.strictObject({ members: z.array(z.string()), disputed: z.array(z.string()), cohesion: z.exactOptional(share) })),
  nearest: z.array(z.strictObject({ id: z.string(), likeness: z.number() })),
  seed: count,
  import: account,
});

const power = z.union([
  z.strictObject({ quota: count, total: count, players: z.array(z.strictObject({ id: z.string(), weight: count, banzhaf: share, shapley: share, swings: share })) }),
  z.strictObject({
    rule: z.enum(["majority", "two-thirds", "consensus"]),
    quota: count,
    period: z.string(),
    voters: z.array(z.strictObject({ id: z.string(), share, error: z.number() })),
    questions: count,
    runs: count,
    seed: count,
    import: account,
  }),
]);

export const votesShapes = [
  { command: "votes-fit", version: 1, about: "`votes fit --json`: positions and errors have a number an axis, in standard deviations of all points.", schema: fit },
  { command: "votes-predict", version: 1, about: "`votes predict --json`: probabilities of answers are given that the voter answers.", schema: predict },
  { command: "votes-predict-known", version: 1, about: "`votes predict --known --json`: what the other voters answer in a new roll call; totals with an interval that holds four outcomes of five.", schema: newRollCall },
  { command: "votes-blocs", version: 1, about: "`votes blocs --json`: blocs by average linkage; `agreement` is the adjusted Rand index with k-means.", schema: blocs },
  { command: "votes-power", version: 1, about: "`votes power --json`: by weights, or by ideal points where each voter has one vote.", schema: power },
] as const;
