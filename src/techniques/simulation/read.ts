import { mostDeclaredDraws, mostDeclaredRuns, rowFacts, simulationId } from "#core/negotiation/declared-simulation";
import { pairsIn } from "#core/read-pairs";
import { saying } from "#core/read-cell";
import { elementFor, elementsIn, type Element } from "#core/read-elements";
import { citedSources, distinct, identify } from "#core/read-ids";
import { headingSpan, labelled, linesIn, paragraphsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Declaration } from "#model/names";
import { plain } from "#model/prose";
import { eventDeclaration, isEventTable, readEvents } from "./read-events.ts";
import type { Assignments, Row, Setting, Simulation } from "./schema.ts";

/** The columns of the table that have names of their own; every other is headed by a forum. */
export const columns = {
  id: ["ID", "No.", "Row"],
  scenario: ["Scenario", "Leads to", "Follows", "Then", "Means"],
  rationale: ["Why", "Rationale", "Reason", "Comment", "Notes", "Source", "Sources"],
} as const;
type Column = keyof typeof columns;

const labels = {
  runs: ["Runs", "Number of runs", "Simulated runs"],
  seed: ["Seed", "Random seed"],
  draws: ["Draws", "Draws of the parameters"],
  weight: ["Weight", "Weight in the pool"],
  statusQuo: ["Status quo", "The status quo"],
  texts: ["Text", "Texts", "Draft", "Drafts"],
  parameters: ["Parameters", "Parameter", "Set"],
} as const;
const allLabels = Object.values(labels).flat();
const labelKeys = new Set(allLabels.map(headingKey));

/** Runs, seed and weight, what is put instead of the defaults, and the table that leads from outcomes to scenarios. */
export function read({ sections: { simulation: sections }, document: { asOf } }: Found<"simulation">): Reading<Simulation> {
  const elements = elementsIn(sections, allLabels);
  const part: Simulation = {
    ...settingsIn(elements),
    events: [...readEvents(tablesIn(sections), asOf)],
    rows: [...distinct(tablesIn(sections).filter((table) => hasColumn(table, columns.scenario) && !isEventTable(table)).flatMap((table) => entriesOf<Column>(table, columns)).map(rowOf))],
    remarks: paragraphsIn(sections).filter((text) => !labelKeys.has(headingKey(labelled(text)?.label ?? ""))),
    cited: linesIn(sections).flatMap((line) => citedSources(line)),
    heading: headingSpan(sections),
  };
  return {
    part,
    declares: [declarationOf(part), ...part.rows.map(rowDeclaration), ...part.events.map(eventDeclaration)],
    refers: [...part.cited, ...part.rows.flatMap(({ id, rationale }) => (rationale ? citedSources(rationale, id) : [])), ...part.events.flatMap(({ sources }) => sources)],
  };
}

function settingsIn(elements: readonly Element[]): Partial<Simulation> {
  const found = <Read>(names: readonly string[], readText: (element: Element) => Read): Read | undefined => {
    const element = elementFor(elements, names);
    return element && element.texts.length > 0 ? readText(element) : undefined;
  };
  const [runs, seed, draws, weight, statusQuo] = [found(labels.runs, wholeOf), found(labels.seed, wholeOf), found(labels.draws, wholeOf), found(labels.weight, weightOf), found(labels.statusQuo, placeOf)];
  const [texts, parameters] = [found(labels.texts, assignmentsOf), found(labels.parameters, assignmentsOf)];
  return { ...(runs && { runs }), ...(seed && { seed }), ...(draws && { draws }), ...(weight && { weight }), ...(statusQuo && { statusQuo }), ...(texts && { texts }), ...(parameters && { parameters }) };
}

const writtenIn = ({ texts, span }: Element): Pick<Setting, "written" | "span"> => ({ written: texts.map(plain).join("; "), span: texts[0]?.span ?? span });

/** `2000`, `2,000`. */
function wholeOf(element: Element): Setting {
  const { written, span } = writtenIn(element);
  const found = /^(\d{1,3}(?:[, ]\d{3}){1,3}|\d{1,9})$/u.exec(written.replace(/[.]$/u, ""))?.[1];
  return { written, span, ...(found !== undefined && { value: Number(found.replace(/[, ]/gu, "")) }) };
}

/** `0.5`, `1`. */
function weightOf(element: Element): Setting {
  const { written, span } = writtenIn(element);
  const found = /^(\d{1,3}(?:\.\d{1,6})?)$/u.exec(written)?.[1];
  return { written, span, ...(found !== undefined && { value: Number(found) }) };
}

/** `0`, `30`, `0, no mining`, `0 = no mining`, `0 (no mining)`. */
function placeOf(element: Element): Setting {
  const { written, span } = writtenIn(element);
  const found = /^(-?\d{1,6}(?:\.\d{1,4})?)(?:$|\s?[=,:;(]|\s[–-]\s)/u.exec(written.replace(/[.]$/u, ""))?.[1];
  return { written, span, ...(found !== undefined && { value: Number(found) }) };
}

const assignmentsOf = (element: Element): Assignments => {
  const { written, span } = writtenIn(element);
  return { written, span, pairs: pairsIn(written.replace(/[.]$/u, "")).map(([words, value]) => [words, value]) };
};

function rowOf({ row, cells, other }: Entry<Column>): Row {
  const [scenario, rationale] = [saying(cells.scenario), saying(cells.rationale)];
  const { id, written } = identify("outcome", scenario ?? { ...emptyText, span: row.span }, cells.id, row.attributes);
  const said = other.flatMap(({ column, cell }) => (saying(cell) ? [{ column, cell }] : []));
  return { id, written, span: row.span, cells: said, ...(scenario && { scenario }), ...(rationale && { rationale }) };
}

const emptyText = { source: "", masked: "", citations: [], attributes: { classes: [], values: {} } };

function declarationOf({ runs, seed, draws, weight, statusQuo, texts, parameters, heading }: Simulation): Declaration {
  const facts: Record<string, string> = {};
  const add = (name: string, value: number | string | undefined): void => {
    if (value !== undefined && value !== "") facts[name] = String(value);
  };
  const pairs = (assignments: Assignments | undefined): string => (assignments?.pairs ?? []).map(([words, value]) => `${words}=${value}`).join("; ");
  const usable = runs?.value !== undefined && runs.value >= 1 && runs.value <= mostDeclaredRuns;
  add("runs", usable ? runs.value : undefined);
  add("seed", seed?.value);
  add("draws", draws?.value !== undefined && draws.value >= 1 && draws.value <= mostDeclaredDraws ? draws.value : undefined);
  add("weight", weight?.value);
  add("texts", pairs(texts));
  const place = statusQuo?.value;
  const quo = place !== undefined && place >= 0 && place <= 100 ? [`statusQuo=${Number((place / 100).toFixed(6))}`] : [];
  add("parameters", [pairs(parameters), ...quo].filter((part) => part !== "").join("; "));
  add("statusQuo", quo.length > 0 ? statusQuo?.written : undefined);
  return { id: simulationId, kind: "simulation", title: "Simulation of the negotiation", span: heading, facts };
}

const rowDeclaration = ({ id, span, scenario, cells }: Row): Declaration => ({
  id,
  kind: "outcome",
  title: scenario ? `leads to ${plain(scenario)}` : "leads to no scenario",
  span,
  facts: rowFacts({ scenario: scenario ? plain(scenario) : "", words: cells.map(({ column, cell }) => [column, plain(cell)]) }),
});
