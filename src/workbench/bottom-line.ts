import { isResolved, resolutionOf, resolvedScenario } from "#core/resolution";
import { relativeDays, writtenDate } from "#kit/date";
import { percent } from "#kit/number-text";
import { shortened } from "#kit/short-text";
import type { Block, IndicatorBoard, InlineMarkdown, ScenarioLadder } from "#model/block";
import type { Forecast } from "#model/forecast";
import type { Names } from "#model/names";
import type { BottomLine, ResolvedQuestion } from "#model/page";
import type { Yardstick } from "#model/yardstick";
import { termFor } from "#model/yardsticks";
import type { Assessment } from "#workbench/assess";

/** What a reader must know who reads no further, from what the views show. */
export function bottomLineOf(assessment: Assessment, answer: InlineMarkdown | undefined, shown: readonly Block[]): BottomLine {
  const { forecast, names, outline, scene } = assessment;
  const { frontMatter } = outline;
  const ladder = shown.find((block): block is ScenarioLadder => block.kind === "scenario-ladder");
  const resolved = resolvedQuestion(assessment, ladder);
  const cards = isResolved(scene.document) ? [] : byTelling(cardsIn(shown), forecast);
  return {
    ...(answer !== undefined && { answer }),
    ...(ladder && { ladder: worded(ladder, frontMatter.yardstick) }),
    ...(forecast && { bounds: forecast.bounds }),
    ...(resolved && { resolved }),
    changed: [...movedByLog(forecast), ...changes(names)],
    watch: cards.filter(({ status }) => ["open", "quiet", "approaching"].includes(status)).slice(0, 3).map(cardText),
    due: resolved ? [] : [...questionDue(assessment), ...cards.filter(({ status }) => status === "due").map(cardText)],
  };
}

/** The ladder with the yardstick's word beside each computed probability. */
const worded = (ladder: ScenarioLadder, yardstick: Yardstick): ScenarioLadder => ({
  ...ladder,
  rungs: ladder.rungs.map((rung) => {
    const word = rung.computed === undefined ? undefined : termFor(yardstick, rung.computed)?.word;
    return word === undefined ? rung : { ...rung, word };
  }),
});

/** Only what the front matter says, beside what the ladder gives the outcome; undefined while the question is open. */
export function resolvedQuestion({ scene, names }: Pick<Assessment, "scene" | "names">, ladder?: ScenarioLadder): ResolvedQuestion | undefined {
  const resolution = resolutionOf(scene.document);
  if (!resolution) return undefined;
  const scenario = resolvedScenario(resolution.outcome, names);
  const rung = ladder?.rungs.find(({ id }) => id === scenario?.id);
  return {
    ...resolution,
    ...(scenario && { outcome: scenario.id, title: scenario.title }),
    ...(rung?.stated !== undefined && { stated: rung.stated }),
    ...(rung?.computed !== undefined && { computed: rung.computed }),
  };
}

type Card = IndicatorBoard["cards"][number];

const cardsIn = (blocks: readonly Block[]): readonly Card[] => blocks.flatMap((block) => (block.kind === "indicator-board" ? block.cards : []));

/** Those whose crossing would tell most first; those of which nothing is computed keep their order behind them. */
function byTelling(cards: readonly Card[], forecast: Forecast | undefined): readonly Card[] {
  const bits = new Map((forecast?.watchNext ?? []).map(({ id, bits: told }) => [id, told]));
  return cards.toSorted((a, b) => (bits.get(b.id) ?? -1) - (bits.get(a.id) ?? -1));
}

/** `I2: Ratifications, by 31 March 2027, in 4 months`: the rest of the timing stands on the board. */
const cardText = ({ id, title, timing }: Card): string => [`${id}: ${title}`, timing.split(";")[0] ?? ""].filter((part) => part !== "").join(", ");

/** The question itself, once its day has passed. */
function questionDue({ scene: { document, today } }: Assessment): readonly string[] {
  const { resolves } = document;
  if (resolves === undefined || today === undefined || resolves >= today) return [];
  return [`The question was to resolve by ${writtenDate(resolves)}, ${relativeDays(today, resolves)}, and the document does not say how it did.`];
}

/** How far the log has moved the leading scenario since the author spoke. */
function movedByLog(forecast: Forecast | undefined): readonly string[] {
  const [first, last] = [forecast?.replay.find(({ date }) => date === forecast.asOf), forecast?.replay.at(-1)];
  const lead = forecast?.scenarios.toSorted((a, b) => b.posterior - a.posterior)[0];
  const [before, after] = [first?.probabilities[lead?.id ?? ""], lead?.posterior];
  if (!first || !last || !lead || before === undefined || after === undefined || percent(before) === percent(after)) return [];
  return [`The log up to ${writtenDate(last.date)} moves ${lead.title} from ${percent(before)} to ${percent(after)}.`];
}

/** The change log, newest first; the whole reason stands in the log. */
const changes = (names: Names): readonly string[] =>
  names
    .all("change")
    .toSorted((a, b) => compare(b.facts?.["date"] ?? "", a.facts?.["date"] ?? ""))
    .map(({ title, facts = {} }) => [`${subject(facts["judgement"], names)}${dayText(facts["date"])}: ${movement(facts)}.`, shortened(title, 80)].filter((part) => part !== "").join(" "));

/** A scenario's letter alone could be a word. */
function subject(ids: string | undefined, names: Names): string {
  if (ids === undefined) return "Changed";
  return names.find(ids)?.kind === "scenario" ? `Scenario ${ids}` : ids;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const dayText = (date: string | undefined): string => (date === undefined ? "" : ` (${writtenDate(date)})`);

function movement({ from, to }: Readonly<Record<string, string>>): string {
  if (from !== undefined && to !== undefined) return `${from} → ${to}`;
  return to !== undefined ? `now ${to}` : from !== undefined ? `was ${from}` : "changed";
}
