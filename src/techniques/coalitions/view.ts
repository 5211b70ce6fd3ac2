import type { Results } from "#core/technique";
import { percent } from "#kit/number-text";
import type { Block, TableCell } from "#model/block";
import { headingKey } from "#model/heading";
import { hallsOf, reach, strengthsOf, type Hall, type Strength } from "./view-strength.ts";
import type { Coalition, Coalitions } from "./schema.ts";

/** Who acts together, where each coalition stands, and what it can pass or block in each forum. */
export function view({ coalitions, remarks }: Coalitions, { names }: Results): readonly Block[] {
  const prose = remarks.map((text): Block => ({ kind: "prose", text: text.source }));
  const strengths = strengthsOf(names);
  if (strengths.length === 0) return prose;
  return [...prose, membersTable(strengths, coalitions), reachTable(strengths, hallsOf(names))].flat();
}

function membersTable(strengths: readonly Strength[], coalitions: readonly Coalition[]): Block {
  const said = new Map(coalitions.map((coalition) => [headingKey(coalition.title), coalition]));
  const rows = strengths.map(({ title, members, placed, mean, capability }) => {
    const own = said.get(headingKey(title));
    const cells: readonly TableCell[] = [
      title,
      `${members.length}: ${members.map((member) => member.title).join(", ")}`,
      own?.aim?.source ?? "",
      own?.lead?.source ?? "",
      mean === undefined ? "–" : String(Math.round(mean)),
      spread(placed),
      capability === undefined ? "–" : percent(capability),
      sourcesOf(own),
    ];
    return { ...(own && { id: own.id }), cells };
  });
  const head = ["Coalition", "Members", "Wants", "Led by", "Stands at", "From – to", "Share of capability", "Source"];
  return withoutEmptyColumns({ kind: "table", caption: "Coalitions on the scale from 0 to 100", head, rows });
}

const spread = (placed: Strength["placed"]): string => {
  const [low, high] = [placed[0], placed.at(-1)];
  return low && high ? (low === high ? "–" : `${Math.round(low.position)}–${Math.round(high.position)}`) : "–";
};

const sourcesOf = (coalition: Coalition | undefined): string => [...new Set((coalition?.sources ?? []).map(({ id, grade }) => `[@${id}]${grade === undefined ? "" : `{${grade}}`}`))].join(" ");

type Table = Extract<Block, { readonly kind: "table" }>;

/** Columns of which no row says anything are left out. */
function withoutEmptyColumns({ head, rows, ...table }: Table): Table {
  const kept = head.flatMap((_, at) => (rows.some(({ cells }) => cells[at] !== "") ? [at] : []));
  return { ...table, head: kept.map((at) => head[at] ?? ""), rows: rows.map((row) => ({ ...row, cells: kept.map((at) => row.cells[at] ?? "") })) };
}

/** In each forum: how many of its members each coalition has, and what they can do without anybody else. */
function reachTable(strengths: readonly Strength[], halls: readonly Hall[]): readonly Block[] {
  if (halls.length === 0) return [];
  const rows = strengths.map(({ title, members }) => ({
    cells: [title, ...halls.map((hall) => reachCell(hall, members.filter(({ id }) => hall.actors.has(id)).length))],
  }));
  return [{ kind: "table", caption: "What each coalition can do alone, if all vote", head: ["Coalition", ...halls.map(({ id }) => id)], rows }];
}

/** `can block (34 of 99 members)`; of the actors here where the document does not say how many members there are. */
export function reachCell({ rule, lastResort, actors, count }: Hall, own: number): string {
  if (own === 0) return "not in it";
  const members = Math.max(count ?? 0, actors.size);
  const verdict = reach(rule, own, members);
  const last = lastResort && verdict !== "decides alone" ? `; as a last resort ${voteWords[reach(lastResort, own, members)]}` : "";
  return `${verdict}${last} (${own} of ${count === undefined ? `the ${members} actors here` : `${members} members`})`;
}

/** What a coalition can do by the rule of last resort. */
const voteWords = { "decides alone": "decides alone by vote", "can block": "can block a vote", "each can object": "each can object", neither: "neither passes nor blocks a vote" } as const;
