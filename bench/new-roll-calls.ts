import { fitIdealPoints, type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { answersUnder, beliefAbout, placeOf, type KnownAnswer } from "#bargaining/prediction/new-roll-call";
import { totalsUnder } from "#bargaining/prediction/totals";
import { likeness } from "#bargaining/votes/likeness";
import { periodsOf } from "#bargaining/votes/periods";
import { ballot, withBallots, type RollCalls } from "#bargaining/votes/roll-calls";
import { seededRandom, type Random } from "#kit/random";
import { mean, skipped, table, type ValidationPart } from "./validation-part.ts";
import { sets } from "./votes-data.ts";

/** Roll calls from here on are new; what came before is known. */
const newFrom = "2025-01-01";

const seed = 20261125;
const counts = [10, 20, 40];
const dimensions = [1, 2, 3];

/** A roll call of which some answers are known. */
interface Test {
  readonly known: readonly KnownAnswer[];
  readonly open: readonly KnownAnswer[];
}

/** New roll calls of which the answers of some voters, drawn by lot, are known. */
export function newRollCallPart(): ValidationPart {
  const title = "A new roll call from some of its answers";
  const calls = sets.W7();
  if (!calls) return { title, text: skipped("the file of General Assembly roll calls") };
  const isNew = (rollCall: number): boolean => (calls.rollCalls[rollCall]?.date ?? "") >= newFrom;
  const before = withBallots(calls, (_, rollCall) => !isNew(rollCall));
  const alike = likeness(before);
  const tests = new Map(counts.map((count) => [count, calls.rollCalls.flatMap((_, rollCall) => (isNew(rollCall) ? testOf(calls, { rollCall, count }, seededRandom(seed + rollCall)) : []))]));
  const baselines = [
    ["most of the known answers", ...counts.map((count) => scored(tests.get(count) ?? [], majority))],
    ["shares of the known answers", ...counts.map((count) => scored(tests.get(count) ?? [], shares))],
    ["nearest voters among the known", ...counts.map((count) => scored(tests.get(count) ?? [], nearest(alike)))],
  ];
  const fits = dimensions.map((k) => fitIdealPoints(before, { dimensions: k, readiness: true, periods: periodsOf(before) }));
  const said = fits.map((fit) => counts.map((count) => forecastsOf(fit, tests.get(count) ?? [])));
  const rows = said.map((byCount, at) => [`ideal points, ${dimensions[at]} ${dimensions[at] === 1 ? "axis" : "axes"} and readiness`, ...byCount.map(({ accuracy, logLikelihood }) => `${accuracy.toFixed(4)} / ${logLikelihood.toFixed(3)}`)]);
  const most = said.at(-1)?.[1];
  const number = tests.get(10)?.length ?? 0;
  return {
    title,
    text: `${number} roll calls of 2025; points from the ${calls.rollCalls.length - number} of sessions 74 to 78, moving, at their latest. Of each roll call n answers are known, drawn by lot (seed ${seed}); scores are of all others: accuracy / log likelihood of three answers. Nothing was chosen on these roll calls: the width of the kernel comes from the year before.\n\n${table(["", ...counts.map((count) => `n = ${count}`)], [...baselines, ...rows])}\n\nTo be reached with 3 axes at n = 40: accuracy 0.940 and log likelihood -0.196. Honesty, at n = 20 with 3 axes:\n\n${table(["P(yes) said", "answers", "mean P(yes)", "share of yes"], most?.reliability ?? [])}\n\nThe interval of 80 % of the number of yes holds it in ${most?.held[0]} of the roll calls, that of abstentions in ${most?.held[1]}, that of no in ${most?.held[2]}.`,
  };
}

function testOf({ starts, ballots, voterOf }: RollCalls, { rollCall, count }: { readonly rollCall: number; readonly count: number }, random: Random): readonly Test[] {
  const given: KnownAnswer[] = [];
  for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) if (ballots[at] !== ballot.absent) given.push({ voter: voterOf[at] ?? 0, answer: ballots[at] ?? 0 });
  const order = given.map((answer) => ({ answer, lot: random() })).toSorted((a, b) => a.lot - b.lot).map(({ answer }) => answer);
  return order.length > count ? [{ known: order.slice(0, count), open: order.slice(count) }] : [];
}

type Guess = (test: Test) => (voter: number) => readonly number[];

const counted = (known: readonly KnownAnswer[]): readonly number[] => [0, 1, 2].map((answer) => known.filter((one) => one.answer === answer).length);

const majority: Guess = ({ known }) => {
  const sums = counted(known);
  const most = sums.indexOf(Math.max(...sums));
  return () => [0, 1, 2].map((answer) => (answer === most ? 1 : 0));
};

const shares: Guess = ({ known }) => {
  const chances = counted(known).map((count) => (count + 0.5) / (known.length + 1.5));
  return () => chances;
};

const nearest = (alike: Float64Array): Guess => (test) => {
  const size = Math.sqrt(alike.length);
  return (voter) => {
    const sums = shares(test)(voter).map((share) => 0.05 * share);
    for (const { voter: other, answer } of test.known) sums[answer] = (sums[answer] ?? 0) + Math.max(0, alike[voter * size + other] ?? 0) ** 8;
    const all = sums.reduce((sum, value) => sum + value, 0);
    return sums.map((value) => value / all);
  };
};

interface Judged {
  readonly chances: readonly number[];
  readonly answer: number;
}

function scored(tests: readonly Test[], guess: Guess): string {
  const judged = tests.flatMap((test) => {
    const of = guess(test);
    return test.open.map(({ voter, answer }) => ({ chances: of(voter), answer }));
  });
  const { accuracy, logLikelihood } = scoreOf(judged);
  return `${accuracy.toFixed(4)} / ${logLikelihood.toFixed(3)}`;
}

const scoreOf = (judged: readonly Judged[]): { readonly accuracy: number; readonly logLikelihood: number } => ({
  accuracy: mean(judged.map(({ chances, answer }) => Number(chances.indexOf(Math.max(...chances)) === answer))),
  logLikelihood: mean(judged.map(({ chances, answer }) => Math.log(Math.max(1e-4, chances[answer] ?? 0)))),
});

interface Forecasts {
  readonly accuracy: number;
  readonly logLikelihood: number;
  readonly reliability: readonly (readonly string[])[];
  /** In which share of the roll calls the interval of each total holds it. */
  readonly held: readonly string[];
}

function forecastsOf(fit: IdealPoints, tests: readonly Test[]): Forecasts {
  const judged: Judged[] = [];
  const inside: (readonly number[])[] = [];
  for (const { known, open } of tests) {
    const placed = open.flatMap(({ voter, answer }) => {
      const place = placeOf(fit, voter);
      return place ? [{ place, answer }] : [];
    });
    const belief = beliefAbout(fit, known, { seed: 1 });
    for (const { place, answer } of placed) judged.push({ chances: answersUnder(belief, place), answer });
    const totals = totalsUnder(belief, placed.map(({ place }) => ({ ...place, present: 1 })), { runs: 1000, seed: 1 });
    inside.push(totals.map(({ low, high }, code) => {
      const came = placed.filter(({ answer }) => answer === code).length;
      return Number(low <= came && came <= high);
    }));
  }
  return { ...scoreOf(judged), reliability: reliabilityOf(judged), held: [0, 1, 2].map((code) => `${(100 * mean(inside.map((own) => own[code] ?? 0))).toFixed(0)} %`) };
}

function reliabilityOf(judged: readonly Judged[]): readonly (readonly string[])[] {
  const edges = [0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.000001];
  return edges.slice(1).map((high, at) => {
    const low = edges[at] ?? 0;
    const own = judged.filter(({ chances: [yes = 0] }) => yes >= low && yes < high);
    return [`${low} to ${Math.min(1, high)}`, String(own.length), mean(own.map(({ chances: [yes = 0] }) => yes)).toFixed(3), mean(own.map(({ answer }) => Number(answer === 0))).toFixed(3)];
  });
}
