import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median, milliseconds, type Measurement } from "./measure.ts";

const root = join(import.meta.dirname, "..");
const rounds = 11;

interface Peer {
  readonly name: string;
  readonly args: readonly string[];
}

/** `rapporteur check` as a whole process beside two linters on the same file, in interleaved rounds. */
export function coldStartBench(file: string): readonly Measurement[] {
  const folder = mkdtempSync(join(tmpdir(), "cold-start-"));
  const peers = peersFor(folder, file);
  const times = new Map(peers.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) for (const { name, args } of peers) times.get(name)?.push(wallTime(args));
  rmSync(folder, { recursive: true, force: true });
  const own = median(times.get("rapporteur check") ?? []);
  return peers.map(({ name }) => {
    const time = median(times.get(name) ?? []);
    if (name === "rapporteur check") return { what: `cold ${name}`, measured: milliseconds(time) };
    return { what: `cold ${name}`, measured: `${milliseconds(time)}; ours / theirs = ${(own / time).toFixed(2)}`, target: "at most 1.00", met: own <= time };
  });
}

function peersFor(folder: string, file: string): readonly Peer[] {
  const textlintrc = join(folder, ".textlintrc.json");
  writeFileSync(textlintrc, JSON.stringify({ rules: { "sentence-length": true, "no-todo": true, "max-comma": true } }));
  const markdownlint = join(folder, ".markdownlint.json");
  writeFileSync(markdownlint, JSON.stringify({ default: false, MD001: true, MD003: true, MD022: true, MD024: true, MD058: true }));
  return [
    { name: "rapporteur check", args: [join(root, "bin/rapporteur.mjs"), "check", file] },
    { name: `textlint ${versionOf("textlint")} with 3 rules`, args: [binOf("textlint", "textlint"), "--config", textlintrc, "--rules-base-directory", join(root, "node_modules"), file] },
    { name: `markdownlint-cli2 ${versionOf("markdownlint-cli2")} with 5 rules`, args: [binOf("markdownlint-cli2", "markdownlint-cli2"), "--config", markdownlint, "--no-globs", `:${file}`] },
  ];
}

function wallTime(args: readonly string[]): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: "utf8" });
  if (status !== 0 && status !== 1) throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
  return performance.now() - started;
}

const manifest = (name: string): { version: string; bin: string | Record<string, string> } => JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8"));
const versionOf = (name: string): string => manifest(name).version;

function binOf(name: string, program: string): string {
  const { bin } = manifest(name);
  const path = typeof bin === "string" ? bin : bin[program];
  return createRequire(import.meta.url).resolve(join(root, "node_modules", name, path ?? ""));
}
