import { findState, nearestState } from "#atlas/states";
import { readRollCalls, type ImportReport } from "#bargaining/votes/read-roll-calls";
import { answers, type Answer, type RollCalls } from "#bargaining/votes/roll-calls";
import type { Attachment } from "#core/attachments";
import { keptFor } from "#kit/kept";
import { headingKey } from "#model/heading";
import { plain } from "#model/prose";
import type { RollCall } from "./schema.ts";

interface ReadFile {
  readonly calls: RollCalls;
  readonly report: ImportReport;
}

/** The roll calls in a file; read once for as long as the file stays the same. */
export const rollCallsIn = keptFor((file: Attachment): ReadFile => readRollCalls([file.text ?? ""], file.name, { withSilent: true }));

/** The roll call of a file that a row means: the one of its id, name or resolution, else the only one. undefined where there is none. */
export function rollCallNumber({ rollCalls }: RollCalls, { id, name }: RollCall): number | undefined {
  const wanted = [id, plain(name)].map(bareName);
  const found = rollCalls.findIndex((rollCall) => [rollCall.id, rollCall.resolution ?? "", rollCall.title ?? ""].some((own) => own !== "" && wanted.some((key) => endsWith(bareName(own), key))));
  if (found >= 0) return found;
  return rollCalls.length === 1 ? 0 : undefined;
}

/** `A/RES/80/57` and `Resolution 80/57` alike: the sign without the words before it. */
const bareName = (name: string): string => headingKey(name).replace(/^(?:(?:draft|resolution|decision|a|res|general|assembly|un|unga) )+(?=\d|[a-z]+ ?\d)/u, "");

const endsWith = (one: string, other: string): boolean => one === other || (other !== "" && one.endsWith(` ${other}`)) || (one !== "" && other.endsWith(` ${one}`));

/** A ballot as it stands: whose, which, and for a voter that is no state what may be meant. */
export interface FileBallot {
  readonly written: string;
  readonly code?: string;
  readonly answer: Answer;
}

/** The ballots of one roll call of a file. */
export function ballotsIn({ voters, starts, voterOf, ballots }: RollCalls, rollCall: number): readonly FileBallot[] {
  const found: FileBallot[] = [];
  for (let at = starts[rollCall] ?? 0; at < (starts[rollCall + 1] ?? 0); at++) {
    const voter = voters[voterOf[at] ?? 0];
    const answer = answers[ballots[at] ?? 0];
    if (!voter || !answer) continue;
    const state = findState(voter.id) ?? findState(voter.name ?? "");
    found.push({ written: voter.id, answer, ...(state && { code: state.code }) });
  }
  return found;
}

/** What a name that is no state may mean, in words for a remedy. */
export const suggestionFor = (name: string): string => {
  const state = nearestState(name);
  return state ? `Write ${state.name} (${state.code}), if that is meant` : "Write its common name, or its code of three letters (ISO 3166-1)";
};
