import { recentPresence } from "#bargaining/attendance";
import { fitIdealPoints, type IdealPoints } from "#bargaining/ideal-points/ideal-points";
import { answersUnder, beliefAbout, placeOf, type KnownAnswer, type RollCallBelief } from "#bargaining/prediction/new-roll-call";
import { defaultPast } from "#bargaining/prediction/opinions";
import { totalsUnder, type OpenVoter, type Total } from "#bargaining/prediction/totals";
import { periodsOf, type Periods } from "#bargaining/votes/periods";
import { answers, ballot, withBallots, type RollCall, type RollCalls } from "#bargaining/votes/roll-calls";

/** The shape of `votes predict --known --json`: what the other voters answer in a roll call of which some answers are known. */
export interface NewRollCallPrediction {
  readonly known: readonly { readonly id: string; readonly name?: string; readonly answer: string }[];
  readonly voters: readonly OpenVoterForecast[];
  /** Voters of whom the last sessions hold no answer: nothing is said of them, and no total counts them. */
  readonly unplaced: readonly string[];
  /** Voters whose answer is known and who have no place: it is counted in the totals and tells nothing of the others. */
  readonly knownWithoutPlace: readonly string[];
  /** Answers that are known and answers that are expected, together; the interval holds four outcomes of five. */
  readonly expected: { readonly yes: Total; readonly abstain: Total; readonly no: Total };
  /** The past roll calls that this one is likest to, by their share of the belief. */
  readonly like: readonly (Pick<RollCall, "id" | "date" | "resolution" | "title"> & { readonly share: number })[];
  /** How many independent draws the forecast is worth. */
  readonly effective: number;
  readonly model: { readonly dimensions: number; readonly sessions: readonly string[]; readonly rollCalls: number };
  readonly seed: number;
}

interface OpenVoterForecast {
  readonly id: string;
  readonly name?: string;
  readonly yes: number;
  readonly abstain: number;
  readonly no: number;
  readonly present?: number;
}

/** An answer that is known, as the codes of `ballot` have it; absences too. */
export interface KnownBallot {
  readonly voter: number;
  readonly code: number;
}

/** How often the vote is drawn for the totals. */
const runs = 4000;

/** Forecasts a new roll call from the answers of some voters and from where all voters stood in the last sessions. */
export function predictNewRollCall(calls: RollCalls, known: readonly KnownBallot[], { dimensions, seed }: { readonly dimensions: number; readonly seed: number }): NewRollCallPrediction {
  const periods = periodsOf(calls);
  const first = periods.labels.length - defaultPast.window;
  const recent = withBallots(calls, (_, rollCall) => (periods.of[rollCall] ?? 0) >= first);
  const fit = fitIdealPoints(recent, { dimensions, readiness: true, periods, seed });
  const given = known.filter(({ code }) => code !== ballot.absent).map(({ voter, code }): KnownAnswer => ({ voter, answer: code }));
  const belief = beliefAbout(fit, given, { seed });
  const open = openVoters(fit, { known, periods });
  return {
    known: known.map(({ voter, code }) => ({ ...nameOf(calls, voter), answer: answers[code] ?? "" })),
    voters: open.map(({ voter, place, readiness, recorded, present }) => {
      const [yes, abstain, no] = answersUnder(belief, { place, readiness });
      return { ...nameOf(calls, voter), yes, abstain, no, ...(recorded && { present }) };
    }),
    unplaced: unplacedOf(fit, known),
    knownWithoutPlace: given.flatMap(({ voter }) => (placeOf(fit, voter) ? [] : [calls.voters[voter]?.id ?? ""])),
    expected: expectedOf(belief, { given, open, seed }),
    like: belief.like.slice(0, 5).map(({ rollCall, share }) => ({ ...described(calls.rollCalls[rollCall]), share })),
    effective: belief.effective,
    model: { dimensions, sessions: periods.labels.slice(Math.max(0, first)), rollCalls: periods.of.filter((period) => period >= first).length },
    seed,
  };
}

const nameOf = ({ voters }: RollCalls, voter: number): { readonly id: string; readonly name?: string } => {
  const { id = "", name } = voters[voter] ?? {};
  return { id, ...(name !== undefined && { name }) };
};

const described = ({ id = "", date, resolution, title }: Partial<RollCall> = {}): Pick<RollCall, "id" | "date" | "resolution" | "title"> => ({
  id,
  ...(date !== undefined && { date }),
  ...(resolution !== undefined && { resolution }),
  ...(title !== undefined && { title }),
});

interface PlacedVoter extends OpenVoter {
  readonly voter: number;
  /** Whether the files record who was absent. */
  readonly recorded: boolean;
}

function openVoters(fit: IdealPoints, { known, periods }: { readonly known: readonly KnownBallot[]; readonly periods: Periods }): readonly PlacedVoter[] {
  const told = new Set(known.map(({ voter }) => voter));
  const present = recentPresence(fit.calls, periods);
  return fit.calls.voters.flatMap((_, voter) => {
    const place = told.has(voter) ? undefined : placeOf(fit, voter);
    return place ? [{ ...place, voter, recorded: present !== undefined, present: present?.(voter) ?? 1 }] : [];
  });
}

function unplacedOf(fit: IdealPoints, known: readonly KnownBallot[]): readonly string[] {
  const told = new Set(known.map(({ voter }) => voter));
  return fit.calls.voters.flatMap(({ id }, voter) => (told.has(voter) || placeOf(fit, voter) ? [] : [id]));
}

function expectedOf(belief: RollCallBelief, { given, open, seed }: { readonly given: readonly KnownAnswer[]; readonly open: readonly OpenVoter[]; readonly seed: number }): NewRollCallPrediction["expected"] {
  const totals = totalsUnder(belief, open, { runs, seed });
  const withKnown = ({ mean, low, high }: Total, code: number): Total => {
    const sure = given.filter(({ answer }) => answer === code).length;
    return { mean: mean + sure, low: low + sure, high: high + sure };
  };
  return { yes: withKnown(totals[0], ballot.yes), abstain: withKnown(totals[1], ballot.abstain), no: withKnown(totals[2], ballot.no) };
}
