import { findState, isVoter } from "#atlas/states";
import { rollCallReader, type ReadOptions, type RollCallReader } from "#bargaining/votes/read-roll-calls";
import { withoutSilentVoters, withRollCalls, type RollCalls } from "#bargaining/votes/roll-calls";

export type { ImportReport } from "#bargaining/votes/read-roll-calls";
export type { RollCalls } from "#bargaining/votes/roll-calls";
export { readBallot } from "#bargaining/votes/vote-codes";

/** Reads files of roll calls; a voter who is no state by code or name is reported, unless most are none. */
export const voteReader = (options: Pick<ReadOptions, "withSilent"> = {}): RollCallReader => rollCallReader({ ...options, isVoter: ({ id, name }) => isVoter(id) || (name !== undefined && isVoter(name)) });

/** The roll calls between two days, both included; undated ones only where no day is asked for. */
export function callsBetween(calls: RollCalls, { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined }): RollCalls {
  if (from === undefined && to === undefined) return calls;
  return withoutSilentVoters(withRollCalls(calls, ({ date }) => date !== undefined && date >= (from ?? date) && date <= (to ?? date)));
}

/** The number of the roll call with an id, or with a resolution (the last one with it); undefined where there is none. */
export function rollCallNumber({ rollCalls }: RollCalls, name: string): number | undefined {
  const byId = rollCalls.findIndex(({ id }) => id === name);
  const number = byId >= 0 ? byId : rollCalls.findLastIndex(({ resolution }) => resolution === name);
  return number < 0 ? undefined : number;
}

/** The number of a voter by its id or its name, whatever the capitals, else by any name or code of the state that it is; undefined where there is none. */
export function voterCalled({ voters }: RollCalls, called: string): number | undefined {
  const folded = called.trim().toLowerCase();
  const by = (of: (voter: RollCalls["voters"][number]) => string | undefined): number => voters.findIndex((voter) => of(voter)?.toLowerCase() === folded);
  const code = (findState(called) ?? findState(called.trim().toUpperCase()))?.code;
  const byState = (): number => (code === undefined ? -1 : voters.findIndex(({ id, name = "" }) => (findState(id) ?? findState(name))?.code === code));
  return [by(({ id }) => id), by(({ name }) => name), byState()].find((at) => at >= 0);
}
