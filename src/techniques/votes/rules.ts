import { eachOrAll } from "#core/each-or-all";
import type { Rule } from "#core/technique";
import { headingKey } from "#model/heading";
import { ballotRules } from "./rules-ballots.ts";
import { fileRules } from "./rules-files.ts";
import { neededIn } from "./read-majority.ts";
import { forumOf, membershipOf } from "./read-membership.ts";
import { ballotsOf, countsOf } from "./read-ballots.ts";
import { nameOf } from "./read-name.ts";
import type { RollCall, Votes } from "./schema.ts";
import { positionRules } from "./rules-positions.ts";

const record = "UN General Assembly, rules of procedure, rule 87: the vote of each member is inserted in the record";
const sourcing = "ICD 206 (2015): sourcing requirements";

const noRollCalls: Rule<Votes> = {
  name: "no-roll-calls",
  severity: "warning",
  message: {
    what: "The section on votes names no roll call in a form that can be read.",
    why: "Who voted how cannot be compared, drawn or checked.",
    remedy: "Add a table ID, Resolution, Date, Forum, Yes, No, Abstain, Not voting, File, Source.",
  },
  standard: record,
  *check({ rollCalls, heading }) {
    if (rollCalls.length === 0) yield { span: heading };
  },
};

const undated: Rule<Votes> = {
  name: "undated",
  severity: "warning",
  message: {
    what: "{id} has no date.",
    why: "Which vote came before which, and so who moved, cannot be told.",
    remedy: "Write the day of the vote as YYYY-MM-DD.",
  },
  standard: record,
  *check({ rollCalls }) {
    for (const { id, name, date } of rollCalls) if (!date) yield { span: name.span, values: { id: nameOf({ id, name }) } };
  },
};

const impossibleDate: Rule<Votes> = {
  name: "impossible-date",
  severity: "error",
  message: {
    what: "`{written}`, the date of {id}, is not a date of the calendar.",
    why: "Which vote came before which cannot be told.",
    remedy: "Write the day as YYYY-MM-DD.",
  },
  standard: "ISO 8601",
  *check({ rollCalls }) {
    for (const { id, name, date } of rollCalls) if (date && date.day === undefined) yield { span: date.span, values: { id: nameOf({ id, name }), written: date.written } };
  },
};

const future: Rule<Votes> = {
  name: "after-as-of",
  severity: "warning",
  message: {
    what: "{id} is dated {day}, after the author speaks on {asOf}.",
    why: "What the author could not know is mixed with what the judgements rest on.",
    remedy: "Correct the date, move `as-of`, or log the vote as an observation.",
  },
  standard: "ICD 203: timely",
  *check({ rollCalls }, { document: { asOf } }) {
    for (const { id, name, date } of rollCalls) if (asOf !== undefined && date?.from !== undefined && date.from > asOf) yield { span: date.span, values: { id: nameOf({ id, name }), day: date.written, asOf } };
  },
};

const unsourced: Rule<Votes> = {
  name: "unsourced",
  severity: "warning",
  message: {
    what: "{subject} source.",
    why: "Totals from memory and lists copied by hand are wrong more often than anybody expects.",
    remedy: "Cite the official record of the vote: [@key].",
  },
  standard: sourcing,
  *check({ rollCalls, heading }) {
    yield* eachOrAll<RollCall>({ entries: rollCalls, lacks: ({ sources }) => sources.length === 0, heading, noun: "roll calls", one: "cites no", none: "cites a", nameOf, spanOf: ({ name }) => name.span });
  },
};

const totalsOnly: Rule<Votes> = {
  name: "totals-only",
  severity: "info",
  message: {
    what: "{id} gives {given}, not who voted how.",
    why: "A total hides who moved; two votes of 164 may be of different states.",
    remedy: "List those against and abstaining, or name in the column File a file beside the document with a row for each state.",
  },
  standard: record,
  *check({ rollCalls }, scene) {
    for (const rollCall of rollCalls) if (!rollCall.file && ballotsOf(rollCall, scene).extent === "none") yield { span: rollCall.name.span, values: { id: nameOf(rollCall), given: rollCall.yes || rollCall.no ? "only totals" : "neither totals nor names" } };
  },
};

const unknownForum: Rule<Votes> = {
  name: "unknown-forum",
  severity: "warning",
  message: {
    what: "{forum}, where {id} was held, is not among the forums of the document.",
    why: "By which rule it was adopted or lost cannot be checked.",
    remedy: "Add it to the section Forums with its rule, or write the id or name that it has there.",
  },
  standard: "ICD 203, tradecraft standard 6: internally consistent",
  *check({ rollCalls }, { names }) {
    if (names.all("forum").length === 0) return;
    for (const rollCall of rollCalls) {
      const { forum } = rollCall;
      if (forum && !/^\p{Uppercase_Letter}{1,2}\d{1,3}$/u.test(forum.written) && headingKey(forum.written) !== "" && !forumOf(rollCall, names)) yield { span: forum.span, values: { id: nameOf(rollCall), forum: forum.written } };
    }
  },
};

const wrongResult: Rule<Votes> = {
  name: "result-contradicts-rule",
  severity: "error",
  message: {
    what: "{id} is called {result}; by {rule} it takes {needed} of {of}, and {yes} voted yes.",
    why: "Either the result, the numbers or the rule of the forum is wrong, and the simulation uses the rule.",
    remedy: "Correct the one that is wrong; name the rule that applied, if another one did.",
  },
  standard: "UN Charter, article 18; rules of procedure of the forum",
  *check({ rollCalls }, scene) {
    for (const rollCall of rollCalls) {
      const counts = countsOf(rollCall, ballotsOf(rollCall, scene));
      const forum = forumOf(rollCall, scene.names);
      const needed = neededIn(forum, counts, membershipOf(forum, scene.names)?.count);
      const { result } = rollCall;
      if (result?.passed === undefined || !needed || counts.yes >= needed.count === result.passed) continue;
      yield { span: result.span, values: { id: nameOf(rollCall), result: result.passed ? "adopted" : "not adopted", rule: needed.rule, needed: needed.count, of: needed.of, yes: counts.yes } };
    }
  },
};

export const rules = [noRollCalls, undated, impossibleDate, future, unsourced, totalsOnly, unknownForum, wrongResult, ...fileRules, ...ballotRules, ...positionRules];
