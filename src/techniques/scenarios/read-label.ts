import type { Likelihood } from "#model/likelihood";
import type { Prose } from "#model/outline";
import { after, slice } from "#model/prose";
import { readLikelihood } from "#model/read-likelihood";
import { sentencesIn } from "#model/sentences";
import type { Yardstick } from "#model/yardstick";

/** A scenario's name as written: `A: Opened for signature (55%)`, `Scenario A (~55%): ...`, `A. Opened`, `Other (5%)`. */
export interface Label {
  readonly id?: string;
  /** True where the word scenario stands before the id. */
  readonly announced: boolean;
  readonly title: Prose;
  readonly probability?: Likelihood;
}

const announced = /^\s*(?:scenario|outcome|option|pathway|future)\s+([\p{Letter}\p{Number}][\p{Letter}\p{Number}_-]{0,11})\s*(?=[(:.)–—-]|$)/iu;
const bare = /^\s*(\p{Uppercase_Letter}|\p{Letter}[\p{Letter}_-]{0,10}\d{1,3})(?=\s*(?:[:.)](?:\s|$)|\(|\s[–—-]\s|$))\s*/u;
const word = /^\s*([\p{Letter}\p{Number}_-]{1,60})(?=[:.]\s)/u;
const separator = /^\s*[:.)–—-]?\s*/u;
const bracket = /^\s*[([]([^()[\]]{1,80})[)\]]/u;
const lastBracket = /[([]([^()[\]]{1,80})[)\]]\s*[.:]?\s*$/u;
const lastNumber = /(?:[–—:,]|\s-)\s*([^–—:,]{0,20}\d[^–—:,]{0,20})$/u;

/** Reads a heading or a cell that is nothing but a name. */
export function readLabel(line: Prose, yardstick: Yardstick): Label {
  const { id, announced: said, probability, rest } = readStart(line, yardstick);
  const end = probability ? undefined : readEnd(rest, yardstick);
  const title = end?.title ?? rest;
  const found = probability ?? end?.probability;
  return { ...(id !== undefined && { id }), announced: said, title, ...(found && { probability: found }) };
}

/** A line that begins with a name: its first sentence is the title, the rest the text. */
export function readNamedLine(line: Prose, yardstick: Yardstick): { readonly label: Label; readonly text?: Prose } {
  const { id, announced: said, probability, rest } = readStart(line, yardstick);
  const first = sentencesIn(rest)[0] ?? rest;
  const length = first.span.to - rest.span.from;
  const whole = readEnd(first, yardstick);
  const title = slice(whole?.title ?? first, 0, withoutStop(whole?.title ?? first));
  const found = probability ?? whole?.probability;
  const text = after(rest, length);
  return { label: { ...(id !== undefined && { id }), announced: said, title, ...(found && { probability: found }) }, ...(text.source !== "" && { text }) };
}

/** Where the words end, a full stop and marks behind it left out. */
const withoutStop = ({ masked }: Prose): number => masked.trimEnd().replace(/\.$/u, "").length;

interface Start extends Omit<Label, "title"> {
  readonly rest: Prose;
}

/** The id and the probability in front of the title. */
function readStart(line: Prose, yardstick: Yardstick): Start {
  const said = announced.exec(line.masked);
  const found = said ?? bareId(line, yardstick) ?? repeatedId(line);
  const at = found?.[0].length ?? 0;
  const behind = found && bracketAt(line, at, yardstick);
  const to = behind?.to ?? at;
  const rest = after(line, found ? to + (separator.exec(line.masked.slice(to))?.[0].trimEnd().length ?? 0) : 0);
  return { ...(found?.[1] !== undefined && { id: found[1] }), announced: said !== null, ...(behind && { probability: behind.probability }), rest };
}

/** A short id; before a bracket it is one only where the bracket holds a likelihood. */
function bareId(line: Prose, yardstick: Yardstick): RegExpExecArray | null {
  const found = bare.exec(line.masked);
  if (!found || !line.masked.slice(found[0].length).startsWith("(")) return found;
  return bracketAt(line, found[0].length, yardstick) ? found : null;
}

/** The id of the attribute, written once more in front: `other: Talks end {#other}`. */
function repeatedId({ masked, attributes }: Prose): RegExpExecArray | null {
  const found = word.exec(masked);
  return found && found[1] === attributes.id ? found : null;
}

function bracketAt(line: Prose, at: number, yardstick: Yardstick): { readonly probability: Likelihood; readonly to: number } | undefined {
  const found = bracket.exec(line.masked.slice(at, at + 100));
  const probability = found && readLikelihood(slice(line, at + found[0].indexOf(found[1] ?? ""), at + found[0].length - 1), yardstick);
  return probability ? { probability, to: at + found[0].length } : undefined;
}

/** The probability behind the title: `(55%)`, or `— 55%` where it holds a digit. */
function readEnd(title: Prose, yardstick: Yardstick): Pick<Label, "title"> & { readonly probability: Likelihood } | undefined {
  for (const pattern of [lastBracket, lastNumber]) {
    const tail = title.masked.slice(-120);
    const found = pattern.exec(tail);
    if (!found?.[1]) continue;
    const from = title.masked.length - tail.length + found.index;
    const inner = from + found[0].indexOf(found[1]);
    const probability = readLikelihood(slice(title, inner, inner + found[1].length), yardstick);
    if (probability) return { title: slice(title, 0, from), probability };
  }
  return undefined;
}
