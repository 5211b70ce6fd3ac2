import type { Results } from "#core/technique";
import type { Block, TableCell } from "#model/block";
import { shortened } from "#kit/short-text";
import type { Declaration, Reference } from "#model/names";
import type { Counterargument, Counterarguments } from "./schema.ts";

/** Each counterargument beside what it attacks and the answer it was given; one without an answer is marked. */
export function view({ counterarguments, remarks }: Counterarguments, { names }: Results): readonly Block[] {
  const prose = remarks.map(({ source }) => ({ kind: "prose" as const, text: source }));
  if (counterarguments.length === 0) return prose;
  const target = ({ id }: Reference): string => targetText(id, names.find(id));
  const named = counterarguments.some(isNamed);
  const rows = counterarguments.map((entry) => ({ id: entry.id, cells: [...(named ? [isNamed(entry) ? entry.id : ""] : []), argument(entry), entry.against.map(target).join("; "), answer(entry)] }));
  return [...prose, { kind: "table", caption: "Counterarguments and their answers", head: [...(named ? ["ID"] : []), "Counterargument", "Against", "Answer"], rows }];
}

/** An id that the author wrote, and not one made of the first words. */
const isNamed = ({ id }: Counterargument): boolean => !id.startsWith("counterargument-");

/** Enough of what is attacked to know it by; the id leads to all of it. A step goes by its number. */
function targetText(id: string, entry: Declaration | undefined): string {
  if (!entry) return id;
  const name = entry.kind === "step" ? `[${id.replace("-", " ")}](#${id})` : id;
  return `${name}: ${shortened(entry.title, 90)}`;
}

const argument = ({ text, more }: Counterargument): string => [text, ...more].map(({ source }) => source).join(" ");

const answer = ({ answer: given }: Counterargument): TableCell =>
  given.length > 0 ? given.map(({ source }) => source).join(" ") : { badge: "unanswered", tone: "watch" };
