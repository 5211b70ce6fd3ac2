import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageProblem } from "#cli/problem";

/** Reads a text file whole; what is no readable text ends in one sentence, which names what is wanted. A byte order mark is left out. */
export function readTextFile(path: string, wanted = "Markdown, plain text or HTML"): string {
  const bytes = readBytes(path);
  if (bytes.length === 0) throw new UsageProblem(`${path} is empty.`);
  if (looksBinary(bytes)) throw new UsageProblem(`${path} is not a text file; give ${wanted}.`);
  const text = decode(path, bytes);
  if (text.trim() === "") throw new UsageProblem(`${path} holds nothing but white space.`);
  return text;
}

function readBytes(path: string): Uint8Array {
  try {
    if (statSync(path).isDirectory()) throw new UsageProblem(`${path} is a folder; name a file in it.`);
    return readFileSync(path);
  } catch (error) {
    throw problemOf(path, "read", error);
  }
}

/** A NUL among the first bytes, or the mark of a format that is none of ours. */
function looksBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 8192);
  const nulls = start.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return nulls > start.length / 100 || String.fromCharCode(...start.subarray(0, 4)) === "%PDF";
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new UsageProblem(`${path} is not written in UTF-8; save it in that encoding and try again.`);
  }
}

/** Writes a file whole or not at all: to a temporary file beside it, which is then renamed. */
export function writeWhole(path: string, text: string): void {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}.tmp`);
  try {
    mkdirSync(folder, { recursive: true });
    if (isFolder(path)) throw new UsageProblem(`${path} is a folder; name the file to write.`);
    writeFileSync(temporary, text);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw problemOf(path, "written", error);
  }
}

/** Refuses to write over what was read, by whatever path either is named. */
export function refuseOverwriting(input: string, output: string): void {
  const place = realPath(output);
  if (place !== undefined && place === realPath(input)) throw new UsageProblem(`${output} is the file that is read; name another output, so that ${input} is kept.`);
}

/** The path without links; undefined where nothing is there. */
export function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "a part of its path is not a folder",
  EACCES: "the permission is missing",
  EPERM: "the permission is missing",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
  EISDIR: "it is a folder",
  ENAMETOOLONG: "its name is too long",
};

/** The sentence for a file that cannot be read or written; what is a sentence already stays as it is. */
export function problemOf(path: string, done: "read" | "written", error: unknown): Error {
  if (error instanceof UsageProblem) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  return new UsageProblem(`${path} cannot be ${done}: ${reason}.`);
}
