import { findState, nearestState } from "#atlas/states";
import { readRollCalls, type ImportReport } from "#bargaining/votes/read-roll-calls";
import { answers, type Answer, type Repeat, type RollCalls } from "#bargaining/votes/roll-calls";
import type { Attachment } from "#core/attachments";
import { keptFor } from "#kit/kept";
import { headingKey } from "#model/heading";
import { plain } from "#model/prose";
import type { RollCall } from "./schema.ts";

interface ReadFile {
  readonly calls: RollCalls;
  readonly report: ImportReport;
  /** Ballots that stand twice; the first counts. */
  readonly repeats: readonly Repeat[];
}

/** The roll calls in a file; read once for as long as the file stays the same. */
export const rollCallsIn = keptFor((file: Attachment): ReadFile => {
  const repeats: Repeat[] = [];
  const read = readRollCalls([file.text ?? ""], file.name, { withSilent: true, onRepeat: (repeat) => void repeats.push(repeat) });
  return { ...read, repeats };
});

/**
 * The roll calls of a file that a row may mean, one where it is clear: those whose resolution, else title, is its name; else
 * whose resolution or title ends with its name, or its name with them; else those of its id; else the only one. The day
 * decides between several. Empty where none is meant.
 */
export function rollCallsMeant({ rollCalls }: RollCalls, { id, name, date }: Pick<RollCall, "id" | "name" | "date">): readonly number[] {
  const [own, called] = [bareName(id), bareName(plain(name))];
  const tests: readonly ((described: Described) => boolean)[] = [
    ({ resolution }) => isSame(resolution, called),
    ({ title }) => isSame(title, called),
    ({ resolution, title }) => [resolution, title].some((sign) => endsWith(sign, called) || endsWith(called, sign)),
    (described) => isSame(described.id, called) || [described.id, described.resolution, described.title].some((sign) => isWord(own) && isSame(sign, own)),
  ];
  const described = rollCalls.map((rollCall): Described => ({ id: bareName(rollCall.id), resolution: bareName(rollCall.resolution ?? ""), title: bareName(rollCall.title ?? "") }));
  const found = tests.map((test) => described.flatMap((rollCall, number) => (test(rollCall) ? [number] : []))).find((numbers) => numbers.length > 0) ?? (rollCalls.length === 1 ? [0] : []);
  const onTheDay = found.filter((number) => date?.day !== undefined && rollCalls[number]?.date === date.day);
  return onTheDay.length > 0 ? onTheDay : found;
}

/** What a file says of a roll call, as it is compared; empty where it says nothing. */
interface Described {
  readonly id: string;
  readonly resolution: string;
  readonly title: string;
}

/** `A/RES/80/57` and `Resolution 80/57` alike: the sign without the words before it. */
const bareName = (name: string): string => headingKey(name).replace(/^(?:(?:draft|resolution|decision|a|res|general|assembly|un|unga) )+(?=\d|[a-z]+ ?\d)/u, "");

const isSame = (one: string, other: string): boolean => one !== "" && one === other;

/** Whole words alone, and no bare number: `57` ends the sign of many resolutions. */
const endsWith = (one: string, other: string): boolean => isWord(other) && one.endsWith(` ${other}`);

const isWord = (text: string): boolean => /\D/u.test(text);

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
