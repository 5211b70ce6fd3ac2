import { forumNamed } from "#core/negotiation/forum-named";
import type { Rule } from "#core/technique";
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
    remedy: "Write a number from 0 to 100 (or from 0 to 1 in the whole column).",
  },
  standard: "Bueno de Mesquita (2009): position, salience and capability of each actor",
  *check({ actors }) {
    for (const { id, salience, capability, changeRate } of actors)
      for (const [name, weight] of [["salience", salience], ["capability", capability], ["chance of change", changeRate]] as const) if (weight && weight.value === undefined) yield { span: weight.span, values: { actor: id, name, written: weight.written } };
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
export const registerRules = [noActors, noPosition, noScale, unreadableWeight, unreadableVote, voteElsewhere];
