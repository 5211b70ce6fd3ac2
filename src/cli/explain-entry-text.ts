import { writtenDate } from "#kit/date";
import type { Interval } from "#kit/interval";
import { listText, withArticle } from "#kit/list-text";
import { boundsText, decibels, exactPercent, percent, points } from "#kit/number-text";
import { shortened } from "#kit/short-text";
import type { Distribution } from "#model/forecast";
import type { AssumptionExplanation, Explanation, IndicatorExplanation, ItemExplanation, Mention, OpinionExplanation, Otherwise, OutsideExplanation, SimulatedExplanation, SourceExplanation, StateExplanation } from "#workbench/explain/shape";

/** A heading and what stands under it. */
export interface Paragraph {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What an entry of the document does to the forecast. */
export function entryLines(explanation: Exclude<Explanation, StateExplanation>): readonly Paragraph[] {
  switch (explanation.kind) {
    case "item":
      return itemParagraphs(explanation);
    case "indicator":
      return indicatorParagraphs(explanation);
    case "assumption":
      return assumptionParagraphs(explanation);
    case "source":
      return sourceParagraphs(explanation);
    case "opinion":
      return opinionParagraphs(explanation);
    case "simulated":
      return simulatedParagraphs(explanation);
    case "outside":
      return outsideParagraphs(explanation);
  }
}

const distribution = (probabilities: Distribution): string => Object.entries(probabilities).map(([state, p]) => `${state} ${percent(p)}`).join(", ");
const interval = (value: Interval): string => (value.low === value.high ? exactPercent(value.point) : `${boundsText(value)}, middle ${exactPercent(value.point)}`);
const intervals = (values: Readonly<Record<string, Interval>>): readonly string[] => Object.entries(values).map(([state, value]) => `${state}: ${interval(value)}`);
const moved = ({ probabilities, shift }: Otherwise): string => `${distribution(probabilities)}; the forecast moves by ${points(shift)}`;
const head = (id: string, title: string): string => (title === "" || title === id ? id : `${id}: ${shortened(title, 90)}`);

const mentioned = (mentions: readonly Mention[]): Paragraph => ({ title: "Named by", lines: mentions.map(({ id, kind, title }) => `${id} (${kind}): ${shortened(title, 80)}`) });
const without = (otherwise: Otherwise | null, what: string): Paragraph => ({ title: `Without ${what}`, lines: otherwise ? [moved(otherwise)] : [] });

function itemParagraphs({ id, title, why, about, without: bare, mentions }: ItemExplanation): readonly Paragraph[] {
  const parts = about.flatMap((one): readonly Paragraph[] => [
    { title: `How probable what was seen is (${one.bearsOn === id ? "" : `${one.bearsOn} `}${one.reading})`, lines: intervals(one.likelihood) },
    { title: "What it weighs", lines: [...Object.entries(one.weight).map(([state, { counted }]) => `${state}  ${counted === null ? "excluded" : decibels(counted)}`), ...discounts(one)] },
  ]);
  const cited = about.flatMap(({ date, sources }) => [...(date === null ? [] : [`of ${writtenDate(date)}`]), ...(sources.length > 0 ? [`from ${listText(sources)}`] : [])]);
  return [{ title: head(id, title), lines: [why ?? `It counts${cited.length > 0 ? `: ${Array.from(new Set(cited)).join(", ")}` : ""}.`] }, ...parts, without(bare, "it"), mentioned(mentions)];
}

function discounts({ grade, reliability, share, together }: ItemExplanation["about"][number]): readonly string[] {
  return [
    ...(reliability < 1 ? [`The grade ${grade} lets it count as true ${percent(reliability)} of the time, otherwise as noise.`] : []),
    ...(share < 1 ? [`It shares an origin with ${listText(together)}, so ${percent(share)} of its weight counts.`] : []),
  ];
}

function indicatorParagraphs({ id, title, open, crossing, probability, bits, ifCrossed, ifNotCrossed, items, without: bare, flips, mentions }: IndicatorExplanation): readonly Paragraph[] {
  const known = probability === null ? [] : [`By the horizon it is crossed with ${percent(probability)}, given all that was seen.${bits === null ? "" : ` Knowing whether it is tells ${bits.toFixed(3)} bits.`}`];
  return [
    { title: head(id, title), lines: open ? known : ["It is not open: it was crossed, its horizon passed, or its row has no numbers to count by."] },
    { title: "How probable a crossing by the horizon is", lines: intervals(crossing) },
    { title: "If it is crossed", lines: ifCrossed ? [moved(ifCrossed)] : [] },
    { title: "If it is not", lines: ifNotCrossed ? [moved(ifNotCrossed)] : [] },
    { title: "What was seen of it", lines: items.length > 0 ? [listText(items)] : ["Nothing that counts."] },
    without(bare, "it and what was seen of it"),
    { title: "Its crossing is part of what would change the leader", lines: flips.map((set) => set.join(" + ")) },
    mentioned(mentions),
  ];
}

function assumptionParagraphs({ id, title, holds, posterior, leverage, failing, ifFalse, ifHolds, items, without: bare, mentions }: AssumptionExplanation): readonly Paragraph[] {
  const stated = [...(holds === null ? [] : [`stated to hold with ${exactPercent(holds)}`]), ...(posterior === null ? [] : [`with ${percent(posterior)} given all that was seen`])];
  return [
    { title: head(id, title), lines: [stated.length > 0 ? `${capital(stated.join(", "))}.` : "It does not say how likely it holds.", ...(ifFalse ? [] : ["It does not say which scenarios follow if it fails, so the forecast does not hang on it."])] },
    { title: `If it is false, the forecast moves by ${points(leverage)}`, lines: ifFalse ? [distribution(ifFalse.probabilities)] : [] },
    { title: "If it holds for certain", lines: ifHolds ? [moved(ifHolds)] : [] },
    { title: "How probable its failing is in each state", lines: Object.keys(failing).length > 0 ? [distribution(failing)] : [] },
    { title: "What was seen of it", lines: items.length > 0 ? [listText(items)] : [] },
    without(bare, "it"),
    mentioned(mentions),
  ];
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function sourceParagraphs({ id, title, reliability, origin, sameOrigin, items, without: bare, mentions }: SourceExplanation): readonly Paragraph[] {
  const facts = [...(reliability === null ? [] : [`reliability ${reliability}`]), ...(origin === null ? [] : [`origin ${origin}`]), ...(sameOrigin.length > 0 ? [`of the same origin: ${listText(sameOrigin)}`] : [])];
  const alone = items.filter((item) => item.alone).map((item) => item.id);
  const shared = items.filter((item) => !item.alone).map((item) => item.id);
  const feeds = [...(alone.length > 0 ? [`${listText(alone)} rest${alone.length === 1 ? "s" : ""} on it alone.`] : []), ...(shared.length > 0 ? [`${listText(shared)} ${shared.length === 1 ? "cites" : "cite"} it beside others.`] : [])];
  return [
    { title: head(id, title), lines: facts.length > 0 ? [`${capital(facts.join(", "))}.`] : [] },
    { title: "What it feeds", lines: feeds.length > 0 ? feeds : ["No item that the forecast counts cites it."] },
    without(bare, "it"),
    mentioned(mentions),
  ];
}

const opinionParagraphs = ({ id, opinions, without: bare }: OpinionExplanation): readonly Paragraph[] => [
  { title: id, lines: opinions.map(({ kind, date, share, probabilities }) => `${kind === "stated" ? "The author's own numbers" : capital(withArticle(kind))}${date === null ? "" : ` of ${writtenDate(date)}`}, ${percent(share)} of the weight in the prior: ${distribution(probabilities)}`) },
  without(bare, "it"),
];

const simulatedParagraphs = ({ id, title, what, through, opinions, without: bare, mentions }: SimulatedExplanation): readonly Paragraph[] => [
  { title: head(id, title), lines: opinions.map(({ share, probabilities }) => `${what === "simulation" ? "It" : `${capital(withArticle(what))} that is simulated: it`} enters the forecast through the opinion ${through}, ${percent(share)} of the weight in the prior: ${distribution(probabilities)}`) },
  without(bare, `the opinion ${through}`),
  mentioned(mentions),
];

const outsideParagraphs = ({ id, title, what, names, mentions }: OutsideExplanation): readonly Paragraph[] => [
  { title: head(id, title), lines: [`No number of the forecast is computed from ${withArticle(what)}.`, ...(names.length > 0 ? [`It names ${listText(names)}: explain one of them.`] : [])] },
  mentioned(mentions),
];
