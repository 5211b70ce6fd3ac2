import { runChallenge } from "#bargaining/challenge/challenge";
import { contentForecast } from "#bargaining/content/content";
import { contentIntervals } from "#bargaining/content/intervals";
import { compromiseOf } from "#bargaining/forums/compromise";
import { delimitedReader } from "#kit/delimited";
import type { SpatialCase } from "#model/spatial-case";
import { readSpatialCase } from "#exchange/spatial/read-case";
import { mean, skipped, table } from "./validation-part.ts";
import { dataText } from "./votes-data.ts";

/** Sample cases of KTAB whose positions, turn by turn, were recorded from its program `smpc`. */
const samples = ["SOE-Pol-Comp", "dummyData_3Dim", "dummyData_6Dim"];

/** Positions by turn, issue and actor. */
type History = readonly (readonly (readonly number[])[])[];

function readHistory(text: string): History {
  const turns: number[][][] = [];
  const reader = delimitedReader(({ cells: [, turn = "", actor = "", issue = "", position = ""] }) => {
    if (turn === "Turn_t") return;
    (((turns[Number(turn)] ??= [])[Number(issue)] ??= [])[Number(actor)] = Number(position));
  });
  reader.add(text);
  reader.end();
  return turns;
}

interface Sample {
  readonly name: string;
  readonly spatialCase: SpatialCase;
  readonly history: History;
}

function sampleOf(name: string): Sample | undefined {
  const [input, output] = [dataText(`ktab/${name}.csv`), dataText(`ktab/${name}_VectorPosition.csv`)];
  if (input === undefined || output === undefined) return undefined;
  const reading = readSpatialCase(input);
  if (reading.kind === "unreadable") throw new Error(`${name}.csv, line ${reading.line}: ${reading.what}`);
  return { name, spatialCase: reading.case, history: readHistory(output) };
}

const one = (value: number): string => value.toFixed(1);

const differences = (some: readonly number[], others: readonly number[]): readonly number[] => some.map((value, at) => Math.abs(value - (others[at] ?? Number.NaN)));

/** An issue of a case: what we forecast, and where both models leave the actors after as many rounds as KTAB took. */
function issueRows({ name, spatialCase, history }: Sample, number: number): { readonly means: readonly string[]; readonly actors: readonly string[] } {
  const contenders = spatialCase.actors.map(({ capability, stands }) => ({ capability, position: stands[number]?.position ?? 0, salience: stands[number]?.salience ?? 0 }));
  const meanAt = (positions: readonly number[]): number => compromiseOf(contenders.map(({ capability, salience }, actor) => ({ position: positions[actor] ?? 0, weight: capability * salience })));
  const theirs = history.map((turn) => turn[number] ?? []);
  const [begin = [], end = []] = [theirs[0], theirs.at(-1)];
  const rounds = history.length - 1;
  const ours = runChallenge(contenders, rounds).map(({ positions }) => positions);
  const forecast = contentForecast(contenders.map(({ position, capability, salience }) => ({ position, weight: capability * salience })));
  const interval = contentIntervals(forecast)[1] ?? { low: Number.NaN, high: Number.NaN };
  const last = meanAt(end);
  const jumps = (run: readonly (readonly number[])[]): number => Math.max(...run.slice(1).flatMap((positions, round) => differences(positions, run[round] ?? [])));
  const stand = contenders.map(({ position }) => position);
  const label = `${name}: ${spatialCase.issues[number] ?? ""}`;
  return {
    means: [label, one(forecast.compromise), one(meanAt(begin)), one(forecast.quantile(0.5)), `${one(interval.low)} to ${one(interval.high)}`, one(last), last >= interval.low && last <= interval.high ? "yes" : "no", one(meanAt(ours.at(-1) ?? stand))],
    actors: [label, String(rounds), one(mean(differences(end, stand))), one(mean(differences(ours.at(-1) ?? stand, stand))), one(mean(differences(ours.at(-1) ?? stand, end))), one(jumps(theirs)), one(jumps([stand, ...ours]))],
  };
}

/** docs/reference/ktab.md: the cases of KTAB by our methods beside its own output. */
export function ktabPage(): string {
  const found = samples.flatMap((name) => sampleOf(name) ?? []);
  if (found.length < samples.length) return `${head}\n${skipped("ktab/")}\n`;
  const rows = found.flatMap((sample) => sample.spatialCase.issues.map((_, number) => issueRows(sample, number)));
  const means = table(["case: issue", "compromise", "KTAB, turn 0", "median of the forecast", "80 % interval", "KTAB, last turn", "inside", "challenge model, as many rounds"], rows.map((row) => row.means));
  const actors = table(["case: issue", "turns", "KTAB moved actors by", "the challenge model by", "both end apart by", "largest step, KTAB", "largest step, challenge model"], rows.map((row) => row.actors));
  return [head, "## Where a text would lie", explained, means, "## Where the actors end", ends, actors, why].join("\n\n") + "\n";
}

const head = `<!-- Written by \`npm run validate -- ktab\`; do not edit. -->

# Cases of KTAB

[KTAB](https://github.com/KAPSARC/KTAB) is the open program for spatial bargaining (its model is called SMP). \`rapporteur bargain FILE\` reads its input as it is: the CSV
(\`title,description,actors,issues\`; a line of column names; a line an actor with name, description, power, and position and salience of each
issue, from 0 to 100) and the XML of \`smpSchema.xsd\`. It also reads a plain list of actors, with the columns Actor,
Capability, Position, Salience and, if there are several, Issue. Parameters of KTAB's own model in the XML are named and passed over. KTAB's model is not rebuilt here: \`bargain\` answers with the mean of the positions
and intervals that were calibrated on decisions ([Content of a text](validation.md#content-of-a-text-deu-iii)), and, with \`--model challenge\`, with the older model of Bueno de
Mesquita, which KTAB's descends from.`;

const explained = `Three sample cases of KTAB, each issue by itself; positions from 0 to 100, means by power times salience. What KTAB's program gave was recorded with the seed 15455440707583219804 and its default parameters.
Turn 0 is the check that both read the same file. *Inside* says whether KTAB's last mean lies in our interval: these cases have no outcome, so that is agreement and no merit.`;

const ends = `The same actors after as many rounds of the challenge model as KTAB took turns. Moves are means over the actors, without weights; steps are the largest of any actor in one round.`;

const why = `## Why they differ

- **Several issues at once.** KTAB's actors weigh all issues together and offer each other positions on all of them, so that one who gives way
  on an issue can be paid on another. Here each issue is reckoned by itself.
- **Who moves.** In KTAB each actor ends up with one of the bargains that it is party to, chosen by a vote in which all others have a
  say, and mostly moves part of the way. In the challenge model an actor answers only the challenge that is worth most to its sender, mostly
  by going the whole way: hence its larger steps, and the cycles in which it may end without an outcome (\`bargain\` says where).
- **When it stops.** KTAB stops when a turn moves little beside the first one, or after 100; the challenge model is run for as many rounds as are asked for.
- **Chance.** By default KTAB's turns are deterministic as well. The challenge model draws nothing at random, and so \`bargain\` has no seed.

## Which is right

On 253 decisions of the European Union that KTAB can process, the mean of its last positions missed the outcome by 20.3 points on average, the plain
compromise by 20.4 (earlier measurement; it aborts on issues where all stand at 0 or 100, 98 of 351). The challenge model misses by more than the
compromise ([table](validation.md#content-of-a-text-deu-iii)). None of the bargaining models earns trust beyond the mean, and the mean comes with intervals that hold what
they say on those decisions. Whether other bodies decide alike is not known.

## Speed

KTAB took 0.35 s of processor time for SOE-Pol-Comp, 3.2 s for the 27 actors of dummyData_6Dim, 8.4 s for 40 actors on one issue and 130 s for 80.
\`npm run bench -- challenge\` measures the challenge model with 193 actors; it is the simpler model, so the comparison is of programs, not of like with like.`;
