import { fitIdealPoints, type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { defaultPriors } from "#bargaining/ideal-points/priors";
import { answersUnder, beliefAbout, placeOf, type KnownAnswer } from "#bargaining/prediction/new-roll-call";
import { fitOrdered, probabilities, type NormalBelief, type OrderedRow } from "#bargaining/prediction/ordered-regression";
import { periodsOf } from "#bargaining/votes/periods";
import { ballot, withBallots, type RollCalls } from "#bargaining/votes/roll-calls";
import questions from "./questions.json" with { type: "json" };
import { mean, skipped, table, type ValidationPart } from "./validation-part.ts";
import { dataCalls, sets } from "./votes-data.ts";

/** Points rest on roll calls before this day: those of the year in question, of which few are known, are left out. */
const pointsUntil = "2024-08-31";

/** A voter's answer to a roll call, where it stands, and its answer the time before (3: absent or none). */
interface Case extends Pick<OrderedRow, "place" | "readiness"> {
  readonly id: string;
  readonly voter: number;
  readonly answer: number;
  readonly last: number;
}

/** One voter at a time forecast from all others' answers to the same roll call: what its last vote and its place tell, alone and together. */
export function leaveOneOutPart(): ValidationPart {
  const title = "One voter from all others, on a question that came again";
  const general = sets.W7();
  const parts = questions.map(({ name, file, votes }) => {
    const own = dataCalls([file]);
    return own && general ? questionText(name, votes.map(({ id, last }) => ({ id, cases: casesOf(placesOf(general), own, { id, last }) }))) : skipped(`${name}: a file of roll calls`);
  });
  return {
    title,
    text: `The question is whether a voter says yes or not. Each voter in turn is left out, the ordered logit is fitted to the others, and scored on the one (log loss: minus the mean log of the probability given to what came; smaller is better). Places come from the roll calls up to ${pointsUntil}, moving points at their latest, 3 axes and readiness. \`bench/questions.json\` names the roll calls.\n\n${parts.join("\n\n")}`,
  };
}

function placesOf(general: RollCalls): IdealPoints {
  const before = withBallots(general, (_, rollCall) => (general.rollCalls[rollCall]?.date ?? "") <= pointsUntil);
  return fitIdealPoints(before, { dimensions: 3, readiness: true, periods: periodsOf(before) });
}

interface Placed {
  readonly fit: IdealPoints;
  readonly cases: readonly Case[];
}

function casesOf(fit: IdealPoints, own: RollCalls, { id, last }: { readonly id: string; readonly last: string }): Placed {
  const before = answersTo(own, last);
  const cases = Array.from(answersTo(own, id), ([voterId, answer]): readonly Case[] => {
    const voter = fit.calls.voters.findIndex((one) => one.id === voterId);
    const place = voter < 0 ? undefined : placeOf(fit, voter);
    return place && answer !== ballot.absent ? [{ ...place, id: voterId, voter, answer, last: before.get(voterId) ?? ballot.absent }] : [];
  }).flat();
  return { fit, cases };
}

function answersTo({ rollCalls, starts, voterOf, ballots, voters }: RollCalls, id: string): ReadonlyMap<string, number> {
  const rollCall = rollCalls.findIndex((one) => one.id === id);
  const answers = new Map<string, number>();
  for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) answers.set(voters[voterOf[at] ?? 0]?.id ?? "", ballots[at] ?? 0);
  return answers;
}

/** P(not yes) of each voter, said without its own answer. */
type Forecast = (placed: Placed) => readonly number[];

const forecasts: Readonly<Record<string, Forecast>> = {
  "shares of the others": regression(() => []),
  "last vote": regression(({ last }) => lastOf(last)),
  place: regression(({ place }) => Array.from(place), true),
  "last vote and place": regression(({ place, last }) => [...place, ...lastOf(last)], true),
  "place, as `votes predict --known` says": ({ fit, cases }) =>
    cases.map((left) => {
      const known = cases.filter((one) => one !== left).map(({ voter, answer }): KnownAnswer => ({ voter, answer }));
      return 1 - answersUnder(beliefAbout(fit, known, { seed: 1 }), left)[0];
    }),
};

/** Abstention, no, and absence or no record, against yes. */
const lastOf = (last: number): readonly number[] => [1, 2, 3].map((code) => Number(last === code));

function regression(numbersOf: (one: Case) => readonly number[], ready = false): Forecast {
  const rowOf = (one: Case): OrderedRow => ({ place: Float64Array.from(numbersOf(one)), readiness: ready ? one.readiness : 0, answer: one.answer });
  return ({ cases }) => {
    const rows = cases.map(rowOf);
    return rows.map((left) => 1 - probabilities(left, fitOrdered(rows.filter((row) => row !== left), widely(left.place.length)).numbers)[0]);
  };
}

/** The priors of the ideal points, about 0. */
function widely(size: number): NormalBelief {
  const { discrimination, cutpoint, logGap } = defaultPriors;
  const spreads = [...Array.from({ length: size }, () => discrimination), cutpoint, logGap];
  return { mean: new Float64Array(size + 2), precision: Float64Array.from({ length: (size + 2) ** 2 }, (_, at) => (at % (size + 3) === 0 ? 1 / (spreads[at / (size + 3)] ?? 1) ** 2 : 0)) };
}

const lossOf = (cases: readonly Case[], chances: readonly number[]): number => mean(cases.map(({ answer }, at) => -Math.log(answer === ballot.yes ? 1 - (chances[at] ?? 0) : (chances[at] ?? 0))));

function questionText(name: string, votes: readonly { readonly id: string; readonly cases: Placed }[]): string {
  const said = votes.map(({ cases }) => Object.entries(forecasts).map(([way, forecast]) => ({ way, chances: forecast(cases) })));
  const rows = Object.keys(forecasts).map((way, row) => [way, ...votes.map(({ cases }, at) => lossOf(cases.cases, said[at]?.[row]?.chances ?? []).toFixed(3))]);
  const surprises = votes.map(({ id, cases: { cases } }, at) => {
    const chances = said[at]?.[3]?.chances ?? [];
    const least = cases.map((one, place) => ({ ...one, chance: chances[place] ?? 0 })).filter(({ answer, chance }) => answer !== ballot.yes && chance < 0.1);
    return `${id}: ${least.toSorted((a, b) => a.chance - b.chance).map((one) => `${one.id} (${(100 * one.chance).toFixed(0)} %)`).join(", ") || "none"}`;
  });
  const counts = votes.map(({ id, cases: { cases } }) => `${id}: ${cases.length} voters, ${cases.filter(({ answer }) => answer !== ballot.yes).length} not yes`);
  return `${name} (${counts.join("; ")}):\n\n${table(["", ...votes.map(({ id }) => id)], rows)}\n\nNot yes against what last vote and place said, with the chance that they gave it: ${surprises.join("; ")}.`;
}
