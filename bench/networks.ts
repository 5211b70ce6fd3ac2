import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Network } from "#bayes/network";
import { networkFormats, readNetwork, writeNetwork } from "#exchange/network/formats";
import { slowNetworks } from "../tests/hostile-networks.ts";
import { growth, median, milliseconds, processorTime, type Measurement } from "./measure.ts";

const sizes = [80_000, 320_000, 1_280_000, 5_120_000];
const folder = fileURLToPath(new URL("../../shared/data/networks", import.meta.url));

/** Files of networks that are made to be slow, up to 5 MB; and every network at hand through every format and back. */
export const networkFilesBench = (): readonly Measurement[] => [...slowFiles(), ...roundTrips()];

function slowFiles(): readonly Measurement[] {
  return Object.entries(slowNetworks).map(([what, { format, make }]) => {
    const points = sizes.map((size) => {
      const text = make(size);
      return [size, Math.max(median([1, 2, 3].map(() => timeOf(() => void readNetwork(text, format)))), 0.1)] as const;
    });
    const slope = growth(points);
    const slowest = points.at(-1)?.[1] ?? 0;
    return { what, measured: `${milliseconds(slowest)} for ${sizes.at(-1)} characters, growth ${slope.toFixed(2)}`, target: "at most 1.7, where a square law has 2, and 2 s", met: (slope <= 1.7 || slowest < 50) && slowest < 2000 };
  });
}

function roundTrips(): readonly Measurement[] {
  if (!existsSync(folder)) return [{ what: "round trips", measured: "skipped: no networks beside the repository" }];
  const files = readdirSync(folder).filter((file) => file.endsWith(".bif"));
  let [numbers, different, time] = [0, 0, 0];
  for (const file of files) {
    const reading = readNetwork(readFileSync(`${folder}/${file}`, "utf8"), "bif");
    if (reading.kind !== "read") return [{ what: file, measured: reading.what, target: "is read", met: false }];
    for (const format of networkFormats) {
      let again: Network | undefined;
      time += timeOf(() => {
        const read = readNetwork(writeNetwork(reading.network, format).text, format);
        if (read.kind === "read") again = read.network;
      });
      const [before, after] = [reading.network, again].map((network) => network?.tables.map(({ probabilities }) => probabilities) ?? []);
      // GeNIe wants parents first, so its tables come in another order.
      const inOrder = (tables: readonly (readonly number[])[] = []): string => (format === "xdsl" ? tables.map((table) => table.join()).toSorted().join(";") : tables.map((table) => table.join()).join(";"));
      numbers += before?.reduce((sum, table) => sum + table.length, 0) ?? 0;
      different += Number(inOrder(before) !== inOrder(after));
    }
  }
  return [{ what: `${files.length} networks through ${networkFormats.length} formats and back`, measured: `${numbers} numbers in ${milliseconds(time)}, ${different} files changed one`, target: "every number to the last bit", met: different === 0 }];
}

function timeOf(act: () => void): number {
  const started = processorTime();
  act();
  return processorTime() - started;
}
