import { entryLines, type Paragraph } from "#cli/explain-entry-text";
import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { writtenDate } from "#kit/date";
import { listText } from "#kit/list-text";
import { boundsText, decibels, exactPercent, percent, points, signed } from "#kit/number-text";
import { oddsText } from "#kit/odds";
import type { Explanation, StateExplanation } from "#workbench/explain/shape";

/** An explanation as a person reads it on a terminal: paragraphs with a heading each. */
export function explanationText(explanation: Explanation): string {
  const paragraphs = "pool" in explanation ? stateParagraphs(explanation) : entryLines(explanation);
  const { bold } = coloursFor(process.stdout);
  return `${paragraphs
    .filter(({ lines }) => lines.length > 0)
    .map(({ title, lines }) => [bold(fold(title, widthOf(process.stdout))), ...lines.map((line) => folded(line))].join("\n"))
    .join("\n\n")}\n`;
}

/** Lines that are laid out in columns are left as they are. */
const folded = (line: string): string => (/ {2}/u.test(line.trim()) ? `  ${line}` : `  ${fold(line, widthOf(process.stdout) - 2, "    ")}`);

function stateParagraphs(state: StateExplanation): readonly Paragraph[] {
  const { id, title, posterior, stated, prior, rival, leading } = state;
  const name = title === "" || title.toLowerCase() === id.toLowerCase() ? id : `${id}: ${title}`;
  const about = [...(stated === null ? [] : [`stated ${exactPercent(stated)}`]), `prior ${percent(prior)}`, `computed ${percent(posterior)}, bounds ${boundsText(state)}${state.bounds === "outer" ? " (proven to contain, perhaps wider than needed)" : ""}`];
  const place = rival ? (leading === id ? `It leads; ${rival.id} follows with ${percent(rival.posterior)}.` : `${leading} leads${leading === rival.id ? ` with ${percent(rival.posterior)}` : ""}.`) : "";
  return [
    { title: name, lines: [`${about.join(", ")}. ${place}`.trim()] },
    { title: "Where it starts", lines: startLines(state) },
    { title: "From the prior to the result, first the item that alone would move it most", lines: walkLines(state) },
    { title: "What was taken off the weights", lines: discountLines(state) },
    { title: `What the bounds ${boundsText(state)} hang on`, lines: widthLines(state) },
    { title: "Assumptions", lines: state.linchpins.map((one) => `${one.id}  ${one.title.slice(0, 70)}${one.holds === null ? "" : ` (holds ${exactPercent(one.holds)})`}: if false, ${id} ${percent(one.ifFalse)}`) },
    { title: `What would change the leader, ${leading}`, lines: leaderLines(state) },
    { title: "How far it moves without single items and sources", lines: withoutLines(state) },
  ];
}

const laws = { geometric: "Geometric pool", arithmetic: "Arithmetic mean", uniform: "All states start equal" } as const;

function startLines({ pool: { law, opinions }, prior }: StateExplanation): readonly string[] {
  const [first, ...others] = opinions;
  if (!first) return [`Nobody states a probability: all states start equal, at ${percent(prior)}.`];
  if (others.length === 0) return [`${opinionName(first)} alone: ${percent(first.probability)}.`];
  const width = Math.max(...opinions.map((opinion) => opinionName(opinion).length));
  return [...opinions.map((opinion) => `${opinionName(opinion).padEnd(width)}  ${percent(opinion.probability).padStart(6)}  weight ${percent(opinion.share)}`), `${laws[law]} of ${opinions.length} opinions: ${percent(prior)}.`];
}

const opinionName = ({ id, kind, date }: StateExplanation["pool"]["opinions"][number]): string => `${kind === "stated" ? "The author's own number" : id}${date === null || kind === "stated" ? "" : `, ${writtenDate(date)}`}`;

function walkLines({ steps, prior, posterior, assumptions }: StateExplanation): readonly string[] {
  const rows = [
    { name: "prior", move: "", odds: "", after: prior },
    ...steps.map(({ id, bearsOn, reading, date, before, after }) => ({ name: `${id} ${bearsOn === id ? "" : `${bearsOn} `}${reading}${date === null ? "" : `, ${writtenDate(date)}`}`, ...moved({ before, after }) })),
    ...(assumptions ? [{ name: "what is known of the assumptions", ...moved(assumptions) }] : []),
  ];
  const width = Math.min(44, Math.max(...rows.map(({ name }) => name.length)));
  const row = ({ name, move, odds, after }: (typeof rows)[number]): string => `${name.slice(0, width).padEnd(width)}  ${move.padStart(12)}  ${odds.padStart(8)}  ${percent(after).padStart(6)}  ${coloursFor(process.stdout).cyan(bar(after, 16).trimEnd())}`.trimEnd();
  if (rows.length === 1) return ["No evidence bears on it: the prior stands."];
  return [...rows.map(row), `computed: ${percent(posterior)}`, "Decibels say how far the odds against all the others move: +3 dB doubles them. In another order each step would be another, and the end the same."];
}

const moved = ({ before, after }: { readonly before: number; readonly after: number }): { readonly move: string; readonly odds: string; readonly after: number } => ({ move: `${signed(100 * (after - before))} points`, odds: oddsText(before, after), after });

function discountLines({ steps }: StateExplanation): readonly string[] {
  const lines = steps.flatMap(({ id, weight: { face, graded, counted }, reliability, share, together }) => {
    if (face === null || graded === null || counted === null || (reliability === 1 && share === 1)) return [];
    const grade = reliability < 1 ? [`${decibels(graded)} after its grade (true ${percent(reliability)} of the time)`] : [];
    const dependence = share < 1 ? [`${decibels(counted)} beside ${listText(together)} of the same origin (${percent(share)} of its weight counts)`] : [];
    return [`${id}: ${[`${decibels(face)} at face value`, ...grade, ...dependence].join(", ")}`];
  });
  const notes = [...(lines.length > 0 ? ["Here a weight compares with the average of all states, not with all the others together."] : []), ...(steps.some(({ reliability }) => reliability < 1) ? ["A graded report tells the truth that often; otherwise it is noise, which could have said anything."] : [])];
  return [...lines, ...notes];
}

/** Numbers that carry little of the width are not worth a line. */
const mostWidths = 6;

function widthLines({ width, low, high }: StateExplanation): readonly string[] {
  if (width.length === 0) return high - low > 1e-9 ? [] : ["No number it is computed from is a word or a range."];
  const telling = width.filter((narrow) => boundsText(narrow) !== boundsText({ low, high }));
  const shown = telling.slice(0, mostWidths).map(({ what, from, to, ...narrow }) => `${what}, ${boundsText({ low: from, high: to })}: were it just the middle, the bounds would be ${boundsText(narrow)}`);
  const others = width.length - shown.length;
  if (shown.length === 0) return [`${others === 1 ? "One number is a word or a range, and it carries" : `${others} numbers are words or ranges, and each carries`} less than can be read here.`];
  return [...shown, ...(others > 0 ? [`${others} more carr${others === 1 ? "ies" : "y"} less`] : [])];
}

function leaderLines({ flips, without, linchpins, leading }: StateExplanation): readonly string[] {
  const dropped = without.filter(({ leader }) => leader !== leading);
  const failing = linchpins.filter(({ leader }) => leader !== leading);
  const lines = [
    ...flips.slice(0, 10).map((set) => `${listText(set)} crossed`),
    ...failing.map(({ id, leader }) => `${id} false: ${leader} leads`),
    ...dropped.map(({ id, kind, leader }) => `without the ${kind} ${id}: ${leader} leads`),
  ];
  return lines.length === 0 ? ["No crossing of open indicators, no false assumption, and no single item or source left out does."] : lines;
}

/** Moves below this are not worth a line. */
const noticeable = 0.005;

function withoutLines({ without, posterior }: StateExplanation): readonly string[] {
  const moves = without.filter(({ probability }) => Math.abs(probability - posterior) >= noticeable);
  if (moves.length === 0 && without.length > 0) return ["None of them moves it by half a point."];
  const width = Math.max(...moves.map(({ id }) => id.length), 0);
  return moves.slice(0, 10).map(({ id, kind, probability }) => `${id.padEnd(width)}  ${kind.padEnd(6)}  ${percent(probability).padStart(6)}  ${probability < posterior ? "down" : "up"} ${points(probability - posterior)}`);
}
