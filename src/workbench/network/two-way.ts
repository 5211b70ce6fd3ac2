import type { Evidence, Network } from "#bayes/network";
import type { Analysis } from "#bayes/sensitivity";
import { entryAt, type EntryPlace } from "#bayes/entries";
import { bilinearAt, inValues, pairWith, posteriorAtBoth, shareRow, twoWayTo, type Coefficients, type Pairing, type TwoWayFunction } from "#bayes/two-way";
import { analysisOf, stateAsked } from "#workbench/network/analyse";
import { engine, type Asked, type Impossible, type Refused } from "#workbench/network/engine";
import { entryNames, findEntry, type NamedEntry } from "#workbench/network/entry";
import { bounded, impossible, scaled, squareOf, type Square } from "#workbench/network/square";

/** Another entry beside the first, and the posterior as a function of both. */
export interface EntryPair extends NamedEntry {
  /** Posterior = numerator over denominator; coefficients of 1, first, second, and first times second. */
  readonly numerator: Coefficients;
  readonly denominator: Coefficients;
  /** The least and greatest posterior while both move down and up; null where what is known would be impossible. */
  readonly least: number | null;
  readonly greatest: number | null;
}

export interface TwoWay {
  readonly kind: "possible";
  readonly target: string;
  readonly state: string;
  readonly posterior: number;
  readonly first: NamedEntry;
  /** All other entries, those first that move the posterior furthest together with it; one where a second was named. */
  readonly pairs: readonly EntryPair[];
  /** Only where a second entry was named. */
  readonly square?: Square;
  readonly engine: typeof engine;
}

export interface TwoWayQuestion extends Asked {
  readonly state?: string;
  readonly by: number;
  /** One entry, to see it with every other; or two. */
  readonly entries: readonly string[];
}

/** The two-way sensitivity of a posterior to an entry with every other, or with one. */
export function twoWayOf(network: Network, evidence: Evidence, question: TwoWayQuestion): TwoWay | Impossible | Refused {
  const { target, entries } = question;
  const analysis = analysisOf(network, evidence, question);
  if ("kind" in analysis) return analysis;
  const asked = stateAsked(analysis, target, question.state);
  if ("kind" in asked) return asked;
  const numbers: number[] = [];
  for (const text of entries) {
    const place = findEntry(network, text);
    if ("problem" in place) return { kind: "refused", problem: place.problem };
    numbers.push((analysis.tree.network.starts[place.table] ?? 0) + place.entry);
  }
  const named = naming(network, analysis);
  const pairing = pairWith(analysis, evidence, numbers[0] ?? -1);
  const [first] = numbers.flatMap((number) => named(number));
  if (!pairing || !first) return cannotChange(entries[0]);
  const paired = numbers[1] === undefined ? { pairs: pairsOf(pairing, asked.state, question.by, named) } : pairedWith(numbers[1], { pairing, state: asked.state, question, named });
  return "kind" in paired ? paired : { kind: "possible", target, state: asked.state, posterior: asked.probability, first, ...paired, engine };
}

const cannotChange = (entry = ""): Refused => ({ kind: "refused", problem: `${entry} cannot change: its variable has one state.` });

interface Paired {
  readonly pairing: Pairing;
  readonly state: string;
  readonly question: TwoWayQuestion;
  readonly named: Naming;
}

function pairedWith(second: number, { pairing, state, question, named }: Paired): Pick<TwoWay, "pairs" | "square"> | Refused {
  const place = entryAt(pairing.base.tree.network, second);
  if (!place || place.width === 1) return cannotChange(question.entries[1]);
  if (shareRow(pairing, place)) return { kind: "refused", problem: `${question.entries.join(" and ")} stand in one row, which sums to 1: what one gains the other may lose, so they span no square.` };
  const own = twoWayTo(pairing, state, second);
  if (!own) return cannotChange(question.entries[1]);
  return { pairs: named(second).map((entry) => pairOf(pairing, place, { own, named: entry, by: question.by })), square: squareOf({ pairing, place, state, second }) };
}

type Naming = (number: number) => readonly NamedEntry[];

function naming(network: Network, { tree }: Analysis): Naming {
  const name = entryNames(network);
  return (number) => {
    const place = entryAt(tree.network, number);
    return place ? [name(place.table, place.at)] : [];
  };
}

function pairsOf(pairing: Pairing, state: string, by: number, named: Naming): readonly EntryPair[] {
  const { network } = pairing.base.tree;
  const pairs = Array.from({ length: network.entries }, (_, entry) => entry).flatMap((entry) => {
    const place = entryAt(network, entry);
    // The second of two states says nothing that the first does not.
    const own = place && place.width > 1 && !(place.width === 2 && place.at % 2 === 1) ? twoWayTo(pairing, state, entry) : undefined;
    return place && own ? named(entry).map((name) => pairOf(pairing, place, { own, named: name, by })) : [];
  });
  const reach = ({ least, greatest }: EntryPair): number => (greatest ?? 1) - (least ?? 0);
  return pairs.toSorted((a, b) => reach(b) - reach(a));
}

interface Described {
  readonly own: TwoWayFunction;
  readonly named: NamedEntry;
  readonly by: number;
}

/** The extremes of a quotient of bilinear functions over a rectangle lie at its corners: it rises or falls along each side. */
function pairOf({ first }: Pairing, place: EntryPlace, { own, named, by }: Described): EntryPair {
  const ends = ({ value }: EntryPlace): readonly number[] => [Math.max(-by, -value), Math.min(by, 1 - value)];
  const corners = ends(first).flatMap((x) => ends(place).map((y) => ({ possible: bilinearAt(own.below, x, y) > impossible, posterior: bounded(posteriorAtBoth(own, x, y)) })));
  const known = corners.every(({ possible }) => possible);
  return {
    ...named,
    numerator: scaled(inValues(own.above, first.value, place.value), own.probability),
    denominator: inValues(own.below, first.value, place.value),
    least: known ? Math.min(...corners.map(({ posterior }) => posterior)) : null,
    greatest: known ? Math.max(...corners.map(({ posterior }) => posterior)) : null,
  };
}
