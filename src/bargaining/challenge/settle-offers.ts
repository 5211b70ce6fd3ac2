import { challengeUtility, type Arena, type Stakes } from "./expected-utility.ts";

/** What an actor does that faces the challenge worth most to its sender. */
export interface Move {
  /** Numbers of contenders. */
  readonly actor: number;
  readonly to: number;
  /** Both wanted the contest and the actor had less to gain; it gives part of the way; it gives in. */
  readonly kind: "loses" | "compromises" | "capitulates";
  readonly from: number;
  readonly position: number;
}

/** Differences of utilities that count as none: what rounding leaves of a tie must not decide. */
const tie = 1e-9;

/**
 * Each actor answers one challenge: that with the highest expected utility to its sender. Where challenges that are equal in this
 * pull to either side, it stays. All move at once.
 */
export function settleOffers(arena: Arena, stakes: Stakes): readonly Move[] {
  return arena.contenders.flatMap((_, actor) => {
    const moves = strongest(arena, stakes, actor).flatMap((to) => answer(arena, stakes, { actor, to }) ?? []);
    const [first] = moves;
    return first && moves.every(({ position, from }) => position > from === first.position > first.from) ? [first] : [];
  });
}

/** The challengers of an actor whose expected utility is highest. */
function strongest({ contenders, sites }: Arena, stakes: Stakes, actor: number): readonly number[] {
  const site = sites.siteOf[actor] ?? 0;
  const salience = contenders[actor]?.salience ?? 0;
  let best = tie;
  let found: number[] = [];
  for (const challenger of sites.order) {
    if (sites.siteOf[challenger] === site) continue;
    const utility = challengeUtility(stakes, challenger, { site, salience });
    if (utility > best + tie) found = [];
    if (utility < best - tie || utility <= tie) continue;
    best = Math.max(best, utility);
    found.push(challenger);
  }
  return found;
}

/** The answer to one challenge; undefined where the actor holds its ground. */
function answer({ contenders, sites }: Arena, stakes: Stakes, { actor, to }: Pick<Move, "actor" | "to">): Move | undefined {
  const utilityOf = (challenger: number, challenged: number): number => challengeUtility(stakes, challenger, { site: sites.siteOf[challenged] ?? 0, salience: contenders[challenged]?.salience ?? 0 });
  const [theirs, own] = [utilityOf(to, actor), utilityOf(actor, to)];
  const [from, target] = [contenders[actor]?.position ?? 0, contenders[to]?.position ?? 0];
  const move = { actor, to, from };
  if (own > tie) return own < theirs - tie ? { ...move, kind: "loses", position: target } : undefined;
  if (own >= -tie || Math.abs(theirs + own) <= tie) return undefined;
  return -own < theirs ? { ...move, kind: "compromises", position: from + ((target - from) * -own) / theirs } : { ...move, kind: "capitulates", position: target };
}
