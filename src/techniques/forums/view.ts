import { forumMembers } from "#core/negotiation/forum-members";
import { isResolved } from "#core/resolution";
import type { Results } from "#core/technique";
import { relativeDays, writtenDate, type CalendarDate } from "#kit/date";
import type { Block, ForumBoard } from "#model/block";
import type { Names } from "#model/names";
import { ruleText } from "./read-rule.ts";
import type { Forum, Forums } from "./schema.ts";
import { needs } from "./view-needs.ts";

/** How each forum decides, who sits in it, when it meets and what follows if it fails; and the sessions in order. */
export function view({ forums, remarks }: Forums, { today, document, names }: Results): readonly Block[] {
  const now = isResolved(document) ? undefined : today;
  const board: readonly Block[] = forums.length > 0 ? [{ kind: "forum-board", caption: "Forums: how each decides, and when", cards: forums.map((forum) => cardOf(forum, now, names)) }] : [];
  return [...board, ...remarks.map((text): Block => ({ kind: "prose", text: text.source })), ...sessionsOf(forums, now)];
}

function cardOf(forum: Forum, today: CalendarDate | undefined, names: Names): ForumBoard["cards"][number] {
  const { id, name, decides, lastResort, members, session, fallback, sources } = forum;
  const declared = names.find(id);
  const day = session?.day ?? session?.from;
  return {
    id,
    title: name.source,
    rule: ruleIn(forum),
    needs: decides ? needs(decides, declared && forumMembers(declared, names).count, lastResort) : "How it decides is not known.",
    members: members?.written ?? "",
    session: sessionText(session, today),
    status: day === undefined ? "no session" : today !== undefined && day < today ? "met" : "meets",
    fallback: fallback?.source ?? "",
    sources: [...new Set(sources.map(({ id: key, grade }) => `[@${key}]${grade === undefined ? "" : `{${grade}}`}`))].join(" "),
  };
}

/** `16 November 2026, in 9 days`; words that name no day as written. */
function sessionText(session: Forum["session"], today: CalendarDate | undefined): string {
  const day = session?.from ?? session?.day;
  if (!session || day === undefined) return session?.written ?? "";
  const written = session.from === session.day ? writtenDate(day) : session.written;
  return today === undefined ? written : `${written}, ${relativeDays(today, day)}`;
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
