import { boundsText, exactPercent, percent, points } from "#kit/number-text";
import type { ScenarioLadder } from "#model/block";
import { markRank } from "../anchors.ts";
import { seriesClass, shownId, told, type Picture } from "../figure.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { share, tellingBounds } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Rung = ScenarioLadder["rungs"][number];

/** One rung per scenario: a bar for the computed probability, a bracket for its bounds, a tick for the stated one. */
export const scenarioLadder = (block: ScenarioLadder, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tellLadder(block.rungs),
  drawing: markup`<ol class="rungs">${block.rungs.map((rung) => rungMarkup(rung, page))}</ol>${scale}${legend(block.rungs)}`,
  table: {
    caption: block.caption,
    head: ["Scenario", "Title", "Stated", "Computed", "Bounds"],
    rows: block.rungs.map(({ id, title, stated, computed, low, high }) => ({
      cells: [id, title, stated === undefined ? "–" : exactPercent(stated), chance(computed), low === undefined || high === undefined ? "–" : boundsText({ low, high })],
    })),
  },
});

const chance = (probability: number | undefined): string => (probability === undefined ? "–" : percent(probability));

/** The rung that leads: the most probable as computed, else as stated. */
export const leadingRung = (rungs: readonly Rung[]): Rung | undefined => ranked(rungs)[0];

/** The rungs from the most to the least probable. */
export const ranked = (rungs: readonly Rung[]): readonly Rung[] => rungs.toSorted((a, b) => weight(b) - weight(a));

const weight = ({ computed, stated }: Rung): number => computed ?? stated ?? -1;

/** A scenario by its id and title: `A, Opened for signature`; ids that we made up are left out. */
export function scenarioName({ id, title }: Pick<Rung, "id" | "title">): string {
  const words = plainText(title);
  const shown = shownId(id);
  return shown === undefined || shown.toLowerCase() === words.toLowerCase() ? words || id : words === "" ? id : `${shown}, ${words}`;
}

/** What one rung shows, in words: `computed 62%, bounds 55–69%, stated 55%`. */
export function tellRung(rung: Rung): string {
  const { stated, computed } = rung;
  const bounds = tellingBounds(rung);
  const parts = [
    computed !== undefined && `computed ${percent(computed)}`,
    bounds && `bounds ${boundsText(bounds)}`,
    stated !== undefined && `stated ${exactPercent(stated)}`,
  ].filter((part) => part !== false && part !== undefined);
  return parts.length === 0 ? "no probability" : parts.join(", ");
}

/** The leading scenario, and where the evidence parts most from what is stated. */
export function tellLadder(rungs: readonly Rung[]): string {
  const lead = leadingRung(rungs);
  if (!lead || weight(lead) < 0) return "No scenario has a probability yet.";
  const first = `${scenarioName(lead)}, leads: ${tellRung(lead)}.`;
  const parted = rungs.filter((rung) => gap(rung) !== undefined).toSorted((a, b) => Math.abs(gap(b) ?? 0) - Math.abs(gap(a) ?? 0))[0];
  const distance = parted && gap(parted);
  if (!parted || distance === undefined || Math.abs(distance) < 0.01) return first;
  return `${first} Stated and computed part most for ${shownId(parted.id) ?? scenarioName(parted)}, where the evidence gives ${points(distance)} ${distance > 0 ? "more" : "less"}.`;
}

const gap = ({ stated, computed }: Rung): number | undefined => (stated === undefined || computed === undefined ? undefined : computed - stated);

function rungMarkup(rung: Rung, page: Rendering): Markup {
  const { id, title, computed, stated } = rung;
  const shown = shownId(id);
  const main = computed ?? stated;
  return markup`<li class="rung ${seriesClass(page.series(id))}"${page.anchors.attribute(id, markRank)}>
<span class="name">${shown !== undefined && shown.toLowerCase() !== title.toLowerCase() && markup`<b class="id">${shown}</b> `}${inline(title, page, id)}</span>
${track(rung)}
<span class="values"><b class="value">${main === undefined ? "–" : percent(main)}</b><span class="beside">${beside(rung)}</span></span></li>
`;
}

function beside(rung: Rung): Markup {
  const { computed, stated } = rung;
  const bounds = tellingBounds(rung);
  return markup`${bounds && markup`<span>${boundsText(bounds)}</span> `}${stated !== undefined && markup`<span>${computed === undefined ? "as stated" : `stated ${exactPercent(stated)}`}</span>`}`;
}

const track = (rung: Rung): Markup => markup`<svg class="track" role="img" width="100%" height="38">${told(scenarioName(rung), tellRung(rung))}
<rect class="ground" y="10" width="100%" height="14" rx="2"/>${gridLines}${rung.computed !== undefined && markup`<rect class="fill" y="10" width="${share(rung.computed)}" height="14" rx="2"/>`}${bracket(rung)}${rung.stated !== undefined && tick(rung.stated)}</svg>`;

const gridLines = markup`${[0.25, 0.5, 0.75].map((at) => markup`<line class="grid" x1="${share(at)}" x2="${share(at)}" y1="10" y2="24"/>`)}`;

/** The guaranteed bounds: a line below the bar with an upright at each end. */
function bracket(rung: Rung): Markup | false {
  const bounds = tellingBounds(rung);
  if (!bounds) return false;
  const [from, to] = [share(bounds.low), share(bounds.high)];
  return markup`<g class="bracket"><line x1="${from}" x2="${to}" y1="31" y2="31"/><line x1="${from}" x2="${from}" y1="27" y2="35"/><line x1="${to}" x2="${to}" y1="27" y2="35"/></g>`;
}

const tick = (at: number): Markup => markup`<svg class="tick" x="${share(at)}" overflow="visible"><path d="M0 8v16"/><path class="head" d="M-5 1h10L0 9z"/></svg>`;

const scale = markup`<svg class="scale" aria-hidden="true" width="100%" height="14">${[0, 0.25, 0.5, 0.75, 1].map(
  (at) => markup`<text x="${share(at)}" y="11" text-anchor="${at === 0 ? "start" : at === 1 ? "end" : "middle"}">${percent(at)}</text>`,
)}</svg>`;

function legend(rungs: readonly Rung[]): Markup {
  const computed = rungs.some((rung) => rung.computed !== undefined);
  const bounded = rungs.some((rung) => tellingBounds(rung) !== undefined);
  const stated = rungs.some((rung) => rung.stated !== undefined);
  const sign = (shape: Markup, words: string): Markup => markup`<li><svg aria-hidden="true" width="26" height="16">${shape}</svg>${words}</li>`;
  return markup`<ul class="legend">${computed && sign(markup`<rect class="fill" y="3" width="26" height="10" rx="2"/>`, "computed from the evidence")}${
    bounded && sign(markup`<g class="bracket"><path d="M2 8h22M2 3v10M24 3v10"/></g>`, "guaranteed bounds")
  }${stated && sign(markup`<g class="tick"><path d="M13 7v9"/><path class="head" d="M8 0h10l-5 8z"/></g>`, "stated by the author")}</ul>`;
}
