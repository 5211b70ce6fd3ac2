import type { Network } from "#bayes/network";
import { readBif, writeBif } from "#exchange/network/bif";
import { finish, Unreadable, type Draft, type DraftedNetwork, type Written } from "#exchange/network/draft";
import { placeIn } from "#exchange/network/place";
import { readHugin, writeHugin } from "#exchange/network/hugin";
import { readUai, writeUai } from "#exchange/network/uai";
import { readXdsl, writeXdsl } from "#exchange/network/xdsl";
import { readXmlBif, writeXmlBif } from "#exchange/network/xmlbif";

interface Format {
  /** Endings of file names by which it is known. */
  readonly endings: readonly string[];
  readonly read: (text: string) => Draft;
  readonly write: (network: Network) => Written;
}

/** A format of Bayesian networks, by its usual ending. */
export type NetworkFormat = "bif" | "net" | "xmlbif" | "xdsl" | "uai";

export const networkFormats: readonly NetworkFormat[] = ["bif", "net", "xmlbif", "xdsl", "uai"];

const formats: Readonly<Record<NetworkFormat, Format>> = {
  bif: { endings: ["bif"], read: readBif, write: writeBif },
  net: { endings: ["net", "hugin"], read: readHugin, write: writeHugin },
  xmlbif: { endings: ["xmlbif", "xml"], read: readXmlBif, write: writeXmlBif },
  xdsl: { endings: ["xdsl"], read: readXdsl, write: writeXdsl },
  uai: { endings: ["uai"], read: readUai, write: writeUai },
};

/** The format of a file, known by its ending. */
export function networkFormatOf(file: string): NetworkFormat | undefined {
  const ending = /\.([^./\\]+)$/u.exec(file)?.[1]?.toLowerCase() ?? "";
  return networkFormats.find((format) => formats[format].endings.includes(ending));
}

/** A network read from a text; or why it cannot be, with the line and the column (from 1) where that shows. */
export type NetworkReading = ({ readonly kind: "read" } & DraftedNetwork) | { readonly kind: "unreadable"; readonly what: string; readonly line: number; readonly column: number };

/** Reads a network; whatever the text, the answer is a network or the first reason why it is none. */
export function readNetwork(text: string, format: NetworkFormat): NetworkReading {
  try {
    return { kind: "read", ...finish(formats[format].read(text), (at) => placeIn(text, at).line) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { kind: "unreadable", what: error.message, ...placeIn(text, error.at) };
  }
}

/** Writes a network, and says what the format cannot carry. */
export const writeNetwork = (network: Network, format: NetworkFormat): Written => formats[format].write(network);
