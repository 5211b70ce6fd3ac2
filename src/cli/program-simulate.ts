import { InvalidArgumentError, Option, type Command } from "commander";
import { whole } from "#cli/whole-argument";

type Pairs = ReadonlyMap<string, string>;

/** Collects arguments such as `F1=consensus`; the later of two for one name counts. */
const pair = (example: string) => (text: string, before: Pairs = new Map()): Pairs => {
  const [, name, value] = /^([^=\s]+)=(.+)$/u.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError(`Write it like \`${example}\`.`);
  return new Map([...before, [name, value]]);
};

const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

export function addSimulate(program: Command): void {
  program
    .command("simulate")
    .description("simulate the negotiation: what the positions of the actors give under the rules of the forums; with --screen, what that hangs on")
    .argument("<file>", "an assessment in Markdown with actors and forums")
    .addOption(new Option("--runs <number>", "how often the negotiation is run (default: 10000; with --screen 500 at each point)").argParser(whole(1, 1_000_000)))
    .addOption(new Option("--seed <number>", "fixes everything random (default: what the document sets, else 1)").argParser(whole(0, 4_294_967_295)))
    .addOption(new Option("--rule <forum=rule...>", "another rule than the document's: F1=consensus, F1=majority, F1=\"two-thirds of members\", F1=opt-in:20").argParser(pair("F1=consensus")))
    .addOption(new Option("--text <forum=place...>", "put this text, from 0 to 100 on the scale, and no other: F1=75; on a further scale F1:scope=60").argParser(pair("F1=75")))
    .addOption(new Option("--event <date,chance,moves...>", "what may happen on a day and move actors: 2026-09-01,30%,USA=60,RUS=40").argParser(several))
    .addOption(new Option("--set <parameter=value...>", "another value for a parameter of ours: isolationCost=0").argParser(pair("isolationCost=0")))
    .addOption(new Option("--screen <method>", "vary the parameters that are ours: each alone (tornado), along random walks (morris), or for their shares of the variance (sobol)").choices(["tornado", "morris", "sobol"]))
    .addOption(new Option("--of <forum=outcome>", "what --screen looks at: F1 for how often it delivers, or an outcome: F1=\"blocked or refused\" (default: the first forum)"))
    .addOption(new Option("--points <number>", "walks of a morris screening (default: 20), or rows of a sobol one (default: 128)").argParser(whole(2, 100_000)))
    .addOption(new Option("--threads <number>", "on how many threads; the result is the same (default: one for little work, else one for each processor)").argParser(whole(1, 64)))
    .option("--json", "print the simulation as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/simulate")).simulateCommand(file, options));
}
