import { firstMatter } from "#core/negotiation/read-parties";
import { readPairs, type ReadPairs } from "#core/read-pairs";
import { elementFor, elementsIn } from "#core/read-elements";
import { citedSources } from "#core/read-ids";
import { headingSpan, labelled, paragraphsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Declaration } from "#model/names";
import type { Prose, Section } from "#model/outline";
import { plain } from "#model/prose";
import { currentStand, mattersOf } from "./read-current.ts";
import { columns, readRows, type Column } from "./read-rows.ts";
import { endsOf, onHundred, readScale, scaleLabels, scaleLabelsOf, scaleOn, type Ends } from "./read-scale.ts";
import type { Actor, Actors, Stand } from "./schema.ts";

export type Role = "actors" | "positions";

/** Actors from every table that names them, and their dated positions. */
export function read({ sections, document: { asOf } }: Found<Role>): Reading<Actors> {
  const all = [...sections.actors, ...sections.positions];
  const scale = readScale(all);
  const rows = tablesIn(all).filter((table) => hasColumn(table, columns.actor)).flatMap((table) => entriesOf(table, columns));
  const weights = elementFor(elementsIn(all, weightLabels), weightLabels)?.texts ?? [];
  const further = furtherScales(rows, all, weights);
  const scales = { ...(scale && { scale }), further: [...further], weights: [...weights] };
  const { actors, stands } = readRows(rows, { scaleOf: (matter) => scaleOn(scales, matter), ...(asOf !== undefined && { asOf }) });
  const labels = new Set([...scaleLabels, ...weightLabels, ...further.flatMap(({ matter }) => scaleLabelsOf(matter))].map(headingKey));
  const remarks = paragraphsIn(all).filter((text) => !labels.has(headingKey(labelled(text)?.label ?? "")));
  const part: Actors = { ...scales, actors: [...actors], stands: [...stands], remarks, heading: headingSpan(all) };
  return {
    part,
    declares: actors.map((actor) => declarationOf(actor, part)),
    refers: [...stands.flatMap(({ sources }) => sources), ...actors.flatMap(({ id, name }) => citedSources(name, id)), ...remarks.flatMap((text) => citedSources(text))],
  };
}

const weightLabels = ["Weights", "Weights of the issues", "Weight of the issues"];

/** The matters beside the first, each with its own scale where one is declared, and what it counts beside the first. */
function furtherScales(rows: readonly Entry<Column>[], sections: readonly Section[], written: readonly Prose[]): Actors["further"] {
  const matters = mattersOf(rows.map(({ cells }) => (cells.matter ? { matter: plain(cells.matter) } : {}))).slice(1);
  const weights = written.flatMap((text) => weightsIn(text).pairs);
  return matters.flatMap((matter) => {
    if (matter === undefined) return [];
    const scale = readScale(sections, scaleLabelsOf(matter));
    const weight = weights.find(([name]) => headingKey(name) === headingKey(matter))?.[1];
    return [{ matter, ...(scale && { scale }), ...(weight !== undefined && weight >= 0 && { weight }) }];
  });
}

/** `scope 0.5; cost 2`. */
export const weightsIn = (written: Prose): ReadPairs => readPairs(plain(written).replace(/[.]$/u, ""));

/** What a simulation needs, as facts: numbers on scales from 0 to 100, weights from 0 to 1. */
function declarationOf(actor: Actor, part: Actors): Declaration {
  const { stands, further, scale } = part;
  const facts: Record<string, string> = {};
  const add: AddFact = (name, value) => {
    if (value !== undefined) facts[name] = String(value);
  };
  const stand = currentStand(actor.id, stands);
  add(firstMatter, mattersOf(stands)[0]);
  add("coalition", actor.coalition?.written);
  addStand(add, stand, endsOf(scale));
  add("salience", actor.salience?.value);
  add("capability", actor.capability?.value);
  add("date", stand?.date?.day);
  add("changeRate", actor.changeRate?.value);
  for (const { column, answer } of actor.lastVotes) add(`lastVote:${column}`, answer === "absent" ? undefined : answer);
  for (const { matter, scale: own = scale, weight } of further) {
    const other = currentStand(actor.id, stands, matter);
    addStand((name, value) => add(`${name}:${matter}`, value), other, endsOf(own));
    add(`salience:${matter}`, other?.salience?.value);
    add(`weight:${matter}`, weight);
  }
  return { id: actor.id, kind: "actor", title: plain(actor.name), span: actor.name.span, facts };
}

type AddFact = (name: string, value: string | number | undefined) => void;

function addStand(add: AddFact, stand: Stand | undefined, ends: Ends): void {
  for (const [name, value] of [["position", stand?.value], ["low", stand?.low], ["high", stand?.high]] as const) add(name, value === undefined ? undefined : onHundred(value, ends));
}
