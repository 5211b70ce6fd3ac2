import { Command, Option } from "commander";
import { date } from "#cli/date-argument";
import { addBargain } from "#cli/program-bargain";
import { withForecastOptions } from "#cli/forecast-options";
import { addExplain } from "#cli/program-explain";
import { addNetwork } from "#cli/program-network";
import { addSimulate } from "#cli/program-simulate";
import { addVotes } from "#cli/program-votes";
import { version } from "#cli/version";

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
  addExplain(program);
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
  withForecastOptions(program.command("forecast").description("compute the forecast that the document's own evidence implies").argument("<file>", "an assessment in Markdown"))
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
