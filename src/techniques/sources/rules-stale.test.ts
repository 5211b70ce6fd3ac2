import { expect, it } from "vitest";
import { assess } from "#workbench/assess";

const document = (citing: string): string => `---
as-of: 2026-11-01
---
## Key assumptions

| ID | Assumption | Supporting evidence | Falsifying evidence | Impact if wrong |
|---|---|---|---|---|
| A1 | ${citing} [@old] | Seen [@new] | A second list | All of it |

## Observations

| ID | Date | Observation | Bears on | Reading | Source |
|---|---|---|---|---|---|
| O1 | 2025-02-01 | The list closes | A1 | holds | [@old] |

## Sources

| Key | Title | Publisher | Date | Reliability | Kind |
|---|---|---|---|---|---|
| old | One list | Gazette | 2025-02 | B | news |
| new | Still one list | Gazette | 2026-10 | B | news |
`;
const staleIn = (citing: string) => assess(document(citing)).findings.filter(({ rule }) => rule === "sources/stale").map(({ what }) => what);

it("finds an old source stale for a claim about today, and says which", () =>
  expect(staleIn("The chair keeps the mandate")).toEqual(["The source old, a news item of 2025-02, is older than a year, and A1 cites it for what is so now."]));

it("has no objection where all that cites it speaks of a time gone by", () => expect(staleIn("The chair was given the mandate in February 2025")).toEqual([]));
