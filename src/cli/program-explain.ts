import type { Command } from "commander";
import { withForecastOptions } from "#cli/forecast-options";

/** `explain` asks for the forecast as `forecast` does. */
export function addExplain(program: Command): void {
  withForecastOptions(
    program
      .command("explain")
      .description("say where a number of the forecast comes from, and what an entry of the document does to it")
      .argument("<file>", "an assessment in Markdown")
      .argument("<id>", "a scenario, hypothesis, indicator, assumption, observation, test, source, forecaster, or what a simulation is made of"),
  )
    .option("--json", "print the explanation as JSON")
    .action(async (file: string, id: string, options) => (await import("#cli/commands/explain")).explainCommand(file, id, options));
}
