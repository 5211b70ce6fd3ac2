import { groupBy } from "#kit/group";

/** What an import met that is not as it should be. */
export type Irregularity =
  | "no text"
  | "no layout"
  | "cells missing"
  | "quote unclosed"
  | "roll call missing"
  | "voter missing"
  | "code unknown"
  | "date unreadable"
  | "session unreadable"
  | "repeated"
  | "contradicted"
  | "id reused"
  | "totals contradicted"
  | "nobody against"
  | "nobody answered"
  | "description idle"
  | "voter silent"
  | "voter unknown";

/** One kind of irregularity in the file: how often, what was done about it, and the first places. */
export interface ImportNote {
  readonly kind: Irregularity;
  readonly count: number;
  /** `skipped`: the rows or ballots are not in the result; `kept`: they are, as they stand. */
  readonly outcome: "skipped" | "kept";
  readonly text: string;
  readonly examples: readonly string[];
}

const wording: Readonly<Record<Irregularity, { readonly outcome: ImportNote["outcome"]; readonly text: string }>> = {
  "no text": { outcome: "skipped", text: "files that are no text: pictures, spreadsheets, packed files without the ending .gz, or text in another encoding than UTF-8" },
  "no layout": { outcome: "skipped", text: "files whose header names no layout: a vote column and a voter column, or a column for the roll call with a column per voter headed by three capital letters, or at least a date or a title" },
  "cells missing": { outcome: "skipped", text: "rows with fewer cells than the header" },
  "quote unclosed": { outcome: "kept", text: "rows with a quotation mark that never closes, read as a plain character" },
  "roll call missing": { outcome: "skipped", text: "rows that name no roll call" },
  "voter missing": { outcome: "skipped", text: "rows that name no voter" },
  "code unknown": { outcome: "skipped", text: "ballots with an unknown code" },
  "date unreadable": { outcome: "kept", text: "roll calls whose date is not written as YYYY-MM-DD; they count as undated" },
  "session unreadable": { outcome: "kept", text: "roll calls whose session is no number; they count as without session" },
  repeated: { outcome: "skipped", text: "ballots that stand twice with the same answer; one is kept" },
  contradicted: { outcome: "skipped", text: "ballots that stand twice with different answers; the first is kept" },
  "id reused": { outcome: "kept", text: "rows that reuse the id of another roll call; each got a letter of its own" },
  "totals contradicted": { outcome: "kept", text: "roll calls whose published totals differ from the ballots; the ballots count" },
  "nobody against": { outcome: "kept", text: "roll calls where nobody votes no; how far a no would be is then a matter of the prior" },
  "nobody answered": { outcome: "skipped", text: "roll calls without a single yes, no or abstention; nothing can be learned from them" },
  "description idle": { outcome: "skipped", text: "descriptions of roll calls of which there is no ballot" },
  "voter unknown": { outcome: "kept", text: "voters who are no state that is known here" },
  "voter silent": { outcome: "skipped", text: "voters who never answered; they have no ideal point" },
};

/** An irregularity and where it is. */
export interface Incident {
  readonly kind: Irregularity;
  readonly place: string;
}

const shown = 3;

/** Collects incidents without keeping more of them than are shown. */
export function incidentLog(): { readonly add: (incident: Incident) => void; readonly notes: () => readonly ImportNote[] } {
  const counts = new Map<Irregularity, number>();
  const examples: Incident[] = [];
  return {
    add: (incident) => {
      const count = (counts.get(incident.kind) ?? 0) + 1;
      counts.set(incident.kind, count);
      if (count <= shown) examples.push(incident);
    },
    notes: () => {
      const places = groupBy(examples, ({ kind }) => kind);
      return Array.from(counts, ([kind, count]) => ({ kind, count, ...wording[kind], examples: (places.get(kind) ?? []).map(({ place }) => place) }));
    },
  };
}
