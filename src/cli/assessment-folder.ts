import { readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { UsageProblem } from "#cli/problem";

/** The Markdown files that are served: of a folder all beneath it, of a file that one. */
export interface AssessmentFolder {
  readonly root: string;
  /** Paths relative to the root, with `/`, in alphabetical order. */
  list(): readonly string[];
  /** The file of a relative path, or undefined where it is not one of the list. */
  fileOf(path: string): string | undefined;
}

const mostFiles = 2000;

export function assessmentFolder(path: string): AssessmentFolder {
  const root = resolve(path);
  const kind = kindOf(root, path);
  const list = kind === "file" ? () => [basename(root)] : () => markdownBeneath(root).toSorted();
  const folder = kind === "file" ? dirname(root) : root;
  return {
    root: folder,
    list,
    fileOf: (wanted) => (list().includes(wanted) ? join(folder, ...wanted.split("/")) : undefined),
  };
}

function kindOf(root: string, written: string): "file" | "folder" {
  try {
    return statSync(root).isDirectory() ? "folder" : "file";
  } catch {
    throw new UsageProblem(`${written} cannot be opened: there is no such file or folder.`);
  }
}

/** Markdown files beneath a folder; hidden folders, node_modules and README files are left out. */
function markdownBeneath(root: string): readonly string[] {
  const found: string[] = [];
  const queue = [root];
  for (let folder = queue.pop(); folder !== undefined && found.length < mostFiles; folder = queue.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue;
      if (entry.isDirectory()) queue.push(path);
      else if (/\.(?:md|markdown)$/iu.test(entry.name) && !/^readme\./iu.test(entry.name)) found.push(relative(root, path).split(sep).join("/"));
    }
  }
  return found;
}
