import type { WordingRule } from "#core/wording-rule";
import { vagueAttributionsIn } from "#model/attributions";
import { emptyHedgesIn, stackedHedgesIn } from "#model/hedges";
import { unhedgedForecastsIn } from "#model/unhedged-forecasts";

const stackedHedges: WordingRule = {
  name: "stacked-hedges",
  severity: "warning",
  message: {
    what: "{count} hedges stand on one claim: {hedges}.",
    why: "Each takes from the likelihood of the other, and nobody can say what is left.",
    remedy: "Keep one term of the yardstick, or one number.",
  },
  standard: "Kent, Words of Estimative Probability (1964); ICD 203, tradecraft standard 2",
  find: (texts, yardstick) =>
    texts
      .flatMap((text) => stackedHedgesIn(text, yardstick))
      .map(({ span, hedges }) => ({ span, values: { count: hedges.length, hedges: hedges.map(({ written }) => `\`${written.replace(/\s+/gu, " ")}\``).join(", ") } })),
};

const emptyHedge: WordingRule = {
  name: "empty-hedge",
  severity: "warning",
  message: {
    what: "`{phrase}` says nothing about how likely it is.",
    why: "It is true of a chance of 1% and of one of 90%, and no outcome can ever prove it wrong.",
    remedy: "Give the likelihood, or leave the sentence out.",
  },
  standard: "ICD 203, tradecraft standards 2 and 8: uncertainties expressed, difficult judgements not avoided",
  find: (texts, yardstick) => texts.flatMap((text) => emptyHedgesIn(text, yardstick)).map(({ span, written }) => ({ span, values: { phrase: written } })),
};

const vagueAttribution: WordingRule = {
  name: "vague-attribution",
  severity: "warning",
  message: {
    what: "`{phrase}` names nobody, and the sentence cites no source.",
    why: "A reader cannot ask who knows it, how, and what else they were wrong about.",
    remedy: "Name who says it and cite where, as `[@key]`.",
  },
  standard: "ICD 203, tradecraft standard 1: quality and credibility of sources; ICD 206",
  find: (texts) => texts.flatMap(vagueAttributionsIn).map(({ span, written }) => ({ span, values: { phrase: written } })),
};

/** The rules on words that are no terms of a yardstick. */
export const hedgeRules: readonly WordingRule[] = [stackedHedges, emptyHedge, vagueAttribution];

export const unhedgedForecast: WordingRule = {
  name: "unhedged-forecast",
  severity: "warning",
  message: {
    what: "`{phrase}` states the future as a fact.",
    why: "A forecast without a likelihood is read as certain, and is wrong more often than its author believes.",
    remedy: "Say how likely it is: `It is likely that ...`, or a number.",
  },
  standard: "ICD 203, tradecraft standards 2 and 8: likelihood of the event or development",
  find: (texts, yardstick) => texts.flatMap((text) => unhedgedForecastsIn(text, yardstick)).map(({ span, written }) => ({ span, values: { phrase: written } })),
};
