import type { CalendarDate } from "#kit/date";
import { headingKey } from "#model/heading";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";

/** How old a source of a kind may be for a claim in the present tense. Treaties and other legal texts do not age. */
const limits = [
  { kind: "news item", years: 1, names: ["news", "news item", "news report", "news article", "article", "press", "press article", "newspaper", "media", "media report", "wire", "wire report", "blog", "blog post", "social media", "interview"] },
  { kind: "statistic", years: 2, names: ["statistic", "statistics", "data", "dataset", "data set", "figures", "survey", "poll", "index", "budget", "database"] },
] as const;

export interface AgeLimit {
  readonly kind: string;
  readonly years: number;
}

/** The limit for a kind as the author names it; undefined where the kind does not age or is not known. */
export function ageLimit(kind: Prose): AgeLimit | undefined {
  const key = headingKey(plain(kind));
  return limits.find(({ names }) => names.some((name) => name === key));
}

/** The same day some years later, as text that compares with other dates (29 February stays). */
export const addYears = (day: CalendarDate, years: number): CalendarDate => `${String(Number(day.slice(0, 4)) + years).padStart(4, "0")}${day.slice(4)}`;
