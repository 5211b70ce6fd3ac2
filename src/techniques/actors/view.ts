import { coalitionOf } from "#core/coalition";
import { shownDate } from "#core/read-cell";
import type { Results } from "#core/technique";
import { groupBy } from "#kit/group";
import { percent } from "#kit/number-text";
import type { Block, PositionLadder } from "#model/block";
import type { Names } from "#model/names";
import { plain } from "#model/prose";
import { currentStand, mattersOf } from "./read-current.ts";
import { endsOf, onHundred, scaleOn } from "./read-scale.ts";
import type { Actor, Actors, Scale, Stand } from "./schema.ts";

/** The actors on the scale, by coalition, and every position with its date and source. */
export function view(part: Actors, { names }: Results): readonly Block[] {
  return [...part.remarks.map((text): Block => ({ kind: "prose", text: text.source })), ...mattersOf(part.stands).flatMap((matter) => ladderOf(part, names, matter)), ...tableOf(part)];
}

type Rung = PositionLadder["groups"][number]["actors"][number];

function ladderOf(part: Actors, names: Names, matter: string | undefined): readonly Block[] {
  const { actors, stands } = part;
  const scale = scaleOn(part, matter);
  const placed = actors.flatMap((actor) => {
    const stand = currentStand(actor.id, stands, matter);
    return stand?.value === undefined ? [] : [{ actor, rung: rungOf(actor, stand, scale) }];
  });
  if (placed.length === 0) return [];
  const groups = Array.from(groupBy(placed, ({ actor }) => coalitionNamed(actor, names) ?? "No coalition"), ([title, members]) => ({ title, actors: members.map(({ rung }) => rung).toSorted((a, b) => a.position - b.position) }));
  const ends = endsOf(scale);
  return [
    {
      kind: "position-ladder",
      caption: mattersOf(stands).length > 1 && matter !== undefined ? `Positions on ${matter}` : "Positions on the issue scale",
      scale: { low: scale?.marks[0]?.title ?? String(ends.low), high: scale?.marks.at(-1)?.title ?? String(ends.high), ends },
      groups: groups.toSorted((a, b) => mean(a.actors) - mean(b.actors)),
    },
  ];
}

/** The coalition that an actor counts with, by what the whole document says. */
function coalitionNamed({ id }: Actor, names: Names): string | undefined {
  const declared = names.find(id);
  return declared && coalitionOf(declared, names);
}

const mean = (rungs: readonly Rung[]): number => rungs.reduce((sum, { position }) => sum + position, 0) / rungs.length;

/** Kept within the scale, so that a position beyond it is drawn at its end. */
function rungOf({ id, name, ...actor }: Actor, { value = 0, low = value, high = value, ...stand }: Stand, scale: Scale | undefined): Rung {
  const salience = stand.salience ?? actor.salience;
  const at = (number: number): number => Math.min(100, Math.max(0, onHundred(number, endsOf(scale))));
  return { id, name: plain(name), position: at(value), low: at(Math.min(low, value)), high: at(Math.max(high, value)), ...(salience?.value !== undefined && { salience: salience.value }) };
}

/** A row for each position; what belongs to the actor stands in its first row, and further down how much each matter means to it. */
function tableOf({ actors, stands }: Actors): readonly Block[] {
  if (actors.length === 0) return [];
  const byActor = groupBy(stands, ({ actor }) => actor);
  const shown = columns.filter(({ always, ofActor, ofStand }) => always || actors.some((actor) => (ofActor?.(actor) ?? "") !== "") || stands.some((stand) => (ofStand?.(stand) ?? "") !== ""));
  const rowOf = (actor: Actor, stand: Stand | undefined, first: boolean) => ({
    ...(first && { id: actor.id }),
    cells: shown.map(({ ofActor, ofStand }) => (first && ofActor ? ofActor(actor) : stand && ofStand ? ofStand(stand) : "")),
  });
  const rows = actors.flatMap((actor) => {
    const own = byActor.get(actor.id) ?? [];
    return own.length === 0 ? [rowOf(actor, undefined, true)] : own.map((stand, at) => rowOf(actor, stand, at === 0));
  });
  return [{ kind: "table", caption: "Actors", head: shown.map(({ head }) => head), rows }];
}

interface Column {
  readonly head: string;
  readonly always: boolean;
  readonly ofActor?: (actor: Actor) => string;
  readonly ofStand?: (stand: Stand) => string;
}

const columns: readonly Column[] = [
  { head: "ID", always: true, ofActor: ({ id }) => id },
  { head: "Actor", always: true, ofActor: ({ name }) => name.source },
  { head: "Coalition", always: true, ofActor: ({ coalition }) => coalition?.written ?? "" },
  { head: "Issue", always: false, ofStand: ({ matter }) => matter ?? "" },
  { head: "Position", always: true, ofStand: ({ position, range }) => [position?.written, range && `(${range.written})`].filter((part) => part).join(" ") },
  { head: "Salience", always: true, ofActor: ({ salience }) => shareText(salience?.value), ofStand: ({ salience }) => shareText(salience?.value) },
  { head: "Capability", always: true, ofActor: ({ capability }) => shareText(capability?.value) },
  { head: "Changes a year", always: false, ofActor: ({ changeRate }) => shareText(changeRate?.value) },
  { head: "Last votes", always: false, ofActor: ({ lastVotes }) => lastVotes.map(({ column, written }) => `${column} ${written}`).join(", ") },
  { head: "Date", always: true, ofStand: ({ date }) => (date ? shownDate(date) : "") },
  { head: "Source", always: true, ofStand: ({ sources }) => sources.map(({ id, grade }) => `[@${id}]${grade === undefined ? "" : `{${grade}}`}`).join(" ") },
];

const shareText = (share: number | undefined): string => (share === undefined ? "" : percent(share));
