/**
 * An example of a README: a `markdown` fence, followed by a `text` fence with the findings it gives, a line each.
 * A fence `markdown whole` is read with every technique, for findings that need what another one declares.
 */
export interface ReadmeExample {
  readonly title: string;
  readonly whole: boolean;
  readonly input: string;
  readonly output: readonly string[];
}

/** All examples of a README, each titled by the heading above it. */
export function readmeExamples(readme: string): readonly ReadmeExample[] {
  const pattern = /^### (.+)\n(?:(?!^### )[\s\S])*?^(`{3,})markdown( whole)?\n([\s\S]*?)^\2\n\s*^`{3}text\n([\s\S]*?)^`{3}$/gmu;
  return Array.from(readme.matchAll(pattern), (match) => ({
    title: match[1] ?? "",
    whole: match[3] !== undefined,
    input: match[4] ?? "",
    output: (match[5] ?? "").split("\n").filter((line) => line.trim() !== ""),
  }));
}
