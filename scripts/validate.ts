import { mkdirSync, writeFileSync } from "node:fs";
import { compromisePart } from "../bench/validate-compromise.ts";
import { forwardPart, heldOutPart, publishedPart, recoveryPart, type ValidationPart } from "../bench/validate-votes.ts";

/** `npm run validate`: measures forecasts against what came true, prints the tables and writes docs/reference/validation.md. */
const parts: readonly (() => ValidationPart)[] = [
  recoveryPart,
  () => heldOutPart("S78", false, [1, 2, 3, 4, 5]),
  () => heldOutPart("W7", false, [1, 2, 3, 5, 8]),
  () => heldOutPart("W7", true, [1, 2, 3, 5]),
  () => heldOutPart("ALL", true, [1, 2, 3]),
  forwardPart,
  publishedPart,
  compromisePart,
];

const page = ["<!-- Written by `npm run validate`; do not edit. -->\n", "# Validation\n", "What the methods are worth, measured on votes and outcomes that they had not seen, beside the plainest ways to do the same.\n"];
for (const part of parts) {
  const { title, text } = part();
  const section = `## ${title}\n\n${text}\n`;
  console.log(section);
  page.push(section);
}
const folder = new URL("../docs/reference/", import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL("validation.md", folder), page.join("\n"));
console.log("docs/reference/validation.md written.");
