import type { CalendarDate } from "#kit/date";
import type { Adoption, NormLifeCycle, Stage, StatedStage } from "./schema.ts";

/** Finnemore and Sikkink (1998), p. 901: tipping rarely occurs before one third of the states adopt the norm. */
export const tippingShare = 1 / 3;

/** The share of adopters on a day, and the stage that it implies: emergence below the tipping point, cascade from there on. */
export interface Share {
  readonly adopters: number;
  readonly population: number;
  readonly share: number;
  readonly day?: CalendarDate;
  readonly implies: Exclude<Stage, "internalization">;
}

/** The share of a row; undefined where a number is missing or the two cannot both be right. */
export function shareOf({ adopters, population, date }: Adoption): Share | undefined {
  const [count, of] = [adopters?.value, population?.value];
  if (count === undefined || of === undefined || of === 0 || count > of) return undefined;
  return { adopters: count, population: of, share: count / of, ...(date?.day !== undefined && { day: date.day }), implies: 3 * count >= of ? "cascade" : "emergence" };
}

/** The latest share of a series; of rows without a date the last. */
export function latestShare(series: readonly Adoption[]): Share | undefined {
  let latest: Share | undefined;
  for (const row of series) {
    const share = shareOf(row);
    if (share && (latest === undefined || (share.day ?? "") >= (latest.day ?? ""))) latest = share;
  }
  return latest;
}

/** A stated stage beside the latest share of its norm. */
export interface Comparison {
  readonly stated: StatedStage;
  readonly share: Share;
  readonly agrees: boolean;
}

/** Every stated stage for whose norm there are counts. A series that names no norm speaks for the first stage stated. */
export function comparisons({ stated, series }: NormLifeCycle): readonly Comparison[] {
  const named = new Set(series.map(({ norm }) => norm));
  return stated.flatMap((stage, at) => {
    const own = [...named].find((norm) => norm !== "" && stage.norm !== "" && (norm.includes(stage.norm) || stage.norm.includes(norm)));
    const rows = series.filter(({ norm }) => (own === undefined ? norm === "" && at === 0 : norm === own));
    const share = latestShare(rows);
    return share ? [{ stated: stage, share, agrees: (stage.stage === "emergence") === (share.implies === "emergence") }] : [];
  });
}
