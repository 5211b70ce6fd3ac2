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

/** Differences of utilities, and of distances as shares of the range, that count as none: what rounding leaves of a tie must not decide. */
const tie = 1e-9;

/**
 * Each actor answers one challenge: that with the highest expected utility to its sender, among equals the nearest, among these
 * the one that asks least; where two of these pull as hard to either side, it stays. All move at once.
 */
export function settleOffers(arena: Arena, stakes: Stakes): readonly Move[] {
  return arena.contenders.flatMap((_, actor) => {
    const moves = strongest(arena, stakes, actor).map((to) => answer(arena, stakes, { actor, to }));
    const steps = moves.map((move) => (move ? Math.abs(move.position - move.from) : 0));
    const least = Math.min(...steps);
    const chosen = moves.filter((_move, number) => (steps[number] ?? 0) <= least + tie * arena.range);
    const [first] = chosen;
    return first && chosen.every((move) => move && Math.sign(move.position - move.from) === Math.sign(first.position - first.from)) ? [first] : [];
  });
}

/** The challengers of an actor whose expected utility is highest, and of these the nearest. */
function strongest({ contenders, sites, range }: Arena, stakes: Stakes, actor: number): readonly number[] {
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
  const distance = (challenger: number): number => Math.abs((contenders[challenger]?.position ?? 0) - (contenders[actor]?.position ?? 0));
  const nearest = Math.min(...found.map(distance));
  return found.filter((challenger) => distance(challenger) <= nearest + tie * range);
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
