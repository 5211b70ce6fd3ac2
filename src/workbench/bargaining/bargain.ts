import { challengeCaveat, contenderProblem, runChallenge, type ChallengeRound } from "#bargaining/challenge/challenge";
import { restOf, type Rest } from "#bargaining/challenge/rest";
import { claimProblem, contentForecast, contentModel, type ContentModel } from "#bargaining/content/content";
import { contentIntervals } from "#bargaining/content/intervals";
import { compromiseOf } from "#bargaining/forums/compromise";
import { groupBy } from "#kit/group";
import type { SpatialCase } from "#model/spatial-case";

/** What may be asked of a case: the mean with its distribution alone, or the challenge model beside it. */
export type BargainModel = "mean" | "challenge";

export interface BargainOptions {
  readonly model: BargainModel;
  /** Rounds of the challenge model. */
  readonly rounds: number;
}

/** The shape of `bargain --json`: positions on the scales of the file, shares from 0 to 1. */
export interface Bargain {
  readonly title: string;
  readonly description: string;
  readonly issues: readonly BargainIssue[];
  readonly notes: readonly string[];
  readonly engine: { readonly version: string; readonly content: ContentModel };
}

export interface BargainIssue {
  readonly issue: string;
  /** Those who have a position on it. */
  readonly actors: readonly string[];
  /** The extreme positions. */
  readonly low: number;
  readonly high: number;
  /** The mean of the positions by capability times salience. */
  readonly compromise: number;
  /** The median of the forecast: the best guess of a single number by absolute error. */
  readonly median: number;
  /** Points at or below which the forecast lies with these chances. */
  readonly quantiles: readonly { readonly chance: number; readonly position: number }[];
  /** Intervals that held these shares of past outcomes; none where all have the same position. */
  readonly intervals: readonly { readonly level: number; readonly low: number; readonly high: number }[];
  /** The positions that are held, rising, with their share of the weight and of the pull, and who holds them. */
  readonly held: readonly { readonly position: number; readonly weight: number; readonly pull: number; readonly actors: readonly string[] }[];
  readonly challenge: BargainChallenge | null;
}

export interface BargainChallenge extends Rest {
  readonly caveat: string;
  /** Round 0 is the beginning. Positions stand in the order of the actors; the mean is by capability times salience. */
  readonly rounds: readonly { readonly mean: number; readonly positions: readonly number[]; readonly moves: readonly BargainMove[] }[];
}

export interface BargainMove {
  readonly actor: string;
  readonly to: string;
  readonly kind: "loses" | "compromises" | "capitulates";
  readonly from: number;
  readonly position: number;
}

/** It changes whenever the same file may give other numbers. */
const bargainVersion = "1.1.0";

/** Why a case cannot be reckoned by a model, in one sentence. */
export function bargainProblem(spatialCase: SpatialCase, { model }: BargainOptions): string | undefined {
  const problemOn = model === "challenge" ? contenderProblem : claimProblemOf;
  return spatialCase.issues.map((_, issue) => problemOn(participantsOn(spatialCase, issue))).find((problem) => problem !== undefined);
}

const claimProblemOf = (participants: readonly Participant[]): string | undefined => claimProblem(claimsOf(participants));

/** What a text on each issue will say, from who wants what; each issue by itself. */
export function bargain(spatialCase: SpatialCase, options: BargainOptions): Bargain {
  const { title, description, issues } = spatialCase;
  return {
    title,
    description,
    issues: issues.map((_, number) => bargainOn(spatialCase, number, options)),
    notes: issues.flatMap((issue, number) => notesOn(spatialCase, issue, number)),
    engine: { version: bargainVersion, content: contentModel },
  };
}

interface Participant {
  readonly name: string;
  readonly position: number;
  readonly salience: number;
  readonly capability: number;
}

const participantsOn = ({ actors }: SpatialCase, issue: number): readonly Participant[] =>
  actors.flatMap(({ name, capability, stands }) => {
    const stand = stands[issue];
    return stand ? [{ name, capability, ...stand }] : [];
  });

const claimsOf = (participants: readonly Omit<Participant, "name">[]) => participants.map(({ position, salience, capability }) => ({ position, weight: salience * capability }));

/** 5 to 95 %. */
const chances = Array.from({ length: 19 }, (_, at) => (at + 1) / 20);

function bargainOn(spatialCase: SpatialCase, issue: number, { model, rounds }: BargainOptions): BargainIssue {
  const participants = participantsOn(spatialCase, issue);
  const forecast = contentForecast(claimsOf(participants));
  const { low, high, compromise, held } = forecast;
  const total = held.reduce((sum, { weight }) => sum + weight, 0);
  const holders = groupBy(participants, ({ position }) => position);
  return {
    issue: spatialCase.issues[issue] ?? "",
    actors: participants.map(({ name }) => name),
    low,
    high,
    compromise,
    median: forecast.quantile(0.5),
    quantiles: chances.map((chance) => ({ chance, position: forecast.quantile(chance) })),
    intervals: held.length > 1 ? contentIntervals(forecast) : [],
    held: held.map(({ position, weight, pull }) => ({ position, weight: total > 0 ? weight / total : 0, pull, actors: (holders.get(position) ?? []).map(({ name }) => name) })),
    challenge: model === "challenge" ? challengeOf(participants, rounds) : null,
  };
}

function challengeOf(participants: readonly Participant[], rounds: number): BargainChallenge {
  const first: ChallengeRound = { positions: participants.map(({ position }) => position), moves: [], riskExponents: [] };
  const run = [first, ...runChallenge(participants, rounds)];
  const nameOf = (actor: number): string => participants[actor]?.name ?? "";
  return {
    caveat: challengeCaveat,
    ...restOf(run.map(({ positions }) => positions)),
    rounds: run.map(({ positions, moves }) => ({
      mean: compromiseOf(claimsOf(participants.map((one, actor) => ({ ...one, position: positions[actor] ?? one.position })))),
      positions,
      moves: moves.map(({ actor, to, kind, from, position }) => ({ actor: nameOf(actor), to: nameOf(to), kind, from, position })),
    })),
  };
}

const notesOn = (spatialCase: SpatialCase, issue: string, number: number): readonly string[] => {
  const participants = participantsOn(spatialCase, number);
  return [repeatedNote(participants), unanimousNote(participants), silentNote(participants)].flatMap((note) => (note === undefined ? [] : [`${issue}: ${note}`]));
};

function repeatedNote(participants: readonly Participant[]): string | undefined {
  const repeated = Array.from(groupBy(participants, ({ name }) => name)).flatMap(([name, same]) => (same.length > 1 ? [name] : []));
  return repeated.length === 0 ? undefined : `${some(repeated)} ${repeated.length === 1 ? "is" : "are"} there more than once, and each time counts as an actor.`;
}

function unanimousNote(participants: readonly Participant[]): string | undefined {
  const [first, ...others] = participants;
  if (!first || others.some(({ position }) => position !== first.position)) return undefined;
  const who = others.length === 0 ? `only ${first.name} has a position` : "all have the same position";
  return `${who}, so that there is nothing to bargain over and no interval to give.`;
}

function silentNote(participants: readonly Participant[]): string | undefined {
  const silent = participants.filter(({ salience, capability }) => salience * capability === 0);
  if (silent.length === 0) return undefined;
  if (silent.length === participants.length) return "nobody has both capability and salience; all count alike.";
  return `${some(silent.map(({ name }) => name))} ${silent.length === 1 ? "has" : "have"} no capability or no salience and ${silent.length === 1 ? "counts" : "count"} for nothing but the range of the positions.`;
}

const some = (names: readonly string[]): string => (names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", "));
