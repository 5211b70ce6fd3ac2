import type { VoteAnswer, VoteBars } from "#model/block";
import { markRank } from "../anchors.ts";
import { idLabel, told, type Picture } from "../figure.ts";
import { inline } from "../inline-markup.ts";
import { plainText } from "../inline.ts";
import { markup, type Markup } from "../markup.ts";
import { share } from "../numbers.ts";
import type { Rendering } from "../rendering.ts";
import { answerWords, voteAnswers, voteGround, voteGrounds, voteLegend } from "./vote-signs.ts";

type Row = VoteBars["rows"][number];

/** A bar for each roll call or group: yes, no, abstentions, absences, and the mark that yes must pass. */
export function voteBars(block: VoteBars, page: Rendering): Picture {
  const widest = Math.max(1, ...block.rows.map(sumOf));
  const isRuled = block.rows.some(({ needed }) => needed);
  return {
    kind: block.kind,
    caption: block.caption,
    summary: tell(block),
    drawing: markup`${voteGrounds(page)}${voteLegend()}<ul class="vote-rows">${block.rows.map((row) => rowMarkup(row, { widest, top: isRuled ? 14 : 3, page }))}</ul>`,
    table: {
      caption: block.caption,
      head: ["What", ...voteAnswers.map((answer) => answerWords[answer]), ...(isRuled ? ["Needed"] : []), ...(block.rows.some(({ note }) => note !== undefined) ? ["Note"] : [])],
      rows: block.rows.map(({ title, counts, needed, note }) => ({ cells: [title, ...voteAnswers.map((answer) => String(counts[answer])), ...(isRuled ? [needed?.label ?? "–"] : []), note ?? ""] })),
    },
    long: block.rows.length > 10,
  };
}

const sumOf = ({ counts }: Row): number => voteAnswers.reduce((sum, answer) => sum + counts[answer], 0);

function tell({ rows }: VoteBars): string {
  if (rows.length === 0) return "No vote is recorded.";
  const isRuled = rows.some(({ needed }) => needed);
  if (!isRuled) return `Yes: ${rows.map((row) => `${plainText(row.title)} ${row.counts.yes} of ${sumOf(row)}`).join(", ")}.`;
  return rows.map((row) => `${plainText(row.title)}: ${countsText(row)}${row.needed ? `; ${row.needed.label} needed` : ""}.`).join(" ");
}

const nouns: Readonly<Record<VoteAnswer, string>> = { yes: "yes", no: "no", abstain: "abstained", absent: "not voting" };
const countsText = ({ counts }: Row): string => voteAnswers.filter((answer) => answer === "yes" || answer === "no" || counts[answer] > 0).map((answer) => `${counts[answer]} ${nouns[answer]}`).join(", ");

interface Setting {
  /** The number of voters that fills the width. */
  readonly widest: number;
  /** Where the bar begins: below the words on what is needed, where there are any. */
  readonly top: number;
  readonly page: Rendering;
}

const height = 22;

function rowMarkup(row: Row, setting: Setting): Markup {
  const { id, title, note } = row;
  const { page } = setting;
  return markup`<li${page.anchors.attribute(id, markRank)}><span class="name">${id !== undefined && idLabel(id, markRank, page)}${inline(title, page, id)}${note !== undefined && markup` <span class="note">${note}</span>`}</span>${barMarkup(row, setting)}<span class="values">${valuesMarkup(row)}</span></li>
`;
}

/** The numbers in the order of a tally, each beside its word for those who do not see the bar. */
const valuesMarkup = ({ counts }: Row): Markup => markup`${voteAnswers.map((answer) => markup`<span class="count ${answer}"><b>${counts[answer]}</b> <span class="word">${nouns[answer]}</span></span>`)}`;

function barMarkup(row: Row, { widest, top }: Setting): Markup {
  let done = 0;
  const parts = voteAnswers.map((answer) => {
    const [from, size] = [done / widest, row.counts[answer] / widest];
    done += row.counts[answer];
    if (size === 0) return false;
    const number = size > 0.055 && (answer === "yes" || answer === "no") && markup`<text class="on" x="${share(from)}" dx="8" y="${top + 15}">${row.counts[answer]}</text>`;
    return markup`<rect ${voteGround(answer)} x="${share(from)}" y="${top}" width="${share(size)}" height="${height}"/>${number}`;
  });
  return markup`<svg class="bar" role="img" width="100%" height="${top + height + 4}" overflow="visible">${told(plainText(row.title), countsText(row))}${parts}${neededMarkup(row, widest)}</svg>`;
}

function neededMarkup({ needed }: Row, widest: number): Markup | false {
  if (!needed) return false;
  const at = share(needed.count / widest);
  return markup`<line class="needed" x1="${at}" x2="${at}" y1="9" y2="40"/><text class="needed" x="${at}" y="7" text-anchor="middle">${needed.label} needed</text>`;
}
