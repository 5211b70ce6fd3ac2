import * as z from "zod/mini";
import { likelihood, prose, referenceList, span, stateCell, writtenDate } from "#core/schemas";

export const testKinds = ["straw in the wind", "hoop", "smoking gun", "doubly decisive"] as const;
export type TestKind = (typeof testKinds)[number];
export const readings = ["passed", "failed", "failed, eliminates", "open"] as const;
export type ResultReading = (typeof readings)[number];

export const Step = z.object({ id: z.string(), number: z.int(), text: prose });
export type Step = z.infer<typeof Step>;

export const Hypothesis = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  text: prose,
  residual: z.boolean(),
  prior: z.exactOptional(likelihood),
  /** What stands for the prior and is none. */
  unreadablePrior: z.exactOptional(prose),
});
export type Hypothesis = z.infer<typeof Hypothesis>;

const written = z.object({ written: z.string(), span });

export const Test = z.object({
  id: z.string(),
  /** False where the id was made by us. */
  written: z.boolean(),
  text: prose,
  /** The test's name as written, and the kind where it is one we know. */
  label: z.exactOptional(written),
  kind: z.exactOptional(z.enum(testKinds)),
  /** The hypothesis that it tests. */
  targets: referenceList,
  result: z.exactOptional(written),
  reading: z.exactOptional(z.enum(readings)),
  /** Cells in columns that may stand for hypotheses. */
  cells: z.array(stateCell),
  date: z.exactOptional(writtenDate),
  sources: referenceList,
  grade: z.exactOptional(written),
  /** Ids of the mechanism's steps that it bears on. */
  steps: z.array(z.string()),
  cluster: z.exactOptional(z.string()),
});
export type Test = z.infer<typeof Test>;

export const ProcessTracing = z.object({
  cause: z.exactOptional(prose),
  outcome: z.exactOptional(prose),
  steps: z.array(Step),
  hypotheses: z.array(Hypothesis),
  tests: z.array(Test),
  /** Paragraphs that are none of these. */
  remarks: z.array(prose),
  /** True where a mechanism is traced, false where hypotheses are only compared. */
  traced: z.boolean(),
  heading: span,
});
export type ProcessTracing = z.infer<typeof ProcessTracing>;
