import { Option, type Command } from "commander";
import { date } from "#cli/date-argument";
import { UsageProblem } from "#cli/problem";
import { whole } from "#cli/whole-argument";

/** Options that all commands on roll calls share. */
const withCommon = (command: Command, dimensions: number): Command =>
  command
    .addOption(new Option("--from <date>", "leave out roll calls before this day").argParser(date))
    .addOption(new Option("--to <date>", "leave out roll calls after this day").argParser(date))
    .addOption(new Option("-k, --dimensions <number>", "how many axes ideal points have").argParser(whole(1, 8)).default(dimensions))
    .addOption(new Option("--seed <number>", "fixes everything random").argParser(whole(0, 4_294_967_295)).default(1))
    .option("--json", "print the result as JSON");

const layouts = "roll calls as CSV, packed (.gz) or not: a row a ballot (undl_id,ms_code,ms_vote,...; rcid,ccode,vote,...), or a row a roll call with a column a voter";

/** `votes` and what it does with roll calls. */
export function addVotes(program: Command): void {
  const votes = program.command("votes").description("roll calls: ideal points, the next vote, blocs, who decides");
  const fit = votes.command("fit");
  const readiness = new Set<string>();
  for (const option of ["readiness", "no-readiness"]) fit.on(`option:${option}`, () => readiness.add(option));
  withCommon(fit.description("ideal points: where voters stand, by an ordered logit (yes < abstain < no) with standard errors").argument("<file...>", layouts), 1)
    .option("--dynamic", "let points move from session to session")
    .option("--readiness", "give voters a readiness to say yes beside their place (default from two axes on)")
    .option("--no-readiness", "let nothing but their place tell how voters answer (default for one axis)")
    .option("--positive <voter...>", "voters that are to be positive, one for each axis")
    .addOption(new Option("--bootstrap <draws>", "standard errors by drawing the votes anew so often").argParser(whole(2, 10_000)))
    .option("--align <file>", "turn the axes to lie nearest to an earlier fit, as -o wrote it (CSV)")
    .option("-o, --output <file>", "write the points as CSV, or everything where the name ends in .json")
    .option("--svg <file>", "draw the points with their errors and blocs (SVG)")
    .action(async (files: readonly string[], options) => {
      if (readiness.size > 1) throw new UsageProblem("Give either `--readiness` or `--no-readiness`.");
      await (await import("#cli/commands/votes")).fitCommand(files, options);
    });
  withCommon(votes.command("predict").description("the next vote on a question that comes again, beside the baselines; or a new roll call, from some of its answers").argument("<file...>", layouts), 3)
    .option("--question <id...>", "ids or resolutions of the roll calls on the question so far")
    .option("--known <answers...>", "answers to a new roll call: VOTER=yes,VOTER=no,... (yes, abstain, no or absent), or a CSV file of voters and votes")
    .action(async (files: readonly string[], options) => (await import("#cli/commands/votes")).predictCommand(files, options));
  withCommon(votes.command("blocs").description("who votes together: two ways to sort voters, how far they agree, cohesion, who is nearest").argument("<file...>", layouts), 3)
    .addOption(new Option("--count <number>", "how many blocs (default: as many as separate best)").argParser(whole(2, 50)))
    .option("--near <voter>", "list the voters nearest to this one")
    .action(async (files: readonly string[], options) => (await import("#cli/commands/votes")).blocsCommand(files, options));
  withCommon(votes.command("power").description("who decides: power indices of a rule by weights, or pivots by ideal points where all have one vote").argument("[file...]", layouts), 3)
    .option("--weights <file>", "players and weights, two columns of CSV")
    .addOption(new Option("--quota <number>", "how much weight decides").argParser(whole(1, 5_000_000)))
    .addOption(new Option("--rule <rule>", "how many voters decide").choices(["majority", "two-thirds", "consensus"]).default("majority").conflicts("weights"))
    .addOption(new Option("--question <id...>", "questions like these roll calls (default: all of the last session)").conflicts("weights"))
    .addOption(new Option("--runs <number>", "how many questions are put").argParser(whole(100, 1_000_000)).default(10_000).conflicts("weights"))
    .action(async (files: readonly string[], options) => (await import("#cli/commands/votes")).powerCommand(files, options));
}
