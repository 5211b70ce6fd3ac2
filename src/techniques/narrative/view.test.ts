import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { narrative } from "./index.ts";

function viewOf(text: string) {
  const outline = readOutline(text);
  const parts = openAll([narrative], outline);
  return parts.flatMap((part) => part.view({ names: namesOf(parts), document: outline.frontMatter }));
}

it("shows the summary first, then all that nobody claims, under its headings", () => {
  expect(viewOf("Before.\n\n# The treaty\n\n## History {#history}\n\nLong.\n\n#### Detail\n\n- one\n\n## Summary\n\nShort.\n\n### Why\n\nBecause.\n")).toEqual([
    { kind: "prose", text: "Short." },
    { kind: "heading", text: "Why", level: 3 },
    { kind: "prose", text: "Because." },
    { kind: "prose", text: "Before." },
    { kind: "heading", text: "History {#history}", level: 2, id: "history" },
    { kind: "prose", text: "Long." },
    { kind: "heading", text: "Detail", level: 4 },
    { kind: "list", ordered: false, items: [{ text: "one" }] },
  ]);
});

it("leaves out a first heading that repeats the title, and keeps one that says more", () => {
  expect(viewOf("---\ntitle: The treaty\n---\n# The treaty\n\nText.\n")).toEqual([{ kind: "prose", text: "Text." }]);
  expect(viewOf("---\ntitle: The treaty\n---\n# Why it matters\n\nText.\n")[0]).toEqual({ kind: "heading", text: "Why it matters", level: 2 });
});
