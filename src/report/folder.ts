import { headMarkup } from "./head.ts";
import { badge } from "./icons.ts";
import { joined, markup, type Markup } from "./markup.ts";
import { dateText, percent } from "./numbers.ts";

/** One assessment of a folder as its list shows it; with `problem` it is a file that cannot be read, and why. */
export interface FolderEntry {
  /** Relative to the folder. */
  readonly path: string;
  /** Where its report is. */
  readonly address?: string;
  readonly problem?: string;
  readonly title?: string;
  readonly question?: string;
  readonly asOf?: string;
  readonly resolves?: string;
  readonly leading?: { readonly title: string; readonly probability: number };
  readonly due?: number;
  readonly errors?: number;
  readonly warnings?: number;
}

/** The list of the assessments in a folder: the question, what leads, what is due, what is wrong. */
export function renderFolder(root: string, entries: readonly FolderEntry[]): string {
  const list = entries.length === 0 ? markup`<p>No assessment here yet: a Markdown file with a question is one.</p>` : markup`<ul class="folder">${entries.map(entryMarkup)}</ul>`;
  return plainPage("Assessments", markup`<p><code>${root}</code></p>${list}`);
}

/** A page that says in one sentence what went wrong. */
export const renderProblem = (sentence: string): string => plainPage("This cannot be shown", markup`<p>${sentence}</p>`);

const plainPage = (title: string, content: Markup): string =>
  markup`<!doctype html>
<html lang="en">
${headMarkup({ title })}
<body>
<header><h1>${title}</h1></header>
<main>${content}</main>
</body>
</html>
`.text;

function entryMarkup(entry: FolderEntry): Markup {
  const { path, address, problem, title, question, leading } = entry;
  const name = title ?? path;
  const details = [markup`<code>${path}</code>`, ...days(entry)];
  return markup`<li><h2>${address === undefined ? name : markup`<a href="${address}">${name}</a>`}</h2>
${question !== undefined && question !== title && markup`<p>${question}</p>`}
${leading && markup`<p><b>${percent(leading.probability)}</b> ${leading.title}</p>`}
${problem !== undefined && markup`<p>${badge("cannot be read", "alarm")} ${problem}</p>`}
<p class="meta">${joined(details, " ")}</p>
${badges(entry)}</li>
`;
}

const days = ({ asOf, resolves }: FolderEntry): readonly Markup[] => [
  ...(asOf === undefined ? [] : [markup`<span>As of ${dateText(asOf)}</span>`]),
  ...(resolves === undefined ? [] : [markup`<span>Resolves by ${dateText(resolves)}</span>`]),
];

function badges({ due = 0, errors = 0, warnings = 0 }: FolderEntry): Markup | false {
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  const shown = [
    ...(due > 0 ? [badge(`${due} due`, "alarm", "clock")] : []),
    ...(errors > 0 ? [badge(count(errors, "error", "errors"), "alarm")] : []),
    ...(warnings > 0 ? [badge(count(warnings, "warning", "warnings"), "watch")] : []),
  ];
  return shown.length > 0 && markup`<p>${joined(shown, " ")}</p>`;
}
