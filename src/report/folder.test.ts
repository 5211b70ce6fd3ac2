import { expect, it } from "vitest";
import { renderFolder, renderProblem } from "./folder.ts";

it("lists what can be read with its answer, and what cannot with the reason", () => {
  const html = renderFolder("/home/desk", [
    { path: "a.md", address: "/report/a.md", title: "A treaty", question: "When?", asOf: "2026-11-01", leading: { title: "Opened", probability: 0.62 }, due: 2, errors: 1, warnings: 0 },
    { path: "b.md", problem: "b.md is no text." },
  ]);
  expect(html).toContain('<h2><a href="/report/a.md">A treaty</a></h2>');
  for (const words of ["<b>62%</b> Opened", "2 due", "1 error", "As of 1 November 2026", "b.md is no text."]) expect(html).toContain(words);
  expect(html).not.toContain("0 warnings");
});

it("says when a folder is empty, and what went wrong", () => {
  expect(renderFolder("/x", [])).toContain("No assessment here yet");
  expect(renderProblem("No <such> file.")).toContain("<p>No &lt;such&gt; file.</p>");
});
