import type { Factor } from "#bayes/factor";
import type { IndexedNetwork } from "#bayes/indexed";

/** Between what and what a probability can lie. */
export interface Extent {
  readonly low: number;
  readonly high: number;
}

/** In which contexts an extent is taken. */
export interface Contexts {
  readonly network: IndexedNetwork;
  /** The variables that count; children that do not have no say. */
  readonly present: ReadonlySet<number>;
  /** States that are the same in all contexts. */
  readonly given: ReadonlyMap<number, number>;
  /** What is known beside its state of the variable itself, and whether that may be left out. */
  readonly likelihood?: readonly number[];
}

/**
 * Between what P(variable = state | context) lies whatever else is known: the variable's Markov blanket (Pearl 1988) screens
 * it off, so every context is a mixture of states of the blanket. Exact without children; with them each table takes its
 * extremes by itself, so that the true extent lies within.
 */
export function extentOf(contexts: Contexts, variable: number, state: number): Extent {
  const { network, present, given, likelihood } = contexts;
  const own = network.tables.find(({ scope }) => scope.at(-1) === variable);
  const children = network.tables.filter(({ scope }) => scope.indexOf(variable) >= 0 && scope.at(-1) !== variable && present.has(scope.at(-1) ?? -1));
  if (!own) return { low: 0, high: 1 };
  if (children.length === 0 && !likelihood) return entryExtent(own, { network, given }, variable, state);
  let [low, high] = [1, 1];
  for (let other = 0; other < (network.sizes[variable] ?? 1); other++) {
    if (other === state) continue;
    const ratios = [own, ...children].map((table) => ratioExtent(table, { network, given }, variable, [other, state]));
    if (likelihood) ratios.push(withOne(ratio(likelihood[other] ?? 1, likelihood[state] ?? 1)));
    low += product(ratios.map((extent) => extent.low));
    high += product(ratios.map((extent) => extent.high));
  }
  return { low: 1 / high, high: 1 / low };
}

/** A factor that is 0 beside one without end may come to anything. */
const product = (factors: readonly number[]): number => factors.reduce((all, factor) => (all === 0 || factor === 0 ? 0 : all * factor), 1);

const ratio = (above: number, below: number): Extent => (below > 0 ? { low: above / below, high: above / below } : above > 0 ? { low: Infinity, high: Infinity } : anything);
const anything: Extent = { low: 0, high: Infinity };
const withOne = ({ low, high }: Extent): Extent => ({ low: Math.min(1, low), high: Math.max(1, high) });

type Setting = Pick<Contexts, "network" | "given">;

function entryExtent(table: Factor, setting: Setting, variable: number, state: number): Extent {
  let [low, high] = [Infinity, -Infinity];
  forEntries(table, setting, variable, (at, stride) => {
    const value = table.values[at + state * stride] ?? 0;
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  return low > high ? { low: 0, high: 1 } : { low, high };
}

function ratioExtent(table: Factor, setting: Setting, variable: number, [above, below]: readonly [number, number]): Extent {
  let [low, high] = [Infinity, 0];
  forEntries(table, setting, variable, (at, stride) => {
    const found = ratio(table.values[at + above * stride] ?? 0, table.values[at + below * stride] ?? 0);
    low = Math.min(low, found.low);
    high = Math.max(high, found.high);
  });
  return { low, high };
}

/** Visits every combination of states of the other variables that agrees with what is given: the entry where the variable has its first state, and how far apart its states are. */
function forEntries({ scope, values }: Factor, { network: { sizes }, given }: Setting, variable: number, visit: (at: number, stride: number) => void): void {
  const strides = scope.map(() => 1);
  for (let place = scope.length - 2; place >= 0; place--) strides[place] = (strides[place + 1] ?? 1) * (sizes[scope[place + 1] ?? 0] ?? 1);
  const own = strides[scope.indexOf(variable)] ?? 1;
  for (let at = 0; at < values.length; at++) {
    const agrees = scope.every((other, place) => {
      const digit = Math.floor(at / (strides[place] ?? 1)) % (sizes[other] ?? 1);
      return other === variable ? digit === 0 : digit === (given.get(other) ?? digit);
    });
    if (agrees) visit(at, own);
  }
}
