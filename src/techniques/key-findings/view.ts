import type { Results } from "#core/technique";
import { boundsText, percent } from "#kit/number-text";
import type { Block, TableCell, TableRow, Tone } from "#model/block";
import type { StateForecast } from "#model/forecast";
import type { Yardstick } from "#model/yardstick";
import { groundsOf } from "./read-evidence.ts";
import { scenariosNamedIn } from "./read-scenarios.ts";
import type { Judgement, KeyFindings } from "./schema.ts";

/**
 * The judgements with the likelihood, the confidence and the ground of each; beside one that names a scenario stands
 * what the evidence implies for it, and where the two part a warning.
 */
export function view({ judgements, remarks }: KeyFindings, results: Results): readonly Block[] {
  const prose = remarks.map(({ source }) => ({ kind: "prose" as const, text: source }));
  if (judgements.length === 0) return prose;
  const computed = new Map(judgements.map((judgement) => [judgement, computedFor(judgement, results)]));
  const withForecast = [...computed.values()].some((states) => states.length > 0);
  const head = ["ID", "Judgement", "Likelihood", "Confidence", "Rests on", ...(withForecast ? ["The evidence implies"] : [])];
  const rows = judgements.map((judgement) => rowOf(judgement, results, withForecast ? computed.get(judgement) : undefined));
  return [...prose, { kind: "table", caption: "Key findings", head, rows }, ...judgements.flatMap((judgement) => partings(judgement, computed.get(judgement) ?? [], results.document.yardstick))];
}

const computedFor = (judgement: Judgement, { names, forecast }: Results): readonly StateForecast[] => {
  const named = new Set(scenariosNamedIn(judgement, names));
  return (forecast?.scenarios ?? []).filter(({ id }) => named.has(id));
};

function rowOf(judgement: Judgement, { names }: Results, computed: readonly StateForecast[] | undefined): TableRow {
  const { id, text, more, likelihoods, confidence } = judgement;
  const cells: TableCell[] = [
    id,
    withoutLabel([text, ...more].map(({ source }) => source).join(" "), confidence !== undefined),
    likelihoods[0] ? { probability: likelihoods[0].point, low: likelihoods[0].low, high: likelihoods[0].high } : { badge: "not stated", tone: "watch" },
    confidence ? { badge: confidence.level, tone: toneOf[confidence.level] } : "",
    groundsOf(judgement, names).join(", "),
  ];
  return { id, cells: computed ? [...cells, impliedCell(computed)] : cells };
}

/** What is said, without a closing `Confidence: moderate.` that has a column of its own. */
const withoutLabel = (said: string, hasColumn: boolean): string => (hasColumn ? said.replace(confidenceLabel, "") : said);
const confidenceLabel = /(?<=\S)\s+[*_]{0,2}(?:analytic(?:al)? )?confidence(?: level)?[*_]{0,2}:[*_]{0,2}\s*(?:low|moderate|medium|high)(?: to (?:moderate|medium|high))?[*_]{0,2}\.?\s*$/iu;

const toneOf: Readonly<Record<"high" | "moderate" | "low", Tone>> = { high: "good", moderate: "note", low: "watch" };

const impliedCell = (states: readonly StateForecast[]): TableCell => {
  const [state, ...others] = states;
  if (!state) return "";
  return others.length === 0 ? { probability: state.posterior, low: state.low, high: state.high } : states.map(({ id, posterior }) => `${id} ${percent(posterior)}`).join(", ");
};

/** A warning where a judgement on one scenario states a likelihood that lies more than a band of the yardstick from the bounds of the forecast. */
function partings({ id, likelihoods }: Judgement, states: readonly StateForecast[], yardstick: Yardstick): readonly Block[] {
  const [stated, state] = [likelihoods[0], states[0]];
  if (!stated || !state || states.length > 1 || bandsBetween(yardstick, stated, state) <= 1) return [];
  const text = `${id} says ${stated.written}; the evidence implies ${impliedText(state)} for ${state.title}.`;
  return [{ kind: "callout", tone: "watch", title: `${id} and the evidence part`, text }];
}

/** `74% (70–77%)`; without bounds where they say no more than the number. */
function impliedText(state: StateForecast): string {
  const [value, bounds] = [percent(state.posterior), boundsText(state)];
  return value === bounds ? value : `${value} (${bounds})`;
}

/** How many bands of the yardstick what is stated lies from the bounds: 0 where the two touch or share a word, 1 for neighbours. */
function bandsBetween(yardstick: Yardstick, stated: Range, bounds: Range): number {
  const [below, above] = stated.high < bounds.low ? [stated.high, bounds.low] : [bounds.high, stated.low];
  return below >= above ? 0 : bandAt(yardstick, above, "low") - bandAt(yardstick, below, "high");
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The number of the band, from 1, in which a probability lies; where two bands meet, that of the range which ends or begins there. */
function bandAt({ terms }: Yardstick, probability: number, end: "low" | "high"): number {
  return Math.max(1, terms.filter(({ row, low }) => row === "main" && (end === "low" ? low <= probability : low < probability)).length);
}
