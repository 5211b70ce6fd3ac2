import { Command, InvalidArgumentError, Option } from "commander";
import { date } from "#cli/date-argument";
import { addBargain } from "#cli/program-bargain";
import { addNetwork } from "#cli/program-network";
import { addSimulate } from "#cli/program-simulate";
import { addVotes } from "#cli/program-votes";
import { version } from "#cli/version";

const exponent = (text: string): number => {
  const value = Number(text);
  if (!(value >= 1 && value <= 10)) throw new InvalidArgumentError("Write a number from 1 to 10, such as 1.5.");
  return value;
};

const assumption = (text: string, before: readonly string[] = []): readonly string[] => {
  if (!/^[^=\s]+=(?:holds|fails|crossed|not crossed|not-crossed)$/u.test(text)) throw new InvalidArgumentError("Write `A1=fails`, `A1=holds`, `I1=crossed` or `I1=not-crossed`.");
  return [...before, text];
};

const today = () => new Option("--today <date>", "the day that counts as today for what is due (default: the clock's)").argParser(date);

/** The command line. What a command does is loaded only when it is asked for, so that `check` starts fast. */
export function createProgram(): Command {
  const program = new Command("rapporteur")
    .description("An assessment you can run: read, check, compute, compare and publish assessments of negotiations.\nWithout a command `rapporteur [path]` opens PATH, or the bundled examples, in the browser.")
    .usage("[command | path] [options]")
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("Run `rapporteur --help` for the commands, `rapporteur COMMAND --help` for the options of one.")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /u, "rapporteur: ")) });
  addOpen(program);
  addImport(program);
  addCheck(program);
  addForecast(program);
  addSimulate(program);
  addBargain(program);
  addDiff(program);
  addPublish(program);
  addVotes(program);
  addNetwork(program);
  addCompletion(program);
  const subcommandTerm = (command: Command): string => `${command.name()} ${command.usage()}`;
  program.configureHelp({ subcommandTerm });
  for (const command of program.commands.flatMap((own) => [own, ...own.commands])) command.usage(usageOf(command)).exitOverride().configureHelp({ showGlobalOptions: false, subcommandTerm });
  return program;
}

/** Files stand first: behind an option that takes several values they would be taken for one of these. */
function usageOf({ commands, registeredArguments }: Command): string {
  const terms = registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
  return [...(commands.length > 0 ? ["<command>"] : terms), "[options]"].join(" ");
}

function addOpen(program: Command): void {
  program
    .command("open", { isDefault: true })
    .description("show the reports of a folder or a file in the browser, renewed at every save; without PATH, the bundled examples")
    .argument("[path]", "a folder of assessments, or one of them")
    .option("--port <number>", "the port to listen on (default: a free one)")
    .option("--no-browser", "do not open the browser")
    .action(async (path: string | undefined, options) => (await import("#cli/commands/open")).openCommand(path, options));
}

function addImport(program: Command): void {
  program
    .command("import")
    .description("turn an old report (plain text, Markdown, HTML) into assessment Markdown; report what is damaged or contradictory")
    .argument("<file>", "the report")
    .option("-o, --output <file>", "where to write the assessment (default: standard output)")
    .option("--json", "print sections, damage and contradictions as JSON; the assessment only to --output")
    .action(async (file: string, options) => (await import("#cli/commands/import")).importCommand(file, options));
}

function addCheck(program: Command): void {
  program
    .command("check")
    .description("check the reasoning of assessments against the standards of the trade")
    .argument("<file...>", "assessments in Markdown")
    .addOption(new Option("-f, --format <format>", "how to print findings").choices(["text", "json", "sarif", "github"]).default("text"))
    .addOption(new Option("-s, --severity <severity>", "exit with 1 at findings of this severity or above; text and github print only these").choices(["error", "warning", "info"]).default("warning"))
    .option("--fix", "repair what can be repaired mechanically, in the file itself")
    .addOption(today())
    .action(async (files: readonly string[], options) => (await import("#cli/commands/check")).checkCommand(files, options));
}

function addForecast(program: Command): void {
  program
    .command("forecast")
    .description("compute the forecast that the document's own evidence implies")
    .argument("<file>", "an assessment in Markdown")
    .addOption(new Option("--as-of <date>", "count only what was logged up to this day, and take it for today").argParser(date))
    .option("--without <id...>", "leave out sources, observations, indicators, assumptions, tests or forecasters")
    .addOption(new Option("--assume <id=state...>", "take as given: A1=fails, A1=holds, I1=crossed, I1=not-crossed").argParser(assumption))
    .option("--no-grades", "take every report at face value")
    .option("--no-dependence", "count items of one origin as if they were independent")
    .addOption(new Option("--pool <law>", "how opinions are pooled").choices(["geometric", "arithmetic"]).default("geometric"))
    .addOption(new Option("--extremise <exponent>", "move a geometric pool of several opinions away from the middle; 1 leaves it alone").argParser(exponent))
    .option("--json", "print the forecast as JSON")
    .action(async (file: string, options) => (await import("#cli/commands/forecast")).forecastCommand(file, options));
}

function addDiff(program: Command): void {
  program
    .command("diff")
    .description("say what changed between two editions: judgements, probabilities, readings, positions; not lines")
    .argument("<old>", "the earlier edition")
    .argument("<new>", "the later edition")
    .option("--json", "print the changes as JSON")
    .action(async (before: string, after: string, options) => (await import("#cli/commands/diff")).diffCommand(before, after, options));
}

function addPublish(program: Command): void {
  program
    .command("publish")
    .description("write the report as one self-contained page that needs no script, no network and prints well")
    .argument("<file>", "an assessment in Markdown")
    .requiredOption("-o, --output <file>", "the page to write, ending in .html, or in .md for Markdown")
    .addOption(today())
    .action(async (file: string, options) => (await import("#cli/commands/publish")).publishCommand(file, options));
}

function addCompletion(program: Command): void {
  program
    .command("completion")
    .description("print a completion script: `eval \"$(rapporteur completion bash)\"`")
    .addArgument(program.createArgument("<shell>").choices(["bash", "zsh", "fish"]))
    .action(async (shell: "bash" | "zsh" | "fish") => (await import("#cli/commands/completion")).completionCommand(program, shell));
}
