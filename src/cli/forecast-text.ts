import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { writtenDate } from "#kit/date";
import { boundsText, exactPercent, percent, signed } from "#kit/number-text";
import type { AssumptionForecast, Forecast, StateForecast, WeighedEvidence } from "#model/forecast";
import type { Assessment } from "#workbench/assess";

/** The forecast as a person reads it on a terminal: bars, weights in decibels, linchpins, what to look at next. */
export function forecastText({ scene, names }: Assessment, forecast: Forecast): string {
  const { evidence, assumptions, hypotheses, notes } = forecast;
  const titleOf = (id: string): string => names.find(id)?.title ?? "";
  const parts = [
    head(forecast, scene.document.resolves),
    states("Scenarios", forecast.scenarios, forecast.bounds),
    states("Hypotheses", hypotheses, "exact"),
    weights(evidence, forecast),
    linchpins(assumptions),
    watch(forecast, titleOf),
    flips(forecast),
    notes.length > 0 ? section("Notes", notes.map((note) => `  ${fold(note, widthOf(process.stdout) - 2, "  ")}`)) : "",
    coloursFor(process.stdout).dim(`engine ${forecast.engine.version}, seed ${forecast.engine.seed}`),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const section = (title: string, lines: readonly string[]): string => [coloursFor(process.stdout).bold(title), ...lines].join("\n");

function head({ question, asOf, replay }: Forecast, resolves: string | undefined): string {
  const colours = coloursFor(process.stdout);
  const latest = replay.at(-1)?.date;
  const dates = [
    asOf && `as of ${writtenDate(asOf)}`,
    latest && latest !== asOf && `evidence to ${writtenDate(latest)}`,
    resolves && `resolves ${writtenDate(resolves)}`,
  ].filter((text) => typeof text === "string" && text !== "");
  return `${colours.bold(fold(question || "(no question stated)", widthOf(process.stdout)))}\n${colours.dim(dates.join(" · "))}`;
}

function states(title: string, list: readonly StateForecast[], bounds: Forecast["bounds"]): string {
  if (list.length === 0) return "";
  const colours = coloursFor(process.stdout);
  const width = Math.min(44, Math.max(...list.map((state) => label(state).length)));
  const leading = Math.max(...list.map(({ posterior }) => posterior));
  const lines = list.map((state) => {
    const name = label(state).slice(0, width).padEnd(width);
    const figures = `${(state.stated === undefined ? "" : exactPercent(state.stated)).padStart(7)} ${percent(state.prior).padStart(7)} ${percent(state.posterior).padStart(9)} ${boundsText(state).padStart(9)}`;
    return `  ${state.posterior === leading ? colours.bold(name) : name} ${figures}  ${colours.cyan(bar(state.posterior, 24).trimEnd())}`.trimEnd();
  });
  const heads = colours.dim(`  ${"".padEnd(width)} ${"stated".padStart(7)} ${"prior".padStart(7)} ${"computed".padStart(9)} ${"bounds".padStart(9)}`);
  return section(bounds === "exact" ? title : `${title} (bounds proven to contain, perhaps wider than needed)`, [heads, ...lines]);
}

const label = ({ id, title }: StateForecast): string => (title === "" ? id : `${id}  ${title}`);

function weights(evidence: readonly WeighedEvidence[], { scenarios, hypotheses }: Forecast): string {
  const about = (list: readonly StateForecast[]): string => {
    const items = evidence.filter(({ weight }) => list.some(({ id }) => id in weight));
    if (items.length === 0) return "";
    const heads = coloursFor(process.stdout).dim(`  ${"".padEnd(38)}${list.map(({ id }) => id.slice(0, 8).padStart(9)).join("")}`);
    return section("Weight of evidence (decibels)", [heads, ...items.map((item) => weightLine(item, list))]);
  };
  return [about(scenarios), about(hypotheses)].filter((text) => text !== "").join("\n\n");
}

function weightLine({ id, date, bearsOn, reading, weight }: WeighedEvidence, list: readonly StateForecast[]): string {
  const name = `${id} ${bearsOn === id ? "" : `${bearsOn} `}${reading}${date === undefined ? "" : `, ${writtenDate(date)}`}`;
  return `  ${name.slice(0, 38).padEnd(38)}${list.map((state) => weightText(weight[state.id]).padStart(9)).join("")}`.trimEnd();
}

/** Empty where the item does not speak of the state, `out` where it eliminates it. */
const weightText = (weight: number | null | undefined): string => (weight === undefined ? "" : weight === null ? "out" : signed(weight));

function linchpins(assumptions: readonly AssumptionForecast[]): string {
  const ranked = assumptions.filter(({ ifFalse }) => ifFalse !== undefined).toSorted((a, b) => b.leverage - a.leverage);
  const lines = ranked.map(({ id, title, holds, ifFalse = {}, leverage }) => {
    const then = Object.entries(ifFalse).map(([state, p]) => `${state} ${percent(p)}`).join(", ");
    const stated = holds === undefined ? "" : ` (holds ${exactPercent(holds)})`;
    return `  ${id}  ${title.slice(0, 60)}${stated}\n      if false: ${then}; the forecast moves by ${percent(leverage)}`;
  });
  return lines.length === 0 ? "" : section("Assumptions, by how far the forecast moves when each is false", lines);
}

function watch({ watchNext }: Forecast, titleOf: (id: string) => string): string {
  const lines = watchNext.map(({ id, bits }) => `  ${id.padEnd(6)} ${bits.toFixed(3)} bits  ${titleOf(id).slice(0, 70)}`.trimEnd());
  return lines.length === 0 ? "" : section("What to look at next", lines);
}

function flips({ flip }: Forecast): string {
  if (flip.length === 0) return "";
  return section("Crossings that would change the leading scenario", flip.slice(0, 10).map((set) => `  ${set.join(" + ")}`));
}
