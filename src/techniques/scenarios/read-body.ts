import type { CalendarDate } from "#kit/date";
import { datesIn } from "#model/dates-in-text";
import type { Horizon } from "#model/horizon";
import type { Likelihood } from "#model/likelihood";
import type { Prose } from "#model/outline";
import { after, isBlank, slice } from "#model/prose";
import { readHorizon } from "#model/read-horizon";
import { readLikelihood } from "#model/read-likelihood";
import type { Yardstick } from "#model/yardstick";
import type { Advice, Resolution } from "./schema.ts";

/** What the lines under a scenario's name say of it. */
export interface Body {
  readonly text: readonly Prose[];
  readonly resolution?: Resolution;
  readonly advice: readonly Advice[];
  readonly probability?: Likelihood;
}

interface Piece {
  readonly kind: "text" | "resolution" | "advice" | "probability";
  readonly audience?: string;
  readonly prose: Prose;
}

const start = String.raw`(?:^|\n|[.;!?]\s)\s{0,40}`;
const resolves = String.raw`resolve[sd](?: (?:when|if|as|once))?|resolution(?: criteri(?:a|on))?|how it resolves|counts (?:if|when|as)`;
const advises = String.raw`(?:recommended|recommendations?|advice|implications?|what to do)(?: (?:for|to) (?<whom>[^:.;!?\n]{1,80}))?`;
const labels = new RegExp(String.raw`${start}(?:(?<resolution>${resolves})|(?<advice>${advises})|(?<probability>probability|likelihood)|(?<=(?:^|\n)\s{0,40})for (?<audience>[^:.;!?\n]{1,80})):(?=\s|$)`, "giu");
const noAudience = /^(?:example|instance|now|reference|comparison|context|the record)$/iu;

/** Sorts the lines into resolution, advice, probability and text. Labels count at the start of a line and, within a paragraph, of a sentence. */
export function readBody(lines: readonly Prose[], yardstick: Yardstick, asOf: CalendarDate | undefined): Body {
  const pieces = lines.flatMap(piecesOf);
  const resolution = pieces.find(({ kind }) => kind === "resolution");
  const probability = pieces.flatMap(({ kind, prose }) => (kind === "probability" ? (readLikelihood(prose, yardstick) ?? []) : []))[0];
  return {
    text: pieces.flatMap(({ kind, prose }) => (kind === "text" && !isBlank(prose) ? [prose] : [])),
    advice: pieces.flatMap((piece) => (piece.kind === "advice" ? [adviceOf(piece)] : [])),
    ...(resolution && { resolution: readResolution(resolution.prose, asOf) }),
    ...(probability && { probability }),
  };
}

const adviceOf = ({ audience, prose }: Piece): Advice => ({ text: prose, span: prose.span, ...(audience !== undefined && { audience }) });

function piecesOf(line: Prose): readonly Piece[] {
  const found = Array.from(line.masked.matchAll(labels)).filter(({ groups }) => !noAudience.test(groups?.["audience"] ?? ""));
  const ends = [...found.map(({ index }) => sentenceEnd(line, index)), line.source.length];
  const labelled = found.map((match, at) => pieceOf(match, after(slice(line, 0, ends[at + 1] ?? 0), match.index + match[0].length)));
  return [{ kind: "text", prose: slice(line, 0, ends[0] ?? 0) }, ...labelled];
}

/** A label's match begins at the stop of the sentence before it, which belongs to that sentence. */
const sentenceEnd = ({ masked }: Prose, at: number): number => (/[.;!?]/u.test(masked.charAt(at)) ? at + 1 : at);

function pieceOf({ groups = {} }: RegExpExecArray, prose: Prose): Piece {
  if (groups["resolution"] !== undefined) return { kind: "resolution", prose };
  if (groups["probability"] !== undefined) return { kind: "probability", prose };
  const audience = (groups["whom"] ?? groups["audience"])?.trim();
  return { kind: "advice", prose, ...(audience !== undefined && { audience }) };
}

/** What stands behind each `by`, up to the next stop; looked ahead, so that a `by` within it is tried too. */
const deadline = /(?<![\p{Letter}-])(?:by|before|until|no later than|not later than)\s+(?=([^;,()[\]]{1,60}))/giu;

/** No resolution names more deadlines than this; of a longer text the last ones count. */
const mostDeadlines = 20;

/** `event; by DATE; [@source]`: the date is the last one that stands behind a `by`, else the last one of all. */
export function readResolution(text: Prose, asOf: CalendarDate | undefined): Resolution {
  const by = lastDeadline(text.masked, asOf) ?? datesIn(text, asOf).at(-1);
  return { text, ...(by && { by: horizonOf(by) }), sourced: text.citations.length > 0 };
}

function lastDeadline(text: string, asOf: CalendarDate | undefined): Horizon | undefined {
  const written = Array.from(text.matchAll(deadline), ([, phrase = ""]) => phrase).slice(-mostDeadlines);
  for (const phrase of written.toReversed()) {
    const horizon = readHorizon(phrase.trim().replace(/\.$/u, ""), asOf);
    if (horizon?.to !== undefined) return horizon;
  }
  return undefined;
}

const horizonOf = ({ from, to, written }: Horizon): Horizon => ({ written, ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
