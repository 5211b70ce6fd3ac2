import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { referencePages } from "./reference.ts";

const root = join(import.meta.dirname, "..");

/** Pages that are not what `npm run docs` would write. */
const stale = referencePages()
  .filter(({ file, text }) => readOrEmpty(join(root, "docs/reference", file)) !== text)
  .map(({ file }) => `docs/reference/${file} is stale; run \`npm run docs\`.`);

function readOrEmpty(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/** Every Markdown file of the project that a person reads. */
const pages = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...["docs", "examples", "src"].flatMap((folder) => markdownIn(join(root, folder)))];

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => relative(root, join(folder, file)));
}

/** The anchors of a page, as GitHub makes them of headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = Array.from(text.matchAll(/^#{1,6}\s+(.+?)(?:\s*\{#([^}\s]+)[^}]*\})?\s*$/gmu));
  return new Set(headings.flatMap(([, title = "", id]) => [slug(title), ...(id === undefined ? [] : [id])]));
}

const slug = (title: string): string => title.toLowerCase().replace(/[`*_]/gu, "").replace(/[^\p{Letter}\p{Number}\s-]/gu, "").trim().replace(/\s/gu, "-");

/** Links of a page that lead nowhere within the project. */
function brokenLinks(page: string): readonly string[] {
  const text = readOrEmpty(join(root, page)).replace(/^(`{3,})[\s\S]*?^\1/gmu, "").replace(/`[^`\n]*`/gu, "");
  return Array.from(text.matchAll(/(?<!@)\]\(([^)\s]+)(?:\s+"[^"]*")?\)/gu), (match) => match[1] ?? "").filter((target) => !isFound(page, target)).map((target) => `${page} links to ${target}, which is not there.`);
}

function isFound(page: string, target: string): boolean {
  if (/^[a-z]+:/iu.test(target)) return true;
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? join(root, page) : join(root, dirname(page), decodeURI(path));
  if (!existsSync(file)) return false;
  return anchor === undefined || !file.endsWith(".md") || anchorsOf(readFileSync(file, "utf8")).has(anchor);
}

const missing = pages.filter((page) => !existsSync(join(root, page))).map((page) => `${page} is missing.`);
const problems = [...stale, ...missing, ...pages.flatMap(brokenLinks)];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
