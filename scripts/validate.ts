import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { leaveOneOutPart } from "../bench/leave-one-out.ts";
import { newRollCallPart } from "../bench/new-roll-calls.ts";
import { recoveryPart } from "../bench/recovery.ts";
import { compromisePart } from "../bench/validate-compromise.ts";
import { ktabPage } from "../bench/validate-ktab.ts";
import { forumsPart } from "../bench/validate-forums.ts";
import { hindcastPart } from "../bench/validate-hindcast.ts";
import { forwardPart, heldOutPart, publishedPart } from "../bench/validate-votes.ts";
import type { ValidationPart } from "../bench/validation-part.ts";
import { namesAsked, pageOf, sectionsOf, sectionText } from "./validation-page.ts";

/** `npm run validate`: measures forecasts against what came true, prints the tables and writes docs/reference/validation.md, and the pages that compare with other programs. */
const parts: Readonly<Record<string, () => ValidationPart>> = {
  "votes/recovery": recoveryPart,
  "votes/session": () => heldOutPart("S78", false, [1, 2, 3, 4, 5]),
  "votes/window": () => heldOutPart("W7", false, [1, 2, 3, 5, 8]),
  "votes/window-moving": () => heldOutPart("W7", true, [1, 2, 3, 5]),
  "votes/all": () => heldOutPart("ALL", true, [1, 2, 3]),
  "votes/recurring": forwardPart,
  "votes/new": newRollCallPart,
  "votes/left-out": leaveOneOutPart,
  "votes/published": publishedPart,
  "texts/deu": compromisePart,
  "simulation/forums": forumsPart,
  "simulation/hindcast": hindcastPart,
};

/** Pages of their own. */
const pages: Readonly<Record<string, () => string>> = { ktab: ktabPage };

const page = new URL("../docs/reference/validation.md", import.meta.url);
const names = Object.keys(parts);
const everything = [...names, ...Object.keys(pages)];
const asked = namesAsked(everything, process.argv.slice(2));
if (asked.length === 0) throw new Error(`No section is called so; there are ${everything.join(", ")}.`);
for (const [name, measure] of Object.entries(parts)) {
  if (!asked.includes(name)) continue;
  const text = sectionText(measure());
  console.log(`${text}\n`);
  // Read anew each time: another run may have written its sections meanwhile.
  const sections = existsSync(page) ? sectionsOf(readFileSync(page, "utf8")) : [];
  writeFileSync(page, pageOf(names, new Map([...sections, [name, text]])));
}
console.log("docs/reference/validation.md written.");
for (const [name, write] of Object.entries(pages)) {
  if (!asked.includes(name)) continue;
  writeFileSync(new URL(`${name}.md`, page), write());
  console.log(`docs/reference/${name}.md written.`);
}
