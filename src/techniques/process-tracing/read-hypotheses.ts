import { saying } from "#core/read-cell";
import { identify } from "#core/read-ids";
import type { Entry } from "#core/read-table";
import { saysResidual } from "#core/read-vector";
import type { Attributes, Prose } from "#model/outline";
import { plain, slice } from "#model/prose";
import { readLikelihood } from "#model/read-likelihood";
import type { Yardstick } from "#model/yardstick";
import type { Hypothesis } from "./schema.ts";

export const hypothesisColumns = {
  id: ["ID", "Key", "No", "No.", "Hypothesis ID"],
  hypothesis: ["Hypothesis", "Explanation", "Rival hypothesis", "Rival", "Claim", "Rival explanation", "Alternative"],
  prior: ["Prior", "Prior probability", "Initial probability", "Probability", "Likelihood", "Prior likelihood", "Before the evidence"],
} as const;
export type HypothesisColumn = keyof typeof hypothesisColumns;

/** A row of the table of hypotheses. */
export function readHypothesisRow({ row, cells }: Entry<HypothesisColumn>, yardstick: Yardstick): Hypothesis | undefined {
  const whole = cells.hypothesis ?? cells.id;
  if (!whole) return undefined;
  const attributes = [row.attributes, whole.attributes, cells.id?.attributes].find((each) => each && (each.id !== undefined || each.classes.length > 0));
  const { id, text, written } = identify("hypothesis", whole, cells.id, attributes);
  return { id, written, text, residual: isResidual(attributes, id, text), ...priorOf(saying(cells.prior), yardstick) };
}

/** An item such as `H1: The veto explains it (45%)`. */
export function readHypothesisItem(prose: Prose, yardstick: Yardstick): Hypothesis {
  const { id, text, written } = identify("hypothesis", prose);
  const bracket = /\(([^()]{1,60})\)[\s.;:]*$/u.exec(text.masked);
  const inside = bracket?.[1] === undefined ? undefined : slice(text, bracket.index + 1, bracket.index + 1 + bracket[1].length);
  const prior = inside && readLikelihood(inside, yardstick);
  return { id, written, text: prior && bracket ? slice(text, 0, bracket.index) : text, residual: isResidual(prose.attributes, id, text), ...(prior && { prior }) };
}

const isResidual = (attributes: Attributes | undefined, id: string, text: Prose): boolean =>
  attributes?.classes.includes("residual") === true || saysResidual(id) || saysResidual(plain(text));

function priorOf(cell: Prose | undefined, yardstick: Yardstick): Pick<Hypothesis, "prior" | "unreadablePrior"> {
  const prior = cell && readLikelihood(cell, yardstick);
  if (prior) return { prior };
  return cell ? { unreadablePrior: cell } : {};
}
