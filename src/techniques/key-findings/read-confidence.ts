import { foldCharacters } from "#kit/fold-characters";
import type { Prose } from "#model/outline";
import { place, plain } from "#model/prose";
import type { Judgement } from "./schema.ts";

const level = "high|moderate|medium|low";
const joint = String.raw`\s{0,3}(?:to|-|/|and)\s{0,3}`;
const before = new RegExp(String.raw`(?<![\p{Letter}-])(${level})(?:${joint}(${level}))?\s{1,3}(?:(?:analytic|analytical|overall)\s{1,3}|(?:level|degree)\s{1,3}of\s{1,3})?confidence\b`, "iu");
const behind = new RegExp(
  String.raw`\bconfidence(?:\s{1,3}(?:level|rating|score))?(?:\s{1,3}in\s{1,3}(?:this|the|our)\s{1,3}[\p{Letter}]{1,20})?\s{0,3}(?:[:=(-]|is|as|remains)?\s{0,3}(?:is\s{1,3})?(${level})(?:${joint}(${level}))?\b`,
  "iu",
);

const levels = { high: "high", moderate: "moderate", medium: "moderate", low: "low" } as const;
const order = ["low", "moderate", "high"] as const;

/** The confidence that a text states (`high confidence`, `Confidence: moderate`); of a range such as `low to moderate` the lower. */
export function confidenceIn(prose: Prose): Judgement["confidence"] {
  const text = foldCharacters(prose.masked);
  const match = before.exec(text) ?? behind.exec(text);
  if (!match) return undefined;
  const found = [match[1], match[2]].map((word) => levelOf(word?.toLowerCase()));
  const lowest = order.find((each) => found.includes(each));
  if (!lowest) return undefined;
  return { level: lowest, written: prose.source.slice(match.index, match.index + match[0].length), span: place(prose, match.index, match.index + match[0].length) };
}

/** The confidence in a cell of its own: `moderate`. */
export function confidenceOfCell(cell: Prose): Judgement["confidence"] {
  const found = levelOf(plain(cell).toLowerCase());
  return found && { level: found, written: plain(cell), span: cell.span };
}

function levelOf(word: string | undefined): (typeof order)[number] | undefined {
  return word === "high" || word === "moderate" || word === "medium" || word === "low" ? levels[word] : undefined;
}
