import { expect, it } from "vitest";
import type { Negotiation } from "#bargaining/forums/negotiation";
import { parametersWith } from "#bargaining/forums/parameters";
import { summaryOf, type Share } from "#bargaining/forums/summary";
import { inPlace } from "./steps.ts";
import { variantSteps } from "./variant-steps.ts";

const values = parametersWith({ resolutionForce: 1, heldText: 0, sharedShock: 0, coalitionShock: 0, regimeChange: 0, positionSpread: 0.05, noise: 0.01, sidePayments: 0, gavel: 0 });
const parties = [0, 0.2, 0.3, 0.45, 0.5, 0.6, 0.7, 1].map((position, at) => ({ id: `P${at}`, position, salience: 0.9, capability: at === 0 ? 0.9 : 0.4 }));
const members = parties.map(({ id }) => id);
/** A consensus that hangs on where the text of a threat lies on average: 0.01 there is worth more than ten points here. */
const threatened: Negotiation = { parties, forums: [{ id: "F", rule: { kind: "consensus" }, members, text: 0.5 }, { id: "V", rule: { kind: "majority", share: 2 / 3, of: "those voting" }, members }] };

/** The standard deviation of a share between seeds beside the mean of the errors that are stated. */
function honesty(shares: readonly Share[]): { readonly deviation: number; readonly stated: number } {
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const centre = mean(shares.map(({ share }) => share));
  return { deviation: Math.sqrt(mean(shares.map(({ share }) => (share - centre) ** 2))), stated: mean(shares.map(({ error }) => error)) };
}

it.each([200, 1000])("states errors as large as the seeds make them, with what a threat leaves to luck, in %d runs (seeds 1 to 30)", (runs) => {
  const found = Array.from({ length: 30 }, (_, at) => inPlace(variantSteps(threatened, { runs, seed: at + 1, values })));
  const [delivers, price] = [honesty(found.map(({ accounts }) => summaryOf(accounts[0]!).delivers)), honesty(found.map(({ changes }) => changes[0]!.change))];
  for (const { deviation, stated } of [delivers, price]) {
    expect(deviation / stated).toBeGreaterThan(0.7);
    expect(deviation / stated).toBeLessThan(1.4);
  }
});

it("shows of a threat how often its forum delivers in the same runs", () => {
  const [sought, voted] = inPlace(variantSteps(threatened, { runs: 700, seed: 3, values })).accounts.map(summaryOf);
  expect(sought!.threat!.chance).toBe(voted!.delivers.share);
  expect(sought!.threat!.text).toBeCloseTo(voted!.text!.mean, 12);
});

it("takes the forum that the fallback names for the threat, even if it delivers nothing", () => {
  const never = { id: "W", rule: { kind: "opt-in", needed: 20 }, members } as const;
  const { accounts } = inPlace(variantSteps({ parties, forums: [{ ...threatened.forums[0]!, alternative: "W" }, threatened.forums[1]!, never] }, { runs: 50, seed: 1, values }));
  expect(accounts.map(({ threat }) => threat)).toEqual([undefined, undefined, undefined]);
  expect(summaryOf(accounts[0]!).delivers.share).toBe(summaryOf(inPlace(variantSteps({ parties, forums: [threatened.forums[0]!] }, { runs: 50, seed: 1, values })).accounts[0]!).delivers.share);
});
