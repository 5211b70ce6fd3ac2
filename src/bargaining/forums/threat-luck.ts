import { delivers, type Account } from "./account.ts";
import type { Threat, Threats } from "./negotiation.ts";
import { classesOf } from "./rules.ts";

/** How far a number of a threat is moved to see what it does. */
const step = 0.02;

/** Runs in which it is looked at. */
export const gainRuns = 1000;

/** The threats with each of their numbers (weight, text, text on each further scale) moved up and down: the answers, in this order, are what `withThreatLuck` wants. */
export function movedThreats(threats: Threats): readonly Threats[] {
  const numbers = 2 + Math.max(0, ...threats.map((threat) => threat?.further?.length ?? 0));
  if (!threats.some((threat) => threat !== undefined)) return [];
  return Array.from({ length: numbers }, (_, number) => [step, -step].map((by) => threats.map((threat) => threat && moved(threat, number, by)))).flat();
}

function moved(threat: Threat, number: number, by: number): Threat {
  if (number === 0) return { ...threat, weight: threat.weight + by };
  if (number === 1) return { ...threat, text: threat.text + by };
  return { ...threat, ...(threat.further && { further: threat.further.map((place, scale) => (scale === number - 2 ? place + by : place)) }) };
}

/** A forum with the luck of its threat: from the runs of the forum that threatens it, and its own outcomes under each of the moved threats. */
export function withThreatLuck(account: Account, before: readonly Account[], outcomes: readonly Uint8Array[]): Account {
  const { threat, track } = account;
  const source = before.find((other) => other.track.forum.id === threat?.forum);
  if (!threat || !source) return account;
  const classes = classesOf(track.forum.rule).length;
  const share = (ended: Uint8Array | undefined, outcome: number): number => (ended ? ended.filter((one) => one === outcome).length / ended.length : 0);
  const gains = Array.from({ length: outcomes.length / 2 }, (_, number) => Float64Array.from({ length: classes }, (_own, outcome) => (share(outcomes[2 * number], outcome) - share(outcomes[2 * number + 1], outcome)) / (2 * step)));
  return { ...account, luck: { gains, parts: partsOf(threat, source) } };
}

/** What each run gave to the weight, and to the place of the text on each scale: together the deviation of the number. */
function partsOf(threat: Threat, source: Account): readonly Float64Array[] {
  const runs = source.outcomes.length;
  const places = (texts: Float64Array, mean: number): Float64Array => texts.map((place, run) => (delivers(source, run) ? (place - mean) / (threat.chance * runs) : 0));
  return [
    Float64Array.from({ length: runs }, (_, run) => ((threat.weight / threat.chance) * ((delivers(source, run) ? 1 : 0) - threat.chance)) / runs),
    places(source.texts, threat.text),
    ...source.further.map((texts, scale) => places(texts, threat.further?.[scale] ?? 0)),
  ];
}

/** What the luck of its threat adds, run by run, to the share of runs that end in certain classes; empty where there is none. */
export function luckIn({ track, luck }: Pick<Account, "track" | "luck">, counts: (outcome: number) => boolean): Float64Array {
  const sum = new Float64Array(luck?.parts[0]?.length ?? 0);
  luck?.parts.forEach((part, number) => {
    const gain = classesOf(track.forum.rule).reduce((total, _, outcome) => total + (counts(outcome) ? (luck.gains[number]?.[outcome] ?? 0) : 0), 0);
    for (let run = 0; run < sum.length; run++) sum[run] = (sum[run] ?? 0) + gain * (part[run] ?? 0);
  });
  return sum;
}
