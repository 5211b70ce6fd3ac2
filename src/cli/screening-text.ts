import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { percent, points } from "#kit/number-text";
import type { ScreenedParameter, Screening } from "#workbench/simulation/screen";

const dim = (text: string): string => coloursFor(process.stdout).dim(text);
const bold = (text: string): string => coloursFor(process.stdout).bold(text);
const wrapped = (text: string): string => `  ${fold(text, widthOf(process.stdout) - 4, "    ")}`;
const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : [bold(title), ...lines].join("\n"));

/** What moves a share by less than a point is not shown. */
const worthShowing = 0.01;

/** What a result hangs on, as a person reads it on a terminal. */
export function screeningText(screening: Screening): string {
  const { parameters } = screening;
  const swing = ({ atFrom, atTo }: ScreenedParameter): number => Math.max(atFrom, atTo, screening.share) - Math.min(atFrom, atTo, screening.share);
  const moving = parameters.filter((parameter) => Math.max(swing(parameter), parameter.morris?.meanAbsolute ?? 0) >= worthShowing);
  const alone = moving.filter((parameter) => swing(parameter) >= worthShowing).toSorted((one, other) => swing(other) - swing(one));
  const parts = [
    head(screening),
    section("One at a time: how often, at the lower and at the upper end of what we could as well have chosen", alone.map(stretch(screening.share))),
    walksText(moving),
    sharesText(screening),
    verdict(screening, moving.length),
    section("Notes", screening.notes.map(wrapped)),
    dim(`Engine ${screening.engine.version}, seed ${screening.engine.seed}.`),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function head({ question, forum, title, outcome, share, runs, points: count }: Screening): string {
  const what = `What it hangs on: how often ${forum}, ${title}, ends so: ${outcome}`;
  return [bold(fold(question || "(no question stated)", widthOf(process.stdout))), fold(what, widthOf(process.stdout)), dim(`${percent(share)} with the values that are set · ${count.toLocaleString("en")} points of ${runs.toLocaleString("en")} runs, all with the same luck`)].join("\n");
}

const nameWidth = 20;
const number = (value: number): string => String(Number(value.toFixed(3)));

/** The stretch between the shares at both ends, on a line from 0 to 100 %, with the share now. */
const stretch = (share: number) => ({ name, from, to, atFrom, atTo }: ScreenedParameter): string => {
  const places = 30;
  const at = (value: number): number => Math.min(places - 1, Math.floor(value * places));
  const [low, high, now] = [at(Math.min(atFrom, atTo, share)), at(Math.max(atFrom, atTo, share)), at(share)];
  const line = Array.from({ length: places }, (_, place) => (place === now ? "┃" : place >= low && place <= high ? "━" : "·")).join("");
  return `  ${name.padEnd(nameWidth)} ${percent(atFrom).padStart(5)} ${coloursFor(process.stdout).cyan(line)} ${percent(atTo).padEnd(5)} ${dim(`${number(from)} to ${number(to)}`)}`;
};

function walksText(parameters: readonly ScreenedParameter[]): string {
  const lines = parameters.flatMap(({ name, morris }) => {
    if (!morris || morris.meanAbsolute < worthShowing) return [];
    const way = Math.abs(morris.mean) > 0.9 * morris.meanAbsolute ? (morris.mean > 0 ? "up" : "down") : "up or down";
    const steady = morris.deviation > morris.meanAbsolute / 2 ? "; how far hangs on the others" : "";
    return [[morris.meanAbsolute, `  ${name.padEnd(nameWidth)} ${points(morris.meanAbsolute).padStart(10)} ± ${(morris.error * 100).toFixed(0).padEnd(3)} ${coloursFor(process.stdout).cyan(bar(morris.meanAbsolute, 20))} ${dim(`${way}${steady}`)}`] as const];
  });
  return section("All together: how far a share moves, on average, when one parameter crosses its range (mu* of Morris)", lines.toSorted(([one], [other]) => other - one).map(([, line]) => line));
}

function sharesText({ parameters, mean, deviation }: Screening): string {
  if (mean === null || deviation === null) return "";
  const lines = parameters.flatMap(({ name, sobol }) => (sobol ? [`  ${name.padEnd(nameWidth)} ${percentOf(sobol.first)} ± ${(sobol.firstError * 100).toFixed(0).padEnd(3)} ${percentOf(sobol.total)} ± ${(sobol.totalError * 100).toFixed(0).padEnd(3)} ${coloursFor(process.stdout).cyan(bar(sobol.total, 20))}`.trimEnd()] : []));
  const title = `Shares of the variance over all values that we could have chosen: alone, and with its interactions (Sobol); the share is ${percent(mean)} on average, with a standard deviation of ${points(deviation)}`;
  return [bold(fold(title, widthOf(process.stdout))), ...lines].join("\n");
}

const percentOf = (value: number): string => `${(Math.max(0, value) * 100).toFixed(0)}%`.padStart(6);

/** In a sentence: what to argue about, and what not. */
function verdict({ parameters }: Screening, moving: number): string {
  const names = parameters.slice(0, Math.min(3, moving)).map(({ name }) => name);
  if (moving === 0) return fold("None of the parameters that are ours moves the share by a point: the result hangs on the document alone.", widthOf(process.stdout));
  return fold(`It hangs most on ${names.join(", ")}; ${parameters.length - moving} of the ${parameters.length} parameters that bear on it do not move it by a point. Argue about the first, not about the others.`, widthOf(process.stdout));
}
