import type { Grade, Reliability } from "#model/grade";
import type { Prose } from "#model/outline";
import { plain } from "#model/prose";
import { readGrade } from "#model/read-grade";
import type { SourceGrade } from "./schema.ts";

const words: Readonly<Record<string, Reliability>> = {
  "completely reliable": "A",
  "usually reliable": "B",
  "fairly reliable": "C",
  "not usually reliable": "D",
  unreliable: "E",
  "cannot be judged": "F",
  "reliability cannot be judged": "F",
};

/** Reads what stands for the reliability of a source: `B`, `B2`, `B - usually reliable`, `usually reliable`, `ungraded`. */
export function readReliability(cell: Prose): SourceGrade {
  const written = plain(cell);
  const place = { written, span: cell.span };
  if (/^(?:[-–—?]|n\/a|none|ungraded|not graded|unrated|unknown|tbd|to be graded)$/iu.test(written)) return { ...place, kind: "ungraded" };
  const grade = gradeIn(written);
  return grade ? { ...place, kind: axes(grade), ...grade } : { ...place, kind: "invalid" };
}

function gradeIn(written: string): Grade | undefined {
  const word = words[written.toLowerCase()];
  if (word) return { reliability: word };
  return readGrade(written) ?? readGrade(/^(\p{Letter}\s?[/-]?\s?\d?)\s*[-–—:,(]\s*\p{Letter}/u.exec(written)?.[1] ?? "");
}

function axes({ reliability, credibility }: Grade): "letter" | "digit" | "both" {
  if (reliability === undefined) return "digit";
  return credibility === undefined ? "letter" : "both";
}
