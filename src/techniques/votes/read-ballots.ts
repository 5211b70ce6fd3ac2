import { findState, unMembers } from "#atlas/states";
import type { Answer } from "#bargaining/votes/roll-calls";
import { readBallot, noBallot } from "#bargaining/votes/vote-codes";
import { answers as answerOf } from "#bargaining/votes/roll-calls";
import type { Attachment, Attachments } from "#core/attachments";
import { keptFor, keptForBoth } from "#kit/kept";
import type { Span } from "#kit/span";
import { ballotsIn, rollCallsIn, rollCallsMeant } from "./read-file.ts";
import { answerColumns } from "./read-rows.ts";
import type { RollCall } from "./schema.ts";

/** A ballot that cannot be counted as it stands. */
export interface Trouble {
  readonly kind: "unknown state" | "same answer again" | "another answer" | "unknown answer";
  readonly name: string;
  /** The answers of a state that has two, or what is written in place of one. */
  readonly written: string;
  readonly span: Span;
}

/** Who answered what, as far as it is known. */
export interface Ballots {
  /** By code of the state, in order of the codes. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly troubles: readonly Trouble[];
  /** `all`: everybody who voted is named; `some`: only those on one side are; `none`: only totals are known. */
  readonly extent: "all" | "some" | "none";
  /** True where who voted yes follows from the lists of all others. */
  readonly followed: boolean;
}

/** The ballots of a roll call, from its file or from the lists and tables of the document; kept as long as both stay. */
export function ballotsOf(rollCall: RollCall, attachments: Attachments | undefined): Ballots {
  const file = rollCall.file && attachments?.get(rollCall.file.written);
  return file?.text === undefined ? listedBallots(rollCall) : filedBallots(rollCall, file);
}

interface Given {
  readonly name: string;
  readonly code: string | undefined;
  readonly answer: Answer;
  readonly span: Span;
}

const filedBallots = keptForBoth((rollCall: RollCall, file: Attachment): Ballots => {
  const { calls } = rollCallsIn(file);
  const [number, another] = rollCallsMeant(calls, rollCall);
  if (number === undefined || another !== undefined) return listedBallots(rollCall);
  const span = rollCall.file?.span ?? rollCall.name.span;
  const given = ballotsIn(calls, number).map(({ written, code, answer }): Given => ({ name: written, code, answer, span }));
  return { ...collected(given), extent: "all", followed: false };
});

const listedBallots = keptFor((rollCall: RollCall): Ballots => {
  const sides = answerColumns.flatMap((answer) => (rollCall[answer]?.names ?? []).map(({ name, span }): Given => ({ name, code: findState(name)?.code, answer, span })));
  const rows = rollCall.entries.map(({ name, span, vote }) => ({ name, code: findState(name)?.code, span, vote, ballot: readBallot(vote.written) }));
  const cells = rows.flatMap(({ ballot, ...row }): readonly Given[] => (ballot === undefined || ballot === noBallot ? [] : [{ ...row, answer: answerOf[ballot] ?? "absent" }]));
  const unread = rows.flatMap(({ ballot, name, vote }): readonly Trouble[] => (ballot === undefined ? [{ kind: "unknown answer", name, written: vote.written, span: vote.span }] : []));
  const { answers, troubles } = collected([...sides, ...cells]);
  const all = withOthers(rollCall, answers);
  const followed = all.size > answers.size;
  return { answers: all, troubles: [...troubles, ...unread], followed, extent: all.size === 0 ? "none" : followed || rows.length > 0 || (rollCall.yes?.names.length ?? 0) > 0 ? "all" : "some" };
});

/** Each state once, by its first ballot. */
function collected(given: readonly Given[]): Pick<Ballots, "answers" | "troubles"> {
  const answers = new Map<string, Answer>();
  const troubles: Trouble[] = [];
  for (const { name, code, answer, span } of given) {
    const before = answers.get(code ?? "");
    if (code === undefined) troubles.push({ kind: "unknown state", name, written: answer, span });
    else if (before !== undefined) troubles.push({ kind: before === answer ? "same answer again" : "another answer", name, written: `${before} and ${answer}`, span });
    else answers.set(code, answer);
  }
  return { answers: new Map([...answers].toSorted(([a], [b]) => (a < b ? -1 : 1))), troubles };
}

/**
 * Those who voted yes, where the text says that all others did, or where no list names them but everybody else is
 * named, and exactly as many members of the United Nations are left as voted yes.
 */
function withOthers({ yes, no, abstain, absent }: RollCall, answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, Answer> {
  if (!yes || yes.names.length > 0 || answers.size === 0) return answers;
  const left = unMembers().filter(({ code }) => !answers.has(code));
  const isWhole = [no, abstain, absent].every((side) => side !== undefined && (side.number ?? side.names.length) === side.names.length);
  if (!yes.others && !(isWhole && left.length === yes.number)) return answers;
  return new Map([...answers, ...left.map(({ code }) => [code, "yes"] as const)].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** How many answered what. */
export type Counts = Readonly<Record<Answer, number>>;

/** Counted where everybody is named; else as stated, what is not stated by the names that are. */
export function countsOf(rollCall: RollCall, { answers, extent }: Ballots): Counts {
  const counted = { yes: 0, no: 0, abstain: 0, absent: 0 };
  for (const answer of answers.values()) counted[answer]++;
  if (extent === "all") return counted;
  const stated = (answer: Answer): number => rollCall[answer]?.number ?? counted[answer];
  return { yes: stated("yes"), no: stated("no"), abstain: stated("abstain"), absent: stated("absent") };
}
