import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");

/** Runs the built program in a folder as a person would, without colours: exit code and what it printed. */
export function runRapporteur(folder: string, args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "bin/rapporteur.mjs"), ...args], { cwd: folder, encoding: "utf8", env: { ...process.env, NO_COLOR: "1" } });
  return { status, stdout, stderr };
}
