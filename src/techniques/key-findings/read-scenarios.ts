import type { Names } from "#model/names";
import type { Judgement } from "./schema.ts";

/** A title of fewer letters is too common a word to be taken for a scenario. */
const shortestTitle = 8;

const callers = ["scenario", "Scenario", "outcome", "Outcome", "option", "Option"];

/** The scenarios a judgement speaks of: by id (`scenario A`, `(A)`, `rests on A`) or by their full title. */
export function scenariosNamedIn({ text: { masked }, names: named }: Judgement, names: Names): readonly string[] {
  const words = masked.toLowerCase();
  const mentioned = new Set(named.map(({ id }) => id));
  const speaksOf = (id: string, title: string): boolean =>
    mentioned.has(id) || masked.includes(`(${id})`) || callers.some((caller) => holdsWord(masked, `${caller} ${id}`)) || (title.length >= shortestTitle && words.includes(title.toLowerCase()));
  return names.all("scenario").filter(({ id, title }) => speaksOf(id, title)).map(({ id }) => id);
}

function holdsWord(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  return at >= 0 && !/[\p{Letter}\p{Number}-]/u.test(text.charAt(at + phrase.length));
}
