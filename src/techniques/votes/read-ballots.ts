import { findState, unMembers } from "#atlas/states";
import type { Answer } from "#bargaining/votes/roll-calls";
import { readBallot, noBallot } from "#bargaining/votes/vote-codes";
import { answers as answerOf } from "#bargaining/votes/roll-calls";
import type { Attachment } from "#core/attachments";
import type { Scene } from "#core/technique";
import { keptFor, keptForBoth } from "#kit/kept";
import type { Span } from "#kit/span";
import type { Names } from "#model/names";
import { ballotsIn, rollCallsIn, rollCallsMeant } from "./read-file.ts";
import { forumOf, membershipOf } from "./read-membership.ts";
import { answerColumns } from "./read-rows.ts";
import type { RollCall, Side } from "./schema.ts";

/** A ballot that cannot be counted as it stands. */
export interface Trouble {
  readonly kind: "unknown state" | "same answer again" | "another answer" | "unknown answer" | "unknown others";
  readonly name: string;
  /** The answers of a state that has two or where they stand, what is written in place of one, or why it cannot be told who all others are. */
  readonly written: string;
  readonly span: Span;
}

/** Who answered what, as far as it is known. */
export interface Ballots {
  /** By code of the state, in order of the codes. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly troubles: readonly Trouble[];
  /** `all`: everybody who voted is named; `some`: those of some numbers are not; `none`: only totals are known. */
  readonly extent: "all" | "some" | "none";
  /** True where who gave one answer follows from the lists of all others. */
  readonly followed: boolean;
}

/** The ballots of a roll call, from its file or from the lists and tables of the document; kept as long as both stay. */
export function ballotsOf(rollCall: RollCall, { attachments, names }: Pick<Scene, "attachments" | "names">): Ballots {
  const file = rollCall.file && attachments?.get(rollCall.file.written);
  const filed = file?.text === undefined ? undefined : filedBallots(rollCall, file);
  return filed ?? (answerColumns.some((answer) => rollCall[answer]?.others) ? withOthers(rollCall, names) : listedBallots(rollCall));
}

interface Given {
  readonly name: string;
  readonly code: string | undefined;
  readonly answer: Answer;
  readonly span: Span;
}

const filedBallots = keptForBoth((rollCall: RollCall, file: Attachment): Ballots | undefined => {
  const { calls, repeats } = rollCallsIn(file);
  const [number, another] = rollCallsMeant(calls, rollCall);
  if (number === undefined || another !== undefined) return undefined;
  const span = rollCall.file?.span ?? rollCall.name.span;
  const given = ballotsIn(calls, number).map(({ written, code, answer }): Given => ({ name: written, code, answer, span }));
  const again = repeats.filter((repeat) => repeat.rollCall === calls.rollCalls[number]?.id).map(({ voter, same, line, firstLine }): Trouble => ({ kind: same ? "same answer again" : "another answer", name: voter, written: `lines ${firstLine} and ${line} of ${file.name}`, span }));
  const { answers, troubles } = collected(given);
  return { answers, troubles: [...troubles, ...again], extent: "all", followed: false };
});

const listedBallots = keptFor((rollCall: RollCall): Ballots => {
  const sides = answerColumns.flatMap((answer) => (rollCall[answer]?.names ?? []).map(({ name, span }): Given => ({ name, code: findState(name)?.code, answer, span })));
  const rows = rollCall.entries.map(({ name, span, vote }) => ({ name, code: findState(name)?.code, span, vote, ballot: readBallot(vote.written) }));
  const cells = rows.flatMap(({ ballot, ...row }): readonly Given[] => (ballot === undefined || ballot === noBallot ? [] : [{ ...row, answer: answerOf[ballot] ?? "absent" }]));
  const unread = rows.flatMap(({ ballot, name, vote }): readonly Trouble[] => (ballot === undefined ? [{ kind: "unknown answer", name, written: vote.written, span: vote.span }] : []));
  const { answers, troubles } = collected([...sides, ...cells]);
  const all = withThoseLeft(rollCall, answers);
  const followed = all.size > answers.size;
  const isNamed = (["yes", "no", "abstain"] as const).every((answer) => isByName(rollCall[answer])) && (rollCall.yes?.names.length ?? 0) > 0;
  return { answers: all, troubles: [...troubles, ...unread], followed, extent: all.size === 0 ? "none" : followed || rows.length > 0 || isNamed ? "all" : "some" };
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
  return { answers: inOrder(answers), troubles };
}

/** False for a number without names. */
const isByName = (side: Side | undefined): boolean => side?.number === undefined || side.number === 0 || side.names.length > 0;

/** False where more, or fewer, are stated than are named. */
const isWhole = (side: Side | undefined): boolean => side?.number === undefined || side.number === side.names.length;

const inOrder = (answers: Iterable<readonly [string, Answer]>): ReadonlyMap<string, Answer> => new Map([...answers].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Those who voted yes, where no list names them but everybody else is named, and exactly as many members of the United Nations are left as voted yes. */
function withThoseLeft({ yes, no, abstain, absent }: RollCall, answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, Answer> {
  if (!yes || yes.names.length > 0 || answers.size === 0) return answers;
  const left = unMembers().filter(({ code }) => !answers.has(code));
  const areNamed = [no, abstain, absent].every((side) => side !== undefined && isWhole(side));
  return areNamed && left.length === yes.number ? inOrder([...answers, ...left.map(({ code }) => [code, "yes"] as const)]) : answers;
}

/** The same with `all others`: the members that no list names, if it can be told who they are. */
function withOthers(rollCall: RollCall, names: Names): Ballots {
  const listed = listedBallots(rollCall);
  const sides = answerColumns.flatMap((answer) => (rollCall[answer]?.others ? [{ answer, side: rollCall[answer] }] : []));
  const [first] = sides;
  if (!first) return listed;
  const forum = forumOf(rollCall, names);
  const members = membershipOf(forum, names);
  const pool = members ? members.codes : unMembers().map(({ code }) => code);
  const open = answerColumns.filter((answer) => answer !== first.answer && !isWhole(rollCall[answer]));
  const problem = sides.length > 1 ? "more than one side says so" : open.length > 0 ? "those on another side are not all named" : pool ? undefined : `the members of ${forum?.title ?? ""} are not known by name`;
  if (problem !== undefined || !pool) return { ...listed, extent: listed.answers.size === 0 ? "none" : "some", troubles: [...listed.troubles, { kind: "unknown others", name: first.answer, written: problem ?? "", span: first.side.span }] };
  const left = pool.filter((code) => !listed.answers.has(code));
  return { ...listed, answers: inOrder([...listed.answers, ...left.map((code) => [code, first.answer] as const)]), extent: "all", followed: true };
}

/** How many answered what. */
export type Counts = Readonly<Record<Answer, number>>;

/** Counted where everybody is named; else as stated, what is not stated by the names that are. Those not voting are seldom all named: their number counts where none is. */
export function countsOf(rollCall: RollCall, { answers, extent }: Ballots): Counts {
  const counted = { yes: 0, no: 0, abstain: 0, absent: 0 };
  for (const answer of answers.values()) counted[answer]++;
  const stated = (answer: Answer): number => rollCall[answer]?.number ?? counted[answer];
  if (extent === "all") return { ...counted, absent: counted.absent === 0 ? stated("absent") : counted.absent };
  return { yes: stated("yes"), no: stated("no"), abstain: stated("abstain"), absent: stated("absent") };
}
