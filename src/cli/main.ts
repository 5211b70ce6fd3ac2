import { CommanderError } from "commander";
import { commandArguments } from "#cli/command-arguments";
import { UsageProblem } from "#cli/problem";
import { createProgram } from "#cli/program";
import { BeyondNumbers } from "#kit/beyond-numbers";

/** Runs the command line and sets the exit code: 0 done, 1 findings or nothing to compute, 2 usage and unreadable input. */
async function main(): Promise<void> {
  try {
    const program = createProgram();
    await program.parseAsync(commandArguments(program, process.argv.slice(2)), { from: "user" });
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageProblem || error instanceof BeyondNumbers) {
    process.stderr.write(`rapporteur: ${error.message}\n`);
    return error instanceof UsageProblem ? 2 : 1;
  }
  process.stderr.write(`rapporteur: this is a defect of the program: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 70;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
await main();
