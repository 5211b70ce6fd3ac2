import { InvalidArgumentError, Option, type Command } from "commander";
import { whole } from "#cli/whole-argument";

type Pairs = ReadonlyMap<string, string>;

/** Collects arguments such as `F1=consensus`; the later of two for one name counts. */
const pair = (example: string) => (text: string, before: Pairs = new Map()): Pairs => {
  const [, name, value] = /^([^=\s]+)=(.+)$/u.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError(`Write it like \`${example}\`.`);
  return new Map([...before, [name, value]]);
};

export function addSimulate(program: Command): void {
  program
    .command("simulate")
    .description("simulate the negotiation: what the positions of the actors give under the rules of the forums")
    .argument("<file>", "an assessment in Markdown with actors and forums")
    .addOption(new Option("--runs <number>", "how often the negotiation is run").argParser(whole(1, 1_000_000)).default(10_000))
    .addOption(new Option("--seed <number>", "fixes everything random").argParser(whole(0, 4_294_967_295)).default(1))
    .addOption(new Option("--rule <forum=rule...>", "another rule than the document's: F1=consensus, F1=majority, F1=\"two-thirds of members\", F1=opt-in:20").argParser(pair("F1=consensus")))
    .addOption(new Option("--text <forum=place...>", "put this text, from 0 to 100 on the scale, and no other: F1=75").argParser(pair("F1=75")))
    .addOption(new Option("--set <parameter=value...>", "another value for a parameter of ours: isolationCost=0").argParser(pair("isolationCost=0")))
    .option("--json", "print the simulation as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/simulate")).simulateCommand(file, options));
}
