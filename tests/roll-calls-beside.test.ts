import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attachmentsOf, openDocument } from "#workbench/attachments";
import { assess } from "#workbench/assess";
import { composePage } from "#workbench/page";

const root = join(import.meta.dirname, "..");
const text = readFileSync(join(root, "examples/laws/assessment.md"), "utf8");
const csv = readFileSync(join(root, "examples/laws/roll-calls.csv"), "utf8");
const attachments = new Map([["roll-calls.csv", csv]]);
const today = "2026-11-25";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "votes-"));
  cpSync(join(root, "examples/laws"), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("asks for the file that its table names, and says where it is missing", () => {
  expect(attachmentsOf(openDocument(text))).toEqual(["roll-calls.csv"]);
  const missing = assess(text, { today, unreadable: new Map([["roll-calls.csv", "the permission is missing"]]) }).findings.filter(({ rule }) => rule === "votes/missing-file");
  expect(missing.map(({ what }) => what)).toEqual(["V1", "V2", "V3"].map((id) => `The file roll-calls.csv of ${id} cannot be read: the permission is missing.`));
  expect(assess(text, { today, attachments }).findings.filter(({ severity }) => severity !== "info")).toEqual([]);
});

it("shows the published totals, and who moved as the press told it", () => {
  const blocks = composePage(assess(text, { today, attachments }), { document: "" }).sections.find(({ id }) => id === "votes")?.blocks ?? [];
  const [results] = blocks.filter((block) => block.kind === "vote-bars");
  expect(results?.rows.map(({ counts }) => [counts.yes, counts.no, counts.abstain, counts.absent])).toEqual([[152, 4, 11, 26], [166, 3, 15, 9], [164, 6, 7, 16]]);
  const [changes] = blocks.filter((block) => block.kind === "vote-changes");
  const moves = changes?.steps.map((step) => Object.fromEntries(step.moves.filter(({ from, to }) => from !== "absent" && to !== "absent").map(({ from, to, names }) => [`${from} ${to}`, names.join()])));
  expect(moves?.[1]).toEqual({ "yes no": "Burundi,United States", "abstain no": "Israel", "yes abstain": "Argentina", "abstain yes": "Estonia,Fiji,India,Latvia,Lithuania,Romania" });
  const sums = blocks.flatMap((block) => (block.kind === "vote-bars" && block.caption.startsWith("By regional") ? [block.rows.reduce((sum, { counts }) => sum + counts.yes + counts.no + counts.abstain + counts.absent, 0)] : []));
  expect(sums).toEqual([193]);
});

it("reads a file again only where its text is another one, and finds the same as from scratch", () => {
  const before = assess(text, { today, attachments });
  const typed = assess(text.replace("## Limitations\n", "## Limitations\n\nMore could be said.\n"), { today, attachments: new Map([["roll-calls.csv", `${csv}`]]), previous: before });
  expect(typed.attachments).toBe(before.attachments);
  const votesOf = ({ findings }: { readonly findings: readonly { readonly rule: string }[] }) => findings.filter(({ rule }) => rule.startsWith("votes/"));
  votesOf(before).forEach((finding, at) => expect(votesOf(typed)[at]).toBe(finding));
  const other = new Map([["roll-calls.csv", csv.replace("A/RES/80/57,2025-12-01,USA,United States,N", "A/RES/80/57,2025-12-01,USA,United States,A")]]);
  const changed = assess(text, { today, attachments: other, previous: typed });
  expect(changed.attachments).not.toBe(before.attachments);
  expect(votesOf(changed)).toEqual(votesOf(assess(text, { today, attachments: other })));
  expect(votesOf(changed).map(({ rule }) => rule)).toContain("votes/totals-contradict-ballots");
});

it("leaves the forecast as it is", () => expect(assess(text, { today, attachments }).forecast).toEqual(assess(text, { today }).forecast));

it("shows an attached file anew when it is saved", { timeout: 30_000 }, async () => {
  const child = spawn(process.execPath, [join(root, "bin/rapporteur.mjs"), "open", join(folder, "assessment.md"), "--no-browser"], { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const address = await new Promise<string>((resolve) => child.stdout.on("data", (data: Buffer) => resolve(/http:\S+\//u.exec(String(data))?.[0] ?? "")));
    const report = async (): Promise<string> => await (await fetch(`${address}report/assessment.md`)).text();
    expect(await report()).not.toContain("gives 6 under No, and 5 are counted");
    const events = await fetch(`${address}events`);
    const told = events.body!.getReader();
    await told.read();
    writeFileSync(join(folder, "roll-calls.csv"), csv.replace("A/RES/80/57,2025-12-01,USA,United States,N", "A/RES/80/57,2025-12-01,USA,United States,Y"));
    expect(new TextDecoder().decode((await told.read()).value)).toContain("data: saved");
    await told.cancel();
    expect(await report()).toContain("gives 6 under No, and 5 are counted");
  } finally {
    child.kill();
  }
});
