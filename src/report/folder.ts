import { percent } from "#kit/number-text";
import { shownId } from "./figure.ts";
import { inEditions } from "./folder-editions.ts";
import type { FolderEntry, FolderScenario } from "./folder-entry.ts";
import { headMarkup } from "./head.ts";
import { badge } from "./icons.ts";
import { joined, markup, type Markup } from "./markup.ts";
import { dateText, share } from "./numbers.ts";
import { seriesCount } from "./style/palette.ts";

/** The list of the assessments in a folder: the question, what leads, what is due, what is wrong. */
export function renderFolder(root: string, listed: readonly FolderEntry[]): string {
  const entries = inEditions(listed);
  const list = entries.length === 0 ? emptyFolder : markup`<ul class="folder">${entries.map(entryMarkup)}</ul>`;
  return plainPage("Assessments", markup`<p class="folder-about"><code>${root}</code> ${entries.length > 0 && markup`<span>${summary(entries)}</span>`}</p>${list}`);
}

/** A page that says in one sentence what went wrong. */
export const renderProblem = (sentence: string): string => plainPage("This cannot be shown", markup`<div class="callout alarm" role="note"><p>${sentence}</p></div>`);

/** A page with a way back to the list, for pages that a local server shows. */
export const withWayBack = (page: string): string => page.replace("<header>", () => '<header><p class="back"><a href="/">All assessments</a></p>');

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

const emptyFolder = markup`<div class="callout note" role="note"><p class="callout-title">No assessment here yet</p><p>Save a Markdown file with a question in its first lines, and it appears here. An old report becomes one with <code>rapporteur import REPORT -o assessment.md</code>.</p></div>`;

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** `4 assessments, 2 older editions: 1 resolved, 8 indicators due. 1 file cannot be read.` */
function summary(entries: readonly FolderEntry[]): string {
  const number = (which: (entry: FolderEntry) => boolean): number => entries.filter(which).length;
  const [unread, notes, older] = [number(({ problem }) => problem !== undefined), number(({ note }) => note !== undefined), number(({ superseded }) => superseded === true)];
  const stand = standOf(entries.filter(({ superseded }) => superseded !== true));
  const assessments = count(entries.length - unread - notes - older, "assessment", "assessments");
  const told = `${assessments}${older > 0 ? `, ${count(older, "older edition", "older editions")}` : ""}${stand === "" ? "" : `: ${stand}`}.`;
  return [told, notes > 0 && `${count(notes, "file holds", "files hold")} no assessment.`, unread > 0 && `${count(unread, "file", "files")} cannot be read.`].filter((part) => part !== false).join(" ");
}

/** `1 resolved, 1 past the date of its question, 8 indicators due`. */
function standOf(entries: readonly FolderEntry[]): string {
  const due = entries.reduce((sum, entry) => sum + (entry.due ?? 0), 0);
  const [resolved, overdue] = [entries.filter((entry) => entry.resolved !== undefined).length, entries.filter((entry) => entry.overdue === true).length];
  return [resolved > 0 && `${resolved} resolved`, overdue > 0 && `${overdue} past the date of ${overdue === 1 ? "its question" : "their questions"}`, due > 0 && count(due, "indicator due", "indicators due")].filter((part) => part !== false).join(", ");
}

function entryMarkup(entry: FolderEntry): Markup {
  const { path, address, problem, note, title, question, superseded } = entry;
  const name = title ?? path;
  return markup`<li class="${problem !== undefined ? "alarm" : note !== undefined || superseded === true ? "aside" : ""}"><div><h2>${address === undefined ? name : markup`<a href="${address}">${name}</a>`}</h2>
${question !== undefined && question !== title && markup`<p>${question}</p>`}
${problem !== undefined && markup`<p>${withCommands(problem)}</p>`}${note !== undefined && markup`<p class="told">${withCommands(note)}</p>`}
${name !== path && markup`<p class="meta">${joined([markup`<code>${path}</code>`, ...days(entry)], " ")}</p>`}</div>
<div class="stand">${problem !== undefined ? badge("cannot be read", "alarm") : note !== undefined ? badge("no assessment", "note") : standMarkup(entry)}</div></li>
`;
}

/** A sentence in which commands stand between backticks. */
const withCommands = (sentence: string): Markup => markup`${sentence.split("`").map((piece, at) => (at % 2 === 1 ? markup`<code>${piece}</code>` : piece))}`;

const days = ({ asOf, resolves, resolved }: FolderEntry): readonly Markup[] => [
  ...(asOf === undefined ? [] : [markup`<span>As of ${dateText(asOf)}</span>`]),
  ...(resolves === undefined || resolved !== undefined ? [] : [markup`<span>Resolves by ${dateText(resolves)}</span>`]),
];

/** What leads, or what came true; the scenarios as one bar; what is due and wrong. */
function standMarkup(entry: FolderEntry): Markup {
  const { scenarios = [], resolved } = entry;
  const lead = scenarios.toSorted((a, b) => b.probability - a.probability)[0];
  const answer = resolved
    ? markup`<p class="leads"><b>${resolved.title}</b>${resolved.on !== undefined && markup` <span>on ${dateText(resolved.on)}</span>`}</p>`
    : lead && markup`<p class="leads"><b class="${colour(scenarios, lead)}">${percent(lead.probability)}</b> ${lead.title}</p>`;
  return markup`${answer}${scenarios.length > 0 && bar(scenarios)}${badges(entry)}`;
}

/** The colour that the report of the document gives the scenario: by its order among those that are no residual. */
const colour = (scenarios: readonly FolderScenario[], scenario: FolderScenario): string => {
  const place = scenarios.filter(({ residual }) => residual !== true).indexOf(scenario);
  return place === -1 ? "series-residual" : `series-${(place % seriesCount) + 1}`;
};

function bar(scenarios: readonly FolderScenario[]): Markup {
  const told = scenarios.map(({ id, title, probability }) => `${shownId(id) ?? title} ${percent(probability)}`).join(", ");
  let from = 0;
  const pieces = scenarios.map((scenario) => {
    const piece = markup`<rect class="fill ${colour(scenarios, scenario)}" x="${share(from)}" width="${share(scenario.probability)}" height="10"/>`;
    from += scenario.probability;
    return piece;
  });
  return markup`<svg class="shares" role="img" width="100%" height="10"><title>The scenarios</title><desc>${told}</desc>${pieces}</svg><p class="told">${told}</p>`;
}

function badges({ resolved, superseded, overdue, due = 0, errors = 0, warnings = 0 }: FolderEntry): Markup | false {
  const shown = [
    ...(superseded === true ? [badge("superseded by a later edition", "note")] : []),
    ...(resolved ? [badge("resolved", "good")] : []),
    ...(overdue === true ? [badge("question past its date", "alarm", "clock")] : []),
    ...(due > 0 ? [badge(`${due} due`, "alarm", "clock")] : []),
    ...(errors > 0 ? [badge(count(errors, "error", "errors"), "alarm")] : []),
    ...(warnings > 0 ? [badge(count(warnings, "warning", "warnings"), "watch")] : []),
  ];
  return shown.length > 0 && markup`<p class="badges">${joined(shown, " ")}</p>`;
}
