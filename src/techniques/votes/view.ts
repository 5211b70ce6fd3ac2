import { shownDate } from "#core/read-cell";
import type { Results } from "#core/technique";
import { groupBy } from "#kit/group";
import type { Block } from "#model/block";
import { heldIn, stateName, type Held } from "./read-held.ts";
import { neededText } from "./read-majority.ts";
import type { Votes } from "./schema.ts";
import { agreementBlocks } from "./view-agreement.ts";
import { groupBlocks } from "./view-groups.ts";

/** Results against the rule, the map, who moved, groups, who votes with whom, and the register; series by series. */
export function view(part: Votes, results: Results): readonly Block[] {
  const held = heldIn(part, results);
  const series = groupBy(held, ({ rollCall }) => rollCall.series ?? "");
  return [
    ...part.remarks.map((text): Block => ({ kind: "prose", text: text.source })),
    ...Array.from(series).flatMap(([title, own]) => seriesBlocks(title, own, results)),
    ...register(held),
  ];
}

function seriesBlocks(title: string, held: readonly Held[], results: Results): readonly Block[] {
  const of = title === "" ? "" : `: ${title}`;
  const heading: readonly Block[] = title === "" ? [] : [{ kind: "heading", level: 3, text: title }];
  return [...heading, ...resultBars(held, of), ...maps(held, of), ...changes(held, of), ...groupBlocks(held, results), ...agreementBlocks(held, results)];
}

function resultBars(held: readonly Held[], of: string): readonly Block[] {
  const rows = held.filter(({ counts }) => counts.yes + counts.no + counts.abstain > 0).map(({ rollCall, counts, needed, when }) => ({
    id: rollCall.id,
    title: rollCall.name.source,
    ...(when !== "" && { note: when }),
    counts,
    ...(needed && { needed: { count: needed.count, label: neededText(needed) } }),
  }));
  return rows.length > 0 ? [{ kind: "vote-bars", caption: `Results${of}`, rows }] : [];
}

/** The latest first; those of which only totals are known have no map. */
function maps(held: readonly Held[], of: string): readonly Block[] {
  const drawn = held.filter(({ ballots }) => ballots.answers.size > 0).toReversed();
  if (drawn.length === 0) return [];
  const all = drawn.map(({ title, ballots }) => ({ title, votes: Object.fromEntries(Array.from(ballots.answers, ([code, answer]) => [code, { name: stateName(code), answer }])) }));
  return [{ kind: "vote-map", caption: `Who voted how${of}`, maps: all }];
}

/** From each roll call to the next, where all ballots of both are known. */
function changes(held: readonly Held[], of: string): readonly Block[] {
  const known = held.filter(({ ballots }) => ballots.extent === "all");
  const steps = known.slice(1).map((later, at) => stepBetween(known[at] ?? later, later));
  return steps.length > 0 ? [{ kind: "vote-changes", caption: `Who moved${of}`, steps }] : [];
}

type Step = Extract<Block, { kind: "vote-changes" }>["steps"][number];

function stepBetween(before: Held, after: Held): Step {
  const pairs = [...after.ballots.answers].flatMap(([code, to]) => {
    const from = before.ballots.answers.get(code);
    return from === undefined ? [] : [{ from, to, name: stateName(code) }];
  });
  const moved = groupBy(pairs.filter(({ from, to }) => from !== to), ({ from, to }) => `${from} ${to}`);
  const moves = Array.from(moved.values(), (same) => ({ from: same[0]?.from ?? "yes", to: same[0]?.to ?? "yes", names: same.map(({ name }) => name).toSorted() }));
  return { from: before.title, to: after.title, stayed: pairs.filter(({ from, to }) => from === to && from !== "absent").length, moves: moves.toSorted((a, b) => weightOf(b) - weightOf(a) || b.names.length - a.names.length) };
}

/** What a reader wants to see first: turns towards no, then away from it, then those from and to absence. */
const distance = { yes: 0, abstain: 1, no: 2, absent: 0 } as const;
const weightOf = ({ from, to }: Step["moves"][number]): number => (from === "absent" || to === "absent" ? -10 : distance[to] - distance[from]);

function register(held: readonly Held[]): readonly Block[] {
  if (held.length === 0) return [];
  const rows = held.map(({ rollCall, counts, needed }) => ({
    id: rollCall.id,
    cells: [
      rollCall.id,
      rollCall.name.source,
      rollCall.date ? shownDate(rollCall.date) : "",
      rollCall.forum?.written ?? "",
      `${counts.yes}–${counts.no}–${counts.abstain}`,
      counts.absent > 0 ? String(counts.absent) : "",
      rollCall.result?.written ?? (needed ? (counts.yes >= needed.count ? "adopted" : "not adopted") : ""),
      rollCall.sources.map(({ id, grade }) => `[@${id}]${grade === undefined ? "" : `{${grade}}`}`).join(" "),
    ],
  }));
  return [{ kind: "table", caption: "Roll calls", head: ["ID", "Resolution", "Date", "Forum", "Yes–no–abstain", "Not voting", "Result", "Source"], rows }];
}
