import * as z from "zod/mini";
import type { OpenTechnique } from "#core/technique";

/** What of the actors' part tells of scales: names of issues, and what the numbers of each scale stand for, rising. */
const Scale = z.object({ marks: z.array(z.object({ value: z.number(), title: z.string() })) });
const Part = z.object({
  scale: z.optional(Scale),
  further: z.array(z.object({ matter: z.string(), scale: z.optional(Scale) })),
  stands: z.array(z.object({ matter: z.optional(z.string()) })),
});

/** An issue with the ends of its scale, and what they stand for, where the document says so. */
export interface DeclaredScale {
  readonly issue: string;
  readonly low: number;
  readonly high: number;
  readonly meaning?: string;
}

/** The first issue of a document and its further ones, by the names that the table of actors gives them. A scale that is not declared runs from 0 to 100. */
export function declaredScales(parts: readonly OpenTechnique[], further: readonly string[]): readonly [DeclaredScale, ...(readonly DeclaredScale[])] {
  const part = Part.parse(parts.find(({ id }) => id === "actors")?.toJSON());
  const own = (issue: string) => part.further.find(({ matter }) => matter === issue)?.scale ?? part.scale;
  return [scaleFrom(part.stands[0]?.matter ?? "Position", part.scale), ...further.map((issue) => scaleFrom(issue, own(issue)))];
}

function scaleFrom(issue: string, scale: z.infer<typeof Scale> | undefined): DeclaredScale {
  const [low, high] = [scale?.marks[0], scale?.marks.at(-1)];
  if (!low || !high) return { issue, low: 0, high: 100 };
  return { issue, low: low.value, high: high.value, meaning: `${low.value} is ${low.title}, ${high.value} is ${high.title}` };
}

/** A share of the way along a scale as its number, without the digits that six of the share cannot tell. */
export function placeOn({ low, high }: DeclaredScale, share: number): number {
  const decimals = Math.max(0, 6 - Math.ceil(Math.log10(high - low)));
  return Number((low + share * (high - low)).toFixed(decimals));
}
