import { writtenDate } from "#kit/date";
import type { Rule } from "#core/technique";
import { plain } from "#model/prose";
import { nameOf } from "./read-name.ts";
import type { Indicators } from "./schema.ts";

const observable = "R. J. Heuer and R. H. Pherson, Structured Analytic Techniques, ch. 6: indicators are observable, valid, reliable, stable and unique";
const indicatorsOfChange = "ICD 203, tradecraft standard 2: uncertainties and the indicators that would alter them";

export const noIndicator: Rule<Indicators> = {
  name: "no-indicator",
  severity: "warning",
  message: {
    what: "No indicator can be read in this section.",
    why: "What is not told apart cannot be watched.",
    remedy: "Give a table with the columns ID, Indicator, Current state, Warning threshold and Time horizon, or one list item for each.",
  },
  standard: indicatorsOfChange,
  *check({ indicators, observations, heading }) {
    if (heading && indicators.length === 0 && observations.length === 0) yield { span: heading };
  },
};

export const noThreshold: Rule<Indicators> = {
  name: "no-threshold",
  severity: "warning",
  message: {
    what: "The indicator {id} has no warning threshold.",
    why: "Without one nobody can say whether it was crossed, and every reading is a matter of mood.",
    remedy: "Say what exactly would have to be seen.",
  },
  standard: observable,
  *check({ indicators }) {
    for (const { id, span, threshold, title } of indicators) if (!threshold) yield { span, values: { id: nameOf({ id, title }) } };
  },
};

export const noHorizon: Rule<Indicators> = {
  name: "no-horizon",
  severity: "warning",
  message: {
    what: "The indicator {id} has no time horizon.",
    why: "That it has not been crossed says nothing as long as it has for ever to be crossed.",
    remedy: "Give the day by which it would have to be crossed.",
  },
  standard: indicatorsOfChange,
  *check({ indicators }) {
    for (const { id, span, horizonCell, title } of indicators) if (!horizonCell) yield { span, values: { id: nameOf({ id, title }) } };
  },
};

export const unreadableHorizon: Rule<Indicators> = {
  name: "unreadable-horizon",
  severity: "warning",
  message: {
    what: "The time horizon of {id}, “{written}”, is no time that can be read.",
    why: "Nobody can be told when a look is due, and a quiet indicator counts for nothing.",
    remedy: "Write the day as YYYY-MM-DD, with your own words in brackets behind it.",
  },
  standard: "ISO 8601-1:2019, calendar dates",
  *check({ indicators }) {
    for (const { id, horizonCell, horizon, title } of indicators) if (horizonCell && !horizon) yield { span: horizonCell.span, values: { id: nameOf({ id, title }), written: plain(horizonCell) } };
  },
};

export const vagueHorizon: Rule<Indicators> = {
  name: "vague-horizon",
  severity: "warning",
  message: {
    what: "The time horizon of {id}, “{written}”, has no end.",
    why: "An indicator that may be crossed at any time can never be closed, and its silence is no evidence.",
    remedy: "Give a day, such as the day on which the question resolves.",
  },
  standard: indicatorsOfChange,
  *check({ indicators }) {
    for (const { id, horizonCell, horizon, title } of indicators) if (horizonCell && horizon && horizon.to === undefined) yield { span: horizonCell.span, values: { id: nameOf({ id, title }), written: plain(horizonCell) } };
  },
};

export const horizonAfterQuestion: Rule<Indicators> = {
  name: "horizon-after-question",
  severity: "info",
  message: {
    what: "The indicator {id} runs to {date}, after the question resolves on {end}.",
    why: "A warning that may come after the event is none.",
    remedy: "Ask for a crossing by the day of the question, and set the likelihoods for that day.",
  },
  standard: "CIA, A Tradecraft Primer (2009): indicators or signposts of change",
  *check({ indicators }, { document: { resolves } }) {
    for (const { id, horizonCell, horizon, title } of indicators) {
      const to = horizon?.to;
      if (horizonCell && to !== undefined && resolves !== undefined && to > resolves) yield { span: horizonCell.span, values: { id: nameOf({ id, title }), date: writtenDate(to), end: writtenDate(resolves) } };
    }
  },
};

export const noCurrentState: Rule<Indicators> = {
  name: "no-current-state",
  severity: "warning",
  message: {
    what: "The indicator {id} does not say where it stands now.",
    why: "Whether a later reading is a change can only be told against today's.",
    remedy: "Write the present value, with its source.",
  },
  standard: observable,
  *check({ indicators }) {
    for (const { id, span, state, title } of indicators) if (!state) yield { span, values: { id: nameOf({ id, title }) } };
  },
};

export const unknownPace: Rule<Indicators> = {
  name: "unknown-pace",
  severity: "warning",
  message: {
    what: "“{written}” under Accrues of {id} is no pace that is known.",
    why: "How much a quiet look counts depends on how the chance of a crossing builds up; the row counts for nothing until it is known.",
    remedy: "Write `linear`, `at the end` or `at once`, or leave the cell empty for `linear`.",
  },
  standard: "Rapporteur, document syntax of the indicators",
  *check({ indicators }) {
    for (const { id, paceCell, pace, title } of indicators) if (paceCell && !pace) yield { span: paceCell.span, values: { id: nameOf({ id, title }), written: plain(paceCell) } };
  },
};
