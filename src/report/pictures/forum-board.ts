import type { ForumBoard, Tone } from "#model/block";
import { cardRank } from "../anchors.ts";
import { shownId, type Picture } from "../figure.ts";
import { badge, type IconName } from "../icons.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import type { Rendering } from "../rendering.ts";

type Card = ForumBoard["cards"][number];

const statuses: Readonly<Record<Card["status"], { readonly tone: Tone; readonly sign: IconName }>> = {
  meets: { tone: "note", sign: "clock" },
  met: { tone: "watch", sign: "flag" },
  "no session": { tone: "note", sign: "open" },
};

/** Forums as cards: how each decides and what that takes, when it meets, what follows without agreement. */
export const forumBoard = (block: ForumBoard, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: block.cards.map(tell).join(" "),
  drawing: markup`<ul class="cards">${block.cards.map((card) => cardMarkup(card, page))}</ul>`,
  table: {
    caption: block.caption,
    head: ["ID", "Forum", "Rule", "What it takes", "Members", "Next session", "Fallback", "Source"],
    rows: block.cards.map(({ id, title, rule, needs, members, session, fallback, sources }) => ({ cells: [shownId(id) ?? "–", title, rule, needs, members, session, fallback, sources] })),
  },
  long: block.cards.length > 3,
});

const tell = ({ title, rule, session }: Card): string => `${plainText(title)}: ${rule === "" ? "rule not known" : rule}${session === "" ? "" : `, ${session}`}.`;

function cardMarkup(card: Card, page: Rendering): Markup {
  const { tone, sign } = statuses[card.status];
  const shown = shownId(card.id);
  const lines = [
    ["Decides by", card.rule],
    ["Members", card.members],
    ["Otherwise", card.fallback],
    ["Source", card.sources],
  ] as const;
  return markup`<li class="card ${tone}"${page.anchors.attribute(card.id, cardRank)}>
<div class="top">${shown !== undefined && markup`<b class="id">${shown}</b>`}${badge(card.status, tone, sign)}</div>
<div class="title">${inline(card.title, page, card.id)}</div>
<p class="needs">${card.needs}</p>
<dl>${lines.map(([term, text]) => text.trim() !== "" && markup`<dt>${term}</dt><dd>${inline(text, page, card.id)}</dd>`)}</dl>
<div class="timing"><span>${card.session === "" ? "when it meets is not said" : inline(card.session, page, card.id)}</span></div></li>
`;
}
