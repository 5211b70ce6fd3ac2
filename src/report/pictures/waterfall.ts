import { decibels, percent, points } from "#kit/number-text";
import type { Waterfall } from "#model/block";
import { markRank } from "../anchors.ts";
import { idLabel, seriesClass, shownId, told, type Picture } from "../figure.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Step = Waterfall["steps"][number];

/** From the prior to the result: a bar from 0 for either, and between them for each item a bar from where it found the probability to where it left it. */
export const waterfall = (block: Waterfall, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tell(block),
  drawing: markup`<ul class="bars ${seriesClass(page.series(block.state))}">${endMarkup("Prior", block.start)}${block.steps.map((step) => stepMarkup(step, page))}${endMarkup("Result", block.end)}</ul>${isCrossed(block.steps) && markup`<p class="key">A weight compares with the average of all: where an item speaks more for another, the probability falls in spite of a plus.</p>`}`,
  table: {
    caption: block.caption,
    head: ["Item", "What it is", "Weight", "Before", "After"],
    rows: block.steps.map(({ id, text, weight, before, after }) => ({ cells: [shownId(id) ?? "–", text, weightText(weight), percent(before), percent(after)] })),
  },
  long: block.steps.length > 8,
});

/** True where the sign of a weight and the move of the probability part. */
const isCrossed = (steps: readonly Step[]): boolean => steps.some(({ weight, before, after }) => typeof weight === "number" && weight * (after - before) < 0 && percent(before) !== percent(after));

const weightText = (weight: number | null | undefined): string => (weight === undefined ? "–" : weight === null ? "excludes it" : decibels(weight));

function tell({ start, end, steps }: Waterfall): string {
  const most = steps.filter(({ id }) => id !== "").toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))[0];
  const way = `From ${percent(start)} to ${percent(end)}.`;
  return most ? `${way} ${shownId(most.id) ?? plainText(most.text)} moves it most, ${moveText(most)}.` : way;
}

const moveText = ({ before, after }: Step): string => `${after < before ? "down" : "up"} ${points(after - before)}`;

const endMarkup = (name: string, probability: number): Markup => markup`<li><span class="text">${name}</span>
<svg role="img" width="100%" height="18">${told(name, percent(probability))}<rect class="ground" y="3" width="100%" height="12" rx="2"/><rect class="fill" y="3" width="${share(probability)}" height="12" rx="2"/></svg>
<span class="values"><b class="value">${percent(probability)}</b></span></li>
`;

/** Where the probability was is a line; the bar leads to where it went. */
function stepMarkup(step: Step, page: Rendering): Markup {
  const { id, text, weight, before, after } = step;
  const [low, high] = [Math.min(before, after), Math.max(before, after)];
  const name = shownId(id) ?? plainText(text);
  return markup`<li><span class="text">${idLabel(id, markRank, page)}${inline(text, page, id)}</span>
<svg role="img" width="100%" height="18">${told(name, `${moveText(step)}, from ${percent(before)} to ${percent(after)}`)}<rect class="ground" y="3" width="100%" height="12" rx="2"/><rect class="fill${after < before && " against"}" x="${share(low)}" y="3" width="${share(high - low)}" height="12"/><line class="axis" x1="${share(after)}" x2="${share(after)}" y1="1" y2="17"/></svg>
<span class="values"><b class="value">${percent(after)}</b>${weight !== undefined && markup`<span class="note">${weightText(weight)}</span>`}</span></li>
`;
}
