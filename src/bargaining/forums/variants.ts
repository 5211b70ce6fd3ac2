import type { Negotiation, Party } from "./negotiation.ts";
import type { Rule } from "./rules.ts";
import { runNegotiation, type Account, type RunOptions } from "./run.ts";
import { countsOf, difference, mostLikely, summaryOf, type Outcomes, type Share, type Spread } from "./summary.ts";

/** An actor that takes the other end of the scale, and what that does to a forum. */
export interface Flip {
  readonly forum: string;
  readonly actor: string;
  /** Where it goes, from 0 to 1. */
  readonly to: number;
  /** The change in how often the forum delivers. */
  readonly change: Share;
  /** The most likely class before and after. */
  readonly before: string;
  readonly after: string;
  /** True where they differ, and each leads the other by more than two standard errors in its own runs. */
  readonly pivot: boolean;
}

/** The same actors under another rule. */
export interface RuleChange {
  readonly forum: string;
  readonly rule: Rule;
  readonly delivers: Share;
  /** How much more often it delivers than under its own rule. */
  readonly change: Share;
  readonly text?: Spread;
}

/** Runs for each actor's flip: as many as the number of actors leaves time for. */
export const flipRuns = (actors: number, runs: number): number => Math.min(runs, 2000, Math.max(200, Math.floor(60_000 / Math.max(1, actors))));

/** What each actor's flip alone does to each forum that it sits in, with the same luck; those that clearly change the most likely class are pivots. */
export function flips(negotiation: Negotiation, options: RunOptions): readonly Flip[] {
  const own = { ...options, runs: flipRuns(negotiation.parties.length, options.runs), step: () => undefined };
  const before = runNegotiation(negotiation, own);
  return negotiation.parties.flatMap((party) => {
    const after = runNegotiation(withFlipped(negotiation, party), own);
    options.step?.();
    return flipsBetween(before, after, party);
  });
}

/** The negotiation with one actor at the other end of the first scale, without uncertainty of its own, whoever comes to govern it and whatever would move it there: only the shifts of all and of its coalition are left. */
export const withFlipped = ({ events, ...negotiation }: Negotiation, { id, position }: Pick<Party, "id" | "position">): Negotiation => {
  const end = otherEnd(position);
  return {
    ...negotiation,
    parties: negotiation.parties.map((party) => (party.id === id ? { ...party, position: end, low: end, high: end, changeRate: 0 } : party)),
    ...(events && { events: events.map((event) => ({ ...event, moves: event.moves.filter(({ party, dimension }) => party !== id || dimension !== undefined) })) }),
  };
};

const otherEnd = (position: number): number => (position > 1 / 2 ? 0 : 1);

/** What a flip did to each forum that the actor sits in; the runs must have the same luck. */
export const flipsBetween = (before: readonly Outcomes[], after: readonly Outcomes[], { id, position }: Pick<Party, "id" | "position">): readonly Flip[] =>
  before.flatMap((was, place) => {
    const { forum } = was.track;
    const is = after[place];
    if (!is || !forum.members.includes(id)) return [];
    return [{ forum: forum.id, actor: id, to: otherEnd(position), change: difference(was, is), before: mostLikely(was), after: mostLikely(is), pivot: changesLeader(was, is) }];
  });

function changesLeader(before: Outcomes, after: Outcomes): boolean {
  const [was, is] = [countsOf(before), countsOf(after)];
  const [first, second] = [was.indexOf(Math.max(...was)), is.indexOf(Math.max(...is))];
  return first !== second && clearly(was, first, second) && clearly(is, second, first);
}

/** The counts of two exclusive classes differ by more than two standard errors of their difference. */
function clearly(counts: Float64Array, one: number, other: number): boolean {
  const [more, less] = [counts[one] ?? 0, counts[other] ?? 0];
  return more - less > 2 * Math.sqrt(more + less);
}

/** What a forum would deliver under the other rule: a majority of those voting where consensus rules, consensus elsewhere. */
export function ruleChanges(negotiation: Negotiation, before: readonly Account[], options: RunOptions): readonly RuleChange[] {
  return before.flatMap((account) => {
    const { id } = account.track.forum;
    const after = runNegotiation(underOtherRule(negotiation, account), { ...options, only: [id] }).at(0);
    return after ? [ruleChangeBetween(account, after)] : [];
  });
}

/** The negotiation with a forum under the other rule. */
export const underOtherRule = (negotiation: Negotiation, { track }: Pick<Account, "track">): Negotiation =>
  withRule(negotiation, track.forum.id, track.forum.rule.kind === "consensus" ? { kind: "majority", share: 1 / 2, of: "those voting" } : { kind: "consensus" });

/** What the other rule did to a forum; the runs must have the same luck. */
export function ruleChangeBetween(before: Account, after: Account): RuleChange {
  const { delivers, text } = summaryOf(after);
  return { forum: before.track.forum.id, rule: after.track.forum.rule, delivers, change: difference(before, after), ...(text && { text }) };
}

/** The negotiation with one forum under another rule, and no last resort beside it. */
export const withRule = ({ forums, ...rest }: Negotiation, id: string, rule: Rule): Negotiation => ({
  ...rest,
  forums: forums.map((forum) => {
    if (forum.id !== id) return forum;
    const { lastResort: _, ...others } = forum;
    return { ...others, rule };
  }),
});
