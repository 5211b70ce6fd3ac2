import { dirname, isAbsolute, join, relative, sep } from "node:path";
import { readTextFile, realPath } from "#cli/files";
import { UsageProblem } from "#cli/problem";
import type { GivenFiles } from "#workbench/attachments";

/** Reads the files that a document names, relative to its folder; one that cannot be read, or lies elsewhere, with the reason. */
export function filesBeside(path: string, names: readonly string[]): GivenFiles {
  const attachments = new Map<string, string>();
  const unreadable = new Map<string, string>();
  for (const name of names) {
    const reason = outside(dirname(path), name);
    const found = reason === undefined ? textOf(join(dirname(path), name)) : { reason };
    if ("text" in found) attachments.set(name, found.text);
    else unreadable.set(name, found.reason);
  }
  return { attachments, unreadable };
}

/** The text of a file, or why it cannot be read. */
function textOf(file: string): { readonly text: string } | { readonly reason: string } {
  try {
    return { text: readTextFile(file, "a table saved as CSV, or other text") };
  } catch (error) {
    if (error instanceof UsageProblem) return { reason: reasonIn(error.message, file) };
    throw error;
  }
}

/** Why a name leads out of the document's folder, by its own words or by a link on the disk; undefined where it does not. */
function outside(folder: string, name: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/iu.test(name)) return "it is an address; put the file beside the document";
  if (isAbsolute(name) || leaves(folder, join(folder, name))) return "it lies outside the document's folder";
  const [from, to] = [realPath(folder), realPath(join(folder, name))];
  return from !== undefined && to !== undefined && leaves(from, to) ? "it is a link that leads out of the document's folder" : undefined;
}

function leaves(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return isAbsolute(way) || way.split(sep)[0] === "..";
}

/** The reason in a sentence on a file: behind its colon, or what it says of the file. */
function reasonIn(sentence: string, file: string): string {
  const said = sentence.replace(`${file} `, "").replace(/\.$/u, "");
  return said.startsWith("cannot be read: ") ? said.slice("cannot be read: ".length) : `it ${said}`;
}
