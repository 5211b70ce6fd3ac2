import { bar, coloursFor, fold, widthOf } from "#cli/terminal";
import { percent } from "#kit/number-text";
import type { VoteBlocs } from "#workbench/votes/blocs";
import type { VoteFit } from "#workbench/votes/fit";
import type { PivotalPower, WeightedPower } from "#workbench/votes/power";
import type { VotePrediction } from "#workbench/votes/predict";

/** Results of roll calls as a person reads them on a terminal. */

const page = (parts: readonly string[]): string => `${parts.filter((part) => part !== "").join("\n\n")}\n`;

const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? "" : [coloursFor(process.stdout).bold(title), ...lines].join("\n"));

const wrapped = (text: string): string => `  ${fold(text, widthOf(process.stdout) - 2, "  ")}`;

const dim = (text: string): string => coloursFor(process.stdout).dim(text);

const signed = (value: number | undefined): string => (value === undefined ? "" : `${value < 0 ? "−" : " "}${Math.abs(value).toFixed(2)}`);

/** How many voters are shown from each end of an axis. */
const ends = 8;

export function fitText(fit: VoteFit): string {
  const { voters, axes, identification, model, search } = fit;
  const points = voters.flatMap(({ id, points: own }) => own.slice(-1).map((point) => ({ id, ...point })));
  const parts = axes.map((axis, number) => {
    const lines = endsOf(points.map(({ id, position, error }) => ({ id, value: position[number], error: error[number] })));
    const loads = axis.rollCalls.map(({ id, resolution, date, title, share, yesIs }) => wrapped(`${percent(share)} ${[...new Set([resolution ?? id, date, title])].filter(Boolean).join(" · ")} (yes is ${yesIs})`));
    return `${section(`Axis ${number + 1}${points[0]?.period === undefined ? "" : ", latest points"}`, lines)}\n${dim("  told by, with the share of all that is told about this axis:")}\n${loads.join("\n")}`;
  });
  const state = search.converged ? `converged after ${search.iterations} steps` : `NOT converged after ${search.iterations} steps`;
  const ready = endsOf(points.flatMap(({ id, readiness, readinessError }) => (readiness === undefined ? [] : [{ id, value: readiness, error: readinessError }])));
  const vague = points.filter(({ error }) => error.some((value) => value >= 1)).length;
  const doubt = vague === 0 ? "" : wrapped(`${vague === points.length ? "No voter's place is" : `The places of ${vague} of ${points.length} voters are not`} known better than that it is somewhere among all others: the standard error is as wide as the spread of all points, which is 1, or wider.`);
  return page([...parts, doubt, section("Readiness: says yes less (−) or more easily than its place tells, in logits", ready), dim(fold(`${model.dynamic ? "Moving" : "Still"} points, ordered logit; errors: ${model.errors}; ${state}; seed ${search.seed}. Frame: ${identification}.`, widthOf(process.stdout)))]);
}

interface Ranked {
  readonly id: string;
  readonly value: number | undefined;
  readonly error: number | undefined;
}

/** The voters at both ends of a scale, with their standard errors. */
function endsOf(ranked: readonly Ranked[]): readonly string[] {
  const order = ranked.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const shown = order.length > 2 * ends ? [...order.slice(0, ends), undefined, ...order.slice(-ends)] : order;
  return shown.map((voter) => (voter ? `  ${voter.id.padEnd(12)} ${signed(voter.value)}  ${dim(`± ${(voter.error ?? Number.NaN).toFixed(2)}`)}` : dim("  ...")));
}

export function predictionText(prediction: VotePrediction): string {
  const { expected, weights, scores, tested, voters, changeRate, question } = prediction;
  const doubtful = voters.filter(({ yes }) => yes < 0.9).toSorted((a, b) => a.yes - b.yes);
  const rows = doubtful.map(({ id, yes, abstain, no, present, last }) => `  ${id.padEnd(12)} ${[yes, abstain, no].map((p) => percent(p).padStart(8)).join("")} ${(present === undefined ? "" : percent(present)).padStart(8)}  ${last.padEnd(8)} ${bar(yes, 12)}`);
  const heads = dim(`  ${"".padEnd(12)} ${["yes", "abstain", "no"].map((word) => word.padStart(8)).join("")} ${"present".padStart(8)}  last`);
  const tests = scores.map(({ name, accuracy, logLikelihood }) => `  ${name.padEnd(18)} ${percent(accuracy).padStart(7)} ${signed(logLikelihood).padStart(8)}  ${name in weights ? dim(`weight ${percent(Object.entries(weights).find(([expert]) => expert === name)?.[1] ?? 0)}`) : ""}`);
  const basis = tested.answers === 0 ? "No question in these files recurs, so nothing could be tested and all weigh alike." : `Each forecast from earlier periods only: ${tested.answers} ${tested.answers === 1 ? "answer" : "answers"} to ${tested.rollCalls} recurring roll ${tested.rollCalls === 1 ? "call" : "calls"}; right, mean log of the probability.`;
  return page([
    section(`The next vote after ${question.join(", ")}`, [`  expected: ${expected.yes.toFixed(1)} yes, ${expected.no.toFixed(1)} no, ${expected.abstain.toFixed(1)} abstentions, ${expected.absent.toFixed(1)} absent`]),
    section("Voters less than 90% sure to say yes if they vote", rows.length === 0 ? [] : [heads, ...rows]),
    section("How well this has done", [wrapped(basis), ...tests]),
    section("Who has changed before", prediction.switchers.map(({ id, answers }) => `  ${id.padEnd(12)} ${answers.join(", ")}`)),
    dim(`share of answers that change from one vote to the next: ${percent(changeRate)}; seed ${prediction.seed}`),
  ]);
}

export function blocsText({ count, chosenBy, silhouette, agreement, blocs, nearest, seed }: VoteBlocs): string {
  const parts = blocs.map(({ members, disputed, cohesion }, bloc) => {
    const title = `Bloc ${bloc + 1}: ${members.length} ${members.length === 1 ? "voter" : "voters"}${cohesion === undefined ? "" : `, cohesion ${cohesion.toFixed(2)}`}`;
    return section(title, [wrapped(members.join(" ")), ...(disputed.length === 0 ? [] : [dim(wrapped(`placed elsewhere by their ideal points: ${disputed.join(" ")}`))])]);
  });
  return page([
    ...parts,
    section("Nearest, by answers less the mean of each roll call", nearest.map(({ id, likeness }) => `  ${id.padEnd(12)} ${signed(likeness)}`)),
    dim(fold(`${count} ${count === 1 ? "bloc" : "blocs"} (${chosenBy === "asked" ? "as asked" : "as many as separate best"}; mean silhouette ${silhouette.toFixed(2)}); average linkage and k-means on ideal points agree to ${agreement.toFixed(2)} (adjusted Rand; 1 the same, 0 as by chance); seed ${seed}`, widthOf(process.stdout))),
  ]);
}

export function weightedPowerText({ quota, total, players }: WeightedPower): string {
  const width = Math.max(6, ...players.map(({ id }) => id.length));
  const rows = players.toSorted((a, b) => b.shapley - a.shapley).map(({ id, weight, shapley, banzhaf, swings }) => `  ${id.padEnd(width)} ${String(weight).padStart(8)} ${percent(weight / total).padStart(8)} ${percent(shapley).padStart(8)} ${percent(banzhaf).padStart(8)} ${percent(swings).padStart(8)}`);
  return page([section(`Power at a quota of ${quota} of ${total}`, [dim(`  ${"".padEnd(width)} ${["weight", "share", "Shapley", "Banzhaf", "swings"].map((word) => word.padStart(8)).join(" ")}`), ...rows])]);
}

export function pivotalPowerText({ rule, quota, period, voters, questions, runs, seed }: PivotalPower): string {
  const equal = 1 / voters.length;
  // Four standard errors: with two hundred voters, chance alone sets one of them three apart.
  const isLevel = voters.every(({ share }) => Math.abs(share - equal) < 4 * Math.sqrt((equal * (1 - equal)) / runs));
  const rows = voters.slice(0, 20).map(({ id, share, error }) => `  ${id.padEnd(12)} ${percent(share).padStart(7)} ${dim(`± ${percent(error)}`)}`);
  return page([
    section(`Who brings the quota about: ${rule}, ${quota} of ${voters.length} voters (${period})`, rows),
    dim(fold(`With one vote each, all classical indices give every voter ${percent(equal)}.${isLevel ? " None of these shares differs from that by more than the chance of the runs: the order says nothing." : ""} These shares follow from ideal points and ${questions} ${questions === 1 ? "question" : "questions"}, as if the points were known for certain; ${runs} runs, seed ${seed}.`, widthOf(process.stdout))),
  ]);
}
