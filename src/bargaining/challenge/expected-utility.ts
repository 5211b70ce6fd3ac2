import type { Contender, Sites } from "./sites.ts";
import { winChances } from "./win-chances.ts";

/** What a challenge is worth, by site challenged and contender who challenges; what the other's salience takes away stands apart. */
export interface Stakes {
  readonly contenders: number;
  readonly gain: Float64Array;
  readonly loss: Float64Array;
}

/** A contest on one issue in one round. */
export interface Arena {
  readonly contenders: readonly Contender[];
  readonly sites: Sites;
  readonly chances: Float64Array;
  /** The distance between the extreme positions with which it all began. */
  readonly range: number;
}

export function arenaOf(contenders: readonly Contender[], sites: Sites, range: number): Arena {
  return { contenders, sites, chances: winChances(sites), range };
}

/** Gains and losses under each contender's risk exponent: 1 is neutral, below it seeks risks, above it shuns them. */
export function stakesOf({ contenders: { length: count }, sites, chances, range }: Arena, exponents: Float64Array): Stakes {
  const places = sites.position.length;
  const stakes = { contenders: count, gain: new Float64Array(count * places), loss: new Float64Array(count * places) };
  const statusQuo = exponents.map((exponent) => utility(0.5, exponent));
  for (let site = 0; site < places; site++) {
    for (let own = 0; own < count; own++) {
      const from = sites.siteOf[own] ?? 0;
      if (from === site) continue;
      const exponent = exponents[own] ?? 1;
      const half = (0.5 * Math.abs((sites.position[from] ?? 0) - (sites.position[site] ?? 0))) / range;
      const success = utility(0.5 - half, exponent);
      stakes.gain[site * count + own] = success - (statusQuo[own] ?? 0);
      stakes.loss[site * count + own] = (1 - (chances[from * places + site] ?? 0)) * (success - utility(0.5 + half, exponent));
    }
  }
  return stakes;
}

const utility = (share: number, exponent: number): number => 2 - 4 * (exponent === 1 ? share : share ** exponent);

/**
 * The expected utility of challenging a contender: if it resists (with its salience) the challenge is won or lost, if not it is
 * won, and the status quo would have stayed for certain (Q = 1).
 */
export function challengeUtility({ contenders, gain, loss }: Stakes, challenger: number, challenged: { readonly site: number; readonly salience: number }): number {
  const entry = challenged.site * contenders + challenger;
  return (gain[entry] ?? 0) - challenged.salience * (loss[entry] ?? 0);
}

/**
 * Risk exponents from 0.5 to 2: who is most exposed to challenges, among all, shuns the next, who is least exposed seeks it
 * (Scholz, Calbert and Smith 2011, section 5). All are 1 where nobody is more exposed than another.
 */
export function riskExponents(arena: Arena): Float64Array {
  const { contenders, sites } = arena;
  const neutral = stakesOf(arena, new Float64Array(contenders.length).fill(1));
  const exposure = Float64Array.from(contenders, ({ salience }, challenged) => {
    const site = sites.siteOf[challenged] ?? 0;
    return sites.order.reduce((sum, challenger) => sum + challengeUtility(neutral, challenger, { site, salience }), 0);
  });
  const [most, least] = [exposure.reduce((one, other) => Math.max(one, other)), exposure.reduce((one, other) => Math.min(one, other))];
  const spread = most - least;
  return exposure.map((own) => {
    const acceptance = spread > 1e-12 ? (2 * own - most - least) / spread : 0;
    return (1 - acceptance / 3) / (1 + acceptance / 3);
  });
}
