import type { Command } from "commander";

/** The commands about Bayesian networks. */
export function addNetwork(program: Command): void {
  const network = program.command("network").description("ask a Bayesian network of another program");
  network
    .command("query")
    .description("compute the exact posteriors of a network")
    .argument("<file>", "a network in the Bayesian Interchange Format (.bif)")
    .option("--evidence <file>", 'what is known, as JSON: {"hard": {NODE: STATE}, "virtual": {NODE: [LIKELIHOOD, ...]}}')
    .option("--node <name...>", "ask for these variables only (default: all)")
    .option("--mpe", "find the most probable explanation as well: a state for every variable")
    .option("--json", "print {posteriors, logEvidence, engine} as JSON; logEvidence is a natural logarithm")
    .action(async (file: string, options) => (await import("#cli/commands/network")).queryCommand(file, options));
}
