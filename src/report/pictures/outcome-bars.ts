import { percent } from "#kit/number-text";
import type { OutcomeBars } from "#model/block";
import { markRank } from "../anchors.ts";
import { idLabel, told, type Picture } from "../figure.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { share as length } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Group = OutcomeBars["groups"][number];
type Outcome = Group["outcomes"][number];

/** How often each outcome came about, a bar for each, body by body; full bars deliver a text, hollow ones none. A line shows how far the share moves with what is not known of the model, or its standard error where that is larger. */
export const outcomeBars = (block: OutcomeBars, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: block.groups.map(tell).join(" "),
  drawing: markup`<div class="outcomes">${block.groups.map((group) => groupMarkup(group, page))}</div><p class="key">A full bar delivers a text, a hollow one none. The line, and what stands behind ±, is how far the share moves with what is not known of the model, or its standard error where that is larger.</p>`,
  table: {
    caption: block.caption,
    head: ["Forum", "Outcome", "Delivers a text", "Share of the runs", "Standard error", "Moves with the parameters by"],
    rows: block.groups.flatMap(({ id, title, outcomes }) => outcomes.map(({ name, delivers, share, error, spread }) => ({ cells: [`${id} ${title}`, name, delivers ? "yes" : "no", percent(share), errorText(error), errorText(spread)] }))),
  },
  long: block.groups.length > 3,
});

const errorText = (error: number): string => `${(error * 100).toFixed(1)} points`;

function tell({ title, outcomes }: Group): string {
  const first = outcomes.toSorted((one, other) => other.share - one.share)[0];
  return first ? `${plainText(title)}: most often ${first.name}, in ${percent(first.share)} of the runs.` : "";
}

function groupMarkup({ id, title, note, outcomes }: Group, page: Rendering): Markup {
  const shown = outcomes.filter(({ share }) => share > 0);
  return markup`<div class="outcome"${page.anchors.attribute(id, markRank)}><p class="group-title">${idLabel(id, markRank, page)}${inline(title, page, id)} <span class="rule-note">${note}</span></p><ul class="shares">${shown.map(barMarkup)}</ul></div>
`;
}

function barMarkup({ name, delivers, share, error, spread }: Outcome): Markup {
  const reach = Math.max(error, spread);
  const [low, high] = [Math.max(0, share - reach), Math.min(1, share + reach)];
  return markup`<li class="${delivers ? "delivers" : "fails"}"><span class="text">${name}</span>
<svg role="img" width="100%" height="18">${told(name, `${percent(share)} of the runs`)}<rect class="ground" y="3" width="100%" height="12" rx="2"/><rect class="fill" y="3" width="${length(share)}" height="12" rx="2"/><line class="error" x1="${length(low)}" x2="${length(high)}" y1="9" y2="9"/></svg>
<span class="values"><b class="value">${percent(share)}</b><span class="note">± ${(reach * 100).toFixed(reach < 0.1 ? 1 : 0)}</span></span></li>
`;
}
