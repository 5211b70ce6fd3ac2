import { elementFor, elementsIn } from "#core/read-elements";
import { foldCharacters } from "#kit/fold-characters";
import { headingKey } from "#model/heading";
import type { Section } from "#model/outline";
import type { Actors, Scale } from "./schema.ts";

export const scaleLabels = ["Scale", "Issue scale", "Position scale", "Scale of positions", "Axis", "Issue dimension", "Dimension"];

/** The ends of the scale where the document declares none. */
export const defaultEnds = { low: 0, high: 100 } as const;

/** The labels of the scale of a matter beside the first: `Scale of scope`, `Scale of the scope`. */
export const scaleLabelsOf = (matter: string): readonly string[] => [`Scale of ${matter}`, `Scale of the ${matter}`, `Scale for ${matter}`, `${matter} scale`];

/** Reads `Scale: 0 = no instrument, 50 = guidelines, 100 = treaty` or `Scale: from 0 (no instrument) to 100 (treaty)`. */
export function readScale(sections: readonly Section[], labels: readonly string[] = scaleLabels): Scale | undefined {
  const element = elementFor(elementsIn(sections, labels), labels);
  const text = element?.texts.map(({ masked }) => foldCharacters(masked)).join("; ");
  if (!element || text === undefined) return undefined;
  const marks = marksIn(text, equated) ?? marksIn(text, bracketed);
  return marks && { marks: marks.toSorted((a, b) => a.value - b.value), span: element.span };
}

const equated = /(-?\d{1,6}(?:\.\d{1,4})?)\s{0,3}(?:=|:|means|stands for)\s/gu;
const bracketed = /(-?\d{1,6}(?:\.\d{1,4})?)\s{0,3}\(/gu;

type Marks = Scale["marks"];

/** Each number with the words up to the next number; undefined where there are fewer than two. */
function marksIn(text: string, pattern: RegExp): Marks | undefined {
  const found = Array.from(text.matchAll(pattern), (match) => ({ value: Number(match[1]), from: match.index, behind: match.index + match[0].length }));
  const marks = found.map(({ value, behind }, at) => ({ value, title: titleIn(text.slice(behind, found[at + 1]?.from ?? text.length)) }));
  return new Set(marks.map(({ value }) => value)).size > 1 ? marks : undefined;
}

/** The words without what leads over to the next number. */
function titleIn(words: string): string {
  const text = words.replace(/\s+/gu, " ").trim();
  const bracket = text.indexOf(")");
  const inside = bracket >= 0 && !text.slice(0, bracket).includes("(") ? text.slice(0, bracket) : text;
  return inside.replace(/[\s,;.]+(?:(?:and|to|up to)\s?)?$/u, "");
}

export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The lowest and the highest number of the scale. */
export function endsOf(scale: Scale | undefined): Ends {
  return { low: scale?.marks[0]?.value ?? defaultEnds.low, high: scale?.marks.at(-1)?.value ?? defaultEnds.high };
}

/** The number that a word of the scale stands for. */
export function markFor(scale: Scale | undefined, word: string): number | undefined {
  const key = headingKey(word);
  return key === "" ? undefined : scale?.marks.find(({ title }) => headingKey(title) === key)?.value;
}

/** The scale of a matter: its own, else the first. */
export const scaleOn = ({ scale, further }: Pick<Actors, "scale" | "further">, matter: string | undefined): Scale | undefined => further.find((one) => headingKey(one.matter) === headingKey(matter ?? ""))?.scale ?? scale;

/** A number of the scale on the scale from 0 to 100. */
export const onHundred = (value: number, { low, high }: Ends): number => Math.round(((value - low) / (high - low)) * 1e6) / 1e4;
