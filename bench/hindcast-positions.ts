import type { Negotiation, Party } from "#bargaining/forums/negotiation";
import { delimitedReader } from "#kit/delimited";
import { dataText } from "./votes-data.ts";

/** Papers and declarations with those who stood behind them, and where on the scale of the bundled case this places them: 25 what binds nobody, 50 work on elements, 75 a mandate to negotiate. */
const papers: readonly { readonly id: string; readonly place: number }[] = [
  { id: "a7988-group14", place: 90 },
  { id: "a7988-group22", place: 85 },
  { id: "cosponsors-79-62-as-tabled", place: 80 },
  { id: "cosponsors-78-241-as-tabled", place: 80 },
  { id: "gge-2024-wp5", place: 75 },
  { id: "gge-2024-wp3-two-tier", place: 70 },
  { id: "gge-2024-wp10", place: 40 },
  { id: "us-political-declaration", place: 45 },
  { id: "reaim-2023", place: 50 },
];

/** Positions that somebody coded, with the day on which they were taken. */
const codes: Readonly<Record<string, number>> = { "LBI-BAN": 90, "LBI-OPEN": 80, "REG-SOFT": 25, "CCW-ONLY": 35, OPPOSE: 5, AMBIG: 50 };

/** Whose weight is more than that of others; 0.3 for all who are not named. */
const capabilities: Readonly<Record<string, number>> = { USA: 1, CHN: 0.95, RUS: 0.85, FRA: 0.7, IND: 0.7, GBR: 0.65, DEU: 0.65, ISR: 0.6, JPN: 0.55, KOR: 0.55, BRA: 0.55, ITA: 0.55, TUR: 0.5, PAK: 0.5, AUS: 0.5 };

/** The answers to the two votes that had been taken by the day of the freeze. */
const seen = ["vote_2023_78_241", "vote_2024_79_62"] as const;

type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): readonly Row[] | undefined {
  const text = dataText(path);
  if (text === undefined) return undefined;
  const rows: (readonly string[])[] = [];
  const reader = delimitedReader(({ cells }) => rows.push(cells));
  reader.add(text);
  reader.end();
  const [head = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ""])));
}

const answers: Readonly<Record<string, "yes" | "abstain" | "no">> = { Y: "yes", A: "abstain", N: "no" };

/** States as they could be placed on a day from what had been written by then; years count from it. */
export function frozenNegotiation(day: string, sessions: { readonly group: number; readonly assembly: number }): Negotiation | undefined {
  const [states, declared] = [rowsOf("../facts/laws/states.csv"), rowsOf("../facts/laws/coalitions.csv")];
  if (!states || !declared) return undefined;
  const behind = papers.flatMap(({ id, place }) => {
    const paper = declared.find((row) => row["instrument_id"] === id && (row["date"] ?? "") <= day);
    return paper ? [{ id, place, members: new Set((paper["members_iso3"] ?? "").split(" ")) }] : [];
  });
  const parties = states.map((row) => partyOf(row, behind, day));
  const group = states.filter((row) => row["ccw_party"] === "Y").map((row) => row["iso3"] ?? "");
  return {
    parties,
    forums: [
      { id: "group", rule: { kind: "consensus" }, members: group, years: sessions.group, alternative: "assembly" },
      { id: "assembly", rule: { kind: "majority", share: 1 / 2, of: "those voting" }, members: parties.map(({ id }) => id), years: sessions.assembly },
    ],
  };
}

/** A coded position first, else that of the most demanding paper; of whom nothing was written the place is open. */
function partyOf(row: Row, behind: readonly { readonly id: string; readonly place: number; readonly members: ReadonlySet<string> }[], day: string): Party {
  const id = row["iso3"] ?? "";
  const paper = behind.find(({ members }) => members.has(id));
  const coded = (row["position_as_of"] ?? "9") <= day ? codes[row["position_code"] ?? ""] : undefined;
  const place = coded ?? paper?.place;
  const reach = place === undefined ? 30 : 10;
  const centre = place ?? 50;
  const last = seen.map((column) => answers[row[column] ?? ""]).findLast((answer) => answer !== undefined);
  return {
    id,
    position: centre / 100,
    low: Math.max(0, centre - reach) / 100,
    high: Math.min(100, centre + reach) / 100,
    salience: place === undefined ? 0.5 : 0.7,
    capability: capabilities[id] ?? 0.3,
    ...(paper && { coalition: paper.id }),
    ...(last && { lastVotes: { assembly: last } }),
  };
}
