import { actorsNamed } from "#core/coalition";
import { scaleMeant } from "#core/negotiation/read-parties";
import { readPairs } from "#core/read-pairs";
import { spokenName } from "#core/read-ids";
import type { Rule } from "#core/technique";
import { plain } from "#model/prose";
import type { Event, Simulation } from "./schema.ts";

const syntax = "Rapporteur, document syntax of the simulation";

const nameOf = ({ id, title }: Event): string => spokenName({ id, kind: "event", title: plain(title) });

const noDate: Rule<Simulation> = {
  name: "undated-event",
  severity: "error",
  message: { what: "When {event} may happen is not a day of the calendar.", why: "Only what happens before a session can bear on it; the event is left out.", remedy: "Write a day (2026-11-03) or a month." },
  standard: syntax,
  *check({ events }) {
    for (const event of events) if (event.date?.day === undefined) yield { span: event.date?.span ?? event.title.span, values: { event: nameOf(event) } };
  },
};

const noChance: Rule<Simulation> = {
  name: "no-chance",
  severity: "error",
  message: { what: "How likely {event} is cannot be read.", why: "An event without a chance is left out of the simulation.", remedy: "Write a percentage: 30%." },
  standard: syntax,
  *check({ events }) {
    for (const event of events) if (event.chance?.value === undefined) yield { span: event.chance?.span ?? event.title.span, values: { event: nameOf(event) } };
  },
};

const noMove: Rule<Simulation> = {
  name: "no-move",
  severity: "error",
  message: { what: "{event} moves nobody anywhere.", why: "It changes nothing in the simulation.", remedy: "Write who moves where on the scale from 0 to 100: `NO 60; Treaty friends 40`." },
  standard: syntax,
  *check({ events }) {
    for (const event of events) if (!event.moves || event.moves.pairs.length === 0) yield { span: event.moves?.span ?? event.title.span, values: { event: nameOf(event) } };
  },
};

const unknownMover: Rule<Simulation> = {
  name: "unknown-mover",
  severity: "error",
  message: { what: "{event} moves {words}, which is neither an actor nor a coalition of this document.", why: "Nobody moves.", remedy: "Write the id of an actor, or the name of a coalition as the actors have it." },
  standard: syntax,
  *check({ events }, { names }) {
    if (names.all("actor").length === 0) return;
    for (const event of events) for (const [words] of event.moves?.pairs ?? []) if (event.moves && actorsNamed(words, names).length === 0) yield { span: event.moves.span, values: { event: nameOf(event), words } };
  },
};

const offScale: Rule<Simulation> = {
  name: "move-off-scale",
  severity: "error",
  message: { what: "{event} moves {words} to {value}, off the scale from 0 to 100.", why: "It is taken to the end of the scale, which the author may not mean.", remedy: "Write a place from 0 to 100." },
  standard: syntax,
  *check({ events }) {
    for (const event of events) for (const [words, value] of event.moves?.pairs ?? []) if (event.moves && (value < 0 || value > 100)) yield { span: event.moves.span, values: { event: nameOf(event), words, value } };
  },
};

const unknownScale: Rule<Simulation> = {
  name: "unknown-scale",
  severity: "error",
  message: { what: "{event} moves actors on “{words}”, which is no issue of the actors.", why: "On which scale they move cannot be told; the event is left out of the simulation.", remedy: "Write an issue as the table of actors has it, or leave the cell empty for the first scale." },
  standard: syntax,
  *check({ events }, { names }) {
    if (names.all("actor").length === 0) return;
    for (const event of events) if (event.scale && !scaleMeant(event.scale.written, names)) yield { span: event.scale.span, values: { event: nameOf(event), words: event.scale.written } };
  },
};

const past: Rule<Simulation> = {
  name: "past-event",
  severity: "warning",
  message: { what: "{event}, on {day}, is over when the author speaks on {asOf}.", why: "Whether it happened is known and shows in the positions; the event is left out of the simulation.", remedy: "Place the actors where it left them, and take it out of the table." },
  standard: "ICD 203: timely",
  *check({ events }, { document: { asOf } }) {
    if (asOf === undefined) return;
    for (const event of events) if (event.date?.day !== undefined && event.date.day < asOf) yield { span: event.date.span, values: { event: nameOf(event), day: event.date.day, asOf } };
  },
};

const late: Rule<Simulation> = {
  name: "late-event",
  severity: "warning",
  message: { what: "{event}, on {day}, comes after the last session, on {last}.", why: "It changes nothing in the simulation.", remedy: "Correct the date, or name the later session that it bears on." },
  standard: syntax,
  *check({ events }, { names, document: { resolves } }) {
    const sessions = names.all("forum").flatMap(({ facts }) => facts?.["session"] ?? resolves ?? []).toSorted();
    const last = sessions.length === names.all("forum").length ? sessions.at(-1) : undefined;
    if (last === undefined) return;
    for (const event of events) if (event.date?.day !== undefined && event.date.day > last) yield { span: event.date.span, values: { event: nameOf(event), day: event.date.day, last } };
  },
};

const unread: Rule<Simulation> = {
  name: "unread-part",
  severity: "error",
  message: { what: "“{words}” under {label} gives no number.", why: "That part is left out of the simulation.", remedy: "Write a name and a number for each, parted by semicolons: {form}." },
  standard: syntax,
  *check({ texts, parameters, events }) {
    const lists = [
      { label: "Text", list: texts, form: "`F1 60; F2 40`" },
      { label: "Parameters", list: parameters, form: "`isolationCost 0.3; gavel 0.1`" },
      ...events.map(({ moves }) => ({ label: "Moves", list: moves, form: "`NO 60; Treaty friends 40`" })),
    ];
    for (const { label, list, form } of lists) if (list && list.pairs.length > 0) for (const words of readPairs(list.written.replace(/[.]$/u, "")).unread) yield { span: list.span, values: { words, label, form } };
  },
};

export const eventRules = [noDate, noChance, noMove, unknownMover, offScale, unknownScale, past, late, unread];
