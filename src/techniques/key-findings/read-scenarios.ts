import type { Names } from "#model/names";
import type { Judgement } from "./schema.ts";

const callers = ["scenario", "Scenario", "outcome", "Outcome", "option", "Option"];

/** The scenarios a judgement speaks of by id: `scenario A`, `(A)`, `rests on A`. A title alone may be common words. */
export function scenariosNamedIn({ text: { masked }, names: named }: Judgement, names: Names): readonly string[] {
  const mentioned = new Set(named.map(({ id }) => id));
  const speaksOf = (id: string): boolean => mentioned.has(id) || masked.includes(`(${id})`) || callers.some((caller) => holdsWord(masked, `${caller} ${id}`));
  return names.all("scenario").filter(({ id }) => speaksOf(id)).map(({ id }) => id);
}

function holdsWord(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase);
  return at >= 0 && !/[\p{Letter}\p{Number}-]/u.test(text.charAt(at + phrase.length));
}
