import type { BibliographyEntry } from "#reader/bibliography/entry";
import { readBibtex } from "#reader/bibliography/read-bibtex";
import { readCslJson } from "#reader/bibliography/read-csl-json";

/** The sources of a bibliography in CSL-JSON or BibTeX, whichever it is; undefined where it is neither. */
export const readBibliography = (text: string): readonly BibliographyEntry[] | undefined => (/^\uFEFF?\s*[[{]/u.test(text) ? readCslJson(text) : readBibtex(text));
