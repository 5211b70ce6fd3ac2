import type { Block } from "#model/block";
import type { Limitations } from "./schema.ts";

/** The limitations as a list, each with its id as anchor. */
export const view = ({ limitations }: Limitations): readonly Block[] => [
  { kind: "list", ordered: false, items: limitations.map(({ id, text }) => ({ id, text: text.source })) },
];
