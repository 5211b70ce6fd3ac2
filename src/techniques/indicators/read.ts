import { citedSources } from "#core/read-ids";
import { headingSpan } from "#core/read-lines";
import { tablesIn } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import type { Declaration, Reference } from "#model/names";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import { readIndicators } from "./read-indicators.ts";
import { isLog, readObservations } from "./read-observations.ts";
import type { Indicator, Indicators, Observation } from "./schema.ts";

/** The indicators, and the log of what was seen of them. */
export function read({ sections, document }: Found<"indicators" | "observations">): Reading<Indicators> {
  const indicators = readIndicators(sections.indicators, document);
  const logs = [...tablesIn(sections.observations), ...tablesIn(sections.indicators).filter(isLog)];
  const observations = readObservations(logs, document);
  return {
    part: { indicators: [...indicators], observations: [...observations], ...(sections.indicators.length > 0 && { heading: headingSpan(sections.indicators) }) },
    declares: [...indicators.map(declaredIndicator), ...observations.map(declaredObservation)],
    refers: [...indicators.flatMap(refersOfIndicator), ...observations.flatMap(refersOfObservation)],
  };
}

const declaredIndicator = ({ id, title, state, threshold, horizonCell }: Indicator): Declaration => ({
  id,
  kind: "indicator",
  title: plain(title),
  span: title.span,
  facts: { ...said("state", state), ...said("threshold", threshold), ...said("horizon", horizonCell) },
});

const said = (fact: string, prose: Prose | undefined): Readonly<Record<string, string>> => (prose ? { [fact]: plain(prose) } : {});

const declaredObservation = ({ id, text, date, reading, gradeCell }: Observation): Declaration => ({
  id,
  kind: "observation",
  title: plain(text),
  span: text.span,
  facts: { ...(date && { date: date.day ?? date.written }), ...(reading && { reading }), ...(gradeCell && { grade: plain(gradeCell) }) },
});

const refersOfIndicator = ({ id, title, state, threshold, tests }: Indicator): readonly Reference[] => [
  ...tests,
  ...[title, state, threshold].flatMap((prose) => (prose ? citedSources(prose, id) : [])),
];

const refersOfObservation = ({ bearsOn, cited }: Observation): readonly Reference[] => [...bearsOn, ...cited];
