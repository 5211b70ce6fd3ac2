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

const edition = (path: string, asOf: string) => ({ path, address: `/report/${path}`, question: "Where do  the talks stand?", asOf, due: 2, overdue: true, scenarios });

it("groups the editions of a question, the latest first, and counts nothing of older ones as due", () => {
  const html = renderFolder("/x", [edition("2024.md", "2024-11-20"), { path: "other.md", address: "/report/other.md", question: "Another?", due: 1 }, edition("2026.md", "2026-02-15"), edition("2025.md", "2025-08-20")]);
  expect(Array.from(html.matchAll(/<h2><a href="[^"]*">([^<]+)/gu), ([, name]) => name)).toEqual(["2026.md", "2025.md", "2024.md", "other.md"]);
  expect(html.split("superseded by a later edition")).toHaveLength(3);
  expect(html).toContain("2 assessments, 2 older editions: 1 past the date of its question, 3 indicators due.");
  expect(html.split("2 due")).toHaveLength(2);
});

it("takes two assessments of one day for rivals", () => expect(renderFolder("/x", [edition("a.md", "2026-02-15"), edition("b.md", "2026-02-15")])).not.toContain("superseded"));

it("is calm about a file without an assessment, and lists it last", () => {
  const html = renderFolder("/x", [{ path: "a-note.md", note: "a-note.md has no section that is known here." }, { path: "b.md", address: "/report/b.md", question: "?" }]);
  expect(html).not.toContain('<li class="alarm">');
  expect(html).toContain("1 assessment. 1 file holds no assessment.");
  expect(html.indexOf("b.md")).toBeLessThan(html.indexOf("a-note.md"));
});
