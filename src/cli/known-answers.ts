import { existsSync } from "node:fs";
import { readInto } from "#cli/load-votes";
import { UsageProblem } from "#cli/problem";
import { readBallot, voterCalled, voteReader, type RollCalls } from "#workbench/votes/select";
import type { KnownBallot } from "#workbench/votes/new-roll-call";

/** Answers to a new roll call as they stand behind `--known`: `VOTER=answer` with commas between, or the name of a CSV file of voters and votes. */
export async function readKnown(calls: RollCalls, texts: readonly string[]): Promise<readonly KnownBallot[]> {
  const written = await Promise.all(texts.map((text) => (text.includes("=") ? pairs(text) : fromFile(text))));
  const known = new Map<number, KnownBallot>();
  for (const { name, code, place } of written.flat()) {
    const voter = voterCalled(calls, name);
    if (voter === undefined) throw new UsageProblem(`${place}: no voter is called ${name}; the files have ids such as ${calls.voters.slice(0, 4).map(({ id }) => id).join(", ")}.`);
    if (known.has(voter) && known.get(voter)?.code !== code) throw new UsageProblem(`${place}: ${name} has two different answers.`);
    known.set(voter, { voter, code });
  }
  return [...known.values()];
}

interface Written {
  readonly name: string;
  readonly code: number;
  readonly place: string;
}

function pairs(text: string): readonly Written[] {
  return text.split(",").filter((pair) => pair.trim() !== "").map((pair) => {
    const [name = "", answer = "", ...more] = pair.split("=").map((part) => part.trim());
    const code = readBallot(answer);
    if (name === "" || more.length > 0 || code === undefined || code < 0) throw new UsageProblem(`\`--known ${pair.trim()}\`: write VOTER=yes, VOTER=abstain, VOTER=no or VOTER=absent.`);
    return { name, code, place: "`--known`" };
  });
}

async function fromFile(path: string): Promise<readonly Written[]> {
  if (!existsSync(path)) throw new UsageProblem(`\`--known ${path}\`: neither VOTER=answer nor a file.`);
  const reader = voteReader({ withSilent: true });
  await readInto(path, reader.file(path));
  const { calls } = reader.finish();
  const [rollCall, another] = calls.rollCalls;
  if (!rollCall) throw new UsageProblem(`${path} holds no answer that could be read; it needs a column for the voter and one for the vote, such as \`country,vote\`.`);
  if (another) throw new UsageProblem(`${path} holds answers to ${calls.rollCalls.length} roll calls; give those to the new one alone.`);
  return Array.from(calls.ballots, (code, at) => ({ name: calls.voters[calls.voterOf[at] ?? 0]?.id ?? "", code, place: path }));
}
