import { runChallenge } from "#bargaining/challenge/challenge";
import { contentForecast, contentModel, type ContentForecast, type ContentModel } from "#bargaining/content/content";
import { calibrate, centralDistance, centralInterval, crowdOf, crowds, type Crowd } from "#bargaining/content/intervals";
import { compromiseOf, textForecast, type Claim } from "#bargaining/forums/compromise";
import { parametersWith } from "#bargaining/forums/parameters";
import { seededRandom } from "#kit/random";
import { claimsOf, contendersOf, readDeuIssues, usualWeighting, type DeuIssue, type Weighting } from "./deu-issues.ts";
import { mean, skipped, table, type ValidationPart } from "./validation-part.ts";
import { dataText } from "./votes-data.ts";

const grid = Array.from({ length: 501 }, (_, step) => step / 500);
const points = (value: number): string => (value * 100).toFixed(2);

/** The integral over the scale of the product of what two distributions lack of the one that knows the outcome; with itself, the continuous ranked probability score. */
const product = (one: Float64Array, other: Float64Array): number => one.reduce((sum, lack, step) => sum + lack * (other[step] ?? 0), 0) / (grid.length - 1);

const lackOf = (below: (point: number) => number, outcome: number): Float64Array => Float64Array.from(grid, (point) => below(point) - (point >= outcome - 1e-9 ? 1 : 0));

const rankedScore = (below: (point: number) => number, outcome: number): number => {
  const lack = lackOf(below, outcome);
  return product(lack, lack);
};

/** Capabilities that can be chosen: by root of the population, by population or all alike; with and without salience. */
const weightings: readonly Weighting[] = [0.5, 0, 1].flatMap((populationPower) =>
  [1, 0].flatMap((saliencePower) => [0.1, 0.05, 0.15, 0.2].map((share) => ({ populationPower, saliencePower, commission: share, parliament: share }))),
);
const powers = [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const errors = [0.1, 0.15, 0.2, 0.25];
const chances = [0.3, 0.4, 0.5, 0.6, 0.7];
const shapes = powers.length * errors.length * chances.length;

interface Candidate {
  readonly weighting: Weighting;
  readonly model: ContentModel;
}

/** In the order of `scoresOn`; the usual weighting comes first. */
const candidates: readonly Candidate[] = weightings.flatMap((weighting) =>
  powers.flatMap((pullPower) => errors.flatMap((textError) => chances.map((heldText) => ({ weighting, model: { pullPower, textError, heldText } })))),
);

/** The score of each candidate on an issue. A mixture lacks what its parts lack, by their chances, so that three integrals serve all chances. */
function scoresOn(issue: DeuIssue): readonly number[] {
  return weightings.flatMap((weighting) => {
    const claims = claimsOf(issue, weighting);
    const lackOfPart = (model: ContentModel): Float64Array => lackOf(contentForecast(claims, model).below, issue.outcome);
    return powers.flatMap((pullPower) => {
      const held = lackOfPart({ pullPower, textError: 0, heldText: 1 });
      return errors.flatMap((textError) => {
        const written = lackOfPart({ pullPower, textError, heldText: 0 });
        const [ofWritten, ofBoth, ofHeld] = [product(written, written), product(written, held), product(held, held)];
        return chances.map((chance) => (1 - chance) ** 2 * ofWritten + 2 * chance * (1 - chance) * ofBoth + chance ** 2 * ofHeld);
      });
    });
  });
}

/** Ten parts by proposal, so that no proposal stands on both sides: the part of each issue. */
function partsOf(issues: readonly DeuIssue[], seed: number): readonly number[] {
  const random = seededRandom(seed);
  const parts = new Map([...new Set(issues.map(({ proposal }) => proposal))].map((proposal) => [proposal, Math.floor(random() * 10)]));
  return issues.map(({ proposal }) => parts.get(proposal) ?? 0);
}

/** What one issue gives when the choice was made without its proposal. */
interface Held {
  readonly score: number;
  readonly compromiseError: number;
  readonly medianError: number;
  readonly inside: readonly boolean[];
  readonly width: readonly number[];
  /** Whether the central interval of the distribution itself, uncorrected, holds the outcome. */
  readonly insideRaw: readonly boolean[];
  /** The same of the interval about the compromise that the absolute errors of the others give (split conformal), and how wide it is. */
  readonly insideErrors: readonly boolean[];
  readonly widthErrors: readonly number[];
  readonly crowd: Crowd;
}

const levels = [0.5, 0.8, 0.9];

const forecastOf = (issue: DeuIssue, { weighting, model }: Candidate): ContentForecast => contentForecast(claimsOf(issue, weighting), model);

interface Choice {
  /** How many candidates there are to choose from, the first first. */
  readonly among: number;
  readonly seed: number;
}

function crossValidate(issues: readonly DeuIssue[], scores: readonly (readonly number[])[], { among, seed }: Choice): readonly Held[] {
  const parts = partsOf(issues, seed);
  return Array.from({ length: 10 }, (_, part) => part).flatMap((part) => {
    const others = issues.flatMap((_, number) => (parts[number] === part ? [] : [number]));
    const chosen = bestOf(others.map((number) => (scores[number] ?? []).slice(0, among)));
    const calibration = others.flatMap((number) => issues[number] ?? []);
    const errors = calibration.map((issue) => Math.abs(forecastOf(issue, chosen).compromise - issue.outcome));
    const reach = { central: reachOf(calibration, chosen), errors: levels.map((level) => calibrate(errors, level).distance) };
    return issues.flatMap((issue, number) => (parts[number] === part ? [heldOut(issue, chosen, reach)] : []));
  });
}

type CentralReach = Readonly<Record<Crowd, readonly number[]>>;

interface Reach {
  readonly central: CentralReach;
  readonly errors: readonly number[];
}

/** How far intervals of each level reach from the middle of a forecast, by how many positions are held. */
function reachOf(issues: readonly DeuIssue[], candidate: Candidate): CentralReach {
  const outcomes = issues.map((issue) => ({ forecast: forecastOf(issue, candidate), outcome: issue.outcome }));
  const of = (crowd: Crowd): readonly number[] => {
    const distances = outcomes.flatMap(({ forecast, outcome }) => (crowdOf(forecast) === crowd ? [centralDistance(forecast, outcome)] : []));
    return levels.map((level) => calibrate(distances, level).distance);
  };
  return { "at most 2": of("at most 2"), "3": of("3"), "4 or more": of("4 or more") };
}

function bestOf(scores: readonly (readonly number[])[]): Candidate {
  const sums = new Float64Array(scores[0]?.length ?? 0);
  for (const own of scores) own.forEach((score, candidate) => (sums[candidate] = (sums[candidate] ?? 0) + score));
  const least = sums.reduce((one, other) => Math.min(one, other));
  return candidates[sums.indexOf(least)] ?? { weighting: usualWeighting, model: contentModel };
}

function heldOut(issue: DeuIssue, chosen: Candidate, reach: Reach): Held {
  const forecast = forecastOf(issue, chosen);
  const { outcome } = issue;
  const crowd = crowdOf(forecast);
  const intervals = reach.central[crowd].map((distance) => centralInterval(forecast, distance));
  const about = reach.errors.map((error) => ({ low: Math.max(forecast.low, forecast.compromise - error), high: Math.min(forecast.high, forecast.compromise + error) }));
  const raw = levels.map((level) => centralInterval(forecast, level / 2));
  const holds = ({ low, high }: { readonly low: number; readonly high: number }): boolean => outcome >= low - 1e-9 && outcome <= high + 1e-9;
  return {
    score: rankedScore(forecast.below, outcome),
    compromiseError: Math.abs(forecast.compromise - outcome),
    medianError: Math.abs(forecast.quantile(0.5) - outcome),
    inside: intervals.map(holds),
    width: intervals.map(({ low, high }) => high - low),
    insideRaw: raw.map(holds),
    insideErrors: about.map(holds),
    widthErrors: about.map(({ low, high }) => high - low),
    crowd,
  };
}

const median = (claims: readonly Claim[]): number => {
  const ordered = claims.toSorted((one, other) => one.position - other.position);
  const half = ordered.reduce((sum, { weight }) => sum + weight, 0) / 2;
  let passed = 0;
  return ordered.find(({ weight }) => (passed += weight) >= half)?.position ?? 0.5;
};

const range = (values: readonly number[]): string => `${Math.min(...values)} to ${Math.max(...values)}`;

/** The mean over partitions, with the least and the greatest. */
const overPartitions = (values: readonly number[]): string => `${points(mean(values))} (${points(Math.min(...values))} to ${points(Math.max(...values))})`;

const standardError = (values: readonly number[]): number => Math.sqrt(mean(values.map((value) => (value - mean(values)) ** 2)) / values.length);

/** The weighted mean of where the challenge model leaves everybody. */
function challengedMean(issue: DeuIssue, rounds: number): number {
  const contenders = contendersOf(issue, usualWeighting);
  const last = runChallenge(contenders, rounds).at(-1);
  return compromiseOf(contenders.map(({ salience, capability }, actor) => ({ position: last?.positions[actor] ?? 0, weight: salience * capability })));
}

function fixedText(issues: readonly DeuIssue[]): string {
  const errorOf = (guess: (claims: readonly Claim[]) => number, of = issues): string => points(mean(of.map((issue) => Math.abs(issue.outcome - guess(claimsOf(issue, usualWeighting))))));
  const scoreOf = (below: (claims: readonly Claim[], point: number) => number): string => points(mean(issues.map((issue) => rankedScore((point) => below(claimsOf(issue, usualWeighting), point), issue.outcome))));
  const contested = issues.filter(({ wants }) => wants.length >= 3);
  const guesses = [
    [`compromise: salience times root of population, on the ${contested.length} issues with three positions or more`, errorOf(compromiseOf, contested)],
    ["the same, on all", errorOf(compromiseOf)],
    ["mean of the positions", errorOf((claims) => mean(claims.map(({ position }) => position)))],
    ["median of the positions by the same weights", errorOf(median)],
    ["always 50", errorOf(() => 0.5)],
    ...[1, 3, 10].map((rounds) => [`challenge model (\`bargain --model challenge\`), the same mean after ${rounds === 1 ? "a round" : `${rounds} rounds`}`, points(mean(issues.map((issue) => Math.abs(issue.outcome - challengedMean(issue, rounds)))))]),
    ["median of the forecast by the defaults", errorOf((claims) => contentForecast(claims).quantile(0.5))],
  ];
  const { textError, heldText } = parametersWith({});
  const distributions = [
    ["compromise as a point", errorOf(compromiseOf)],
    ["normal about it, 35 points", scoreOf((claims, point) => contentForecast(claims, { pullPower: 1, textError: 0.35, heldText: 0 }).below(point))],
    ["as the simulation draws (by the root of each actor's weight)", scoreOf((claims, point) => textForecast(claims, { textError, heldText }, [point])[0] ?? 0)],
    [`the defaults of \`bargain\` (${Object.entries(contentModel).map(([name, value]) => `\`${name}\` ${value}`).join(", ")})`, scoreOf((claims, point) => contentForecast(claims).below(point))],
  ];
  const error = standardError(issues.map((issue) => Math.abs(issue.outcome - compromiseOf(claimsOf(issue, usualWeighting)))));
  const gains = issues.map((issue) => {
    const claims = claimsOf(issue, usualWeighting);
    return Math.abs(issue.outcome - compromiseOf(claims)) - Math.abs(issue.outcome - contentForecast(claims).quantile(0.5));
  });
  return `Nothing chosen; weights are salience times capability, which is the root of a state's population and a tenth of the Council's for Commission and Parliament each: what did best of four weightings on these issues before. The standard error of an error is about ${points(error)}; the median of the forecast gains ${points(mean(gains))} on the compromise, with a standard error of ${points(standardError(gains))}.\n\n${table(["guess", "mean absolute error"], guesses)}\n\n${table(["distribution", "CRPS"], distributions)}`;
}

const partitions = 10;

/** The content of a text, on decisions of the EU. */
export function compromisePart(): ValidationPart {
  const title = "Content of a text, DEU III";
  const text = dataText("deu/deu3.tsv");
  if (text === undefined) return { title, text: skipped("deu/deu3.tsv") };
  const issues = readDeuIssues(text);
  const scores = issues.map(scoresOn);
  const [byShape = [], byAll = []] = [shapes, candidates.length].map((among) => Array.from({ length: partitions }, (_, seed) => crossValidate(issues, scores, { among, seed: seed + 1 })));
  const by = (pick: (held: Held) => number, runs: readonly (readonly Held[])[] = byShape): string => overPartitions(runs.map((run) => mean(run.map(pick))));
  const both = (pick: (held: Held) => number): readonly string[] => [by(pick), by(pick, byAll)];
  const figures = [
    ["mean absolute error of the compromise", ...both(({ compromiseError }) => compromiseError)],
    ["mean absolute error of the median of the forecast", ...both(({ medianError }) => medianError)],
    ["CRPS", ...both(({ score }) => score)],
  ];
  const builtIn = reachOf(issues, { weighting: usualWeighting, model: contentModel });
  const intervals = levels.map((level, at) => [
    `${level * 100} %`,
    by(({ inside }) => (inside[at] === true ? 1 : 0)),
    by(({ width }) => width[at] ?? 1),
    by(({ insideRaw }) => (insideRaw[at] === true ? 1 : 0)),
    by(({ insideErrors }) => (insideErrors[at] === true ? 1 : 0)),
    by(({ widthErrors }) => widthErrors[at] ?? 1),
  ]);
  const ofCrowd = (crowd: Crowd): readonly (readonly Held[])[] => byShape.map((run) => run.filter((held) => held.crowd === crowd));
  const crowdRows = crowds.map((crowd) => [
    crowd,
    String(ofCrowd(crowd)[0]?.length ?? 0),
    by(({ inside }) => (inside[1] === true ? 1 : 0), ofCrowd(crowd)),
    by(({ width }) => width[1] ?? 1, ofCrowd(crowd)),
    builtIn[crowd].map((distance) => (200 * distance).toFixed(0)).join(", "),
  ]);
  return {
    title,
    text: [
      `${issues.length} issues with an outcome, on a scale from 0 to 100. A position without a salience counts with a salience of 50.`,
      fixedText(issues),
      `Chosen without the issue's proposal: ${partitions} partitions into ten parts by proposal (seeds 1 to ${partitions}); on the other nine parts the least CRPS chooses, and the same parts calibrate the intervals. There are ${shapes} shapes (\`pullPower\` ${range(powers)}, \`heldText\` ${range(chances)}, \`textError\` ${range(errors)}) and ${weightings.length} weightings (population to the power 0, 0.5 or 1; with salience or without; Commission and Parliament 5 to 20 % of the Council each). The families themselves were chosen with all issues in view. Mean over the partitions, with the least and the greatest:`,
      table(["", "shape chosen, usual weights", "shape and weights chosen"], figures),
      "Intervals: what part of the outcomes they hold, and how wide they are (shape chosen). Without correction the central interval of the forecast holds too much, because chances lie on single positions.",
      table(["interval", "holds, corrected", "mean width", "holds, uncorrected", "about the compromise by absolute errors, holds", "mean width"], intervals),
      "They are calibrated apart by how many different positions are held. The last column is what is built in: the central parts of the forecast by the defaults that held half, 80 and 90 % of all outcomes.",
      table(["positions", "issues", "80 % interval holds", "mean width", "central parts of the forecast, %"], crowdRows),
    ].join("\n\n"),
  };
}
