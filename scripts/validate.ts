import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { compromisePart } from "../bench/validate-compromise.ts";
import { forwardPart, heldOutPart, publishedPart, recoveryPart, type ValidationPart } from "../bench/validate-votes.ts";

/**
 * `npm run validate`: measures forecasts against what came true, prints the tables and writes docs/reference/validation.md. Give names
 * (`npm run validate -- content`) to measure only these; the other sections stay as they are.
 */
const parts: Readonly<Record<string, readonly (() => ValidationPart)[]>> = {
  recovery: [recoveryPart],
  held: [() => heldOutPart("S78", false, [1, 2, 3, 4, 5]), () => heldOutPart("W7", false, [1, 2, 3, 5, 8]), () => heldOutPart("W7", true, [1, 2, 3, 5]), () => heldOutPart("ALL", true, [1, 2, 3])],
  forward: [forwardPart],
  published: [publishedPart],
  content: [compromisePart],
};

const page = new URL("../docs/reference/validation.md", import.meta.url);
const head = "<!-- Written by `npm run validate`; do not edit. -->\n\n# Validation\n\nWhat the methods are worth, measured on votes and outcomes that they had not seen, beside the plainest ways to do the same.\n";
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => parts[name] === undefined);
if (unknown.length > 0) throw new Error(`There is nothing called ${unknown.join(", ")} to validate; there are ${Object.keys(parts).join(", ")}.`);

/** Sections by title, in the order of the page. */
const sections = new Map<string, string>();
if (asked.length > 0 && existsSync(page)) for (const section of readFileSync(page, "utf8").split(/^## /mu).slice(1)) sections.set(section.slice(0, section.indexOf("\n")), section.slice(section.indexOf("\n")).trim());
for (const [name, measures] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  for (const measure of measures) {
    const { title, text } = measure();
    console.log(`## ${title}\n\n${text}\n`);
    sections.set(title, text.trim());
  }
}
mkdirSync(new URL(".", page), { recursive: true });
writeFileSync(page, [head, ...Array.from(sections, ([title, text]) => `## ${title}\n\n${text}\n`)].join("\n"));
console.log("docs/reference/validation.md written.");
