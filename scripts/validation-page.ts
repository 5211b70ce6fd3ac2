import type { ValidationPart } from "../bench/validation-part.ts";

const head = `<!-- Written by \`npm run validate\`; do not edit. -->

# Validation

What the methods are worth, measured on votes and outcomes that they had not seen, beside the plainest ways to do the same.
\`npm run validate\` measures everything again; with the names of sections behind \`--\`, or their beginnings (\`votes\`, \`votes/recovery\`),
only those, and the others stay as they are. A section's name stands in a comment before it.
`;

/** The sections of a page by the name in the comment before each. */
export function sectionsOf(page: string): ReadonlyMap<string, string> {
  const [, ...pieces] = page.split(/^<!-- section (?=\S+ -->$)/mu);
  return new Map(pieces.map((piece) => [piece.slice(0, piece.indexOf(" ")), piece.slice(piece.indexOf("\n") + 1).trim()]));
}

/** The page of some sections, in the order of `names`; a name without a section is left out. */
export const pageOf = (names: readonly string[], sections: ReadonlyMap<string, string>): string =>
  [head, ...names.flatMap((name) => (sections.has(name) ? [`<!-- section ${name} -->\n\n${sections.get(name)}\n`] : []))].join("\n");

export const sectionText = ({ title, text }: ValidationPart): string => `## ${title}\n\n${text.trim()}`;

/** The names that are asked for: a name, or all that begin with it and a stroke. Without any, all. */
export const namesAsked = (names: readonly string[], asked: readonly string[]): readonly string[] =>
  asked.length === 0 ? names : names.filter((name) => asked.some((beginning) => name === beginning || name.startsWith(`${beginning}/`)));
