import type { Network } from "#bayes/network";

/** The network with one entry changed, the rest of its row in proportion, or in equal parts where the entry was 1. */
export function changed(network: Network, table: number, entry: number, change: number): Network {
  const { variable, probabilities } = network.tables[table]!;
  const width = network.variables.find(({ id }) => id === variable)!.states.length;
  const row = entry - (entry % width);
  const value = probabilities[entry]!;
  const moved = probabilities.map((p, at) => {
    if (at === entry) return p + change;
    if (at < row || at >= row + width) return p;
    return value < 1 ? (p * (1 - value - change)) / (1 - value) : -change / (width - 1);
  });
  return { ...network, tables: network.tables.map((one, at) => (at === table ? { ...one, probabilities: moved } : one)) };
}
