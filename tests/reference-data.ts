import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Evidence, Network } from "#bayes/network";
import { readNetwork } from "#exchange/network/formats";

const folder = fileURLToPath(new URL("../../shared/data/networks", import.meta.url));

/** True where the reference networks are not beside the repository. */
export const withoutReferences = !existsSync(folder);

export function referenceText(file: string): string {
  return readFileSync(`${folder}/${file}`, "utf8");
}

export function referenceNetwork(name: string): Network {
  const reading = readNetwork(referenceText(`${name}.bif`), "bif");
  if (reading.kind !== "read") throw new Error(`${name}: ${reading.what}`);
  return reading.network;
}

/** What independent engines agree on: posteriors to 12 digits, natural logarithms. */
export interface ReferenceCase {
  readonly evidence: Evidence;
  readonly logPe: number;
  readonly post: Readonly<Record<string, readonly number[]>>;
  readonly mpe?: { readonly logP: number };
}

export function referenceCases(name: string): readonly (readonly [string, ReferenceCase])[] {
  interface Stored extends Omit<ReferenceCase, "evidence"> {
    readonly hard: Readonly<Record<string, string>>;
    readonly virtual: Readonly<Record<string, readonly number[]>>;
  }
  const { cases } = JSON.parse(referenceText(`ref/${name}.json`)) as { readonly cases: Readonly<Record<string, Stored>> };
  return Object.entries(cases).map(([label, { hard, virtual, ...rest }]) => [label, { ...rest, evidence: { observed: hard, likelihoods: virtual } }]);
}

/** dP(target's state | evidence) / d entry by state and table, null where the entry is 0 or 1; mutual information in nats. */
interface SensitivityCase {
  readonly evidence: Evidence;
  readonly prior: readonly number[];
  readonly mi: Readonly<Record<string, number>>;
  readonly d: Readonly<Record<string, Readonly<Record<string, readonly (number | null)[]>>>>;
}

export function referenceSensitivities(name: string): { readonly target: string; readonly cases: Readonly<Record<string, SensitivityCase>> } {
  interface Stored extends Omit<SensitivityCase, "evidence"> {
    readonly hard: Readonly<Record<string, string>>;
    readonly virtual: Readonly<Record<string, readonly number[]>>;
  }
  const { target, cases } = JSON.parse(referenceText(`ref/${name}.sens.json`)) as { readonly target: string; readonly cases: Readonly<Record<string, Stored>> };
  return { target, cases: Object.fromEntries(Object.entries(cases).map(([label, { hard, virtual, ...rest }]) => [label, { ...rest, evidence: { observed: hard, likelihoods: virtual } }])) };
}
