import { identify } from "#core/read-ids";
import { entriesOf, hasColumn, tablesIn } from "#core/read-table";
import { headingKey } from "#model/heading";
import type { Section, Table } from "#model/outline";
import { plain } from "#model/prose";
import type { Entry, RollCall } from "./schema.ts";

/** The columns of a table of states; every other column is a roll call, by its id or name. */
export const stateColumns = {
  state: ["State", "Country", "Member state", "Member", "Delegation", "ISO", "ISO3", "Code"],
  vote: ["Vote", "Ballot", "Voted", "Answer"],
} as const;

/** The roll calls with the ballots of tables of states: of a column headed by their id or name or, under their own heading, of a column `Vote`. */
export function readStateTables(sections: readonly Section[], rollCalls: readonly RollCall[]): readonly RollCall[] {
  const found = sections.flatMap((section) => tablesIn([section]).filter((table) => hasColumn(table, stateColumns.state)).flatMap((table) => ballotsIn(table, identify("vote", section.heading).id)));
  if (found.length === 0) return rollCalls;
  return rollCalls.map((rollCall) => {
    const entries = found.filter(({ rollCall: name }) => isNamed(rollCall, name)).map(({ entry }) => entry);
    return entries.length > 0 ? { ...rollCall, entries: [...rollCall.entries, ...entries] } : rollCall;
  });
}

interface Found {
  readonly rollCall: string;
  readonly entry: Entry;
}

function ballotsIn(table: Table, heading: string): readonly Found[] {
  return entriesOf(table, stateColumns).flatMap(({ cells: { state, vote }, other }) => {
    if (!state) return [];
    const ballots = [...(vote ? [{ column: heading, cell: vote }] : []), ...other];
    return ballots.map(({ column, cell }) => ({ rollCall: column, entry: { name: plain(state), span: state.span, vote: { written: plain(cell), span: cell.span } } }));
  });
}

/** True where words are the id or the name of a roll call. */
export const isNamed = ({ id, name }: RollCall, words: string): boolean => [id, plain(name)].some((own) => headingKey(own) === headingKey(words));
