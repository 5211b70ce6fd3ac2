import { completed } from "#core/distribution";
import { intervalsOf, vectorOver, type StateCell, type States } from "#core/read-vector";
import type { CalendarDate } from "#kit/date";
import type { Interval } from "#kit/interval";
import { plain } from "#model/prose";
import type { Estimate } from "./schema.ts";

/** Less than this is nothing that a state without a number could share: half a point. */
const tooLittle = 0.005;

/** The latest estimate of each forecaster up to a day, in the order of the table; of one day the later row counts. */
export function latestEstimates(estimates: readonly Estimate[], until?: CalendarDate): readonly Estimate[] {
  const latest = new Map<string, Estimate>();
  for (const estimate of estimates) {
    const day = estimate.date?.day ?? "";
    const known = latest.get(estimate.id);
    if ((until === undefined || day <= until) && (!known || day >= (known.date?.day ?? ""))) latest.set(estimate.id, estimate);
  }
  return estimates.filter((estimate) => latest.get(estimate.id) === estimate);
}

/** A number that no probability can be: `-5%`, `120%`. */
export const isImpossible = ({ cell }: StateCell): boolean => {
  const found = /^[~≈]?\s*([-−–]?\d{1,9}(?:\.\d{1,9})?)\s*%?$/u.exec(plain(cell))?.[1];
  const value = found === undefined ? 0 : Number(found.replace(/[−–]/u, "-"));
  return value < 0 || value > 100;
};

/** What an estimate gives to the pool, or why it gives nothing. */
export type Counted = { readonly kind: "counted"; readonly given: ReadonlyMap<string, Interval> } | { readonly kind: "left out"; readonly because: string };

/** An estimate counts where a scenario without a number can share something that the others leave. */
export function countedEstimate({ vector }: Estimate, scenarios: States): Counted {
  if (vector.some((cell) => isImpossible(cell) && scenarios.find(cell.key))) return { kind: "left out", because: "it holds a number that no probability can be" };
  const given = intervalsOf(vectorOver(scenarios, vector));
  const whole = completed(given, scenarios.list.map(({ id }) => id));
  if (!whole) return { kind: "left out", because: "it has no probability for any scenario" };
  if (whole.filled.length > 0 && whole.remainder < tooLittle) return { kind: "left out", because: `it leaves nothing for ${whole.filled.join(", ")}` };
  return { kind: "counted", given };
}
