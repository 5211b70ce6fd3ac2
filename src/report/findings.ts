import type { Tone } from "#model/block";
import type { Severity } from "#model/finding";
import type { PageFinding } from "#model/page";
import { badge } from "./icons.ts";
import { markup, type Markup } from "./markup.ts";

const tones: Readonly<Record<Severity, Tone>> = { error: "alarm", warning: "watch", info: "note" };
const order: readonly Severity[] = ["error", "warning", "info"];

/** What the checks left open, the gravest first. */
export function findingsMarkup(findings: readonly PageFinding[]): Markup {
  if (findings.length === 0) return markup`<p>${badge("Nothing left open", "good")} The checks of the reasoning found nothing to correct.</p>`;
  const sorted = order.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  return markup`<p>${order.map((severity) => countBadge(findings, severity))}</p>
<details class="findings"><summary>Every finding, with its remedy</summary><ol>${sorted.map(findingMarkup)}</ol></details>`;
}

function countBadge(findings: readonly PageFinding[], severity: Severity): Markup | false {
  const count = findings.filter((finding) => finding.severity === severity).length;
  const names: Readonly<Record<Severity, readonly [string, string]>> = { error: ["error", "errors"], warning: ["warning", "warnings"], info: ["note", "notes"] };
  return count > 0 && markup`${badge(`${count} ${names[severity][count === 1 ? 0 : 1]}`, tones[severity])} `;
}

const findingMarkup = ({ rule, severity, what, remedy, standard, line }: PageFinding): Markup =>
  markup`<li>${badge(severity === "info" ? "note" : severity, tones[severity])} ${what} <span class="remedy">${remedy}</span> <span class="standard">${standard} · <code>${rule}</code>${line !== undefined && ` · line ${line}`}</span></li>
`;
