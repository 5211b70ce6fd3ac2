import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { rollCallReader } from "#bargaining/votes/read-roll-calls";
import { withoutSilentVoters, withRollCalls, type RollCalls } from "#bargaining/votes/roll-calls";

/** Where the roll calls lie that may not be bundled: beside the project, or where RAPPORTEUR_DATA says. */
const folder = process.env["RAPPORTEUR_DATA"] ?? join(import.meta.dirname, "../../shared/data");

/** The text of a file of the data; undefined where it is missing. */
export function dataText(path: string): string | undefined {
  const file = join(folder, path);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return path.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString();
}

/** The roll calls of some files together; undefined where one is missing. */
export function dataCalls(paths: readonly string[]): RollCalls | undefined {
  const reader = rollCallReader();
  for (const path of paths) {
    const text = dataText(path);
    if (text === undefined) return undefined;
    const file = reader.file(path);
    file.add(text);
    file.end();
  }
  return reader.finish().calls;
}

const wide = "unga/unga_wide_1946_2024.csv.gz";

/** The three sets on which other programs were measured; a set is undefined where its files are missing. */
export const sets = {
  /** One session. */
  S78: (): RollCalls | undefined => between(dataCalls([wide]), "2023-09-01", "2024-08-31"),
  /** Sessions 74 to 78 and the year 2025. */
  W7: (): RollCalls | undefined => between(dataCalls([wide, "unga/unga_wide_2025.csv.gz"]), "2019-09-01", "2025-12-31"),
  /** Everything from 1946 to June 2024. */
  ALL: (): RollCalls | undefined => between(dataCalls([wide]), "1946-01-01", "2024-08-31"),
};

const between = (calls: RollCalls | undefined, from: string, to: string): RollCalls | undefined => calls && withoutSilentVoters(withRollCalls(calls, ({ date = "" }) => date >= from && date <= to));
