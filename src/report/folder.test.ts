import { expect, it } from "vitest";
import { renderFolder, renderProblem, withWayBack } from "./folder.ts";

const scenarios = [
  { id: "A", title: "Opened", probability: 0.38 },
  { id: "B", title: "Another session", probability: 0.57 },
  { id: "other", title: "Other", probability: 0.05, residual: true },
];

it("lists what can be read with its answer, and what cannot with the reason", () => {
  const html = renderFolder("/home/desk", [
    { path: "a.md", address: "/report/a.md", title: "A treaty", question: "When?", asOf: "2026-11-01", scenarios, due: 2, errors: 1, warnings: 0, overdue: true },
    { path: "b.md", problem: "b.md is no text; run `rapporteur import`." },
    { path: "c.md", address: "/report/c.md", title: "A protocol", scenarios, resolved: { title: "Opened", on: "2026-10-01" } },
  ]);
  expect(html).toContain('<h2><a href="/report/a.md">A treaty</a></h2>');
  for (const words of ['<b class="series-2">57%</b> Another session', "A 38%, B 57%, other 5%", "2 due", "1 error", "question past its date", "As of 1 November 2026", "b.md is no text; run <code>rapporteur import</code>.", "cannot be read", "<b>Opened</b> <span>on 1 October 2026</span>"]) expect(html).toContain(words);
  expect(html).toContain("2 assessments: 1 resolved, 1 past the date of its question, 2 indicators due. 1 file cannot be read.");
  expect(html).not.toContain("0 warnings");
});

it("says when a folder is empty and what to do, and what went wrong", () => {
  expect(renderFolder("/x", [])).toContain("No assessment here yet");
  expect(renderFolder("/x", [])).toContain("rapporteur import");
  expect(renderProblem("No <such> file.")).toContain("<p>No &lt;such&gt; file.</p>");
});

it("gives a served report a way back, once", () => expect(withWayBack("<header><h1>x</h1></header><header>").split('href="/"')).toHaveLength(2));
