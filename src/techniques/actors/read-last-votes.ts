import { answers } from "#bargaining/votes/roll-calls";
import { readBallot } from "#bargaining/votes/vote-codes";
import { saying } from "#core/read-cell";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import type { Actor } from "./schema.ts";

/** The forum that a column of last votes speaks of: `Last vote F2`, `Last vote in F2`, `Last vote: F2`. */
export const lastVoteColumn = (column: string): string | undefined => /^last vote\b\s*(?:[:,(]|in|of|at)?\s*(?:the\s+)?(.{1,80}?)\)?$/iu.exec(column.trim())?.[1];

/** What an actor answered when forums last voted on the question, one cell for each column of that kind. */
export const readLastVotes = (other: readonly { readonly column: string; readonly cell: Prose }[]): Actor["lastVotes"] =>
  other.flatMap(({ column, cell }) => {
    const forum = lastVoteColumn(column);
    if (forum === undefined || !saying(cell)) return [];
    const written = plain(cell);
    const code = readBallot(written);
    const answer = code === undefined || code < 0 ? undefined : answers[code];
    return [{ column: forum, written, span: cell.span, ...(answer !== undefined && { answer }) }];
  });
