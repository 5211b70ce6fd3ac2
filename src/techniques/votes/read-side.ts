import { findState } from "#atlas/states";
import { matchesOf } from "#kit/matches";
import type { Prose } from "#model/outline";
import { place, plain } from "#model/prose";
import type { Side } from "./schema.ts";

const noun = String.raw`(?:\s+(?:states?|members?|member states|votes?|countries|delegations|abstentions?|absences))?`;
const leading = new RegExp(String.raw`^\s*(\d{1,4})${noun}\s*(?:[:;,(–—-]\s*|$)`, "u");
const trailing = /[([]\s{0,9}(\d{1,4})\s{0,9}[)\]]\s{0,9}(?:\.\s{0,9})?$/u;
const nobody = /^\s*(?:none|nobody|no one|nil|no state)\s*\.?\s*$/iu;
const everybodyElse = /^(?:and )?(?:all|every|the|everybody|everyone)?\s*(?:other members?|other states?|other member states|others|else|the rest|rest|remaining (?:members|states))(?: .{0,40})?$/iu;

/** Reads `164`, `none`, `6 (Belarus, Burundi, ...)`, `Belarus, Burundi and Israel (3)`, `all others`; `stated` is a number in the label. */
export function readSide(cell: Prose, stated?: number): Side {
  const head = leading.exec(cell.masked);
  const tail = trailing.exec(cell.masked);
  const number = nobody.test(cell.masked) ? 0 : numberIn(head?.[1] ?? tail?.[1]) ?? stated;
  const words = number === 0 ? [] : namesIn(cell, head?.[0].length ?? 0, head ? closing(cell.masked) : (tail?.index ?? cell.masked.length));
  const others = words.some(({ name }) => everybodyElse.test(name));
  return { written: plain(cell), span: cell.span, ...(number !== undefined && { number }), names: words.filter(({ name }) => !everybodyElse.test(name)), others };
}

const numberIn = (digits: string | undefined): number | undefined => (digits === undefined ? undefined : Number(digits));

/** Where the bracket that a number opened closes again. */
function closing(text: string): number {
  let end = text.length;
  while (end > 0 && ")]. \t\n".includes(text.charAt(end - 1))) end--;
  return end;
}

type Name = Side["names"][number];

/** The names of a list; a bracket such as that of `Iran (Islamic Republic of)` belongs to its name. */
function namesIn(cell: Prose, from: number, to: number): Name[] {
  return matchesOf(cell.masked.slice(0, to), /(?:[^,;\n()]+|\([^()]*\))+/gu).flatMap((match) => {
    const start = Math.max(match.index, from);
    return splitAtAnd(cell.masked.slice(start, match.index + match[0].length), start).flatMap(({ text, at }) => nameAt(cell, text, at));
  });
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

/** Splits at an `and` with a state behind it, else at the last, but not inside the name of a state: `Bosnia and Herzegovina and Serbia` are two. */
function splitAtAnd(text: string, at: number): readonly Piece[] {
  const joints = matchesOf(text, / and /gu).map(({ index }) => index);
  if (joints.length === 0 || text.length > longestList || findState(bare(text)) !== undefined) return [{ text, at }];
  const joint = joints.find((place) => findState(bare(text.slice(place + 5))) !== undefined) ?? joints.at(-1) ?? 0;
  return [...splitAtAnd(text.slice(0, joint), at), { text: text.slice(joint + 5), at: at + joint + 5 }];
}

/** What goes on for longer without a comma is prose, and no list of names. */
const longestList = 300;

/** The name without an article, and without the full stop behind the last of a list. */
const bare = (text: string): string => text.trim().replace(/^(?:and|the)\s+/iu, "").replace(/\.$/u, "");

function nameAt(cell: Prose, text: string, at: number): readonly Name[] {
  const name = bare(text);
  const start = at + text.indexOf(name);
  return name === "" || !/\p{Letter}/u.test(name) ? [] : [{ name, span: place(cell, start, start + name.length) }];
}
