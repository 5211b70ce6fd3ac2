import { expect, it } from "vitest";
import { normalQuantile } from "#kit/random";
import { logisticOf, normalOf } from "./deviates.ts";

it("is the quantile to 3e-5, from one end to the other, and never falls", () => {
  const shares = Array.from({ length: 20_001 }, (_, at) => at / 20_001).concat([2 ** -32, 1 - 2 ** -32, 1 / 16, 15 / 16]).toSorted((one, other) => one - other);
  let [normal, logistic] = [-Infinity, -Infinity];
  for (const share of shares) {
    const exact = share + 2 ** -33;
    expect(Math.abs(normalOf(share) - normalQuantile(exact))).toBeLessThan(3e-5);
    expect(Math.abs(logisticOf(share) - Math.log(exact / (1 - exact)))).toBeLessThan(4e-5);
    expect(normalOf(share)).toBeGreaterThanOrEqual(normal);
    expect(logisticOf(share)).toBeGreaterThanOrEqual(logistic);
    [normal, logistic] = [normalOf(share), logisticOf(share)];
  }
});
