import type { PositionLadder } from "#model/block";
import { markRank } from "../anchors.ts";
import { told, type Picture } from "../figure.ts";
import { markup, type Markup } from "../markup.ts";
import { rounded, share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Group = PositionLadder["groups"][number];
type Actor = Group["actors"][number];

/** Actors on the issue scale, a line each so that no name meets another, coalition by coalition. */
export const positionLadder = (block: PositionLadder, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tell(block),
  drawing: markup`${ends(block)}${block.groups.map((group) => groupMarkup(group, page))}${block.groups.some(({ actors }) => actors.some(({ salience }) => salience !== undefined)) && markup`<p class="key">The larger the dot, the more the issue matters to the actor; the line is the range it could accept.</p>`}`,
  table: {
    caption: block.caption,
    head: ["Actor", "Coalition", "Position (0–100)", "Range", "Salience"],
    rows: block.groups.flatMap(({ title, actors }) =>
      actors.map(({ name, position, low, high, salience }) => ({ cells: [name, title, String(rounded(position)), rangeText(low, high), salience === undefined ? "–" : String(rounded(salience))] })),
    ),
  },
  long: block.groups.reduce((sum, { actors }) => sum + actors.length, 0) > 16,
});

const rangeText = (low: number, high: number): string => (low === high ? "–" : `${rounded(low)}–${rounded(high)}`);

function tell({ scale, groups }: PositionLadder): string {
  const spans = groups.flatMap(({ title, actors }) => {
    const positions = actors.map(({ position }) => rounded(position)).toSorted((a, b) => a - b);
    const [low, high] = [positions[0], positions.at(-1)];
    if (low === undefined || high === undefined) return [];
    const where = low === high ? `at ${low}` : `from ${low} to ${high}`;
    return [`${title}: ${actors.length} ${actors.length === 1 ? "actor" : "actors"} ${where}`];
  });
  return `On a scale from 0 (${scale.low}) to 100 (${scale.high}). ${spans.join("; ")}.`;
}

const ends = ({ scale }: PositionLadder): Markup => markup`<div class="ends" aria-hidden="true"><span>0 · ${scale.low}</span><span>100 · ${scale.high}</span></div>`;

const groupMarkup = ({ title, actors }: Group, page: Rendering): Markup =>
  markup`<div class="group"><p class="group-title">${title}</p><ul>${actors.toSorted((a, b) => a.position - b.position).map((actor) => actorMarkup(actor, page))}</ul></div>
`;

function actorMarkup(actor: Actor, page: Rendering): Markup {
  return markup`<li${page.anchors.attribute(actor.id, markRank)}><span class="name">${actor.name}</span>${track(actor)}<span class="value">${Math.round(actor.position)}</span></li>
`;
}

function track({ name, position, low, high, salience }: Actor): Markup {
  const range = low < high && markup`<line class="range" x1="${share(onScale(low))}" x2="${share(onScale(high))}" y1="11" y2="11"/>`;
  const sentence = `position ${rounded(position)}${low < high ? `, range ${rangeText(low, high)}` : ""}${salience === undefined ? "" : `, salience ${rounded(salience)}`}`;
  return markup`<svg role="img" width="100%" height="22">${told(name, sentence)}${gridLines}<line class="axis" x1="0" x2="100%" y1="11" y2="11"/>${range}<circle class="dot" cx="${share(onScale(position))}" cy="11" r="${radius(salience)}"/></svg>`;
}

const onScale = (position: number): number => Math.min(100, Math.max(0, position)) / 100;

/** Area by salience; salience may be given from 0 to 1 or from 0 to 100. */
const radius = (salience: number | undefined): number => (salience === undefined ? 5 : rounded(3 + 4.5 * Math.sqrt(Math.min(1, Math.max(0, salience > 1 ? salience / 100 : salience)))));

const gridLines = markup`${[0.25, 0.5, 0.75].map((at) => markup`<line class="grid" x1="${share(at)}" x2="${share(at)}" y1="0" y2="22"/>`)}`;
