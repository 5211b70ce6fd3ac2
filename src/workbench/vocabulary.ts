import { nameRules } from "#core/name-findings";
import type { RuleDescription } from "#core/rule";
import { keptOnce } from "#kit/kept";
import type { SectionRole } from "#model/heading";
import { bibliographyRules } from "#workbench/bibliography";
import { documentRules } from "#workbench/document-findings";
import { suppressionRules } from "#workbench/suppressions";
import { sectionRules } from "#workbench/unknown-sections";
import { techniques } from "../techniques/index.ts";

/** The sections that techniques read, with the headings each is known by. */
export const vocabulary: readonly SectionRole[] = techniques.flatMap(({ roles }) => roles);

/** The rules that no technique owns: about the document, its names, and the comments that silence rules. */
export const commonRules: readonly RuleDescription[] = [...documentRules, ...sectionRules, ...bibliographyRules, ...nameRules, ...suppressionRules];

/** Every rule that can fire on a document. */
export const allRules: readonly RuleDescription[] = [...commonRules, ...techniques.flatMap(({ rules }) => rules)];

/** The names of these. */
export const ruleNames = keptOnce((): readonly string[] => allRules.map(({ name }) => name));

/** The headings we write, one for each section. */
export const knownSections = (): readonly string[] => vocabulary.flatMap(({ headings }) => headings.slice(0, 1));
