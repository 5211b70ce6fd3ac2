/** An example of a README: a `markdown` fence, followed by a `text` fence with the findings it gives, a line each. */
export interface ReadmeExample {
  readonly title: string;
  readonly input: string;
  readonly output: readonly string[];
}

/** All examples of a README, each titled by the heading above it. */
export function readmeExamples(readme: string): readonly ReadmeExample[] {
  const pattern = /^### (.+)\n(?:(?!^### )[\s\S])*?^(`{3,})markdown\n([\s\S]*?)^\2\n\s*^`{3}text\n([\s\S]*?)^`{3}$/gmu;
  return Array.from(readme.matchAll(pattern), (match) => ({
    title: match[1] ?? "",
    input: match[3] ?? "",
    output: (match[4] ?? "").split("\n").filter((line) => line.trim() !== ""),
  }));
}
