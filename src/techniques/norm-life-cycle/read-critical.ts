import { elementsFor, type Element } from "#core/read-elements";
import { citedSources } from "#core/read-ids";
import { itemsIn, labelled } from "#core/read-lines";
import { entriesOf, tablesIn } from "#core/read-table";
import type { Prose, Section } from "#model/outline";
import { isBlank, place, plain } from "#model/prose";
import type { CriticalState } from "./schema.ts";

export const criticalLabels = ["Critical states", "Critical state", "The critical states", "States that matter most"];

/** The columns of a table of critical states, with the names they go by. */
export const columns = {
  state: ["State", "Critical state", "Country", "Actor", "Name"],
  stand: ["Stand", "Stance", "Position", "Where it stands", "Status", "View"],
  source: ["Source", "Sources", "Citation"],
} as const;

/** The critical states with where they stand: items `Norway: in favour`, rows of a table, or names behind a label. */
export function readCritical(sections: readonly Section[], elements: readonly Element[]): readonly CriticalState[] {
  const rows = tablesIn(sections)
    .flatMap((table) => entriesOf(table, columns))
    .flatMap(({ cells }) => (cells.state ? [state(plain(cells.state), cells.stand, [cells.state, cells.stand, cells.source])] : []));
  const listed = elementsFor(elements, criticalLabels).flatMap(({ texts }) => (texts.length === 1 && texts[0] ? splitNames(texts[0]) : texts.map(stateIn)));
  return [...itemsIn(sections).filter(({ prose }) => !isBlank(prose)).map(({ prose }) => stateIn(prose)), ...rows, ...listed];
}

function state(name: string, stand: Prose | undefined, cells: readonly (Prose | undefined)[]): CriticalState {
  const present = cells.flatMap((cell) => cell ?? []);
  return { name, span: present[0]?.span ?? { section: 0, from: 0, to: 0 }, ...(stand && { stand }), sources: present.flatMap((cell) => citedSources(cell)) };
}

function stateIn(line: Prose): CriticalState {
  const found = labelled(line);
  if (found) return { name: found.label, span: line.span, ...(!isBlank(found.text) && { stand: found.text }), sources: citedSources(line) };
  return { name: plain(line), span: line.span, sources: citedSources(line) };
}

/** `Norway (in favour), Panama (against)`: the bracket is the stand. */
const splitNames = (text: Prose): readonly CriticalState[] =>
  Array.from(text.masked.matchAll(/([^,;()]{2,80}?)\s*(?:\(([^()]{1,200})\))?\s*(?:[,;]|$|\.\s*$)/gu)).flatMap((match) => {
    const name = (match[1] ?? "").replace(/^\s*(?:and\s)?/u, "").trim();
    if (name === "") return [];
    const at = match.index + match[0].indexOf(name);
    const span = place(text, at, at + name.length);
    const bracket = match[2];
    const standAt = bracket === undefined ? -1 : match.index + match[0].indexOf(bracket);
    const stand = bracket === undefined ? undefined : { ...text, span: place(text, standAt, standAt + bracket.length), source: bracket, masked: bracket, citations: [] };
    return [{ name, span, ...(stand && { stand }), sources: [] }];
  });
