/**
 * An example of a README: a `markdown` fence, followed by a `text` fence with the findings it gives, a line each.
 * A fence `markdown whole` is read with every technique, for findings that need what another one declares. Fences
 * `csv NAME` before it are the files beside the document.
 */
export interface ReadmeExample {
  readonly title: string;
  readonly whole: boolean;
  readonly input: string;
  readonly files: ReadonlyMap<string, string>;
  readonly output: readonly string[];
}

/** All examples of a README, each titled by the heading above it. */
export function readmeExamples(readme: string): readonly ReadmeExample[] {
  const pattern = /^### (.+)\n((?:(?!^### )[\s\S])*?)^(`{3,})markdown( whole)?\n([\s\S]*?)^\3\n\s*^`{3}text\n([\s\S]*?)^`{3}$/gmu;
  return Array.from(readme.matchAll(pattern), (match) => ({
    title: match[1] ?? "",
    files: new Map(Array.from((match[2] ?? "").matchAll(/^`{3}csv (\S+)\n([\s\S]*?)^`{3}$/gmu), ([, name = "", text = ""]) => [name, text])),
    whole: match[4] !== undefined,
    input: match[5] ?? "",
    output: (match[6] ?? "").split("\n").filter((line) => line.trim() !== ""),
  }));
}
