/** Where a file keeps what: column numbers by the names in its header. */
export type Layout =
  | { readonly kind: "long"; readonly columns: RollCallColumns; readonly voter: readonly number[]; readonly name?: number; readonly vote: number }
  | { readonly kind: "wide"; readonly columns: RollCallColumns; readonly voters: readonly { readonly column: number; readonly id: string }[] }
  | { readonly kind: "descriptions"; readonly columns: RollCallColumns };

/** Columns that describe the roll call; -1 where the file has none. A long file without an id is one roll call, called as the file is. */
export interface RollCallColumns {
  readonly id: number;
  readonly date: number;
  readonly session: number;
  readonly resolution: number;
  readonly title: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly absent: number;
}

/**
 * The names under which the public files keep a column, the surest first: the bulk file of the UN Digital Library in its forms
 * of 2024 (`ms_codes`, `NV`) and since 2025 (`ms_code`, `X`), the long files after Voeten, and files with a column per voter.
 */
const names = {
  id: ["undl_id", "rcid", "vote_id", "rollcall", "roll_call", "resid", "resolution", "resolutions", "unres", "id"],
  voter: ["ms_code", "ms_codes", "iso3", "iso3c", "country_code", "country", "ccode", "countrycode", "state", "member_state", "member state", "voter", "countryname"],
  name: ["ms_name", "ms_names", "countryname", "country_name", "country", "name", "voter_name"],
  vote: ["ms_vote", "ms_votes", "vote", "ballot"],
  date: ["date"],
  session: ["session"],
  resolution: ["resolution", "resolutions", "unres", "resid"],
  title: ["title", "descr", "description", "short"],
  yes: ["total_yes", "yes"],
  no: ["total_no", "no"],
  abstain: ["total_abstentions", "total_abstain", "abstentions", "abstention", "abstain"],
  absent: ["total_non_voting", "total_nonvoting", "non_voting", "nonvoting", "absent"],
} as const;

/**
 * Knows a file by its header: a row per ballot (of many roll calls, or of one that no column names), a row per roll call with a column per voter headed by three capital letters, or
 * rows that only describe roll calls (their date, their title) whose ballots stand in another file. undefined where it is none of these.
 */
export function layoutOf(header: readonly string[]): Layout | undefined {
  const folded = header.map((cell) => cell.trim().toLowerCase());
  const columnOf = (what: keyof typeof names): number => names[what].map((name) => folded.indexOf(name)).find((at) => at >= 0) ?? -1;
  const { vote, voter, name } = { vote: columnOf("vote"), voter: names.voter.map((key) => folded.indexOf(key)).filter((at) => at >= 0), name: columnOf("name") };
  const columns = { id: columnOf("id"), date: columnOf("date"), session: columnOf("session"), resolution: columnOf("resolution"), title: columnOf("title"), yes: columnOf("yes"), no: columnOf("no"), abstain: columnOf("abstain"), absent: columnOf("absent") };
  if (vote >= 0 && voter.length > 0) return { kind: "long", columns, voter, vote, ...(name >= 0 && { name }) };
  if (columns.id < 0) return undefined;
  const voters = header.flatMap((cell, column) => (/^[A-Z]{3}$/u.test(cell.trim()) ? [{ column, id: cell.trim() }] : []));
  if (vote < 0 && voters.length > 1) return { kind: "wide", columns, voters };
  return vote < 0 && (columns.date >= 0 || columns.title >= 0) ? { kind: "descriptions", columns } : undefined;
}
