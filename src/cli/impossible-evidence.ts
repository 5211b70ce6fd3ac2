import type { Impossible } from "#workbench/network/engine";

/** Says with exit code 1 that the evidence cannot be true, and which findings that is about. */
export function sayConflict(conflict: readonly string[]): void {
  process.stderr.write(`rapporteur: the evidence cannot be true under the network: ${conflict.join(", ")} ${conflict.length === 1 ? "contradicts it" : "contradict it or one another"}.\n`);
  process.exitCode = 1;
}

/** The same where a target was asked about; as JSON the names stand where the answer would. */
export function sayImpossible({ conflict, engine }: Impossible, { target, json }: { readonly target: string; readonly json?: boolean }): void {
  sayConflict(conflict);
  if (json) process.stdout.write(`${JSON.stringify({ target, conflict, engine }, null, 2)}\n`);
}
