import type { Negotiation, Threats } from "./negotiation.ts";
import type { Parameters } from "./parameters.ts";
import { runNegotiation, type Account } from "./run.ts";
import { withFlipped } from "./variants.ts";
import { worldOf } from "./world.ts";

interface Setting {
  readonly negotiation: Negotiation;
  readonly parameters: Parameters;
  readonly seed: number;
}

/** A piece of a simulation that can be done anywhere: plain data, which a worker can be sent, and which has all it needs. */
export type Job =
  | (Setting & { readonly kind: "runs"; readonly from: number; readonly runs: number; readonly threats?: Threats; readonly only?: readonly string[] })
  | (Setting & { readonly kind: "flips"; readonly runs: number; readonly actors: readonly string[] })
  | (Omit<Setting, "parameters"> & { readonly kind: "shares"; readonly runs: number; readonly points: readonly Parameters[]; readonly forum: string; readonly outcome: OutcomeWanted });

/** The outcomes of a forum that are counted: classes by their number and, where it matters, where the adopted text lies, from 0 to 1. */
export interface OutcomeWanted {
  readonly classes: readonly number[];
  readonly text?: TextStretch;
}

/** A stretch of the scale in which an adopted text lies: at `from` or above and under `below`, from 0 to 1. */
export interface TextStretch {
  readonly from: number;
  readonly below: number;
}

/** True where a place lies in the stretch that is asked for, or none is; no text lies in none. */
export const liesIn = (stretch: TextStretch | undefined, place: number): boolean => !stretch || (place >= stretch.from && place < stretch.below);

/** What the runs of a job did in a forum. */
export type Part = Pick<Account, "outcomes" | "texts" | "further" | "months" | "fragile">;

/** What came of a job; as plain. */
export type Answer =
  | { readonly kind: "runs"; readonly parts: readonly Part[] }
  /** For each actor and forum how it ended in each run. */
  | { readonly kind: "flips"; readonly outcomes: readonly (readonly Uint8Array[])[] }
  /** For each point the share of runs in which the forum ended so. */
  | { readonly kind: "shares"; readonly shares: readonly number[] };

/** Does a job; the same answer wherever and whenever. */
export function answerTo(job: Job): Answer {
  if (job.kind === "runs") return { kind: "runs", parts: runNegotiation(job.negotiation, job).map(({ outcomes, texts, further, months, fragile }) => ({ outcomes, texts, further, months, fragile })) };
  if (job.kind === "flips") return { kind: "flips", outcomes: flippedOutcomes(job) };
  return { kind: "shares", shares: job.points.map((parameters) => shareAt(job, parameters)) };
}

function flippedOutcomes({ negotiation, actors, ...options }: Extract<Job, { readonly kind: "flips" }>): readonly (readonly Uint8Array[])[] {
  return actors.flatMap((actor) => {
    const party = negotiation.parties.find(({ id }) => id === actor);
    return party ? [runNegotiation(withFlipped(negotiation, party), options).map(({ outcomes }) => outcomes)] : [];
  });
}

function shareAt({ negotiation, seed, runs, forum, outcome }: Extract<Job, { readonly kind: "shares" }>, parameters: Parameters): number {
  const [account] = runNegotiation(negotiation, { parameters, seed, runs, only: [forum] });
  return account ? countWanted(account, outcome) / runs : Number.NaN;
}

/** In how many runs a forum ended as wanted. */
export function countWanted({ outcomes, texts }: Pick<Account, "outcomes" | "texts">, { classes, text }: OutcomeWanted): number {
  return outcomes.filter((outcome, run) => classes.includes(outcome) && liesIn(text, texts[run] ?? Number.NaN)).length;
}

/** The accounts of runs that were done in pieces, in the order of the pieces. */
export function accountsFrom({ negotiation, parameters, threats, only }: Pick<Setting, "negotiation" | "parameters"> & { readonly threats: Threats; readonly only?: readonly string[] }, pieces: readonly (readonly Part[])[]): readonly Account[] {
  const tracks = worldOf(negotiation, parameters).tracks.filter(({ forum }) => only?.includes(forum.id) ?? true);
  return tracks.map((track, place) => {
    const parts = pieces.flatMap((piece) => piece[place] ?? []);
    const numbers = (column: (part: Part) => Float64Array): Float64Array => joined(parts.map(column), (length) => new Float64Array(length));
    const marks = (column: (part: Part) => Uint8Array): Uint8Array => joined(parts.map(column), (length) => new Uint8Array(length));
    return {
      track,
      threat: threats[track.number],
      outcomes: marks(({ outcomes }) => outcomes),
      texts: numbers(({ texts }) => texts),
      further: (parts[0]?.further ?? []).map((_, scale) => numbers(({ further }) => further[scale] ?? new Float64Array(0))),
      months: numbers(({ months }) => months),
      fragile: marks(({ fragile }) => fragile),
    };
  });
}

function joined<Column extends Float64Array | Uint8Array>(columns: readonly Column[], empty: (length: number) => Column): Column {
  const whole = empty(columns.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const column of columns) {
    whole.set(column, at);
    at += column.length;
  }
  return whole;
}
