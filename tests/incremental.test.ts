import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, it } from "vitest";
import { assess, type Assessment } from "#workbench/assess";

const text = readFileSync(new URL("../examples/laws/assessment.md", import.meta.url), "utf8");
const today = "2026-11-25";
const first = assess(text, { today });
const shown = ({ findings, forecast, parts }: Assessment): string => JSON.stringify([findings, forecast, parts.map((part) => part.toJSON())]);

type Edit = (text: string) => string;

/** Characters taken out and put in anywhere, marks that begin and end blocks among them. */
const typing = fc
  .record({
    at: fc.nat({ max: text.length }),
    length: fc.nat({ max: 40 }),
    insert: fc.oneof(fc.constantFrom("", "a", "\n", "|", "\n## Indicators\n", "75%", "```\n", "\n\n- K9: It is likely.\n"), fc.string({ maxLength: 12 })),
  })
  .map(({ at, length, insert }): Edit => (before) => before.slice(0, at) + insert + before.slice(at + length));

/** Whole lines taken out, doubled or moved: entries appear, vanish and change places, and with them what others say of them. */
const moving = fc
  .record({ line: fc.nat(), to: fc.nat(), how: fc.constantFrom("cut", "double", "move") })
  .map(({ line, to, how }): Edit => (before) => {
    const lines = before.split("\n");
    const [taken = ""] = how === "double" ? lines.slice(line % lines.length) : lines.splice(line % lines.length, 1);
    if (how !== "cut") lines.splice(to % lines.length, 0, taken);
    return lines.join("\n");
  });

/** One id or number written for another, somewhere: a name that leads elsewhere, a fact that others use. */
const renaming = fc
  .record({ one: fc.nat(), other: fc.nat() })
  .map(({ one, other }): Edit => (before) => {
    const words = Array.from(before.matchAll(/\b[A-Z]\d{0,2}\b|\b\d{1,2}%|@\w+|\b20\d\d-\d\d-\d\d\b/gu));
    const [target, source] = [words[one % words.length], words[other % words.length]];
    return target && source ? before.slice(0, target.index) + source[0] + before.slice(target.index + target[0].length) : before;
  });

it("an assessment made with its predecessor is the one made without (seed 20261125)", { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(typing, moving, renaming), fc.boolean()), { minLength: 1, maxLength: 4 }), (edits) => {
      let previous = first;
      for (const [edit, asked] of edits) {
        previous = assess(edit(previous.outline.text), { today, previous });
        if (asked) void previous.forecast;
      }
      expect(shown(previous)).toBe(shown(assess(previous.outline.text, { today })));
    }),
    { seed: 20261125, numRuns: 50, verbose: 1 },
  );
});

it("another day, another question and another edition do not get the answers of the one before", () => {
  const earlier = assess(text.replace("45%", "35%"), { today, previous: first });
  const variants = [{ today: "2027-06-30" }, {}, { today, without: ["O1"] }, { today, grades: false }, { today, until: "2026-11-10" }];
  for (const options of variants) expect(shown(assess(text, { ...options, previous: earlier }))).toBe(shown(assess(text, options)));
});

it("what an edit does not bear on stands", () => {
  const before = assess(text, { today });
  const { forecast } = before;
  const after = assess(text.replace("## Limitations\n", "## Limitations\n\nMore could be said.\n"), { today, previous: before });
  expect(after.forecast).toBe(forecast);
  const elsewhere = before.findings.filter(({ rule }) => !rule.startsWith("limitations/"));
  expect(elsewhere.length).toBeGreaterThan(0);
  for (const finding of elsewhere) expect(after.findings).toContain(finding);
  expect(assess(text.replace("| quiet |", "| crossed |"), { today, previous: after }).forecast).not.toEqual(forecast);
});
