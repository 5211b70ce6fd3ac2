import { listText } from "#kit/list-text";
import type { VoteAnswer, VoteChanges } from "#model/block";
import { told, type Picture } from "../figure.ts";
import { joined, markup, type Markup } from "../markup.ts";
import type { Rendering } from "../rendering.ts";
import { answerWords, swatch, voteGrounds } from "./vote-signs.ts";

type Step = VoteChanges["steps"][number];
type Move = Step["moves"][number];

/** From vote to vote, who answered otherwise than before: each kind of move with its names. */
export const voteChanges = (block: VoteChanges, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tell(block),
  drawing: block.steps.length === 0 ? markup`<p class="empty">Nothing to compare yet.</p>` : markup`${voteGrounds(page)}${block.steps.map(stepMarkup)}`,
  table: {
    caption: block.caption,
    head: ["Between", "From", "To", "States", "Which"],
    rows: block.steps.flatMap(({ from, to, moves }) => moves.map((move) => ({ cells: [`${from} and ${to}`, answerWords[move.from], answerWords[move.to], String(move.names.length), move.names.join(", ")] }))),
  },
  long: block.steps.reduce((sum, { moves }) => sum + moves.length, 0) > 12,
});

/** Moves between answers; who was absent once said nothing else than before. */
const isTurn = ({ from, to }: Move): boolean => from !== "absent" && to !== "absent";
const turned = ({ moves }: Step): number => moves.filter(isTurn).reduce((sum, { names }) => sum + names.length, 0);

function tell({ steps }: VoteChanges): string {
  const sentences = steps.map((step) => {
    const turns = step.moves.filter(isTurn).map(({ from, to, names }) => `${names.length} from ${answerWords[from].toLowerCase()} to ${answerWords[to].toLowerCase()}`);
    const all = turned(step) + step.stayed;
    return `From ${step.from} to ${step.to}, ${turned(step)} of the ${all} who answered both times changed${turns.length > 0 ? `: ${listText(turns)}` : ""}.`;
  });
  return sentences.join(" ") || "There is no earlier vote to compare with.";
}

function stepMarkup(step: Step): Markup {
  const [turns, others] = [step.moves.filter(isTurn), step.moves.filter((move) => !isTurn(move))];
  return markup`<div class="step-of-votes"><p class="group-title">${step.from} → ${step.to}: ${turned(step)} changed, ${step.stayed} answered as before</p>
<ul class="moves">${turns.map(moveMarkup)}</ul>
${others.length > 0 && markup`<ul class="moves quiet">${others.map(moveMarkup)}</ul>`}</div>
`;
}

const moveMarkup = ({ from, to, names }: Move): Markup =>
  markup`<li><span class="way">${sign(from)}<svg class="arrow" role="img" width="18" height="10">${told(`${answerWords[from]} to ${answerWords[to]}`, `${names.length} moved so`)}<path d="M1 5h14M11 1.5 15 5l-4 3.5"/></svg>${sign(to)}</span><span class="who"><b>${names.length}</b> ${joined(names, ", ")}</span></li>
`;

const sign = (answer: VoteAnswer): Markup => markup`<span class="sign">${swatch(answer)}${answerWords[answer]}</span>`;
