import { parseCalendarDate, writtenDate, type CalendarDate } from "#kit/date";
import type { Declaration, Names } from "#model/names";
import { ruleOf, type Clock } from "#core/negotiation/read-negotiation";

/** A forum with a rule that meets only after the question resolves. */
export interface LateSession {
  readonly forum: Declaration;
  readonly session: CalendarDate;
}

/** The forums that are simulated although their session comes after the day on which the question resolves. */
export const lateSessions = (names: Names, { resolves }: Clock): readonly LateSession[] =>
  names.all("forum").flatMap((forum) => {
    const session = parseCalendarDate(forum.facts?.["session"] ?? "");
    return resolves !== undefined && session !== undefined && session > resolves && ruleOf(forum) !== undefined ? [{ forum, session }] : [];
  });

/** The same in sentences. */
export const lateNotes = (names: Names, { resolves }: Clock): readonly string[] =>
  resolves === undefined ? [] : lateSessions(names, { resolves }).map(({ forum, session }) => `${forum.id} meets on ${writtenDate(session)}, after the question resolves on ${writtenDate(resolves)}: it is simulated as if what it decides still counted.`);
