import { boundsText, percent } from "#kit/number-text";
import type { IndicatorBoard, Tone } from "#model/block";
import { cardRank } from "../anchors.ts";
import { seriesClass, shownId, told, type Picture } from "../figure.ts";
import { badge, type IconName } from "../icons.ts";
import { inline } from "../inline-markup.ts";
import { markup, type Markup } from "../markup.ts";
import { share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";

type Card = IndicatorBoard["cards"][number];
type Likelihood = Card["likelihoods"][number];

// A crossing is news, not an alarm: whether it is welcome depends on the scenario it speaks for.
const statuses: Readonly<Record<Card["status"], { readonly tone: Tone; readonly sign: IconName; readonly strong?: true }>> = {
  crossed: { tone: "note", sign: "flag", strong: true },
  "not crossed": { tone: "good", sign: "barred" },
  quiet: { tone: "good", sign: "quiet" },
  approaching: { tone: "watch", sign: "rising" },
  due: { tone: "alarm", sign: "clock" },
  open: { tone: "note", sign: "open" },
};

/** Indicators as cards: what is watched, where it stands, how much time is left, how likely each scenario makes it. */
export const indicatorBoard = (block: IndicatorBoard, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tell(block.cards),
  drawing: markup`<ul class="cards">${block.cards.map((card) => cardMarkup(card, page))}</ul>`,
  table: {
    caption: block.caption,
    head: ["Indicator", "What is watched", "Status", "When", "Now", "Threshold", "Likelihood of crossing"],
    rows: block.cards.map((card) => ({ cells: [card.id, card.title, card.status, card.timing, card.state, card.threshold, card.likelihoods.map(likelihoodText).join(", ")] })),
  },
  long: block.cards.length > 3,
});

/** How many indicators stand where: `7 indicators: 1 due (I3), 2 crossed (I1, I4), 4 open.` */
function tell(cards: readonly Card[]): string {
  if (cards.length === 0) return "No indicator is watched.";
  const order: readonly Card["status"][] = ["due", "approaching", "crossed", "not crossed", "quiet", "open"];
  const counts = order.flatMap((status) => {
    const ids = cards.filter((card) => card.status === status).map(({ id }) => shownId(id) ?? "unnamed");
    return ids.length === 0 ? [] : [`${ids.length} ${status} (${ids.join(", ")})`];
  });
  return `${cards.length} ${cards.length === 1 ? "indicator" : "indicators"}: ${counts.join("; ")}.`;
}

const likelihoodText = ({ id, point, low, high }: Likelihood): string => `${shownId(id) ?? id} ${percent(point)}${low < high ? ` (${boundsText({ low, high })})` : ""}`;

function cardMarkup(card: Card, page: Rendering): Markup {
  const { tone, sign, strong } = statuses[card.status];
  const shown = shownId(card.id);
  return markup`<li class="card ${tone}${strong && " strong"}"${page.anchors.attribute(card.id, cardRank)}>
<div class="top">${shown !== undefined && markup`<b class="id">${shown}</b>`}${badge(card.status, tone, sign)}</div>
<div class="title">${inline(card.title, page, card.id)}</div>
<dl><dt>Now</dt><dd>${words(card.state, page)}</dd><dt>Threshold</dt><dd>${words(card.threshold, page)}</dd></dl>
<div class="timing">${timeBar(card)}<span>${inline(card.timing, page, card.id)}</span></div>
${card.likelihoods.length > 0 && dots(card, page)}</li>
`;
}

const words = (text: string, page: Rendering): Markup => (text.trim() === "" ? markup`<span class="none">not stated</span>` : inline(text, page));

/** The share of the time that has passed, up to a mark for today. */
function timeBar({ id, elapsed }: Card): Markup | false {
  if (elapsed === undefined) return false;
  const passed = Math.min(1, Math.max(0, elapsed));
  return markup`<svg role="img" width="100%" height="10">${told(`Time to the horizon of ${id}`, `${percent(passed)} of the time has passed`)}<rect class="ground" y="3" width="100%" height="4" rx="2"/><rect class="fill" y="3" width="${share(passed)}" height="4" rx="2"/></svg>`;
}

function dots({ id, likelihoods }: Card, page: Rendering): Markup {
  return markup`<div class="dots"><span class="label">Likelihood of crossing, if</span><ul>${likelihoods.map((likelihood) => {
    const name = shownId(likelihood.id) ?? likelihood.id;
    return markup`<li class="${seriesClass(page.series(likelihood.id))}"><span class="name">${name}</span>${dotTrack(`Likelihood that ${id} is crossed under ${name}`, likelihood)}<span class="value">${percent(likelihood.point)}</span></li>`;
  })}</ul></div>`;
}

const dotTrack = (title: string, likelihood: Likelihood): Markup => {
  const { point, low, high } = likelihood;
  return markup`<svg role="img" width="100%" height="14">${told(title, likelihoodText(likelihood))}<line class="axis" x1="0" x2="100%" y1="7" y2="7"/>${low < high && markup`<line class="range" x1="${share(low)}" x2="${share(high)}" y1="7" y2="7"/>`}<circle class="dot" cx="${share(point)}" cy="7" r="4.5"/></svg>`;
};
