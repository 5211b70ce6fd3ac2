import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Writes the folder of a new technique, which passes every check, and its line in the registry. */
const root = process.argv[3] ?? join(import.meta.dirname, "..");
const id = process.argv[2] ?? "";

if (!/^[a-z]+(?:-[a-z]+)*$/u.test(id)) stop("Give the technique a name in kebab case: npm run new:technique premortem");
const folder = join(root, "src/techniques", id);
if (existsSync(folder)) stop(`src/techniques/${id} is there already.`);

const camel = id.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
const type = camel.charAt(0).toUpperCase() + camel.slice(1);
const title = id.charAt(0).toUpperCase() + id.slice(1).replaceAll("-", " ");

const files: Readonly<Record<string, string>> = {
  "README.md": `# ${title}

## Method

Say in a paragraph what an analyst does, and what it is good for.

## When not to use it

Say when another technique serves better.

## Literature

Name the paper or the handbook.

## Document syntax

A section headed \`${title}\` with one list item per entry.

## Examples

### An entry without words

\`\`\`markdown
## ${title}

- X1: The first entry.
-
\`\`\`

\`\`\`text
4:2 ${id}/empty-entry
\`\`\`

### Every entry says something

\`\`\`markdown
## ${title}

- X1: The first entry.
- X2: The second entry.
\`\`\`

\`\`\`text
\`\`\`
`,
  "schema.ts": `import * as z from "zod/mini";
import { prose } from "#core/schemas";

export const ${type} = z.object({ entries: z.array(z.object({ id: z.string(), text: prose })) });
export type ${type} = z.infer<typeof ${type}>;
`,
  "read.ts": `import { citedSources, identify } from "#core/read-ids";
import { itemsIn } from "#core/read-lines";
import type { Found, Reading } from "#core/technique";
import type { ${type} } from "./schema.ts";

/** One entry per list item. */
export function read({ sections }: Found<"${id}">): Reading<${type}> {
  const entries = itemsIn(sections["${id}"]).map(({ prose }) => {
    const { id, text } = identify("${id}", prose);
    return { id, text };
  });
  return { part: { entries }, declares: [], refers: entries.flatMap(({ id, text }) => citedSources(text, id)) };
}
`,
  "rules.ts": `import type { Rule } from "#core/technique";
import { isBlank } from "#model/prose";
import type { ${type} } from "./schema.ts";

const emptyEntry: Rule<${type}> = {
  name: "empty-entry",
  severity: "warning",
  message: {
    what: "This entry says nothing.",
    why: "An empty entry looks like one whose words were lost.",
    remedy: "Write the entry, or take it out.",
  },
  standard: "Name the standard or the paper",
  *check({ entries }) {
    for (const { text } of entries) if (isBlank(text)) yield { span: text.span };
  },
};

export const rules = [emptyEntry];
`,
  "view.ts": `import type { Block } from "#model/block";
import type { ${type} } from "./schema.ts";

/** The entries as a list. */
export const view = ({ entries }: ${type}): readonly Block[] => [
  { kind: "list", ordered: false, items: entries.map(({ id, text }) => ({ id, text: text.source })) },
];
`,
  "index.ts": `import { defineTechnique } from "#core/technique";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { ${type} } from "./schema.ts";
import { view } from "./view.ts";

export const ${camel} = defineTechnique({
  id: "${id}",
  title: "${title}",
  literature: ["Name the paper or the handbook"],
  sections: { "${id}": ["${title}"] },
  schema: ${type},
  read,
  rules,
  view,
});
`,
};

mkdirSync(folder);
for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
const registry = join(root, "src/techniques/all.ts");
const lines = [...readFileSync(registry, "utf8").split("\n").filter((line) => line !== ""), `export { ${camel} } from "./${id}/index.ts";`];
writeFileSync(registry, `${lines.toSorted().join("\n")}\n`);
console.log(`src/techniques/${id} written and registered. Next: write its README (method, syntax, examples), then run npm run docs and npm run check.`);

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}
