import { citedSources } from "#core/read-ids";
import { headingSpan, labelled, paragraphsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Declaration } from "#model/names";
import { plain } from "#model/prose";
import { currentStand } from "./read-current.ts";
import { columns, readRows } from "./read-rows.ts";
import { endsOf, onHundred, readScale, scaleLabels } from "./read-scale.ts";
import type { Actor, Actors } from "./schema.ts";

export type Role = "actors" | "positions";

/** Actors from every table that names them, and their dated positions. */
export function read({ sections, document }: Found<Role>): Reading<Actors> {
  const all = [...sections.actors, ...sections.positions];
  const scale = readScale(all);
  const rows = tablesIn(all).filter((table) => hasColumn(table, columns.actor)).flatMap((table) => entriesOf(table, columns));
  const { actors, stands } = readRows(rows, { ...(scale && { scale }), ...(document.asOf !== undefined && { asOf: document.asOf }) });
  const remarks = paragraphsIn(all).filter((text) => !scaleKeys.has(headingKey(labelled(text)?.label ?? "")));
  const part: Actors = { ...(scale && { scale }), actors: [...actors], stands: [...stands], remarks, heading: headingSpan(all) };
  return {
    part,
    declares: actors.map((actor) => declarationOf(actor, part)),
    refers: [...stands.flatMap(({ sources }) => sources), ...actors.flatMap(({ id, name }) => citedSources(name, id)), ...remarks.flatMap((text) => citedSources(text))],
  };
}

const scaleKeys = new Set(scaleLabels.map(headingKey));

/** What a simulation needs, as facts: numbers on the scale from 0 to 100, weights from 0 to 1. */
function declarationOf(actor: Actor, { scale, stands }: Actors): Declaration {
  const facts: Record<string, string> = {};
  const add = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) facts[name] = String(value);
  };
  const stand = currentStand(actor.id, stands);
  const ends = endsOf(scale);
  const point = (value: number | undefined): number | undefined => (value === undefined ? undefined : onHundred(value, ends));
  add("coalition", actor.coalition?.written);
  add("position", point(stand?.value));
  add("low", point(stand?.low));
  add("high", point(stand?.high));
  add("salience", actor.salience?.value);
  add("capability", actor.capability?.value);
  add("date", stand?.date?.day);
  return { id: actor.id, kind: "actor", title: plain(actor.name), span: actor.name.span, facts };
}
