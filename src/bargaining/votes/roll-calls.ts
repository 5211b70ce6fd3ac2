/** How a ballot is stored. The order of the first three is the order of the answers: yes < abstain < no. */
export const ballot = { yes: 0, abstain: 1, no: 2, absent: 3 } as const;

export type Answer = keyof typeof ballot;

/** The answers in the order of their codes. */
export const answers: readonly Answer[] = ["yes", "abstain", "no", "absent"];

export interface Voter {
  readonly id: string;
  readonly name?: string;
}

/** A vote by call of the roll. Totals are as published; they may contradict the ballots. */
export interface RollCall {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly date?: string;
  readonly session?: number;
  readonly resolution?: string;
  readonly title?: string;
  readonly totals?: Totals;
}

export interface Totals {
  readonly yes?: number;
  readonly no?: number;
  readonly abstain?: number;
  readonly absent?: number;
}

/**
 * Roll calls in the order in which they were held, and their ballots: those of roll call r stand in `voterOf` (an index into
 * `voters`) and `ballots` (a code of `ballot`) from `starts[r]` to `starts[r + 1]`. Who was no member has no ballot.
 */
export interface RollCalls {
  readonly voters: readonly Voter[];
  readonly rollCalls: readonly RollCall[];
  readonly starts: Int32Array;
  readonly voterOf: Uint16Array;
  readonly ballots: Uint8Array;
}

/** Calls `visit` for each ballot, absences included, in order of roll call. */
export function forEachBallot({ starts, voterOf, ballots }: RollCalls, visit: (rollCall: number, voter: number, code: number) => void): void {
  for (let rollCall = 0; rollCall + 1 < starts.length; rollCall++) {
    const end = starts[rollCall + 1] ?? 0;
    for (let at = starts[rollCall] ?? 0; at < end; at++) visit(rollCall, voterOf[at] ?? 0, ballots[at] ?? 0);
  }
}

/** How many ballots of each code a roll call has, in the order of `answers`. */
export function tally({ starts, ballots }: RollCalls, rollCall: number): readonly number[] {
  const counts = [0, 0, 0, 0];
  const end = starts[rollCall + 1] ?? 0;
  for (let at = starts[rollCall] ?? 0; at < end; at++) {
    const code = ballots[at] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return counts;
}

/** The same voters, with only those ballots that `keep` accepts; roll calls without any stay. */
export function withBallots(calls: RollCalls, keep: (at: number, rollCall: number) => boolean): RollCalls {
  const { starts, voterOf, ballots } = calls;
  const kept = { starts: new Int32Array(starts.length), voterOf: new Uint16Array(voterOf.length), ballots: new Uint8Array(ballots.length) };
  let count = 0;
  for (let rollCall = 0; rollCall + 1 < starts.length; rollCall++) {
    const end = starts[rollCall + 1] ?? 0;
    for (let at = starts[rollCall] ?? 0; at < end; at++) {
      if (!keep(at, rollCall)) continue;
      kept.voterOf[count] = voterOf[at] ?? 0;
      kept.ballots[count++] = ballots[at] ?? 0;
    }
    kept.starts[rollCall + 1] = count;
  }
  return { ...calls, starts: kept.starts, voterOf: kept.voterOf.slice(0, count), ballots: kept.ballots.slice(0, count) };
}

/** The roll calls that `keep` accepts, with their ballots; all voters stay. */
export function withRollCalls(calls: RollCalls, keep: (rollCall: RollCall, index: number) => boolean): RollCalls {
  const builder = rollCallsBuilder();
  for (const voter of calls.voters) builder.voter(voter);
  const places = calls.rollCalls.map((rollCall, index) => (keep(rollCall, index) ? builder.rollCall(rollCall) : -1));
  forEachBallot(calls, (rollCall, voter, code) => {
    const place = places[rollCall] ?? -1;
    if (place >= 0) builder.ballot(place, voter, code);
  });
  return builder.build();
}

/** Collects ballots in any order. `ballot` returns nothing: what comes twice is kept twice until `build`. */
export interface RollCallsBuilder {
  rollCall(rollCall: RollCall): number;
  /** Adds what is not yet known of a roll call. */
  describe(index: number, description: RollCall): void;
  voter(voter: Voter): number;
  /** The number of a voter already met. */
  voterIndex(id: string): number | undefined;
  /** Adds a ballot; `line` is any number by which it can be found again. */
  ballot(rollCall: number, voter: number, code: number, line?: number): void;
  build(onRepeat?: (repeat: Repeat) => void): RollCalls;
}

/** A second ballot of one voter in one roll call; the first is kept. */
export interface Repeat {
  readonly rollCall: string;
  readonly voter: string;
  readonly same: boolean;
  /** The numbers given to `ballot` with this one and with the first; 0 where none was. */
  readonly line: number;
  readonly firstLine: number;
}

export function rollCallsBuilder(): RollCallsBuilder {
  const rollCalls: RollCall[] = [];
  const voters: Voter[] = [];
  const voterIndex = new Map<string, number>();
  let cells = new Uint32Array(cellWidth * 1024);
  let count = 0;
  return {
    rollCall: (rollCall) => rollCalls.push(rollCall) - 1,
    describe: (index, description) => {
      const known = rollCalls[index];
      if (known) rollCalls[index] = { ...description, ...known };
    },
    voter: (voter) => {
      const known = voterIndex.get(voter.id);
      if (known !== undefined) return known;
      voterIndex.set(voter.id, voters.length);
      return voters.push(voter) - 1;
    },
    voterIndex: (id) => voterIndex.get(id),
    ballot: (rollCall, voter, code, line = 0) => {
      if (cellWidth * count === cells.length) cells = grown(cells);
      const at = cellWidth * count++;
      cells[at] = rollCall;
      cells[at + 1] = voter;
      cells[at + 2] = code;
      cells[at + 3] = line;
    },
    build: (onRepeat) => assemble({ rollCalls, voters, cells, count }, onRepeat),
  };
}

/** Roll call, voter, code, line. */
const cellWidth = 4;

function grown(cells: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * cells.length);
  larger.set(cells);
  return larger;
}

interface Collected {
  readonly rollCalls: readonly RollCall[];
  readonly voters: readonly Voter[];
  /** Roll call, voter, code and line, one ballot behind the other. */
  readonly cells: Uint32Array;
  readonly count: number;
}

/** Sorts the ballots by roll call, the roll calls by date (or session), and drops repeated ballots. */
function assemble(collected: Collected, onRepeat: (repeat: Repeat) => void = () => undefined): RollCalls {
  const order = chronological(collected.rollCalls);
  const rank = new Int32Array(order.length);
  order.forEach((index, place) => (rank[index] = place));
  const rollCalls = order.flatMap((index) => collected.rollCalls[index] ?? []);
  const { starts, voterOf, ballots, lines } = sortedByRollCall(collected, rank);
  const last = new Int32Array(collected.voters.length).fill(-1);
  return withBallots({ voters: collected.voters, rollCalls, starts, voterOf, ballots }, (at, rollCall) => {
    const voter = voterOf[at] ?? 0;
    const before = last[voter] ?? -1;
    if (before < (starts[rollCall] ?? 0)) {
      last[voter] = at;
      return true;
    }
    onRepeat({ rollCall: rollCalls[rollCall]?.id ?? "", voter: collected.voters[voter]?.id ?? "", same: ballots[before] === ballots[at], line: lines[at] ?? 0, firstLine: lines[before] ?? 0 });
    return false;
  });
}

function sortedByRollCall({ cells, count }: Collected, rank: Int32Array): Pick<RollCalls, "starts" | "voterOf" | "ballots"> & { readonly lines: Uint32Array } {
  const starts = new Int32Array(rank.length + 1);
  const place = (at: number): number => rank[cells[cellWidth * at] ?? 0] ?? 0;
  for (let at = 0; at < count; at++) starts[place(at) + 1] = (starts[place(at) + 1] ?? 0) + 1;
  for (let rollCall = 0; rollCall < rank.length; rollCall++) starts[rollCall + 1] = (starts[rollCall + 1] ?? 0) + (starts[rollCall] ?? 0);
  const next = starts.slice();
  const voterOf = new Uint16Array(count);
  const ballots = new Uint8Array(count);
  const lines = new Uint32Array(count);
  for (let at = 0; at < count; at++) {
    const to = next[place(at)] ?? 0;
    next[place(at)] = to + 1;
    voterOf[to] = cells[cellWidth * at + 1] ?? 0;
    ballots[to] = cells[cellWidth * at + 2] ?? 0;
    lines[to] = cells[cellWidth * at + 3] ?? 0;
  }
  return { starts, voterOf, ballots, lines };
}

/** Indices by date, where all have one; else by session, where all have one; else as they came. */
function chronological(rollCalls: readonly RollCall[]): readonly number[] {
  const indices = rollCalls.map((_, index) => index);
  if (rollCalls.every(({ date }) => date !== undefined)) {
    const text = (index: number): string => rollCalls[index]?.date ?? "";
    return indices.toSorted((a, b) => (text(a) < text(b) ? -1 : Number(text(a) > text(b))));
  }
  if (!rollCalls.every(({ session }) => session !== undefined)) return indices;
  return indices.toSorted((a, b) => (rollCalls[a]?.session ?? 0) - (rollCalls[b]?.session ?? 0));
}

/** The voters who never answered, be they always absent or without any ballot. */
export function silentVoters(calls: RollCalls): readonly Voter[] {
  const heard = heardVoters(calls);
  return calls.voters.filter((_, index) => heard[index] === 0);
}

function heardVoters(calls: RollCalls): Uint8Array {
  const heard = new Uint8Array(calls.voters.length);
  forEachBallot(calls, (_, voter, code) => {
    if (code !== ballot.absent) heard[voter] = 1;
  });
  return heard;
}

/** The same without the voters who never answered. */
export function withoutSilentVoters(calls: RollCalls): RollCalls {
  const heard = heardVoters(calls);
  if (!heard.includes(0)) return calls;
  const numbers = new Uint16Array(calls.voters.length);
  let count = 0;
  heard.forEach((isHeard, index) => (numbers[index] = isHeard === 1 ? count++ : 0));
  const kept = withBallots(calls, (at) => heard[calls.voterOf[at] ?? 0] === 1);
  return { ...kept, voters: calls.voters.filter((_, index) => heard[index] === 1), voterOf: kept.voterOf.map((voter) => numbers[voter] ?? 0) };
}
