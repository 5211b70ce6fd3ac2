import * as z from "zod/mini";

/** The shape of what `bargain` prints. */

const share = z.number().check(z.minimum(0), z.maximum(1));
const round = z.int().check(z.minimum(0));
const move = z.strictObject({ actor: z.string(), to: z.string(), kind: z.enum(["loses", "compromises", "capitulates"]), from: z.number(), position: z.number() });

const bargain = z.strictObject({
  title: z.string(),
  description: z.string(),
  issues: z.array(
    z.strictObject({
      issue: z.string(),
      actors: z.array(z.string()),
      low: z.number(),
      high: z.number(),
      compromise: z.number(),
      median: z.number(),
      quantiles: z.array(z.strictObject({ chance: share, position: z.number() })),
      intervals: z.array(z.strictObject({ level: share, low: z.number(), high: z.number() })),
      held: z.array(z.strictObject({ position: z.number(), weight: share, pull: share, actors: z.array(z.string()) })),
      challenge: z.nullable(
        z.strictObject({
          caveat: z.string(),
          settled: z.nullable(round),
          period: z.nullable(round),
          rounds: z.array(z.strictObject({ mean: z.number(), positions: z.array(z.number()), moves: z.array(move) })),
        }),
      ),
    }),
  ),
  notes: z.array(z.string()),
  engine: z.strictObject({ version: z.string(), content: z.strictObject({ pullPower: z.number(), heldText: share, textError: z.number() }) }),
});

export const bargainShape = {
  command: "bargain",
  version: 1,
  about: "`bargain --json`: positions on the scales of the file, `weight` and `pull` as shares; `rounds` begins with round 0, positions in the order of the issue's `actors`.",
  schema: bargain,
} as const;
