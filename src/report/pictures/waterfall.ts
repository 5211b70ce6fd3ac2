import { percent, points } from "#kit/number-text";
import { oddsText } from "#kit/odds";
import type { Waterfall } from "#model/block";
import { markRank } from "../anchors.ts";
import { idLabel, seriesClass, shownId, told, type Picture } from "../figure.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";
import type { Series } from "../series.ts";

type Step = Waterfall["steps"][number];

/** From the prior to the result: a bar from 0 for either, and between them for each item a bar from where it found the probability to where it left it. */
export const waterfall = (block: Waterfall, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tell(block),
  drawing: markup`<ul class="bars ${seriesClass(page.series(block.state))}">${endMarkup("Prior", block.start)}${block.steps.map((step) => stepMarkup(step, page))}${endMarkup("Result", block.end)}</ul>${block.steps.length > 0 && key(page.series(block.state))}`,
  table: {
    caption: block.caption,
    head: ["Item", "What it is", "Before", "After", "Move", "Odds"],
    rows: block.steps.map((step) => ({ cells: [shownId(step.id) ?? "–", step.text, percent(step.before), percent(step.after), moveText(step), oddsText(step.before, step.after)] })),
  },
  long: block.steps.length > 8,
});

function tell({ start, end, steps }: Waterfall): string {
  const most = steps.filter(({ id }) => id !== "").toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))[0];
  const way = `From ${percent(start)} to ${percent(end)}.`;
  return most ? `${way} ${shownId(most.id) ?? plainText(most.text)} moves it most, ${moveText(most)}.` : way;
}

const moveText = ({ before, after }: Step): string => `${after < before ? "down" : "up"} ${points(after - before)}`;

/** A bar of the legend. */
const sample = (falls: boolean): Markup => markup`<svg class="swatch" width="14" height="14" aria-hidden="true"><rect class="fill${falls && " against"}" y="1" width="14" height="12"/></svg>`;

const key = (series: Series): Markup => markup`<p class="key ${seriesClass(series)}">${sample(false)} A full bar: it rises. ${sample(true)} A pale bar: it falls. The line is where it comes to. Decibels say how far the odds against all the others move: +3 dB doubles them. In another order each bar would be another, and the result the same.</p>`;

const endMarkup = (name: string, probability: number): Markup => markup`<li><span class="text">${name}</span>
<svg role="img" width="100%" height="18">${told(name, percent(probability))}<rect class="ground" y="3" width="100%" height="12" rx="2"/><rect class="fill" y="3" width="${share(probability)}" height="12" rx="2"/></svg>
<span class="values"><b class="value">${percent(probability)}</b></span></li>
`;

/** Where the probability was is a line; the bar leads to where it went. */
function stepMarkup(step: Step, page: Rendering): Markup {
  const { id, text, before, after } = step;
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  const name = shownId(id) ?? plainText(text);
  return markup`<li><span class="text">${idLabel(id, markRank, page)}${inline(text, page, id)}</span>
<svg role="img" width="100%" height="18">${told(name, `${moveText(step)}, from ${percent(before)} to ${percent(after)}`)}<rect class="ground" y="3" width="100%" height="12" rx="2"/><rect class="fill${after < before && " against"}" x="${share(low)}" y="3" width="${share(high - low)}" height="12"/><line class="axis" x1="${share(after)}" x2="${share(after)}" y1="1" y2="17"/></svg>
<span class="values"><b class="value">${percent(after)}</b><span class="note">${moveText(step)}, ${oddsText(before, after)}</span></span></li>
`;
}
