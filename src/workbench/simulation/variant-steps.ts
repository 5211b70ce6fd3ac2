import { accountsFrom, type Job, type Part } from "#bargaining/forums/jobs";
import type { Negotiation, Threats } from "#bargaining/forums/negotiation";
import type { Parameters } from "#bargaining/forums/parameters";
import { firstRuns, type Account } from "#bargaining/forums/account";
import { pilotRuns, threatsFrom } from "#bargaining/forums/run";
import { gainRuns, movedThreats, withThreatLuck } from "#bargaining/forums/threat-luck";
import { flipRuns, flipsBetween, ruleChangeBetween, underOtherRule, type Flip, type RuleChange } from "#bargaining/forums/variants";
import { answersOf, type Steps } from "./steps.ts";

interface Settings {
  readonly runs: number;
  readonly seed: number;
  readonly values: Parameters;
}

interface Variants {
  readonly accounts: readonly Account[];
  readonly flips: readonly Flip[];
  readonly changes: readonly RuleChange[];
}

/** Forums of a negotiation that wait for nothing but the threats under which they are run. */
interface Piece {
  readonly negotiation: Negotiation;
  readonly only: readonly string[];
  readonly threats: Threats;
}

/** A negotiation under its own rules and, forum by forum, under the other rule: first all that threatens a consensus, then all runs, in pieces that do not hang on one another. */
export function* variantSteps(negotiation: Negotiation, { runs, seed, values }: Settings): Steps<Variants> {
  const setting = { parameters: values, seed };
  const { parties } = negotiation;
  const own = accountsFrom({ negotiation, parameters: values, threats: [] }, []);
  const [sought, apart] = [true, false].map((consensus) => own.flatMap(({ track: { forum } }) => ((forum.rule.kind === "consensus") === consensus ? [forum.id] : [])));
  const elsewhere: Piece = { negotiation, only: apart ?? [], threats: [] };
  const before = accountsOf(elsewhere, values, answersOf(yield { jobs: runJobs({ ...elsewhere, ...setting }, Math.max(runs, pilotRuns)), upTo: 0.3 }, "runs").map(({ parts }) => parts));
  const pieceOf = (of: Negotiation, only: readonly string[]): Piece => ({ negotiation: of, only, threats: threatsFrom(before, of, values) });
  const pieces = [pieceOf(negotiation, sought ?? []), ...own.map((account) => pieceOf(underOtherRule(negotiation, account), [account.track.forum.id]))];
  const asked = pieces.map((piece) => pieceJobs(piece, { ...setting, runs }));
  const flips = flipJobs(negotiation, { ...setting, runs: flipRuns(parties.length, runs) });
  const answers = yield { jobs: [...asked.flatMap(({ whole, moved }) => [...whole, ...moved]), ...flips], upTo: 1 };
  const parts = answersOf(answers, "runs").map((answer) => answer.parts);
  const [consensus = [], ...others] = pieces.map((piece, at) => {
    const skipped = asked.slice(0, at).reduce((sum, { whole, moved }) => sum + whole.length + moved.length, 0);
    const { whole, moved } = asked[at] ?? { whole: [], moved: [] };
    const [mine, lifted] = [parts.slice(skipped, skipped + whole.length), parts.slice(skipped + whole.length, skipped + whole.length + moved.length)];
    return accountsOf(piece, values, mine).map((account, place) => withThreatLuck(account, before, lifted.flatMap((some) => some[place]?.outcomes ?? [])));
  });
  const accounts = own.flatMap(({ track }) => [...consensus, ...before].filter((account) => account.track.forum.id === track.forum.id).map((account) => firstRuns(account, runs)));
  const ends = answersOf(answers, "flips").flatMap(({ outcomes }) => outcomes);
  return {
    accounts,
    changes: accounts.flatMap((account, at) => (others[at] ?? []).map((other) => ruleChangeBetween(account, other))),
    flips: parties.flatMap((party, at) => flipsOf(own, parts.at(-1) ?? [], { party, ends: ends[at] ?? [] })),
  };
}

const accountsOf = ({ negotiation, only, threats }: Piece, parameters: Parameters, parts: readonly (readonly Part[])[]): readonly Account[] => accountsFrom({ negotiation, only, threats, parameters }, parts);

type Setting = Pick<Extract<Job, { readonly kind: "runs" }>, "parameters" | "seed" | "runs">;

/** The runs of a piece, and fewer of them under threats that are moved, to see what their luck does. */
function pieceJobs({ threats, ...piece }: Piece, { runs, ...setting }: Setting): { readonly whole: readonly Job[]; readonly moved: readonly Job[] } {
  if (piece.only.length === 0) return { whole: [], moved: [] };
  const threatened = accountsFrom({ ...piece, ...setting, threats }, []).some(({ threat }) => threat !== undefined);
  return {
    whole: runJobs({ ...piece, ...setting, threats }, runs),
    moved: threatened ? movedThreats(threats).map((other): Job => ({ kind: "runs", ...piece, ...setting, threats: other, from: 0, runs: Math.min(runs, gainRuns) })) : [],
  };
}

/** Each actor at the other end, and last the same runs with nobody there. */
const flipJobs = (negotiation: Negotiation, setting: Setting): readonly Job[] => [
  ...chunks(negotiation.parties, Math.ceil(negotiation.parties.length / 32)).map((some): Job => ({ kind: "flips", ...setting, negotiation, actors: some.map(({ id }) => id) })),
  { kind: "runs", ...setting, negotiation, from: 0 },
];

interface Flipped {
  readonly party: { readonly id: string; readonly position: number };
  readonly ends: readonly Uint8Array[];
}

const flipsOf = (own: readonly Account[], before: readonly Part[], { party, ends }: Flipped): readonly Flip[] =>
  flipsBetween(
    own.map(({ track }, place) => ({ track, outcomes: before[place]?.outcomes ?? new Uint8Array(0) })),
    own.map(({ track }, place) => ({ track, outcomes: ends[place] ?? new Uint8Array(0) })),
    party,
  );

/** Runs to a job: enough that handing it over costs little beside it. */
const runsPerJob = 500;

const runJobs = (setting: Omit<Extract<Job, { readonly kind: "runs" }>, "kind" | "from" | "runs">, runs: number): readonly Job[] =>
  setting.only?.length === 0 ? [] : Array.from({ length: Math.ceil(runs / runsPerJob) }, (_, at) => ({ ...setting, kind: "runs", from: at * runsPerJob, runs: Math.min(runsPerJob, runs - at * runsPerJob) }));

const chunks = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] => Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
