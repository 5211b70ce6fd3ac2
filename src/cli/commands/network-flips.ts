import { sayImpossible } from "#cli/impossible-evidence";
import { loadEvidenceBeside, loadNetwork } from "#cli/load-network";
import { UsageProblem } from "#cli/problem";
import { coloursFor, fold, widthOf } from "#cli/terminal";
import { flipsOn, type NetworkFlips } from "#workbench/network/flips";

type Search = NetworkFlips["searches"][number];

interface FlipsOptions {
  readonly target: string;
  readonly evidence?: string;
  readonly by?: readonly Search["by"][];
  readonly among?: readonly string[];
  readonly effort?: number;
  readonly top: number;
  readonly json?: boolean;
}

/** Prints what would change the leading state of a target: the smallest sets of findings to take away, to reverse, or to add. */
export function flipsCommand(file: string, { target, evidence, effort, by, among, top, json }: FlipsOptions): void {
  const flips = flipsOn(loadNetwork(file), loadEvidenceBeside(evidence, target), { target, ...(effort !== undefined && { effort }), ...(by && { by }), ...(among && { among }) });
  if (flips.kind === "refused") throw new UsageProblem(flips.problem);
  if (flips.kind === "impossible") return sayImpossible(flips, { target, ...(json && { json }) });
  const { kind: _, ...shown } = flips;
  process.stdout.write(json ? `${JSON.stringify(shown, null, 2)}\n` : flipsText(flips, top));
}

function flipsText({ target, leader, searches }: NetworkFlips, top: number): string {
  const colours = coloursFor(process.stdout);
  if (leader === null) return `${colours.bold(`No state of ${target} leads`)}: two are equally probable, so there is nothing to flip.\n`;
  return `${colours.bold(`${target} = ${leader} leads`)}\n${searches.map((search) => searchText(search, top)).join("\n")}\n`;
}

const questions: Readonly<Record<Search["by"], string>> = {
  removing: "without which findings another state would lead",
  reversing: "with which findings the other way round another state would lead",
  learning: "after which new findings another state would lead",
};

function searchText({ by, sets, cut }: Search, top: number): string {
  const head = `${questions[by]}:`;
  if (sets.length === 0) return `${head}\n  ${cut ? "none was found before the search was given up; name the variables in question with --among" : "none"}`;
  const lines = sets.slice(0, top).map(({ changes, leader }) => {
    const names = Object.entries(changes).map(([node, state]) => (state === null ? node : `${node} = ${state}`));
    return `  ${fold(`${names.join(" + ")}: ${leader}`, widthOf(process.stdout) - 2, "    ")}`;
  });
  const size = Object.keys(sets[0]?.changes ?? {}).length;
  const more = sets.length > top ? [`  and ${sets.length - top} more sets of ${size}`] : [];
  return [head, ...lines, ...more, ...(cut ? ["  the search was given up; there may be other sets of this size"] : [])].join("\n");
}
