import type { PositionLadder } from "#model/block";
import { markRank } from "../anchors.ts";
import { told, type Picture } from "../figure.ts";
import { markup, type Markup } from "../markup.ts";
import { rounded, share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Group = PositionLadder["groups"][number];
type Actor = Group["actors"][number];

/** Actors on the issue scale, a line each so that no name meets another, coalition by coalition; numbers are those of the declared scale. */
export function positionLadder(block: PositionLadder, page: Rendering): Picture {
  const scale = scaleOf(block);
  return {
    kind: block.kind,
    caption: block.caption,
    summary: tell(block, scale),
    drawing: markup`${ends(block, scale)}${block.groups.map((group) => groupMarkup(group, scale, page))}${block.groups.some(({ actors }) => actors.some(({ salience }) => salience !== undefined)) && markup`<p class="key">The larger the dot, the more the issue matters to the actor; the line is the range in which its position may lie.</p>`}`,
    table: {
      caption: block.caption,
      head: ["Actor", "Coalition", `Position (${scale.low}–${scale.high})`, "Range", "Salience"],
      rows: block.groups.flatMap(({ title, actors }) =>
        actors.map(({ name, position, low, high, salience }) => ({ cells: [name, title, String(scale.at(position)), rangeText(scale.at(low), scale.at(high)), salience === undefined ? "–" : String(rounded(salience))] })),
      ),
    },
    long: block.groups.reduce((sum, { actors }) => sum + actors.length, 0) > 16,
  };
}

interface Scale {
  readonly low: number;
  readonly high: number;
  /** The number on the declared scale of a place from 0 to 100. */
  readonly at: (place: number) => number;
}

const scaleOf = ({ scale: { ends: { low, high } = { low: 0, high: 100 } } }: PositionLadder): Scale => ({ low, high, at: (place) => rounded(low + (place / 100) * (high - low)) });

const rangeText = (low: number, high: number): string => (low === high ? "–" : `${low}–${high}`);

function tell({ scale, groups }: PositionLadder, { low: bottom, high: top, at }: Scale): string {
  const spans = groups.flatMap(({ title, actors }) => {
    const positions = actors.map(({ position }) => at(position)).toSorted((a, b) => a - b);
    const [low, high] = [positions[0], positions.at(-1)];
    if (low === undefined || high === undefined) return [];
    const where = low === high ? `at ${low}` : `from ${low} to ${high}`;
    return [`${title}: ${actors.length} ${actors.length === 1 ? "actor" : "actors"} ${where}`];
  });
  return `On a scale from ${bottom} (${scale.low}) to ${top} (${scale.high}). ${spans.join("; ")}.`;
}

const ends = ({ scale }: PositionLadder, { low, high }: Scale): Markup => markup`<div class="ends" aria-hidden="true"><span>${low} · ${scale.low}</span><span>${high} · ${scale.high}</span></div>`;

const groupMarkup = ({ title, actors }: Group, scale: Scale, page: Rendering): Markup =>
  markup`<div class="group"><p class="group-title">${title}</p><ul>${actors.toSorted((a, b) => a.position - b.position).map((actor) => actorMarkup(actor, scale, page))}</ul></div>
`;

function actorMarkup(actor: Actor, scale: Scale, page: Rendering): Markup {
  return markup`<li${page.anchors.attribute(actor.id, markRank)}><span class="name">${actor.name}</span>${track(actor, scale)}<span class="value">${shownValue(scale, actor.position)}</span></li>
`;
}

/** Whole numbers where the scale is long enough for them. */
const shownValue = ({ low, high, at }: Scale, position: number): number => (high - low < 50 ? at(position) : Math.round(at(position)));

function track({ name, position, low, high, salience }: Actor, { at }: Scale): Markup {
  const range = low < high && markup`<line class="range" x1="${share(onScale(low))}" x2="${share(onScale(high))}" y1="11" y2="11"/>`;
  const sentence = `position ${at(position)}${low < high ? `, range ${rangeText(at(low), at(high))}` : ""}${salience === undefined ? "" : `, salience ${rounded(salience)}`}`;
  return markup`<svg role="img" width="100%" height="22">${told(name, sentence)}${gridLines}<line class="axis" x1="0" x2="100%" y1="11" y2="11"/>${range}<circle class="dot" cx="${share(onScale(position))}" cy="11" r="${radius(salience)}"/></svg>`;
}

const onScale = (position: number): number => Math.min(100, Math.max(0, position)) / 100;

/** Area by salience; salience may be given from 0 to 1 or from 0 to 100. */
const radius = (salience: number | undefined): number => (salience === undefined ? 5 : rounded(3 + 4.5 * Math.sqrt(Math.min(1, Math.max(0, salience > 1 ? salience / 100 : salience)))));

const gridLines = markup`${[0.25, 0.5, 0.75].map((at) => markup`<line class="grid" x1="${share(at)}" x2="${share(at)}" y1="0" y2="22"/>`)}`;
