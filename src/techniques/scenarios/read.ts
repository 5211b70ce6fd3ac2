import { citedSources, distinct, idsBehind, mentionedIds } from "#core/read-ids";
import { headingSpan } from "#core/read-lines";
import { columnKey, saysResidual } from "#core/read-vector";
import type { Found, Reading } from "#core/technique";
import type { Likelihood } from "#model/likelihood";
import type { Declaration, Reference } from "#model/names";
import type { FrontMatter, Prose } from "#model/outline";
import { plain } from "#model/prose";
import { readBody } from "./read-body.ts";
import { draftsIn, type Draft } from "./read-drafts.ts";
import { identifyLabel, spanOf } from "./read-id.ts";
import { rowsIn, setSpan } from "./read-rows.ts";
import type { Scenario, Scenarios } from "./schema.ts";

/** Scenarios from subsections, from lines such as `Scenario A (~55%): ...`, and from tables; a row that names one already read adds to it. */
export function read({ sections, document }: Found<"scenarios">): Reading<Scenarios> {
  const found = sections.scenarios;
  const drafts = draftsIn(found, document.yardstick).map((draft) => scenarioOf(draft, document));
  const rows = rowsIn(found, document);
  const told = drafts.map((scenario) => rows.filter((row) => isSame(row, scenario)).reduce(withRow, scenario));
  const ownRows = rows.filter((row) => !drafts.some((scenario) => isSame(row, scenario)));
  const scenarios = [...distinct([...told, ...ownRows])];
  const exhaustive = found.some(({ heading }) => heading.attributes.classes.includes("exhaustive"));
  const heading = headingSpan(found);
  return {
    part: { scenarios, exhaustive, set: drafts.length > 0 ? heading : setSpan(found), heading },
    declares: scenarios.map(declarationOf),
    refers: scenarios.flatMap(({ mentions }) => mentions),
  };
}

function scenarioOf({ name, label, lines, words }: Draft, { yardstick, asOf }: FrontMatter): Scenario {
  const { id, written } = identifyLabel(name, label);
  const { probability, text, advice, resolution } = readBody(lines, yardstick, asOf);
  return {
    id,
    written,
    title: plain(label.title) || id,
    span: spanOf(name, label),
    residual: name.attributes.classes.includes("residual") || saysResidual(plain(label.title)) || saysResidual(id),
    ...both(label.probability, probability),
    text: [...text],
    ...(resolution && { resolution }),
    advice: [...advice],
    words: [...words],
    mentions: words.flatMap((line) => mentionsIn(line, id)),
  };
}

/** The first probability counts; a second one is kept where it says something else. */
function both(first: Likelihood | undefined, second: Likelihood | undefined): Pick<Scenario, "probability" | "second"> {
  const probability = first ?? second;
  return { ...(probability && { probability }), ...(first && second && first.point !== second.point && { second }) };
}

const mentionsIn = (line: Prose, id: string): readonly Reference[] => [
  ...idsBehind(line, ["rests on", "rest on", "depends on"], [], id),
  ...mentionedIds(line, id),
  ...citedSources(line, id),
];

const isSame = (row: Scenario, scenario: Scenario): boolean => row.id === scenario.id || columnKey(row.title) === columnKey(scenario.title);

const withRow = (scenario: Scenario, row: Scenario): Scenario => ({
  ...row,
  ...scenario,
  ...both(scenario.probability, scenario.second ?? row.probability),
  advice: [...scenario.advice, ...row.advice],
  words: [...scenario.words, ...row.words],
  mentions: [...scenario.mentions, ...row.mentions],
});

const declarationOf = ({ id, title, span, residual, probability }: Scenario): Declaration => ({
  id,
  kind: "scenario",
  title,
  span,
  facts: { ...(residual && { residual: "yes" }), ...(probability && { stated: String(probability.point) }) },
});
