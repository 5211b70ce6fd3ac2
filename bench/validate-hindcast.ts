import { parametersWith } from "#bargaining/forums/parameters";
import { runNegotiation } from "#bargaining/forums/run";
import { summaryOf, type ForumSummary } from "#bargaining/forums/summary";
import { experts, learnPast, opinionsOn } from "#bargaining/prediction/opinions";
import { defaultPredict, predictNext } from "#bargaining/prediction/predict";
import { periodsOf } from "#bargaining/votes/periods";
import { recurringSeries } from "#bargaining/votes/series";
import { ballot, withoutSilentVoters, withRollCalls, type RollCalls } from "#bargaining/votes/roll-calls";
import { daysBetween } from "#kit/date";
import { frozenNegotiation } from "./hindcast-positions.ts";
import { mean, skipped, table, type ValidationPart } from "./validation-part.ts";
import { dataCalls } from "./votes-data.ts";

/** The last day of which anything is known. */
const freeze = "2025-06-30";
const question = ["A/RES/78/241", "A/RES/79/62"];
const asked = { resolution: "A/RES/80/57", date: "2025-12-01" };
const report = "2026-09-04";

/** The bundled case as it could have been forecast in June 2025, beside what happened. */
export function hindcastPart(): ValidationPart {
  const title = "A hindcast: June 2025";
  const calls = dataCalls(["unga/unga_wide_1946_2024.csv.gz", "unga/unga_wide_2025.csv.gz", "../facts/laws/laws_votes_long.csv"]);
  const years = (date: string): number => daysBetween(freeze, date) / 365.25;
  const negotiation = frozenNegotiation(freeze, { group: years(report), assembly: years(asked.date) });
  if (!calls || !negotiation) return { title, text: skipped("a file of roll calls or of positions on autonomous weapons") };
  const [group, assembly] = ["group", "assembly"].map((id) => summaryIn(id));
  function summaryIn(id: string): ForumSummary | undefined {
    const account = runNegotiation(negotiation ?? { parties: [], forums: [] }, { runs: 10_000, seed: 1, parameters: parametersWith({}) }).find(({ track }) => track.forum.id === id);
    return account && summaryOf(account);
  }
  return { title, text: [`Everything that is dated after ${freeze} is left out; then the forecast is put beside what happened. The questions were chosen, and the states placed, knowing the outcomes: it shows how the parts work together, and proves little.`, voteText(calls), simulationText(group, assembly)].join("\n\n") };
}

interface Row {
  readonly id: string;
  readonly notYes: number;
  readonly experts: readonly number[];
  readonly answer: number;
}

/** Who does not vote yes on the third resolution of the series. */
function voteText(calls: RollCalls): string {
  const before = withoutSilentVoters(withRollCalls(calls, ({ date = "" }) => date >= "2018-09-01" && date <= freeze));
  const periods = periodsOf(before);
  const earlier = before.rollCalls.flatMap(({ id }, at) => (question.includes(id) ? [at] : []));
  const prediction = predictNext({ calls: before, periods }, earlier, defaultPredict);
  const opinions = opinionsOn(learnPast({ calls: before, periods, series: recurringSeries(before, periods) }, periods.labels.length, defaultPredict), earlier);
  const given = answersTo(calls);
  const rows = before.voters.flatMap(({ id }, voter): readonly Row[] => {
    const answer = given.get(id);
    if (answer === undefined || answer === ballot.absent) return [];
    return [{ id, answer, notYes: 1 - (prediction.voters[voter]?.answers[0] ?? 0), experts: experts.map((expert) => 1 - (opinions[expert][3 * voter] ?? 0)) }];
  });
  const base = mean(rows.map(({ notYes }) => notYes));
  const forecasts: readonly (readonly [string, (row: Row) => number])[] = [["mixture", ({ notYes }) => notYes], ...experts.map((expert, place) => [expert, (row: Row) => row.experts[place] ?? 0] as const), ["the same for all", () => base]];
  const scores = forecasts.map(([name, chance]) => [name, logLoss(rows, chance).toFixed(3), aucOf(rows, chance).toFixed(2)]);
  const ranked = rows.toSorted((one, other) => other.notYes - one.notYes);
  const actual = rows.filter(isNotYes);
  const late = actual.filter((row) => ranked.indexOf(row) >= 2 * actual.length).map(({ id, notYes }) => `${id} (${(100 * notYes).toFixed(0)} %, rank ${ranked.findIndex((row) => row.id === id) + 1})`);
  return [
    `**The vote of ${asked.date} on ${asked.resolution}**, from the votes on ${question.join(" and ")} and ${before.rollCalls.length - 2} others since September 2018. Of ${rows.length} states that voted ${actual.length} did not vote yes; ${(base * rows.length).toFixed(1)} were expected. Log loss of yes or not, and the chance that a state that did not vote yes ranks above one that did:`,
    table(["forecast", "log loss", "area under the curve"], scores),
    `The ${actual.length} ranked highest: ${ranked.slice(0, actual.length).map((row) => `${row.id} ${(100 * row.notYes).toFixed(0)} %${isNotYes(row) ? " ✓" : ""}`).join(", ")}. A tick marks who did not vote yes. Beyond the first ${2 * actual.length}: ${late.join(", ") || "none"}.`,
  ].join("\n\n");
}

const isNotYes = ({ answer }: Row): boolean => answer !== ballot.yes;

function answersTo(calls: RollCalls): ReadonlyMap<string, number> {
  const place = calls.rollCalls.findIndex(({ id }) => id === asked.resolution);
  const found = new Map<string, number>();
  for (let at = calls.starts[place] ?? 0; at < (calls.starts[place + 1] ?? 0); at++) found.set(calls.voters[calls.voterOf[at] ?? 0]?.id ?? "", calls.ballots[at] ?? ballot.absent);
  return found;
}

const logLoss = (rows: readonly Row[], chance: (row: Row) => number): number =>
  mean(rows.map((row) => -Math.log(Math.max(1e-4, isNotYes(row) ? chance(row) : 1 - chance(row)))));

function aucOf(rows: readonly Row[], chance: (row: Row) => number): number {
  const [ones, zeros] = [rows.filter(isNotYes), rows.filter((row) => !isNotYes(row))].map((list) => list.map(chance));
  return mean((ones ?? []).flatMap((one) => (zeros ?? []).map((zero) => (one > zero ? 1 : one === zero ? 1 / 2 : 0))));
}

function simulationText(group: ForumSummary | undefined, assembly: ForumSummary | undefined): string {
  if (!group || !assembly) return "";
  const rows = [...outcomeRows("expert group, consensus", group), ...outcomeRows("General Assembly, majority", assembly)];
  const text = group.text ? ` Where it agrees the text lies at ${(100 * group.text.mean).toFixed(0)} (four in five from ${(100 * group.text.low).toFixed(0)} to ${(100 * group.text.high).toFixed(0)}).` : "";
  return [
    `**The report of the expert group of ${report} under consensus, and the same vote, simulated.** States are placed by codings and papers dated before the freeze (\`bench/hindcast-positions.ts\`); of the others nothing was known, and they are placed at 50 with a range from 20 to 80. In the Assembly their last answers in the series weigh on the vote. 10,000 runs.`,
    table(["forum", "outcome", "share"], rows),
    `What happened: the group adopted its report by consensus, after it had been diluted in the last hours; the Assembly adopted the resolution by 164 to 6 with 7 abstentions, against the United States, the Russian Federation and Israel.${text}`,
  ].join("\n\n");
}

const outcomeRows = (name: string, { outcomes }: ForumSummary): readonly (readonly string[])[] => outcomes.filter(({ share }) => share >= 0.0005).map(({ name: outcome, share }) => [name, outcome, `${(100 * share).toFixed(1)} %`]);
