import type { Results } from "#core/technique";
import type { Block, TableCell } from "#model/block";
import type { Reference } from "#model/names";
import type { Counterargument, Counterarguments } from "./schema.ts";

/** Each counterargument beside what it attacks and the answer it was given; one without an answer is marked. */
export function view({ counterarguments, remarks }: Counterarguments, { names }: Results): readonly Block[] {
  const prose = remarks.map(({ source }) => ({ kind: "prose" as const, text: source }));
  if (counterarguments.length === 0) return prose;
  const target = ({ id }: Reference): string => [id, names.find(id)?.title].filter((part) => part !== undefined).join(": ");
  const rows = counterarguments.map((entry) => ({ id: entry.id, cells: [argument(entry), entry.against.map(target).join("; "), answer(entry)] }));
  return [...prose, { kind: "table", caption: "Counterarguments and their answers", head: ["Counterargument", "Against", "Answer"], rows }];
}

const argument = ({ text, more }: Counterargument): string => [text, ...more].map(({ source }) => source).join(" ");

const answer = ({ answer: given }: Counterargument): TableCell =>
  given.length > 0 ? given.map(({ source }) => source).join(" ") : { badge: "unanswered", tone: "watch" };
