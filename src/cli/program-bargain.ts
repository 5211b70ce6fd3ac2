import { Option, type Command } from "commander";
import { whole } from "#cli/whole-argument";

export function addBargain(program: Command): void {
  program
    .command("bargain")
    .description("what a text will say, from positions, capabilities and saliences: the compromise and intervals that held what they say")
    .argument("<file>", "an assessment (Markdown) with actors; or KTAB's CSV or XML; or a list with the columns Actor, Capability, Position, Salience (and Issue)")
    .addOption(new Option("--model <model>", "`challenge` runs Bueno de Mesquita's model beside the mean; exploratory: it does not beat the mean").choices(["mean", "challenge"]).default("mean"))
    .addOption(new Option("--rounds <number>", "rounds of the challenge model (default: 10)").argParser(whole(1, 1000)))
    .option("--json", "print the result as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/bargain")).bargainCommand(file, options));
}
