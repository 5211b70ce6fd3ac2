import { markup, type Markup } from "../markup.ts";
import { light } from "../style/palette.ts";

/** Half the size of a mark. */
export const markSize = 4;

/** How many groups have a mark of their own; further ones share the last. */
export const markCount = 6;

/** The mark of a group at a place: told apart by its form, and by its colour besides. */
export function pointMark(group: number, x: number, y: number): Markup {
  const at = Math.min(group, markCount - 1);
  const fill = light.series[at] ?? light.residual;
  const r = markSize;
  if (at === 0) return markup`<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
  return markup`<path class="mark" d="M${x} ${y}${outlines[at] ?? ""}" fill="${at === 4 ? light.surface : fill}" stroke="${fill}" stroke-width="${at === 4 ? 1.6 : 0}"/>`;
}

/** Square, triangle, diamond, hollow square, cross; from the middle. */
const outlines: Readonly<Record<number, string>> = {
  1: "m-3.6-3.6h7.2v7.2h-7.2z",
  2: "m0-4.6l4.4 7.6h-8.8z",
  3: "m0-5l4.6 5l-4.6 5l-4.6-5z",
  4: "m-3.4-3.4h6.8v6.8h-6.8z",
  5: "m-1.4-4.4h2.8v3h3v2.8h-3v3h-2.8v-3h-3v-2.8h3z",
};
