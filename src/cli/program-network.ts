import { InvalidArgumentError, Option, type Command } from "commander";

const number = (low: number, high: number) => (text: string): number => {
  const value = Number(text);
  if (text.trim() === "" || !(value >= low && value <= high)) throw new InvalidArgumentError(`Write a number from ${low} to ${high}.`);
  return value;
};

const whole = (low: number, high: number) => (text: string): number => {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || !(value >= low && value <= high)) throw new InvalidArgumentError(`Write a whole number from ${low} to ${high}.`);
  return value;
};

const files = "a network: BIF (.bif), Hugin (.net), XMLBIF (.xmlbif, .xml), GeNIe (.xdsl) or UAI (.uai)";

const withFile = (command: Command): Command =>
  command
    .argument("<file>", files)
    .option("--evidence <file>", 'what is known, as JSON: {"hard": {NODE: STATE}, "virtual": {NODE: [LIKELIHOOD, ...]}}');

const withSearch = (command: Command, usual: number): Command =>
  command.addOption(new Option("--effort <number>", `how long small tables are searched, as a multiple of what they are worth (default: ${usual}; 128 before a network is refused)`).argParser(number(0, 1e6)));

/** `network` and what it asks Bayesian networks. */
export function addNetwork(program: Command): void {
  const network = program.command("network").description("Bayesian networks of other programs: exact posteriors, sensitivity, value of information");
  addQuery(network);
  network
    .command("convert")
    .description("write a network in another format; what that cannot carry is said on stderr")
    .argument("<file>", files)
    .option("-o, --output <file>", "the file to write (default: standard output)")
    .addOption(new Option("--to <format>", "the format to write (default: by the ending of the output)").choices(["bif", "net", "xmlbif", "xdsl", "uai"]))
    .action(async (file: string, options) => (await import("#cli/commands/network")).convertCommand(file, options));
  withSearch(withFile(network.command("sensitivity").description("how far each entry of the tables moves a posterior: a tornado")), 4)
    .requiredOption("--target <node>", "the variable asked about; what the evidence says of it is left out")
    .option("--state <state>", "its state (default: the most probable)")
    .addOption(new Option("--by <change>", "how far each entry is moved down and up").argParser(number(0, 1)).default(0.05))
    .addOption(new Option("--reach <probability>", "say where each entry must stand for the posterior to be this").argParser(number(0, 1)))
    .option("--make <statement>", "say where each entry must stand for this to become true: \"STATE > STATE\", \"STATE >= 0.6\"")
    .option("--with <entry...>", "move this entry together with every other, or with a second one: \"P(NODE = STATE | PARENT = STATE)\"")
    .addOption(new Option("--top <number>", "how many entries to print (default: 20, as JSON all)").argParser(number(1, 1e9)))
    .option("--json", "print the entries as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/network-sensitivity")).sensitivityCommand(file, options));
  addBounds(network);
  withSearch(withFile(network.command("influence").description("what each finding of the evidence does to a posterior, and whether the findings conflict")), 4)
    .requiredOption("--target <node>", "the variable asked about; what the evidence says of it is left out")
    .option("--json", "print the posterior without each finding and its weight in decibels as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/network")).influenceCommand(file, options));
  withSearch(withFile(network.command("flips").description("the smallest sets of findings that change the leading state of a target: taken away, reversed, or new")), 4)
    .requiredOption("--target <node>", "the variable asked about; what the evidence says of it is left out")
    .addOption(new Option("--by <change...>", "which changes to try (default: all three)").choices(["removing", "reversing", "learning"]))
    .option("--among <node...>", "change only these variables")
    .addOption(new Option("--top <number>", "how many sets of each kind to print as text").argParser(number(1, 1e9)).default(10))
    .option("--json", "print all sets of the smallest size as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/network-flips")).flipsCommand(file, options));
  withSearch(withFile(network.command("voi").description("what learning each variable is expected to tell of a target: value of information")), 4)
    .requiredOption("--target <node>", "the variable asked about; what the evidence says of it is left out")
    .option("--json", "print bits, score and the chance that the leading state changes as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/network")).voiCommand(file, options));
}

function addQuery(network: Command): void {
  withSearch(withFile(network.command("query").description("exact posteriors, and the probability of the evidence")), 1)
    .option("--node <name...>", "ask for these variables only (default: all)")
    .option("--mpe", "find the most probable explanation as well: a state for every variable")
    .addOption(new Option("--sample <number>", "estimate from so many samples instead, with errors: for networks that do not fit the memory").argParser(whole(32, 1e9)))
    .addOption(new Option("--seed <number>", "which samples: the same seed gives the same answer").argParser(whole(0, 2 ** 32 - 1)).default(1))
    .option("--json", "print {posteriors, logEvidence, engine} as JSON; logEvidence is a natural logarithm")
    .action(async (file: string, options) => {
      if (options.sample === undefined) (await import("#cli/commands/network")).queryCommand(file, options);
      else (await import("#cli/commands/network-sample")).sampleCommand(file, { ...options, sample: options.sample });
    });
}

function addBounds(network: Command): void {
  withFile(network.command("bounds").description("how far entries of the tables within their intervals can move a posterior: ranges that are attained, and proven"))
    .requiredOption("--target <node>", "the variable asked about; what the evidence says of it is left out")
    .addOption(new Option("--width <change>", "every entry may be this much lower or higher").argParser(number(0, 1)))
    .option("--intervals <file>", "intervals of some tables, as JSON: {NODE: [[[LOW, HIGH], ...], ...]}, one row for each combination of the parents' states")
    .option("--keep-certain", "leave rows that hold a 0 or a 1 as they are")
    .option("--state <state>", "the state whose range is taken apart by tables (default: the most probable)")
    .addOption(new Option("--budget <number>", "how many parts of the box to bound for closing the ranges, and for comparing states").argParser(whole(0, 1e9)).default(1000))
    .addOption(new Option("--top <number>", "how many tables to take out in turn, those that carry most of the width").argParser(whole(0, 1e9)).default(20))
    .option("--models", "print as JSON the tables that attain each end, too")
    .option("--json", "print ranges, comparisons of states and the tables that carry the width as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/network-bounds")).boundsCommand(file, options));
}
