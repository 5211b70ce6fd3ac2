import { listedParties } from "#core/coalition";
import { forumMembers } from "#core/negotiation/forum-members";
import { isResolved } from "#core/resolution";
import { spokenName } from "#core/read-ids";
import type { Rule } from "#core/technique";
import { place, plain } from "#model/prose";
import type { Forum, Forums } from "./schema.ts";

const nameOf = ({ id, name }: Pick<Forum, "id" | "name">): string => spokenName({ id, kind: "forum", title: plain(name) });

const rulesOfTheGame = "Tsebelis (2002), Veto Players: who must agree decides what can pass";

const noForums: Rule<Forums> = {
  name: "no-forums",
  severity: "warning",
  message: {
    what: "The section on forums names none in a form that can be read.",
    why: "Whether an outcome can be adopted depends on where, and by which rule.",
    remedy: "Add a table ID, Forum, Rule, Members, Next session, Fallback.",
  },
  standard: rulesOfTheGame,
  *check({ forums, heading }) {
    if (forums.length === 0) yield { span: heading };
  },
};

const noRule: Rule<Forums> = {
  name: "no-rule",
  severity: "warning",
  message: {
    what: "How {forum} decides is not said.",
    why: "One objection may stop it or a majority may pass it; the forecast turns on which.",
    remedy: "Write consensus, unanimity, majority, two-thirds of those voting, or opt-in.",
  },
  standard: rulesOfTheGame,
  *check({ forums }) {
    for (const { id, name, rule } of forums) if (!rule) yield { span: name.span, values: { forum: nameOf({ id, name }) } };
  },
};

const unknownRule: Rule<Forums> = {
  name: "unknown-rule",
  severity: "error",
  message: {
    what: "`{written}`, the rule of {forum}, is no decision rule we know.",
    why: "The simulation cannot apply it and leaves the forum out.",
    remedy: "Write consensus, unanimity, majority, a share such as two-thirds of those voting or of members, or opt-in.",
  },
  standard: rulesOfTheGame,
  *check({ forums }) {
    for (const { id, name, rule, decides } of forums) if (rule && !decides) yield { span: rule.span, values: { forum: nameOf({ id, name }), written: rule.written } };
  },
};

const noSession: Rule<Forums> = {
  name: "no-next-session",
  severity: "info",
  message: {
    what: "When {forum} meets next is not said.",
    why: "A forum that does not meet before the question resolves cannot decide it.",
    remedy: "Write the date of the next session, or `not fixed`.",
  },
  standard: "ICD 203, tradecraft standard 8: timing",
  *check({ forums }) {
    for (const { id, name, session } of forums) if (!session) yield { span: name.span, values: { forum: nameOf({ id, name }) } };
  },
};

const impossibleDate: Rule<Forums> = {
  name: "impossible-date",
  severity: "error",
  message: {
    what: "`{written}`, the next session of {forum}, is not a date of the calendar.",
    why: "Whether it meets in time cannot be told.",
    remedy: "Write the date as YYYY-MM-DD or as `16 to 20 November 2026`; `not fixed` where there is none.",
  },
  standard: "ISO 8601",
  *check({ forums }) {
    for (const { id, name, session } of forums) if (session && session.day === undefined && /\d/u.test(session.written)) yield { span: session.span, values: { forum: nameOf({ id, name }), written: session.written } };
  },
};

const sessionPassed: Rule<Forums> = {
  name: "session-passed",
  severity: "warning",
  message: {
    what: "The next session of {forum}, {written}, is over before the author speaks on {asOf}.",
    why: "What was decided there is known, and the text still waits for it.",
    remedy: "Write what the session decided among the observations, and the date of the next one.",
  },
  standard: "ICD 203: timely",
  *check({ forums }, { document: { asOf } }) {
    if (asOf === undefined) return;
    for (const { id, name, session } of forums) if (session?.day !== undefined && session.day < asOf) yield { span: session.span, values: { forum: nameOf({ id, name }), written: session.written, asOf } };
  },
};

const sessionHeld: Rule<Forums> = {
  name: "session-held",
  severity: "info",
  message: {
    what: "{forum} met {written}, since the author spoke.",
    why: "Its result may decide the question or change the forecast.",
    remedy: "Log what happened as an observation, and write the date of the next session.",
  },
  standard: "ICD 203: timely",
  *check({ forums }, { document, today }) {
    const { asOf } = document;
    if (today === undefined || isResolved(document)) return;
    for (const { id, name, session } of forums) if (session?.day !== undefined && session.day < today && (asOf === undefined || session.day >= asOf)) yield { span: session.span, values: { forum: nameOf({ id, name }), written: session.written } };
  },
};

const noFallback: Rule<Forums> = {
  name: "consensus-without-fallback",
  severity: "info",
  message: {
    what: "{forum} decides by {rule}, and what follows if nobody gives way is not said.",
    why: "Where each can stop the rest, the fallback is what everybody compares the deal with.",
    remedy: "Write in the Fallback column what stays or happens without agreement.",
  },
  standard: "Fisher and Ury (1981), Getting to Yes: the best alternative to a negotiated agreement",
  *check({ forums }) {
    for (const { id, name, rule, decides, lastResort, fallback } of forums)
      if (rule && (decides?.kind === "consensus" || decides?.kind === "unanimity") && !lastResort && !fallback) yield { span: rule.span, values: { forum: nameOf({ id, name }), rule: decides.kind } };
  },
};

const unsourced: Rule<Forums> = {
  name: "unsourced",
  severity: "info",
  message: {
    what: "Nothing is cited for the rule of {forum}.",
    why: "Rules of procedure are often misremembered, and the forecast turns on them.",
    remedy: "Cite the rules of procedure: [@key, rule 35].",
  },
  standard: "ICD 206 (2015): sourcing requirements",
  *check({ forums, remarks }) {
    if (remarks.some(({ citations }) => citations.length > 0)) return;
    for (const { id, name, sources } of forums) if (sources.length === 0) yield { span: name.span, values: { forum: nameOf({ id, name }) } };
  },
};

const unknownMember: Rule<Forums> = {
  name: "unknown-member",
  severity: "warning",
  message: {
    what: "{member}, a member of {forum}, is neither an actor nor a coalition of this document.",
    why: "The simulation lets only those decide who have a position, and leaves it out.",
    remedy: "Add {member} to the actors, or correct the name.",
  },
  standard: "ICD 203, tradecraft standard 6: internally consistent",
  *check({ forums }, { names }) {
    if (names.all("actor").length === 0) return;
    for (const { id, name, members } of forums)
      for (const { name: member, from, to, actors } of members?.list ? listedParties(members.list.masked, names) : []) if (members?.list && actors.length === 0) yield { span: place(members.list, from, to), values: { forum: nameOf({ id, name }), member } };
  },
};

const unnamedMembers: Rule<Forums> = {
  name: "unnamed-members",
  severity: "warning",
  message: {
    what: "Who sits in {forum} is not said by name{instead}.",
    why: "The simulation takes all actors for its members.",
    remedy: "Write `all` or `all 193 member states`, or list the ids or names of actors and coalitions.",
  },
  standard: rulesOfTheGame,
  *check({ forums }, { names }) {
    if (names.all("actor").length === 0) return;
    for (const { id, name, members } of forums) if (!members || members.kind === "number") yield { span: members?.span ?? name.span, values: { forum: nameOf({ id, name }), instead: members ? `, only ${members.written}` : "" } };
  },
};

const tooManyNeeded: Rule<Forums> = {
  name: "more-needed-than-members",
  severity: "warning",
  message: {
    what: "{forum} is in force with {needed}, and of its members {here} are actors here with a position.",
    why: "In the simulation it can never come into force.",
    remedy: "Add the members that could join to the actors, or correct the number.",
  },
  standard: rulesOfTheGame,
  *check({ forums }, { names }) {
    for (const { id, name, rule, decides } of names.all("actor").length > 0 ? forums : []) {
      const declared = names.find(id);
      const here = declared ? forumMembers(declared, names).actors.filter((actor) => names.find(actor)?.facts?.["position"] !== undefined).length : 0;
      if (declared && rule && decides?.needed !== undefined && decides.needed > here) yield { span: rule.span, values: { forum: nameOf({ id, name }), needed: decides.needed, here } };
    }
  },
};

export const rules = [noForums, noRule, unknownRule, noSession, impossibleDate, sessionPassed, sessionHeld, noFallback, unsourced, unknownMember, unnamedMembers, tooManyNeeded];
