import type { VoteAnswer } from "#model/block";
import { markup, trusted, type Markup } from "../markup.ts";
import type { Rendering } from "../rendering.ts";

/** The answers in the order in which they are drawn: those that count for a majority first. */
export const voteAnswers: readonly VoteAnswer[] = ["yes", "no", "abstain", "absent"];

/** What a reader calls them. */
export const answerWords: Readonly<Record<VoteAnswer, string>> = { yes: "Yes", no: "No", abstain: "Abstained", absent: "Not voting" };

/** Stripes for abstentions and dots for absences, so that no answer is told by its colour alone; once in a page. */
const grounds = trusted(
  '<svg class="grounds" width="0" height="0" aria-hidden="true"><defs>' +
    '<pattern id="vote:abstain" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="back" width="5" height="5"/><rect class="stripe" width="2.6" height="5"/></pattern>' +
    '<pattern id="vote:absent" width="5" height="5" patternUnits="userSpaceOnUse"><rect class="back" width="5" height="5"/><circle class="point" cx="2.5" cy="2.5" r="1"/></pattern>' +
    '<pattern id="vote:abstain-wide" width="11" height="11" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="back" width="11" height="11"/><rect class="stripe" width="5.8" height="11"/></pattern>' +
    '<pattern id="vote:absent-wide" width="11" height="11" patternUnits="userSpaceOnUse"><rect class="back" width="11" height="11"/><circle class="point" cx="5.5" cy="5.5" r="2.2"/></pattern>' +
    "</defs></svg>",
);

/** The grounds that the answers are drawn on, where the page does not have them yet. */
export const voteGrounds = (page: Rendering): Markup | false => page.fresh("vote-grounds") === "vote-grounds:1" && grounds;

/** The class and ground of a shape that stands for an answer; on a map, whose units are smaller, stripes are wider. */
export const voteGround = (answer: VoteAnswer, scale: "" | "-wide" = ""): Markup => markup`class="vote ${answer}"${(answer === "abstain" || answer === "absent") && markup` fill="url(#vote:${answer}${scale})"`}`;

/** A small field of the ground of an answer, beside its word. */
export const swatch = (answer: VoteAnswer): Markup => markup`<svg class="swatch" width="14" height="14" aria-hidden="true"><rect ${voteGround(answer)} x=".5" y=".5" width="13" height="13" rx="2"/></svg>`;

/** What the grounds stand for. */
export const voteLegend = (answers: readonly VoteAnswer[] = voteAnswers): Markup => markup`<ul class="legend">${answers.map((answer) => markup`<li>${swatch(answer)}${answerWords[answer]}</li>`)}</ul>`;
