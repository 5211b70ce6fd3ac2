import type { SectionRole } from "#model/heading";
import { techniques } from "../techniques/index.ts";

/** The sections that techniques read, with the headings each is known by. */
export const vocabulary: readonly SectionRole[] = techniques.flatMap(({ roles }) => roles);

/** Every rule that can fire on a document, by name. */
export const allRules = techniques.flatMap(({ rules }) => rules);

/** The headings we write, one for each section. */
export const knownSections = (): readonly string[] => vocabulary.flatMap(({ headings }) => headings.slice(0, 1));
