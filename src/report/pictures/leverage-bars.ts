import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { points } from "#kit/number-text";
import type { LeverageBars } from "#model/block";
import { markRank } from "../anchors.ts";
import { idLabel, shownId, told, type Picture } from "../figure.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Bar = LeverageBars["bars"][number];

/** How far the forecast moves: a bar per assumption or source, in percentage points that change hands. */
export const leverageBars = (block: LeverageBars, page: Rendering): Picture => {
  const scale = scaleLinear([0, Math.max(0.05, max(block.bars, ({ leverage }) => leverage) ?? 0)], [0, 1]).nice(4);
  return {
    kind: block.kind,
    caption: block.caption,
    summary: tell(block.bars),
    drawing: markup`<ul class="bars">${block.bars.map((bar) => barMarkup(bar, scale(bar.leverage), page))}</ul>`,
    table: {
      caption: block.caption,
      head: ["ID", "What it is", "Moves the forecast by", "Note"],
      rows: block.bars.map(({ id, text, leverage, note }) => ({ cells: [shownId(id) ?? "–", text, points(leverage), note] })),
    },
    long: block.bars.length > 8,
  };
};

function tell(bars: readonly Bar[]): string {
  const first = bars.toSorted((a, b) => b.leverage - a.leverage)[0];
  if (!first) return "Nothing moves the forecast.";
  return `${shownId(first.id) ?? plainText(first.text)} moves the forecast most, by ${points(first.leverage)}.`;
}

function barMarkup({ id, text, leverage, note }: Bar, length: number, page: Rendering): Markup {
  const shown = shownId(id);
  return markup`<li${page.anchors.attribute(id, markRank)}><span class="text">${idLabel(id, markRank, page)}${inline(text, page, id)}</span>
<svg role="img" width="100%" height="18">${told(shown ?? plainText(text), `moves the forecast by ${points(leverage)}`)}<rect class="ground" y="3" width="100%" height="12" rx="2"/><rect class="fill" y="3" width="${share(length)}" height="12" rx="2"/></svg>
<span class="values"><b class="value">${points(leverage)}</b>${note !== "" && markup`<span class="note">${note}</span>`}</span></li>
`;
}
