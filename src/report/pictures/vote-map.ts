import { states } from "#atlas/states";
import { worldMap } from "#atlas/world-map";
import { groupBy } from "#kit/group";
import { listText } from "#kit/list-text";
import type { VoteAnswer, VoteMap } from "#model/block";
import { told, type Picture } from "../figure.ts";
import { joined, markup, type Markup } from "../markup.ts";
import type { Rendering } from "../rendering.ts";
import { answerWords, swatch, voteAnswers, voteGround, voteGrounds } from "./vote-signs.ts";

type Drawn = VoteMap["maps"][number];
type Vote = Drawn["votes"][string];

/** The world by answer: the first vote large with the names of all who did not say yes, the others small. */
export function voteMap(block: VoteMap, page: Rendering): Picture {
  const [first, ...others] = block.maps;
  return {
    kind: block.kind,
    caption: block.caption,
    summary: first ? `${first.title}: ${tell(first)}.` : "No vote is recorded.",
    drawing: first ? markup`${voteGrounds(page)}${shapesOnce(page)}${largeMap(first, page)}${others.length > 0 && markup`<div class="maps">${others.map(smallMap)}</div>`}<p class="key">States too small to see are dots, moved apart where they would touch. Equal-area map after Natural Earth; what belongs to whom follows the United Nations and is no statement of ours.</p>` : markup`<p class="empty">Nothing to draw yet.</p>`,
    table: {
      caption: block.caption,
      head: ["Roll call", "Answer", "States", "Which"],
      rows: block.maps.flatMap((map) => voteAnswers.flatMap((answer) => rowOf(map, answer))),
    },
    long: true,
  };
}

const namesBy = ({ votes }: Drawn, answer: VoteAnswer): readonly string[] => Object.values(votes).filter((vote) => vote.answer === answer).map(({ name }) => name).toSorted((a, b) => (a < b ? -1 : 1));

function rowOf(map: Drawn, answer: VoteAnswer) {
  const names = namesBy(map, answer);
  return names.length === 0 ? [] : [{ cells: [map.title, answerWords[answer], String(names.length), names.join(", ")] }];
}

/** `164 yes; 6 no: Belarus, ...; 7 abstained: ...`. */
function tell(map: Drawn): string {
  return voteAnswers
    .flatMap((answer) => {
      const names = namesBy(map, answer);
      if (names.length === 0) return [];
      const who = answer === "yes" || answer === "absent" ? "" : ` (${listText(names)})`;
      return [`${names.length} ${answerWords[answer].toLowerCase()}${who}`];
    })
    .join(", ");
}

/** The outlines by code, and all together as land, once in a page; every map points at them. */
const shapesOnce = (page: Rendering): Markup | false =>
  page.fresh("world") === "world:1" && markup`<svg class="grounds" width="0" height="0" aria-hidden="true"><defs><g id="world:land">${Array.from(worldMap.shapes, ([code, path]) => markup`<path id="state:${code}" d="${path}"/>`)}</g></defs></svg>`;

const byAnswer = ({ votes }: Drawn): ReadonlyMap<VoteAnswer, readonly (readonly [string, Vote])[]> => groupBy(Object.entries(votes), ([, { answer }]) => answer);

/** All land below, then the answers; dots above all shapes. */
function layersOf(map: Drawn, isLarge: boolean): Markup {
  const groups = byAnswer(map);
  const layers = voteAnswers.map((answer) => markup`<g ${voteGround(answer, "-wide")}>${(groups.get(answer) ?? []).map(([code, vote]) => worldMap.shapes.has(code) && shapeMarkup(code, isLarge ? vote : undefined))}</g>`);
  const dots = voteAnswers.map((answer) => markup`<g ${voteGround(answer, "-wide")}>${(groups.get(answer) ?? []).map(([code, vote]) => dotMarkup(code, isLarge ? vote : undefined))}</g>`);
  return markup`<use class="land" href="#world:land"/>${layers}${dots}`;
}

const wholeWorld = `0 0 ${worldMap.width} ${worldMap.height}`;

/** The map, below it the names, and beside these Europe as it would be lost otherwise, where enough of it voted. */
function largeMap(map: Drawn, page: Rendering): Markup {
  const id = page.fresh("map");
  const isEuropean = Object.keys(map.votes).filter((code) => /Europe/u.test(states.get(code)?.group ?? "")).length >= fewest;
  const inset = isEuropean && markup`<svg class="map inset" role="img" viewBox="${europe}" width="100%">${told(`Europe and the Mediterranean: ${map.title}`, "A part of the map above, enlarged.")}<use href="#${id}"/></svg>`;
  return markup`<svg class="map" role="img" viewBox="${wholeWorld}" width="100%">${told(map.title, tell(map))}<g id="${id}">${layersOf(map, true)}</g></svg><div class="map-foot">${legendOf(map)}${inset}</div>`;
}

/** The part of the map that is enlarged, and how many votes in it make that worth while. */
const europe = "872 96 262 196";
const fewest = 12;

const hint = (vote: Vote | undefined): Markup | undefined => vote && markup`<title>${vote.name}: ${answerWords[vote.answer].toLowerCase()}</title>`;
const shapeMarkup = (code: string, vote: Vote | undefined): Markup => markup`<use href="#state:${code}">${hint(vote)}</use>`;

function dotMarkup(code: string, vote: Vote | undefined): Markup | false {
  const place = worldMap.dots.get(code);
  return place !== undefined && markup`<circle cx="${place[0]}" cy="${place[1]}" r="${worldMap.radius}">${hint(vote)}</circle>`;
}

/** The answers with the names of those who gave them; of the yes only how many, as they are most. */
const legendOf = (map: Drawn): Markup =>
  markup`<ul class="answers">${voteAnswers.map((answer) => {
    const names = namesBy(map, answer);
    const all = answer === "yes" && names.length > 40;
    return names.length > 0 && markup`<li>${swatch(answer)}<span><b>${answerWords[answer]}</b> ${names.length}${!all && markup`: ${joined(names, ", ")}`}</span></li>`;
  })}</ul>`;

const smallMap = (map: Drawn): Markup =>
  markup`<div class="small"><p class="map-title">${map.title}</p><svg class="map" role="img" viewBox="${wholeWorld}" width="100%">${told(map.title, tell(map))}${layersOf(map, false)}</svg>${legendOf(map)}</div>`;
