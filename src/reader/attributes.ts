import type { Attributes } from "#model/outline";

/** Attributes with the offsets between which they are written. */
export interface AttributeBlock {
  readonly from: number;
  readonly to: number;
  readonly id?: string;
  readonly classes: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** No attribute block is longer, so that an unclosed brace costs no more than this. */
const longest = 400;

const part = String.raw`(?:#[^\s{}#=."'][^\s{}#="']*|\.[\p{Letter}_-][^\s{}.#="']*|[\p{Letter}_][\p{Letter}\p{Number}_:.-]*=(?:"[^"\n\r]*"|'[^'\n\r]*'|[^\s{}"']+))`;
const wholeBlock = new RegExp(String.raw`^\{[ \t]*${part}(?:[ \t]+${part})*[ \t]*\}`, "u");
const eachPart = new RegExp(part, "gu");

/** The attribute block that begins at an opening brace, or undefined where the braces hold something else. */
export function attributesAt(text: string, at: number): AttributeBlock | undefined {
  const written = wholeBlock.exec(text.slice(at, at + longest))?.[0];
  if (written === undefined) return undefined;
  const classes: string[] = [];
  const values: [string, string][] = [];
  let id: string | undefined;
  for (const [piece] of written.slice(1, -1).matchAll(eachPart)) {
    if (piece.startsWith("#")) id = piece.slice(1);
    else if (piece.startsWith(".")) classes.push(piece.slice(1));
    else values.push(keyAndValue(piece));
  }
  return { from: at, to: at + written.length, classes, values: Object.fromEntries(values), ...(id !== undefined && { id }) };
}

function keyAndValue(piece: string): [string, string] {
  const equals = piece.indexOf("=");
  return [piece.slice(0, equals), piece.slice(equals + 1).replace(/^(["'])(.*)\1$/u, "$2")];
}

/** The attributes as the outline holds them. */
export const asAttributes = ({ from, to, ...attributes }: AttributeBlock, section: number): Attributes => ({
  ...attributes,
  span: { section, from, to },
});
