import { readBif } from "#exchange/network/bif";
import { finish, Unreadable, type Draft, type DraftedNetwork } from "#exchange/network/draft";

/** A network read from a text; or why it cannot be, with the line and the column (from 1) where that shows. */
export type NetworkReading = ({ readonly kind: "read" } & DraftedNetwork) | { readonly kind: "unreadable"; readonly what: string; readonly line: number; readonly column: number };

const readers = { bif: readBif } as const satisfies Readonly<Record<string, (text: string) => Draft>>;

export type NetworkFormat = keyof typeof readers;

/** Reads a network; whatever the text, the answer is a network or the first reason why it is none. */
export function readNetwork(text: string, format: NetworkFormat): NetworkReading {
  try {
    return { kind: "read", ...finish(readers[format](text)) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: "unreadable", what: error.message, ...placeIn(text, error.at) };
  }
}

function placeIn(text: string, at: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return { line, column: at - start + 1 };
}
