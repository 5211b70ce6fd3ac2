import { parameters } from "#bargaining/forums/parameters";
import { readNegotiation } from "#core/negotiation/read-negotiation";
import { mostDeclaredDraws, mostDeclaredRuns } from "#core/negotiation/declared-simulation";
import { lateSessions } from "#core/negotiation/late-sessions";
import { forumNamed } from "#core/negotiation/forum-named";
import { spokenName } from "#core/read-ids";
import type { Rule } from "#core/technique";
import { writtenDate } from "#kit/date";
import { nearestTo } from "#kit/edit-distance";
import type { Assignments, Setting, Simulation } from "./schema.ts";

const syntax = "Rapporteur, document syntax of the simulation";

/** Below this the error of a share may exceed 2.5 points. */
const fewestRuns = 400;

/** What a line of settings may hold. */
const settings: readonly { readonly label: string; readonly of: (part: Simulation) => Setting | undefined; readonly fits: (value: number) => boolean; readonly form: string }[] = [
  { label: "Runs", of: ({ runs }) => runs, fits: (value) => value >= 1 && value <= mostDeclaredRuns, form: "a whole number from 1 to 100,000" },
  { label: "Seed", of: ({ seed }) => seed, fits: () => true, form: "a whole number" },
  { label: "Draws", of: ({ draws }) => draws, fits: (value) => value >= 1 && value <= mostDeclaredDraws, form: "a whole number from 1 to 1,000; 1 leaves the parameters at their defaults" },
  { label: "Weight", of: ({ weight }) => weight, fits: () => true, form: "a number from 0 on; a forecaster has 1" },
  { label: "Status quo", of: ({ statusQuo }) => statusQuo, fits: (value) => value >= 0 && value <= 100, form: "a number from 0 to 100, and words behind it if you like: `0, no treaty`" },
];

const unreadable: Rule<Simulation> = {
  name: "unreadable-number",
  severity: "error",
  message: { what: "“{written}” under {label} is not a number that can be used.", why: "The default is taken instead, which the author did not mean.", remedy: "Write {form}." },
  standard: syntax,
  *check(part) {
    for (const { label, of, fits, form } of settings) {
      const setting = of(part);
      if (setting && (setting.value === undefined || !fits(setting.value))) yield { span: setting.span, values: { label, written: setting.written, form } };
    }
    for (const assignments of [part.texts, part.parameters]) if (assignments && assignments.pairs.length === 0) yield { span: assignments.span, values: { label: assignments === part.texts ? "Text" : "Parameters", written: assignments.written, form: "names with numbers: `F1 60`, `isolationCost 0.3`" } };
  },
};

const fewRuns: Rule<Simulation> = {
  name: "few-runs",
  severity: "info",
  message: { what: "{runs} runs leave an error of up to {error} points in a share.", why: "A reader takes differences for findings that are chance.", remedy: "Let it run at least 400 times." },
  standard: "Standard error of a share: √(p(1 − p)/n)",
  *check({ runs }) {
    if (runs?.value !== undefined && runs.value >= 1 && runs.value < fewestRuns) yield { span: runs.span, values: { runs: runs.value, error: (50 / Math.sqrt(runs.value)).toFixed(1) } };
  },
};

const pairsOf = (assignments: Assignments | undefined) => (assignments ? assignments.pairs.map(([words, value]) => ({ words, value, span: assignments.span })) : []);

const unknownParameter: Rule<Simulation> = {
  name: "unknown-parameter",
  severity: "error",
  message: { what: "The simulation has no parameter called {words}.", why: "The number counts for nothing.", remedy: "Take a name of docs/reference/simulation-parameters.md{hint}." },
  standard: syntax,
  *check(part) {
    const names = parameters.map(({ name }): string => name);
    for (const { words, span } of pairsOf(part.parameters)) if (!names.includes(words)) yield { span, values: { words, hint: hintOf(words, names) } };
  },
};

function hintOf(words: string, names: readonly string[]): string {
  const near = nearestTo(words, names, 3);
  return near === undefined ? "" : `, such as ${near}`;
}

const outOfRange: Rule<Simulation> = {
  name: "out-of-range",
  severity: "error",
  message: { what: "{words} cannot be {value}.", why: "Outside its range it has no meaning, and the simulation is not carried out.", remedy: "Write a number from {low} to {high}." },
  standard: syntax,
  *check(part) {
    const texts = pairsOf(part.texts).map((pair) => ({ ...pair, low: 0, high: 100 }));
    const set = pairsOf(part.parameters).flatMap((pair) => parameters.filter(({ name }) => name === pair.words).map(({ low, high }) => ({ ...pair, low, high })));
    for (const { words, value, span, low, high } of [...texts, ...set]) if (value < low || value > high) yield { span, values: { words, value, low, high } };
  },
};

const unknownText: Rule<Simulation> = {
  name: "unknown-text",
  severity: "error",
  message: { what: "A text is put to {words}, which is no forum of this document.", why: "It is put to nobody.", remedy: "Write the id of a forum: {known}." },
  standard: syntax,
  *check(part, { names }) {
    const known = names.all("forum").map(({ id }) => id);
    for (const { words, span } of known.length > 0 ? pairsOf(part.texts) : []) if (!forumNamed(words, names)) yield { span, values: { words, known: known.join(", ") } };
  },
};

const nothingToSimulate: Rule<Simulation> = {
  name: "nothing-to-simulate",
  severity: "warning",
  message: { what: "There is nothing to simulate: {because}.", why: "The section promises a simulation that cannot be carried out.", remedy: "Give actors with positions and forums with rules, or drop the section." },
  standard: syntax,
  *check({ heading }, { names }) {
    const read = readNegotiation(names, { rules: new Map(), texts: new Map() });
    if (typeof read === "string") yield { span: heading, values: { because: read } };
  },
};

const lateSession: Rule<Simulation> = {
  name: "session-after-question",
  severity: "warning",
  message: { what: "{forum} meets on {session}, after the question resolves on {resolves}.", why: "It is simulated as if what it decides still counted for the question.", remedy: "Leave it out of the table of outcomes, or ask for a later day." },
  standard: "ICD 203, tradecraft standard 6: logical argumentation; what follows the question's day cannot answer it",
  *check(_, { names, document }) {
    const { resolves } = document;
    for (const { forum, session } of lateSessions(names, document)) yield { span: forum.span, values: { forum: spokenName(forum), session: writtenDate(session), resolves: resolves === undefined ? "" : writtenDate(resolves) } };
  },
};

export const settingRules = [lateSession, unreadable, fewRuns, unknownParameter, outOfRange, unknownText, nothingToSimulate];
