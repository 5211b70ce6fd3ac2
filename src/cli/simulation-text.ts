import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { writtenDate } from "#kit/date";
import { percent, points } from "#kit/number-text";
import { shortened } from "#kit/short-text";
import type { Names } from "#model/names";
import type { SimulatedFlip, SimulatedForum, SimulatedRule, Simulation } from "#workbench/simulation/simulate";

/** The simulation as a person reads it on a terminal: a block for each forum, who is pivotal, what another rule would give. */
export function simulationText(simulation: Simulation, names: Names): string {
  const titleOf = (id: string): string => names.find(id)?.title ?? id;
  const parts = [
    head(simulation),
    ...simulation.forums.map((forum) => forumText(forum, { titleOf, dimensions: simulation.dimensions })),
    pivotsText(simulation.flips, titleOf),
    rulesText(simulation),
    section("Notes", simulation.notes.map(wrapped)),
    scenariosText(simulation),
    foot(simulation),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : [coloursFor(process.stdout).bold(title), ...lines].join("\n"));

const wrapped = (text: string): string => `  ${fold(text, widthOf(process.stdout) - 4, "    ")}`;

const dim = (text: string): string => coloursFor(process.stdout).dim(text);

/** A standard error in percentage points: `± 0.5`. */
const plusMinus = (error: number): string => `± ${(error * 100).toFixed(1)}`;

function head({ question, asOf, actors, dimensions, events, statusQuo, runs }: Simulation): string {
  const scales = dimensions.length === 0 ? [] : [`further scales: ${dimensions.join(", ")}`];
  const happenings = events.map(({ id, chance }) => `event ${id}: ${percent(chance)}`);
  const facts = [...(asOf === null ? [] : [`as of ${writtenDate(asOf)}`]), `${actors} actors`, ...scales, ...happenings, `status quo: ${statusQuo.written ?? `${rounded(statusQuo.place)}${statusQuo.place === 0 ? " (0 unless said otherwise)" : ""}`}`, `${runs.toLocaleString("en")} runs`, "errors are those of the number of runs, not of the model"];
  return `${coloursFor(process.stdout).bold(fold(question || "(no question stated)", widthOf(process.stdout)))}\n${dim(facts.join(" · "))}`;
}

const rounded = (place: number): number => Number(place.toFixed(1));

interface Words {
  readonly titleOf: (id: string) => string;
  /** The scales beside the first. */
  readonly dimensions: readonly string[];
}

function forumText(forum: SimulatedForum, words: Words): string {
  const seen = forum.outcomes.filter(({ share }) => share > 0);
  const width = Math.max(...seen.map(({ name }) => name.length));
  const most = Math.max(...seen.map(({ share }) => share));
  const { bold, cyan } = coloursFor(process.stdout);
  const bars = seen.map(({ name, share, error }) => `  ${share === most ? bold(name.padEnd(width)) : name.padEnd(width)} ${percent(share).padStart(7)} ${plusMinus(error).padEnd(6)} ${cyan(bar(share, 30))}`.trimEnd());
  return section(`${forum.id}  ${forum.title} (${forum.rule}; ${forum.members} members)`, [...bars, ...remarks(forum, words).map((line) => dim(wrapped(line)))]);
}

function remarks({ delivers, text, further, months, fragile, threat }: SimulatedForum, { titleOf, dimensions }: Words): readonly string[] {
  return [
    `delivers in ${percent(delivers.share)} of the runs${text ? `, a text at ${spreadText(text)}` : ""}`,
    ...further.map((spread, at) => `on ${dimensions[at] ?? ""} at ${spreadText(spread)}`),
    ...(months ? [`in force after ${spreadText(months, " months")}`] : []),
    ...(fragile !== null && fragile >= 0.005 && delivers.share >= 0.01 ? [`${percent(fragile)} of its agreements without objection would fall if the reluctant were sure of one another`] : []),
    ...(threat ? [`sought under the threat of ${threat.forum}, ${titleOf(threat.forum)}, which delivers a text at ${Math.round(threat.text)} in ${percent(threat.chance)} of the runs`] : []),
  ];
}

/** A mean with the middle 80 %: `50 (four in five from 31 to 68)`. */
function spreadText({ mean, low, high }: NonNullable<SimulatedForum["text"]>, unit = ""): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  return `${Math.round(mean)}${unit}${from === to ? "" : ` (four in five from ${from} to ${to})`}`;
}

/** How many flips are shown where none of them changes the most likely outcome. */
const shown = 3;

function pivotsText(flips: readonly SimulatedFlip[], titleOf: (id: string) => string): string {
  const pivots = flips.filter(({ pivot }) => pivot);
  const line = ({ forum, actor, to, share, error, before, after, pivot }: SimulatedFlip): string =>
    wrapped(`${forum}  ${titleOf(actor)} at ${to}: delivers ${share === 0 ? "as often" : `${points(share)} ${share < 0 ? "less" : "more"} (${plusMinus(error)})`}${pivot ? `; ${before} → ${after}` : ""}`);
  if (pivots.length > 0) return section("Pivots: actors whose move to the other end of the scale alone changes the most likely outcome", pivots.map(line));
  return section("No actor alone changes a most likely outcome by moving to the other end of the scale; these change most", flips.filter(({ share }) => share !== 0).slice(0, shown).map(line));
}

function rulesText({ forums, otherRules }: Simulation): string {
  return section("The same actors under another rule", otherRules.map((other) => wrapped(ruleLine(other, forums.find(({ id }) => id === other.forum)))));
}

function ruleLine({ forum, rule, delivers, change, text }: SimulatedRule, own: SimulatedForum | undefined): string {
  const texts = text && own?.text && Math.round(text.mean) !== Math.round(own.text.mean) ? `, a text at ${Math.round(text.mean)} instead of ${Math.round(own.text.mean)}` : "";
  const price = own?.rule === "consensus" ? `: consensus costs ${change.share < 0 ? "nothing" : points(change.share)}` : "";
  return `${forum}  by ${rule} it delivers in ${percent(delivers.share)} instead of ${percent(own?.delivers.share ?? Number.NaN)} (difference ${plusMinus(change.error)})${texts}${price}`;
}

/** What enters the forecast, from the document's own runs and not from those above. */
function scenariosText({ scenarios }: Simulation): string {
  if (!scenarios) return "";
  const { shares, because, weight } = scenarios;
  if (because !== null) return section("What it means for the scenarios", [wrapped(`Nothing enters the forecast: ${because}.`)]);
  const width = Math.min(44, Math.max(...shares.map((share) => scenarioName(share).length)));
  const bars = shares.map(({ share, error, spread, ...named }) => `  ${shortened(scenarioName(named), width).padEnd(width)} ${share === 0 ? "   none" : `${percent(share).padStart(7)} ${plusMinus(Math.max(error, spread)).padEnd(6)} ${coloursFor(process.stdout).cyan(bar(share, 30))}`}`.trimEnd());
  return section(weight > 0 ? `What enters the forecast, with weight ${weight}` : "What it means for the scenarios (the weight is 0: it does not enter the forecast)", [...bars, dim(wrapped(onDraws(scenarios)))]);
}

const scenarioName = ({ id, title }: { readonly id: string; readonly title: string }): string => (title === "" || title === id ? id : `${id}  ${title}`);

/** Why these shares differ from those of the forums above. */
function onDraws({ runs, draws, seed }: NonNullable<Simulation["scenarios"]>): string {
  const own = `From the document's own ${runs.toLocaleString("en")} runs (seed ${seed})`;
  return draws > 1
    ? `${own}: each parameter that the document does not set was drawn anew ${draws} times from the range in which it could as well lie, and ± is how far a share moves with that. Above, all are at their defaults or as asked, so the shares differ.`
    : `${own}, with the parameters at their defaults or as the document sets them; what is asked on the command line does not count here.`;
}

function foot({ parameters, engine }: Simulation): string {
  const changed = parameters.filter((parameter) => parameter.value !== parameter.default).map(({ name, value }) => `${name} ${value}`);
  const ours = `${parameters.length} parameters are ours, not the document's (docs/reference/simulation.md)${changed.length > 0 ? `; set otherwise: ${changed.join(", ")}` : ""}`;
  return dim(fold(`${ours}. Engine ${engine.version}, seed ${engine.seed}.`, widthOf(process.stdout)));
}
