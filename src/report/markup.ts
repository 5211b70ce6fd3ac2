/**
 * Finished HTML or SVG. It is made by `markup` only (and by `trusted` from texts of our own), so that every other
 * string is escaped on its way into a page.
 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type MarkupPart = Markup | string | number | undefined | false | readonly MarkupPart[];

export const nothing = new Markup("");

/** A text that is markup already: a style sheet, a constant of this floor. Never a text from a document. */
export const trusted = (text: string): Markup => new Markup(text);

const special = /[&<>"'`\u0000-\u0008\u000B\u000C\u000E-\u001F]/gu;
const replacements: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };

/** A text as it stands in an element or between the quotes of an attribute; control characters are dropped. */
export const escapeText = (text: string): string => text.replace(special, (character) => replacements[character] ?? "");

/**
 * A template of HTML: what stands in the template is ours, every value is escaped unless it is markup itself.
 * Lists are joined; `undefined` and `false` leave nothing. Attribute values must be quoted in the template.
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  let text = strings[0] ?? "";
  for (const [index, part] of parts.entries()) text += textOf(part) + (strings[index + 1] ?? "");
  return new Markup(text);
}

function textOf(part: MarkupPart): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  if (part === undefined || part === false) return "";
  let text = "";
  for (const item of part) text += textOf(item);
  return text;
}

/** Pieces with something between them. */
export const joined = (pieces: readonly MarkupPart[], between: MarkupPart): Markup =>
  markup`${pieces.map((piece, index) => (index === 0 ? piece : [between, piece]))}`;
