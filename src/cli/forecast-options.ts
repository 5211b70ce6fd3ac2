import { InvalidArgumentError, Option, type Command } from "commander";
import { date } from "#cli/date-argument";

const exponent = (text: string): number => {
  const value = Number(text);
  if (!(value >= 1 && value <= 10)) throw new InvalidArgumentError("Write a number from 1 to 10, such as 1.5.");
  return value;
};

const assumption = (text: string, before: readonly string[] = []): readonly string[] => {
  if (!/^[^=\s]+=(?:holds|fails|crossed|not crossed|not-crossed)$/u.test(text)) throw new InvalidArgumentError("Write `A1=fails`, `A1=holds`, `I1=crossed` or `I1=not-crossed`.");
  return [...before, text];
};

/** The options by which a forecast is asked for. */
export const withForecastOptions = (command: Command): Command =>
  command
    .addOption(new Option("--as-of <date>", "count only what was logged up to this day, and take it for today").argParser(date))
    .option("--without <id...>", "leave out sources, observations, indicators, assumptions, tests, forecasters or the simulation")
    .addOption(new Option("--assume <id=state...>", "take as given: A1=fails, A1=holds, I1=crossed, I1=not-crossed").argParser(assumption))
    .option("--no-grades", "take every report at face value")
    .option("--no-dependence", "count items of one origin as if they were independent")
    .addOption(new Option("--pool <law>", "how opinions are pooled").choices(["geometric", "arithmetic"]).default("geometric"))
    .addOption(new Option("--extremise <exponent>", "move a geometric pool of several opinions away from the middle; 1 leaves it alone").argParser(exponent));
