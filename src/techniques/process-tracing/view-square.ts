import type { Block, TableCell } from "#model/block";
import { vectorsOf } from "./network-vector.ts";
import { kindOf, mayBe, numbersOf } from "./read-label.ts";
import type { ProcessTracing } from "./schema.ts";

/**
 * Van Evera's square as a table: certainty is P(found | hypothesis), uniqueness 1 minus the largest P(found | rival).
 * Only tests with numbers of the author's own stand in it.
 */
export function squareOf({ tests, hypotheses }: ProcessTracing): readonly Block[] {
  const rows = vectorsOf(tests, hypotheses).flatMap((vector) => {
    const numbers = numbersOf(vector, hypotheses);
    if (!numbers) return [];
    const { id, kind, label } = vector.test;
    const made: TableCell = kind && !mayBe(kind, numbers) ? { badge: kindOf(numbers), tone: "watch" } : (kind ?? kindOf(numbers));
    const uniqueness = 1 - Math.max(...numbers.rivals.map(({ point }) => point));
    return [{ id, cells: [id, kind ?? label?.written ?? "", { probability: numbers.target.point, low: numbers.target.low, high: numbers.target.high }, { probability: uniqueness }, made] }];
  });
  if (rows.length === 0) return [];
  return [{ kind: "table", caption: "Van Evera's square: how certain and how unique the evidence is", head: ["Test", "Called", "Certainty", "Uniqueness", "The numbers make"], rows }];
}
