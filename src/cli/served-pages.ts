import type { AssessmentFolder } from "#cli/assessment-folder";
import { readTextFile } from "#cli/files";
import { clockDate, loadText } from "#cli/load";
import { composePublication } from "#cli/compose-report";
import { UsageProblem } from "#cli/problem";
import type { Assessment } from "#workbench/assess";
import { resolvedQuestion } from "#workbench/bottom-line";
import { renderFolder, renderProblem, withWayBack } from "#report/folder";
import type { FolderEntry } from "#report/folder-entry";
import { withScript } from "#report/head";

/** Reloads the page when the server says that a file was saved. Served pages only: published ones carry no script. */
const liveReload = `new EventSource("/events").onmessage = () => location.reload();`;

const live = (page: string): string => withScript(page, liveReload);

/** What is in the folder, an entry each; a file that cannot be assessed says why. */
export const folderPage = (folder: AssessmentFolder): string =>
  live(renderFolder(folder.root, folder.list().map((path) => entryOf(path, folder.fileOf(path) ?? path))));

export const problemPage = (sentence: string): string => live(withWayBack(renderProblem(sentence)));

export function reportPage(file: string, name: string): string {
  try {
    return live(withWayBack(composePublication(file, { today: clockDate(), text: readTextFile(file), format: "html" })));
  } catch (error) {
    if (error instanceof UsageProblem) return problemPage(error.message.replace(file, name));
    throw error;
  }
}

/** A file that cannot be read is a problem; one that can and in which nothing is known may be an ordinary note. */
function entryOf(path: string, file: string): FolderEntry {
  const told = ({ message }: UsageProblem): string => message.replace(file, path);
  const text = orProblem(() => readTextFile(file));
  if (text instanceof UsageProblem) return { path, problem: told(text) };
  const assessment = orProblem(() => loadText(file, text, { today: clockDate() }));
  if (assessment instanceof UsageProblem) return { path, note: told(assessment) };
  return { path, address: `/report/${path.split("/").map(encodeURIComponent).join("/")}`, ...summaryOf(assessment) };
}

function orProblem<Value>(work: () => Value): Value | UsageProblem {
  try {
    return work();
  } catch (error) {
    if (error instanceof UsageProblem) return error;
    throw error;
  }
}

function summaryOf(assessment: Assessment): Omit<FolderEntry, "path" | "address"> {
  const { scene, findings, forecast } = assessment;
  const { title, question, asOf, resolves } = scene.document;
  const resolved = resolvedQuestion(assessment);
  return {
    ...(title !== undefined && { title }),
    ...(question !== undefined && { question }),
    ...(asOf !== undefined && { asOf }),
    ...(resolves !== undefined && { resolves }),
    ...(resolved && { resolved: { title: resolved.title ?? resolved.outcome, ...(resolved.on !== undefined && { on: resolved.on }) } }),
    overdue: !resolved && resolves !== undefined && scene.today !== undefined && resolves < scene.today,
    ...(forecast && { scenarios: forecast.scenarios.map(({ id, title: name, posterior, residual }) => ({ id, title: name, probability: posterior, residual })) }),
    due: findings.filter(({ rule }) => rule.endsWith("/due")).length,
    errors: findings.filter(({ severity }) => severity === "error").length,
    warnings: findings.filter(({ severity }) => severity === "warning").length,
  };
}
