import { fitIdealPoints, type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { pointOf } from "#bargaining/ideal-points/table";
import { pointWidth } from "#bargaining/ideal-points/model";
import { predictNext, defaultPredict } from "#bargaining/prediction/predict";
import { periodsOf, type Periods } from "#bargaining/votes/periods";
import { ballot, withoutSilentVoters, withRollCalls } from "#bargaining/votes/roll-calls";
import { delimitedReader } from "#kit/delimited";
import { groupBy } from "#kit/group";
import { heldOutScore, keeping, nearestForecast, pointsForecast, sharesForecast, splitOf, type HeldOutScore, type Split } from "./held-out.ts";
import { mean, skipped, table, type ValidationPart } from "./validation-part.ts";
import { dataCalls, dataText, sets } from "./votes-data.ts";

export type { ValidationPart } from "./validation-part.ts";

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  const over = (x: readonly number[], y: readonly number[], mx: number, my: number): number => x.reduce((sum, value, at) => sum + (value - mx) * ((y[at] ?? 0) - my), 0);
  return over(a, b, meanA, meanB) / Math.sqrt(over(a, a, meanA, meanA) * over(b, b, meanB, meanB));
}

/** Seed of the splits: not one that any setting was chosen on. */
const splitSeed = 20261125;

const heldOutHead = ["", "accuracy, 3 answers", "log likelihood, 3 answers", "accuracy, yes or not", "log likelihood, yes or not"];
const scoreRow = ({ name, accuracy, logLikelihood, binaryAccuracy, binaryLogLikelihood }: HeldOutScore): readonly string[] => [name, accuracy.toFixed(4), logLikelihood.toFixed(3), binaryAccuracy.toFixed(4), binaryLogLikelihood.toFixed(3)];

/** Answers held back by lot: dimensions are chosen on one tenth, scores are of another that nothing was chosen on. */
export function heldOutPart(set: "S78" | "W7" | "ALL", moving: boolean, dimensions: readonly number[]): ValidationPart {
  const title = `Held-out votes, ${set}, ${moving ? "moving" : "still"} points`;
  const calls = sets[set]();
  if (!calls) return { title, text: skipped("the file of General Assembly roll calls") };
  const split = splitOf(calls, splitSeed);
  const periods = moving ? periodsOf(calls) : undefined;
  const models = dimensions.flatMap((k) => [...(k <= 3 ? [{ k, readiness: false }] : []), { k, readiness: true }]);
  const onValidation = models.map((model) => pointsScore(split, { ...model, periods, isTrain: (part) => part > 1, test: 1 }));
  const chosen = onValidation.toSorted((a, b) => b.logLikelihood - a.logLikelihood)[0]?.name;
  const train = keeping(split, (part) => part > 0);
  const baselines = [
    heldOutScore("always yes", split, { test: 0, forecast: () => [1, 0, 0] }),
    heldOutScore("shares of the roll call", split, { test: 0, forecast: sharesForecast(train) }),
    heldOutScore("nearest voters on the same roll call", split, { test: 0, forecast: nearestForecast(train) }),
  ];
  const tests = models.map((model) => ({ ...model, score: pointsScore(split, { ...model, periods, isTrain: (part) => part > 0, test: 0 }) }));
  const choice = `By log likelihood on the validation tenth (in the order of the table ${onValidation.map(({ logLikelihood }) => logLikelihood.toFixed(3)).join(", ")}) the choice is **${chosen ?? "none"}**.`;
  return { title, text: `${calls.rollCalls.length} roll calls, ${calls.voters.length} voters; split seed ${splitSeed}. ${choice} On the test tenth:\n\n${table(heldOutHead, [...baselines, ...tests.map(({ score }) => score)].map(scoreRow))}${aimText(`${set} ${moving ? "moving" : "still"}`, tests, answersIn(split, 0))}` };
}

/** What is to be reached on two of the sets, and by how many axes. */
const aims: Readonly<Record<string, { readonly axes: number; readonly accuracy: number; readonly logLikelihood?: number }>> = {
  "W7 still": { axes: 3, accuracy: 0.9395, logLikelihood: -0.179 },
  "ALL moving": { axes: 2, accuracy: 0.92 },
};

/** Whether the aim is reached; one standard error of an accuracy stands beside it. */
function aimText(key: string, tests: readonly { readonly k: number; readonly readiness: boolean; readonly score: HeldOutScore }[], answers: number): string {
  const aim = aims[key];
  const score = tests.find(({ k, readiness }) => readiness && k === aim?.axes)?.score;
  if (!aim || !score) return "";
  const isReached = score.accuracy >= aim.accuracy && score.logLikelihood >= (aim.logLikelihood ?? Number.NEGATIVE_INFINITY);
  const error = Math.sqrt((score.accuracy * (1 - score.accuracy)) / answers);
  const likelihood = aim.logLikelihood === undefined ? "" : ` and log likelihood ${aim.logLikelihood}`;
  return `\n\nTo be reached with ${aim.axes} axes: accuracy ${aim.accuracy}${likelihood}; ${isReached ? "reached" : `NOT reached, by ${(aim.accuracy - score.accuracy).toFixed(4)}`} (the standard error of the accuracy is ${error.toFixed(4)}).`;
}

const answersIn = ({ calls, part }: Split, test: number): number => part.reduce((sum, own, at) => sum + Number(own === test && calls.ballots[at] !== ballot.absent), 0);

interface PointsTest {
  readonly k: number;
  readonly readiness: boolean;
  readonly periods: Periods | undefined;
  readonly isTrain: (part: number) => boolean;
  readonly test: number;
}

const pointsScore = (split: Split, { k, readiness, periods, isTrain, test }: PointsTest): HeldOutScore =>
  heldOutScore(`ideal points, ${k} ${k === 1 ? "axis" : "axes"}${readiness ? " and readiness" : " alone"}`, split, { test, forecast: pointsForecast(keeping(split, isTrain), { dimensions: k, readiness, periods }) });

/** Questions that came again, each year forecast from those before. */
export function forwardPart(): ValidationPart {
  const title = "Recurring votes, forward";
  const calls = dataCalls(["unga/unvotes_un_votes.csv.gz", "unga/unvotes_un_roll_calls.csv.gz"]);
  if (!calls) return { title, text: skipped("the file of General Assembly roll calls with titles") };
  const recent = withoutSilentVoters(withRollCalls(calls, ({ date = "" }) => date >= "2000-09-01"));
  const { scores, tested, weights, changeRate } = predictNext({ calls: recent, periods: periodsOf(recent) }, [], { ...defaultPredict, folds: 9 });
  const rows = scores.map(({ name, accuracy, logLikelihood }) => [name, accuracy.toFixed(4), logLikelihood.toFixed(3)]);
  const [mixture, ...parts] = scores;
  const best = parts.toSorted((a, b) => b.logLikelihood - a.logLikelihood)[0];
  const ahead = (mixture?.logLikelihood ?? 0) - (best?.logLikelihood ?? 0);
  const verdict = `In log likelihood the mixture is ${ahead > 0 ? "ahead of each part" : "NOT ahead of each part"}: ${Math.abs(ahead).toFixed(3)} ${ahead > 0 ? "above" : "below"} the best of them, ${best?.name}. A change of regime is in two of the parts: the last vote changes at the rate that was observed, and the shares are what a voter answers that has become like any other.`;
  const pooled = Object.entries(weights).map(([name, weight]) => `${name} ${weight.toFixed(2)}`).join(", ");
  return {
    title,
    text: `${tested.rollCalls} roll calls of 2012 to 2019 whose title had come before, ${tested.answers} answers; each year is forecast from the years before only, and so are the weights of the mixture. Share of answers that change: ${changeRate.toFixed(3)}. Weights in the end: ${pooled}.\n\n${table(["", "accuracy, 3 answers", "log likelihood"], rows)}\n\n${verdict}`,
  };
}

/** Our points beside those of Bailey, Strezhnev and Voeten. Their points rest on votes that ours rest on too: a description, not a test. */
export function publishedPart(): ValidationPart {
  const title = "Published ideal points";
  const [w7, all, text] = [sets.W7(), sets.ALL(), dataText("idealpoints/bsv_july2025.csv.gz")];
  if (!w7 || !all || text === undefined) return { title, text: skipped("a file of roll calls or of published points") };
  const published = publishedPoints(text);
  const rows = [false, true].map((readiness) => {
    const recent = fitIdealPoints(w7, { dimensions: 1, readiness, anchors: ["USA"] });
    const ever = fitIdealPoints(all, { dimensions: 1, readiness, anchors: ["USA"], periods: periodsOf(all) });
    const columns = (["all", "final"] as const).map((column) => {
      const pairs = movingPairs(ever, published[column]);
      return `${stillCorrelation(recent, published[column]).toFixed(3)} / ${correlationOf(pairs).toFixed(3)} / ${withinSessions(pairs).toFixed(3)}`;
    });
    return [readiness ? "1 axis and readiness" : "1 axis alone", ...columns];
  });
  return {
    title,
    text: `Correlation of our first axis with the points of Bailey, Strezhnev and Voeten (release of July 2025): 2019 to 2025, still, with the mean of theirs by state / 1946 to 2024, moving, state by session / the same within each session, mean over sessions. With readiness, sessions far apart are not to be compared: what moves in all voters together may be read as either.\n\n${table(["", "their points from all votes", "from final passage only"], rows)}`,
  };
}

type Published = ReadonlyMap<string, ReadonlyMap<number, number>>;

function publishedPoints(text: string): Readonly<Record<"all" | "final", Published>> {
  const result = { all: new Map<string, Map<number, number>>(), final: new Map<string, Map<number, number>>() };
  let columns: readonly number[] = [];
  const reader = delimitedReader(({ cells, line }) => {
    if (line === 1) columns = ["iso3c", "year", "idealpointall", "idealpointfp"].map((name) => cells.indexOf(name));
    else {
      const [state = "", year = "", all = "", final = ""] = columns.map((column) => cells[column] ?? "");
      for (const [map, value] of [[result.all, all], [result.final, final]] as const) {
        if (value === "" || value === "NA") continue;
        map.set(state, (map.get(state) ?? new Map<number, number>()).set(Number(year), Number(value)));
      }
    }
  });
  reader.add(text);
  reader.end();
  return result;
}

function stillCorrelation({ calls, mode, parameters }: IdealPoints, published: Published): number {
  const pairs = calls.voters.flatMap(({ id }, voter): readonly Pair[] => {
    const theirs = Array.from(published.get(id) ?? []).filter(([year]) => year >= 2019).map(([, value]) => value);
    const point = pointOf(mode.model.table, voter, 0);
    return theirs.length === 0 || point === undefined ? [] : [{ session: 0, ours: parameters[point * pointWidth(mode.model)] ?? 0, theirs: mean(theirs) }];
  });
  return correlationOf(pairs);
}

interface Pair {
  readonly session: number;
  readonly ours: number;
  readonly theirs: number;
}

const correlationOf = (pairs: readonly Pair[]): number => correlation(pairs.map(({ ours }) => ours), pairs.map(({ theirs }) => theirs));

const withinSessions = (pairs: readonly Pair[]): number => mean(Array.from(groupBy(pairs, ({ session }) => session).values(), correlationOf));

function movingPairs({ calls, mode, parameters, periods }: IdealPoints, published: Published): readonly Pair[] {
  const { pointStarts, periodOf } = mode.model.table;
  return calls.voters.flatMap(({ id }, voter) =>
    Array.from({ length: (pointStarts[voter + 1] ?? 0) - (pointStarts[voter] ?? 0) }, (_, place) => (pointStarts[voter] ?? 0) + place).flatMap((point): readonly Pair[] => {
      const session = periods?.times[periodOf[point] ?? 0] ?? 0;
      const theirs = published.get(id)?.get(session);
      return theirs === undefined ? [] : [{ session, ours: parameters[point * pointWidth(mode.model)] ?? 0, theirs }];
    }),
  );
}
