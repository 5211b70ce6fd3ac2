import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Evidence, Network } from "#bayes/network";
import type { Posteriors } from "./npm-peers.ts";

export interface GrainAnswer {
  /** Milliseconds of processor time. */
  readonly compile: number;
  readonly query: number;
  readonly logEvidence: number;
  readonly posteriors: Posteriors;
}

/** What gRain (Højsgaard 2012) says of each question; undefined where no R with that package is installed. */
export function askGrain(questions: readonly { readonly network: Network; readonly evidence: Evidence }[], secondsEach: number): { readonly version: string; readonly answers: readonly GrainAnswer[] } | undefined {
  const folder = mkdtempSync(join(tmpdir(), "grain-"));
  try {
    const files = questions.map(({ network, evidence }, at) => {
      const file = join(folder, `${at}.txt`);
      writeFileSync(file, written(network, evidence));
      return file;
    });
    const { status, stdout } = spawnSync("Rscript", [join(import.meta.dirname, "grain.R"), String(secondsEach), ...files], { encoding: "utf8", maxBuffer: 1 << 28 });
    if (status !== 0) return undefined;
    const [version = "", ...parts] = stdout.split(/^(?=network )/m);
    return { version: version.replace("version ", "").trim(), answers: parts.map((part, at) => answerIn(part, questions[at]!.network)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const numbersOf = ({ variables }: Network): ReadonlyMap<string, number> => new Map(variables.map(({ id }, number) => [id, number]));

/** The first variable of a table of gRain changes fastest, so the parents stand in the opposite order. */
function written(network: Network, { observed }: Evidence): string {
  const numbers = numbersOf(network);
  const states = (id: string): readonly string[] => network.variables[numbers.get(id)!]!.states;
  const name = (id: string): string => `v${numbers.get(id)}`;
  const tables = network.tables.map(({ variable, parents, probabilities }) => ["table", name(variable), states(variable).length, parents.length, ...parents.toReversed().map(name), ...probabilities]);
  const evidence = Object.entries(observed).map(([id, state]) => ["evidence", name(id), `s${states(id).indexOf(state)}`]);
  return [...tables, ...evidence].map((words) => `${words.join(" ")}\n`).join("");
}

function answerIn(part: string, { variables }: Network): GrainAnswer {
  const [head = "", ...lines] = part.trim().split("\n");
  const [compile = Number.NaN, query = Number.NaN, logEvidence = Number.NaN] = head.split(" ").slice(1).map(Number);
  const posteriors = lines.map((line) => {
    const [, id = "", ...values] = line.trim().split(" ");
    return [variables[Number(id.slice(1))]!.id, values.map(Number)] as const;
  });
  return { compile, query, logEvidence, posteriors: new Map(posteriors) };
}
