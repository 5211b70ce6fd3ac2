import type { Credibility, Grade, Reliability } from "#model/grade";

/**
 * How often a report by such a source tells what happened; otherwise it is noise. The Admiralty scale (AJP-2.1) is
 * ordinal and gives no numbers: these are ours. F is no basis for a judgement, which is not the worst judgement.
 */
export const reliabilityFactor: Readonly<Record<Reliability, number>> = { A: 0.98, B: 0.9, C: 0.75, D: 0.5, E: 0.2, F: 0.5 };

/** By how much the credibility of the item itself lowers that; ours as well. */
export const credibilityFactor: Readonly<Record<Credibility, number>> = { 1: 1, 2: 0.95, 3: 0.8, 4: 0.5, 5: 0.2, 6: 0.75 };

/** P(the report tells the event): the product of both factors; of one alone where the other is missing; 1 without a grade. */
export const reportReliability = ({ reliability, credibility }: Grade): number =>
  (reliability === undefined ? 1 : reliabilityFactor[reliability]) * (credibility === undefined ? 1 : credibilityFactor[credibility]);
