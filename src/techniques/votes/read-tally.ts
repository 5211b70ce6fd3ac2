import type { Prose } from "#model/outline";
import { slice } from "#model/prose";
import { readSide } from "./read-side.ts";
import type { Side } from "./schema.ts";

type Sides = Readonly<Partial<Record<"yes" | "no" | "abstain" | "absent", Side>>>;

/** Names in brackets, which may hold brackets of their own. */
const names = String.raw`(?:\s?\(([^()]{1,4000}(?:\([^()]{1,80}\)[^()]{0,4000}){0,40})\))?`;
/** `by a recorded vote of 164 in favour to 6 against (Belarus, ...), with 7 abstentions (Argentina, ...)`, the form of the United Nations' press. */
const spoken = new RegExp(String.raw`(\d{1,3})(?: votes?| states| members)?(?: in favou?r| for)? to (\d{1,3}|none|nil)(?: against)?${names},? (?:with|and) (\d{1,3}|no) (?:abstentions?|abstaining)${names}`, "du");
/** `164-6-7`: yes, no, abstentions, in the order of the United Nations. */
const short = /(?<!\d)(\d{1,3})\s?[-–—]\s?(\d{1,3})\s?[-–—]\s?(\d{1,3})(?!\d)/u;

/** The sides of a vote that a sentence tells in words; undefined where it tells none. */
export function spokenTally(prose: Prose): Sides | undefined {
  const match = spoken.exec(prose.masked);
  if (!match) return undefined;
  const side = (number: number, listed?: number): Side => {
    const [from, to] = match.indices?.[listed ?? number] ?? match.indices?.[number] ?? [0, 0];
    return { ...readSide(slice(prose, from, to)), number: numberOf(match[number]) };
  };
  return { yes: side(1), no: side(2, 3), abstain: side(4, 5) };
}

const numberOf = (written: string | undefined): number => (written === undefined || /\D/u.test(written) ? 0 : Number(written));

/** The sides of a vote in a cell: in words, or as `164-6-7`. */
export function tallyIn(cell: Prose): Sides {
  const told = spokenTally(cell);
  if (told) return told;
  const [, ...numbers] = short.exec(cell.masked) ?? [];
  const [yes, no, abstain] = numbers.map((written): Side => ({ written, span: cell.span, number: Number(written), names: [], others: false }));
  return { ...(yes && { yes }), ...(no && { no }), ...(abstain && { abstain }) };
}
