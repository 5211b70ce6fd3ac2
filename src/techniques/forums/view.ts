import { isResolved } from "#core/resolution";
import type { Results } from "#core/technique";
import type { Block } from "#model/block";
import { ruleText } from "./read-rule.ts";
import type { Forum, Forums } from "./schema.ts";

/** How each forum decides, who sits in it, when it meets and what follows if it fails; and the sessions in order. */
export function view({ forums, remarks }: Forums, { today, document }: Results): readonly Block[] {
  const rows = forums.map((forum) => ({
    id: forum.id,
    cells: [forum.id, forum.name.source, ruleIn(forum), forum.members?.written ?? "", forum.session?.written ?? "", forum.fallback?.source ?? ""],
  }));
  const table: readonly Block[] = rows.length > 0 ? [{ kind: "table", caption: "Forums", head: ["ID", "Forum", "Rule", "Members", "Next session", "Fallback"], rows }] : [];
  return [...table, ...remarks.map((text): Block => ({ kind: "prose", text: text.source })), ...sessionsOf(forums, isResolved(document) ? undefined : today)];
}

const ruleIn = ({ rule, decides, lastResort }: Forum): string => (decides ? [ruleText(decides), ...(lastResort ? [`${ruleText(lastResort)} as a last resort`] : [])].join("; ") : (rule?.written ?? ""));

function sessionsOf(forums: readonly Forum[], today: string | undefined): readonly Block[] {
  const events = forums.flatMap(({ id, name, session }) => {
    const date = session?.from ?? session?.day;
    if (!session || date === undefined) return [];
    const over = today !== undefined && (session.day ?? date) < today;
    const written = session.from === session.day ? undefined : session.written;
    return [{ date, id, text: `${name.source}${over ? " (past)" : ""}`, tone: over ? ("watch" as const) : ("note" as const), ...(written !== undefined && { written }) }];
  });
  return events.length > 1 ? [{ kind: "timeline", caption: "Sessions", events: events.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)) }] : [];
}
