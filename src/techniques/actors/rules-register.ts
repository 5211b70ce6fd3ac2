import { forumMembers } from "#core/negotiation/forum-members";
import { forumNamed } from "#core/negotiation/forum-named";
import type { Rule } from "#core/technique";
import { listText } from "#kit/list-text";
import type { Span } from "#kit/span";
import { headingKey } from "#model/heading";
import { weightsIn } from "./read.ts";
import type { Actors } from "./schema.ts";

const spatial = "Bueno de Mesquita (2009); Achen et al. (2006): positions on a declared scale";

const noActors: Rule<Actors> = {
  name: "no-actors",
  severity: "warning",
  message: {
    what: "The section on actors names none in a table.",
    why: "Who wants what cannot be compared, drawn or simulated.",
    remedy: "Add a table ID, Actor, Coalition, Position, Range, Salience, Capability, Date, Source.",
  },
  standard: spatial,
  *check({ actors, heading }) {
    if (actors.length === 0) yield { span: heading };
  },
};

const noPosition: Rule<Actors> = {
  name: "no-position",
  severity: "warning",
  message: {
    what: "{actor} has no position.",
    why: "An actor without a position is left out of the picture and of the simulation.",
    remedy: "Give it a number on the scale, with a wide range where little is known.",
  },
  standard: spatial,
  *check({ actors, stands, heading }) {
    const placed = new Set(stands.map(({ actor }) => actor));
    if (actors.length > 0 && placed.size === 0) yield { span: heading, values: { actor: "None of the actors is placed: each" } };
    else for (const { id, name } of actors) if (!placed.has(id)) yield { span: name.span, values: { actor: id } };
  },
};

const noScale: Rule<Actors> = {
  name: "no-scale",
  severity: "warning",
  message: {
    what: "What the ends of the scale stand for is not said.",
    why: "A position of 70 means nothing to a reader who does not know what 0 and 100 are.",
    remedy: "Add a line `Scale: 0 = ...; 100 = ...`.",
  },
  standard: spatial,
  *check({ scale, stands, heading }) {
    if (!scale && stands.length > 0) yield { span: heading };
  },
};

const unreadableWeight: Rule<Actors> = {
  name: "unreadable-weight",
  severity: "warning",
  message: {
    what: "`{written}`, the {name} of {actor}, is not a number from 0 to 100.",
    why: "The simulation weighs each actor by salience and capability, and cannot weigh this one.",
    remedy: "Write a number from 0 to 100 (or from 0 to 1 in the whole column), a chance as a percentage: 1%.",
  },
  standard: "Bueno de Mesquita (2009): position, salience and capability of each actor",
  *check({ actors, stands }) {
    const ofActors = new Set(actors.flatMap(({ salience }) => (salience ? [spanKey(salience.span)] : [])));
    for (const { actor, salience } of stands) if (salience && salience.value === undefined && !ofActors.has(spanKey(salience.span))) yield { span: salience.span, values: { actor, name: "salience", written: salience.written } };
    for (const { id, salience, capability, changeRate } of actors)
      for (const [name, weight] of [["salience", salience], ["capability", capability], ["chance of change", changeRate]] as const) if (weight && weight.value === undefined) yield { span: weight.span, values: { actor: id, name, written: weight.written } };
  },
};

const unreadIssueWeight: Rule<Actors> = {
  name: "unread-issue-weight",
  severity: "error",
  message: {
    what: "“{words}” under Weights names no further issue with its weight.",
    why: "It counts for nothing: an issue without a weight counts as much as the first.",
    remedy: "Write issues as the table has them, with numbers: `scope 0.5; cost 2`.",
  },
  standard: "Rapporteur, document syntax of the actors",
  *check({ weights, further }) {
    const isIssue = (words: string): boolean => further.some(({ matter }) => headingKey(matter) === headingKey(words));
    for (const line of further.length > 0 ? weights : []) {
      const { pairs, unread } = weightsIn(line);
      for (const words of [...unread, ...pairs.flatMap(([name, value]) => (isIssue(name) && value >= 0 ? [] : [`${name} ${value}`]))]) yield { span: line.span, values: { words } };
    }
  },
};

const spanKey = ({ section, from }: Span): string => `${section}:${from}`;

const noWeight: Rule<Actors> = {
  name: "no-weight",
  severity: "warning",
  message: {
    what: "The document gives no {name} for {actors}.",
    why: "The simulation takes 50 for it.",
    remedy: "Write a number from 0 to 100, with a source or as your own judgement.",
  },
  standard: "Bueno de Mesquita (2009): position, salience and capability of each actor",
  *check({ actors, stands, heading }, { names }) {
    if (names.all("forum").length === 0) return;
    const placed = new Set(stands.flatMap(({ actor, value }) => (value === undefined ? [] : [actor])));
    for (const name of ["salience", "capability"] as const) {
      const without = actors.filter((actor) => placed.has(actor.id) && actor[name] === undefined).map(({ id }) => id);
      if (without.length > 0) yield { span: heading, values: { name, actors: listText(without) } };
    }
  },
};

const inNoForum: Rule<Actors> = {
  name: "in-no-forum",
  severity: "warning",
  message: {
    what: "{actor} is a member of none of the forums.",
    why: "The simulation leaves it out: it neither votes nor objects nor joins.",
    remedy: "Name it among the members of a forum, or say why it matters from outside.",
  },
  standard: "Tsebelis (2002), Veto Players: who must agree decides what can pass",
  *check({ actors, stands }, { names }) {
    const forums = names.all("forum");
    const sitting = new Set(forums.flatMap((forum) => forumMembers(forum, names).actors));
    const placed = new Set(stands.map(({ actor }) => actor));
    for (const { id, name } of forums.length > 0 ? actors : []) if (placed.has(id) && !sitting.has(id)) yield { span: name.span, values: { actor: id } };
  },
};

const unreadableVote: Rule<Actors> = {
  name: "unreadable-vote",
  severity: "warning",
  message: {
    what: "`{written}`, the last vote of {actor} in {forum}, is none.",
    why: "States mostly vote as they did the last time; without it the simulation knows only the position.",
    remedy: "Write yes, no, abstain or absent.",
  },
  standard: "Voeten (2013), Data and Analyses of Voting in the United Nations General Assembly: yes, abstain, no",
  *check({ actors }) {
    for (const { id, lastVotes } of actors) for (const { column, written, span, answer } of lastVotes) if (answer === undefined) yield { span, values: { actor: id, forum: column, written } };
  },
};

const voteElsewhere: Rule<Actors> = {
  name: "vote-without-forum",
  severity: "warning",
  message: {
    what: "The column of last votes names {forum}, which is no forum of this document.",
    why: "The votes in it count nowhere.",
    remedy: "Head the column `Last vote F2`, with the id of a forum.",
  },
  standard: "Rapporteur, document syntax of the actors",
  *check({ actors }, { names }) {
    const told = new Set<string>();
    for (const { column, span } of names.all("forum").length > 0 ? actors.flatMap(({ lastVotes }) => lastVotes) : []) {
      if (told.has(column) || forumNamed(column, names)) continue;
      told.add(column);
      yield { span, values: { forum: column } };
    }
  },
};

/** What is wrong with the list of actors. */
export const registerRules = [noActors, noPosition, noScale, unreadableWeight, unreadIssueWeight, noWeight, inNoForum, unreadableVote, voteElsewhere];
