import { reasonFor, type Attachment, type Attachments } from "#core/attachments";
import type { Rule } from "#core/technique";
import { groupBy } from "#kit/group";
import { listText } from "#kit/list-text";
import { plain } from "#model/prose";
import { rollCallsIn, rollCallsMeant } from "./read-file.ts";
import { nameOf } from "./read-name.ts";
import type { RollCall, Votes } from "./schema.ts";

const ours = "Rapporteur, roll calls in a file beside the document";

const missingFile: Rule<Votes> = {
  name: "missing-file",
  severity: "error",
  message: {
    what: "The file {file} of {id} cannot be read: {reason}.",
    why: "Who voted how is unknown, and with it everything that is counted from it.",
    remedy: "Put a text file (UTF-8) with a first line `state,vote` beside the document, or in a folder beneath, and write its name as it is.",
  },
  standard: ours,
  *check({ rollCalls }, { attachments }) {
    for (const { rollCall, name, file } of filesOf(rollCalls, attachments)) if (file?.text === undefined) yield { span: rollCall.file?.span ?? rollCall.name.span, values: { id: nameOf(rollCall), file: name, reason: reasonFor(file) } };
  },
};

const unreadableFile: Rule<Votes> = {
  name: "unreadable-file",
  severity: "error",
  message: {
    what: "{file} is no list of ballots that can be read.",
    why: "Who voted how is unknown, and with it everything that is counted from it.",
    remedy: "Give it a first line `state,vote` and a line for each state, or use a form that the United Nations or Voeten publish.",
  },
  standard: ours,
  *check({ rollCalls }, { attachments }) {
    for (const { rollCall, name, file } of firstUses(rollCalls, attachments)) if (rollCallsIn(file).calls.rollCalls.length === 0) yield { span: rollCall.file?.span ?? rollCall.name.span, values: { file: name } };
  },
};

const notInFile: Rule<Votes> = {
  name: "not-in-file",
  severity: "error",
  message: {
    what: "{file} holds {held}, and none of them is called {name}.",
    why: "Whose votes are meant cannot be told.",
    remedy: "Write the resolution as the file does, or correct the name of the file.",
  },
  standard: ours,
  *check({ rollCalls }, { attachments }) {
    for (const { rollCall, name, file } of filesOf(rollCalls, attachments)) {
      if (file?.text === undefined) continue;
      const { calls } = rollCallsIn(file);
      if (calls.rollCalls.length < 2 || rollCallsMeant(calls, rollCall).length > 0) continue;
      const held = calls.rollCalls.map(({ id, resolution }) => resolution ?? id);
      yield { span: rollCall.name.span, values: { file: name, name: plain(rollCall.name), held: held.length > 6 ? `${held.length} roll calls such as ${held.slice(0, 3).join(", ")}` : listText(held) } };
    }
  },
};

const severalInFile: Rule<Votes> = {
  name: "several-in-file",
  severity: "error",
  message: {
    what: "{name} may be any of {count} roll calls in {file}: {held}.",
    why: "Whose votes are meant cannot be told, so none of them are counted.",
    remedy: "Write the whole resolution as the file does, or the day on which it was voted on.",
  },
  standard: ours,
  *check({ rollCalls }, { attachments }) {
    for (const { rollCall, name, file } of filesOf(rollCalls, attachments)) {
      if (file?.text === undefined) continue;
      const { calls } = rollCallsIn(file);
      const meant = rollCallsMeant(calls, rollCall);
      if (meant.length > 1) yield { span: rollCall.name.span, values: { file: name, name: plain(rollCall.name), count: meant.length, held: someOf(meant.flatMap((number) => calls.rollCalls[number] ?? [])) } };
    }
  },
};

/** Up to six by resolution, id and day, as far as they differ. */
const someOf = (rollCalls: readonly { readonly id: string; readonly resolution?: string; readonly date?: string }[]): string => {
  const called = rollCalls.slice(0, 6).map(({ id, resolution, date }) => [...new Set([resolution ?? id, id, date])].filter(Boolean).join(" · "));
  return rollCalls.length > 6 ? `${called.slice(0, 5).join(", ")} and ${rollCalls.length - 5} more` : listText(called);
};

/** Notes that have rules of their own, or say nothing of the roll calls that are used. */
const elsewhere = new Set(["no layout", "nobody against", "voter silent", "voter unknown", "totals contradicted", "description idle", "repeated", "contradicted"]);

const unreadRows: Rule<Votes> = {
  name: "unread-rows",
  severity: "warning",
  message: {
    what: "{file} holds {text}: {count} ({examples}).",
    why: "What cannot be read is counted nowhere, so totals and blocs may be wrong.",
    remedy: "Correct the rows; a vote is Y, N, A or X, or a word such as yes, no, abstain, not voting.",
  },
  standard: ours,
  *check({ rollCalls }, { attachments }) {
    for (const { rollCall, name, file } of firstUses(rollCalls, attachments))
      for (const { kind, count, text, examples } of rollCallsIn(file).report.notes)
        if (!elsewhere.has(kind)) yield { span: rollCall.file?.span ?? rollCall.name.span, values: { file: name, count, text, examples: `${examples.map((place) => place.replace(`${name}, `, "")).join("; ")}${count > examples.length ? "; …" : ""}` } };
  },
};

interface Use {
  readonly rollCall: RollCall;
  readonly name: string;
  readonly file: Attachment | undefined;
}

const filesOf = (rollCalls: readonly RollCall[], attachments: Attachments | undefined): readonly Use[] =>
  rollCalls.flatMap((rollCall) => (rollCall.file ? [{ rollCall, name: rollCall.file.written, file: attachments?.get(rollCall.file.written) }] : []));

/** Each file that can be read, where it is first named. */
const firstUses = (rollCalls: readonly RollCall[], attachments: Attachments | undefined): readonly (Use & { readonly file: Attachment })[] =>
  Array.from(groupBy(filesOf(rollCalls, attachments), ({ name }) => name).values()).flatMap(([first]) => (first?.file?.text === undefined ? [] : [{ ...first, file: first.file }]));

/** What is wrong with the files that roll calls are read from. */
export const fileRules = [missingFile, unreadableFile, notInFile, severalInFile, unreadRows];
