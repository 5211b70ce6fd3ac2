import { parseCalendarDate, type CalendarDate } from "#kit/date";
import type { Declaration, Names } from "#model/names";
import type { FrontMatter } from "#model/outline";

/** How the question was answered, as the front matter says it. */
export interface Resolution {
  /** The id of the scenario that came true, as written. */
  readonly outcome: string;
  readonly on?: CalendarDate;
  /** The sources that settle it, as written: `[@gazette2027]`. */
  readonly by?: string;
}

/** The resolution that `resolved`, `resolved-on` and `resolved-by` of the front matter give; undefined while the question is open. */
export function resolutionOf({ values }: Pick<FrontMatter, "values">): Resolution | undefined {
  const outcome = textOf(values["resolved"]);
  if (outcome === undefined) return undefined;
  const on = parseCalendarDate(textOf(values["resolved-on"]) ?? "");
  const by = textOf(values["resolved-by"]);
  return { outcome, ...(on !== undefined && { on }), ...(by !== undefined && { by }) };
}

/** The scenario that an outcome names by its id or its title, in any case of letters. */
export function resolvedScenario(outcome: string, names: Names): Declaration | undefined {
  const written = outcome.toLowerCase();
  return names.all("scenario").find(({ id, title }) => [id, title].some((name) => name.toLowerCase() === written));
}

/** True once the question is answered: then nothing is due, and what happens since is no news for the forecast. */
export const isResolved = (document: Pick<FrontMatter, "values">): boolean => resolutionOf(document) !== undefined;

function textOf(value: unknown): string | undefined {
  const text = typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
  return text === "" ? undefined : text;
}
