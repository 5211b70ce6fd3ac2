import { coalitionOf } from "#core/coalition";
import { shownDate } from "#core/read-cell";
import type { Results } from "#core/technique";
import { groupBy } from "#kit/group";
import { percent } from "#kit/number-text";
import type { Block, PositionLadder } from "#model/block";
import type { Names } from "#model/names";
import { plain } from "#model/prose";
import { currentStand } from "./read-current.ts";
import { endsOf, onHundred } from "./read-scale.ts";
import type { Actor, Actors, Stand } from "./schema.ts";

/** The actors on the scale, by coalition, and every position with its date and source. */
export function view(part: Actors, { names }: Results): readonly Block[] {
  return [...part.remarks.map((text): Block => ({ kind: "prose", text: text.source })), ...ladderOf(part, names), ...tableOf(part)];
}

type Rung = PositionLadder["groups"][number]["actors"][number];

function ladderOf(part: Actors, names: Names): readonly Block[] {
  const { actors, stands, scale } = part;
  const placed = actors.flatMap((actor) => {
    const stand = currentStand(actor.id, stands);
    return stand?.value === undefined ? [] : [{ actor, rung: rungOf(actor, stand, part) }];
  });
  if (placed.length === 0) return [];
  const groups = Array.from(groupBy(placed, ({ actor }) => coalitionNamed(actor, names) ?? "No coalition"), ([title, members]) => ({ title, actors: members.map(({ rung }) => rung).toSorted((a, b) => a.position - b.position) }));
  const ends = endsOf(scale);
  return [
    {
      kind: "position-ladder",
      caption: "Positions on the issue scale",
      scale: { low: scale?.marks[0]?.title ?? String(ends.low), high: scale?.marks.at(-1)?.title ?? String(ends.high) },
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
function rungOf({ id, name, salience }: Actor, { value = 0, low = value, high = value }: Stand, { scale }: Actors): Rung {
  const at = (number: number): number => Math.min(100, Math.max(0, onHundred(number, endsOf(scale))));
  return { id, name: plain(name), position: at(value), low: at(Math.min(low, value)), high: at(Math.max(high, value)), ...(salience?.value !== undefined && { salience: salience.value }) };
}

function tableOf({ actors, stands }: Actors): readonly Block[] {
  if (actors.length === 0) return [];
  const byActor = groupBy(stands, ({ actor }) => actor);
  const rows = actors.flatMap((actor) => {
    const own = byActor.get(actor.id) ?? [];
    const row = (stand: Stand | undefined, first: boolean) => ({
      ...(first && { id: actor.id }),
      cells: [
        first ? actor.id : "",
        first ? actor.name.source : "",
        first ? (actor.coalition?.written ?? "") : "",
        [stand?.position?.written, stand?.range && `(${stand.range.written})`].filter((part) => part).join(" "),
        first ? shareText(actor.salience?.value) : "",
        first ? shareText(actor.capability?.value) : "",
        stand?.date ? shownDate(stand.date) : "",
        (stand?.sources ?? []).map(({ id, grade }) => `[@${id}]${grade === undefined ? "" : `{${grade}}`}`).join(" "),
      ],
    });
    return own.length === 0 ? [row(undefined, true)] : own.map((stand, at) => row(stand, at === 0));
  });
  return [{ kind: "table", caption: "Actors", head: ["ID", "Actor", "Coalition", "Position", "Salience", "Capability", "Date", "Source"], rows }];
}

const shareText = (share: number | undefined): string => (share === undefined ? "" : percent(share));
