import { states, unMembers } from "#atlas/states";
import type { Rule, Scene } from "#core/technique";
import { groupBy } from "#kit/group";
import { listText } from "#kit/list-text";
import { ballotsOf, countsOf, type Ballots, type Trouble } from "./read-ballots.ts";
import { suggestionFor } from "./read-file.ts";
import { forumOf, membershipOf } from "./read-membership.ts";
import { nameOf } from "./read-name.ts";
import { answerColumns } from "./read-rows.ts";
import type { RollCall, Side, Votes } from "./schema.ts";

const record = "UN General Assembly, rules of procedure, rule 87: the vote of each member is inserted in the record";
const consistent = "ICD 203, tradecraft standard 6: internally consistent";

interface Counted {
  readonly rollCall: RollCall;
  readonly ballots: Ballots;
}

const counted = ({ rollCalls }: Votes, scene: Scene): readonly Counted[] => rollCalls.map((rollCall) => ({ rollCall, ballots: ballotsOf(rollCall, scene) }));

const troublesOf = (part: Votes, scene: Scene, kinds: readonly Trouble["kind"][]): readonly (Trouble & { readonly id: string })[] =>
  counted(part, scene).flatMap(({ rollCall, ballots }) => ballots.troubles.filter(({ kind }) => kinds.includes(kind)).map((trouble) => ({ ...trouble, id: nameOf(rollCall) })));

const unknownState: Rule<Votes> = {
  name: "unknown-state",
  severity: "error",
  message: {
    what: "No state is called {names}, as {id} has it.",
    why: "That vote is counted nowhere, neither in the totals nor on the map.",
    remedy: "{suggestion}.",
  },
  standard: "ISO 3166-1; list of members of the United Nations",
  *check(part, scene) {
    for (const same of groupBy(troublesOf(part, scene, ["unknown state"]), ({ id, span }) => `${id} ${span.section} ${span.from}`).values()) {
      // A file that knows its voters otherwise altogether is one mistake, not two hundred.
      const groups = same.length > 4 ? [same] : same.map((trouble) => [trouble]);
      for (const group of groups) yield { span: group[0]?.span ?? part.heading, values: { id: group[0]?.id ?? "", names: someOf(group.map(({ name }) => `\`${name}\``)), suggestion: suggestionFor(group[0]?.name ?? "") } };
    }
  },
};

const unknownAnswer: Rule<Votes> = {
  name: "unknown-answer",
  severity: "error",
  message: {
    what: "`{written}`, the vote of {name} in {id}, is no answer that is known here.",
    why: "It is counted nowhere, since a guess would be a vote that nobody cast.",
    remedy: "Write Y, N, A or X, or a word such as yes, no, abstain, not voting; leave the cell empty for who was no member.",
  },
  standard: record,
  *check(part, scene) {
    for (const { id, name, written, span } of troublesOf(part, scene, ["unknown answer"])) yield { span, values: { id, name, written } };
  },
};

const twice: Rule<Votes> = {
  name: "two-ballots",
  severity: "error",
  message: {
    what: "{name} votes twice in {id}: {written}.",
    why: "A state has one vote; the second is not counted, and one of the two is wrong.",
    remedy: "Take the one out that the official record does not show.",
  },
  standard: "UN Charter, article 18: each member shall have one vote",
  *check(part, scene) {
    for (const { id, name, written, span } of troublesOf(part, scene, ["same answer again", "another answer"])) yield { span, values: { id, name, written } };
  },
};

const unknownOthers: Rule<Votes> = {
  name: "unknown-others",
  severity: "error",
  message: {
    what: "Who all others are, under {answer} for {id}, cannot be told: {reason}.",
    why: "Those states are counted nowhere, neither in the totals nor on the map.",
    remedy: "Name those on every other side, and the members of the forum; or write how many.",
  },
  standard: record,
  *check(part, scene) {
    for (const { id, name, written, span } of troublesOf(part, scene, ["unknown others"])) yield { span, values: { id, answer: answerColumns.flatMap((answer) => (answer === name ? [headings[answer]] : [])).join(""), reason: written } };
  },
};

const notMember: Rule<Votes> = {
  name: "not-a-member",
  severity: "error",
  message: {
    what: "{states} {are} counted in {id} and {are} no member of {forum}, as its members are listed.",
    why: "Who is no member has no vote; the list of members or the record is wrong, and the majority with it.",
    remedy: "Correct the members of the forum, or the vote.",
  },
  standard: consistent,
  *check(part, scene) {
    for (const { rollCall, ballots } of counted(part, scene)) {
      const forum = forumOf(rollCall, scene.names);
      const members = membershipOf(forum, scene.names)?.codes;
      const others = members === undefined ? [] : [...ballots.answers.keys()].filter((code) => !members.includes(code));
      if (others.length > 0) yield { span: rollCall.file?.span ?? rollCall.name.span, values: { id: nameOf(rollCall), forum: forum?.title ?? "", states: someOf(others.map((code) => states.get(code)?.name ?? code)), are: others.length === 1 ? "is" : "are" } };
    }
  },
};

const unreadableCount: Rule<Votes> = {
  name: "unreadable-count",
  severity: "error",
  message: {
    what: "`{written}`, under {answer} for {id}, is neither a number nor a list of states.",
    why: "The result cannot be drawn, nor held against the rule of the forum.",
    remedy: "Write how many, or who.",
  },
  standard: record,
  *check({ rollCalls }) {
    for (const rollCall of rollCalls)
      for (const answer of answerColumns) {
        const side = rollCall[answer];
        if (side && side.number === undefined && !side.others && !side.names.some(({ name }) => suggestsState(name))) yield { span: side.span, values: { id: nameOf(rollCall), written: side.written, answer: headings[answer] } };
      }
  },
};

const headings = { yes: "Yes", no: "No", abstain: "Abstain", absent: "Not voting" } as const;
/** A name is at most six words that begin with capitals; `lots of them` is none. */
const suggestsState = (name: string): boolean => /^\p{Uppercase_Letter}/u.test(name) && name.split(/\s+/u).length < 7;

interface Difference {
  readonly rollCall: RollCall;
  readonly side: Side;
  readonly answer: (typeof answerColumns)[number];
  readonly stated: number;
  readonly counted: number;
  readonly absent: number;
}

/** Where a stated number is not that of the ballots, or of the names behind it. Fewer absences than stated are no contradiction: many lists leave some out. */
function differences(part: Votes, scene: Scene): readonly Difference[] {
  return counted(part, scene).flatMap(({ rollCall, ballots }) => {
    const numbers = countsOf(rollCall, ballots);
    return answerColumns.flatMap((answer): readonly Difference[] => {
      const side = rollCall[answer];
      if (side?.number === undefined || ballots.troubles.length > 0) return [];
      const known = ballots.extent === "all" ? numbers[answer] : side.names.length > 0 ? side.names.length : side.number;
      const isLess = answer === "absent" && known < side.number;
      return known === side.number || isLess ? [] : [{ rollCall, side, answer, stated: side.number, counted: known, absent: numbers.absent }];
    });
  });
}

const isAbsenceTaken = ({ answer, stated, counted: own, absent }: Difference): boolean => answer === "abstain" && absent > 0 && stated === own + absent;

const totals: Rule<Votes> = {
  name: "totals-contradict-ballots",
  severity: "error",
  message: {
    what: "{id} gives {stated} under {answer}, and {counted} are counted.",
    why: "One of the two is wrong, and a reader cannot tell which.",
    remedy: "Hold both against the official record; states that correct their vote afterwards are noted there and change no total.",
  },
  standard: consistent,
  *check(part, scene) {
    for (const difference of differences(part, scene)) {
      const { rollCall, side, answer, stated, counted: own } = difference;
      if (!isAbsenceTaken(difference)) yield { span: side.span, values: { id: nameOf(rollCall), answer: headings[answer], stated, counted: own } };
    }
  },
};

const absenceTaken: Rule<Votes> = {
  name: "absence-as-abstention",
  severity: "error",
  message: {
    what: "{id} gives {stated} abstentions: that is the {counted} who abstained and the {absent} who did not vote together.",
    why: "Who abstains says something, who is absent may only have been elsewhere; and neither counts among those voting.",
    remedy: "Write {counted} under Abstain and {absent} under Not voting.",
  },
  standard: "UN General Assembly, rules of procedure, rule 86: members who abstain are considered as not voting",
  *check(part, scene) {
    for (const difference of differences(part, scene)) {
      const { rollCall, side, stated, counted: own, absent } = difference;
      if (isAbsenceTaken(difference)) yield { span: side.span, values: { id: nameOf(rollCall), stated, counted: own, absent } };
    }
  },
};

const nobodyAgainst: Rule<Votes> = {
  name: "nobody-against",
  severity: "info",
  message: {
    what: "Nobody votes no in {id}.",
    why: "It tells states apart only by who stayed away, and says little about how far an objector would go.",
    remedy: "Read abstentions and absences with care; look for a vote on an amendment or a paragraph.",
  },
  standard: "Poole and Rosenthal (1997): unanimous roll calls carry no information on positions",
  *check(part, scene) {
    for (const { rollCall, ballots } of counted(part, scene)) {
      const { yes, no, abstain } = countsOf(rollCall, ballots);
      const isKnown = ballots.troubles.length === 0 && (ballots.extent === "all" || rollCall.no?.number === 0);
      if (isKnown && no === 0 && yes + abstain > 0) yield { span: rollCall.no?.span ?? rollCall.name.span, values: { id: nameOf(rollCall) } };
    }
  },
};

/** A list of nearly all members of the United Nations means to be whole. */
const nearlyAll = 0.75;

const noBallotOf: Rule<Votes> = {
  name: "members-without-ballot",
  severity: "info",
  message: {
    what: "{members} neither a vote nor an absence in {id}.",
    why: "Whether they stayed away or were forgotten cannot be told, and the number of those not voting is too small.",
    remedy: "Add them as not voting, if the record shows them so.",
  },
  standard: record,
  *check(part, scene) {
    for (const { rollCall, ballots } of counted(part, scene)) {
      const members = ballots.extent === "all" ? missingFrom(rollCall, ballots, scene) : undefined;
      if (members !== undefined) yield { span: rollCall.file?.span ?? rollCall.name.span, values: { id: nameOf(rollCall), members } };
    }
  },
};

/** Who is missing, by name where the list is one of the United Nations, else how many of the forum's members. */
function missingFrom(rollCall: RollCall, { answers }: Ballots, { names }: Scene): string | undefined {
  const left = answers.size < nearlyAll * unMembers().length ? [] : unMembers().filter(({ code }) => !answers.has(code));
  if (left.length > 0) return `${someOf(left.map(({ name }) => name))} ${left.length === 1 ? "has" : "have"}`;
  const forum = forumOf(rollCall, names);
  const members = membershipOf(forum, names)?.count ?? 0;
  const missing = members - answers.size;
  return missing > 0 ? `${missing} of the ${members} members of ${forum?.title} ${missing === 1 ? "has" : "have"}` : undefined;
}

const silent: Rule<Votes> = {
  name: "silent-state",
  severity: "info",
  message: {
    what: "{states} did not vote in any of the {count} roll calls.",
    why: "Their silence is no position; on the map and in every count they stand for nothing.",
    remedy: "Look elsewhere for what they want, or say that it is not known.",
  },
  standard: "Voeten (2013), Data and Analyses of Voting in the United Nations General Assembly: absence is not abstention",
  *check(part, scene) {
    const all = counted(part, scene).map(({ ballots }) => ballots).filter(({ extent }) => extent === "all");
    const [first] = all;
    if (!first || all.length < 2) return;
    const never = [...first.answers.keys()].filter((code) => all.every(({ answers }) => answers.get(code) === "absent"));
    if (never.length > 0) yield { span: part.heading, values: { count: all.length, states: someOf(never.map((code) => states.get(code)?.name ?? code)) } };
  },
};

/** Up to six names, and how many more. */
const someOf = (names: readonly string[]): string => (names.length > 6 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : listText(names));

const tooMany: Rule<Votes> = {
  name: "more-votes-than-members",
  severity: "error",
  message: {
    what: "{id} counts {sum} votes and absences in {forum}, which has {members} members.",
    why: "A number is wrong, or somebody who is no member is counted.",
    remedy: "Correct the numbers, or the members of the forum.",
  },
  standard: consistent,
  *check(part, scene) {
    for (const { rollCall, ballots } of counted(part, scene)) {
      const forum = forumOf(rollCall, scene.names);
      const members = membershipOf(forum, scene.names)?.count;
      const sum = Object.values(countsOf(rollCall, ballots)).reduce((total, count) => total + count, 0);
      if (members !== undefined && sum > members) yield { span: rollCall.name.span, values: { id: nameOf(rollCall), sum, members, forum: forum?.title ?? "" } };
    }
  },
};

/** What is wrong with single ballots and with their sums. */
export const ballotRules = [unknownState, unknownAnswer, unknownOthers, twice, unreadableCount, totals, absenceTaken, nobodyAgainst, noBallotOf, silent, tooMany, notMember];
