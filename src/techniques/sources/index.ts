import { defineTechnique } from "#core/technique";
import { columns } from "./read-row.ts";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Sources } from "./schema.ts";
import { view } from "./view.ts";

export const sources = defineTechnique({
  id: "sources",
  title: "Sources",
  literature: [
    "NATO AJP-2.1, Admiralty code: reliability A-F and credibility 1-6",
    "ICD 206 (2015), Sourcing Requirements for Disseminated Analytic Products",
    "ICD 203 (2015), tradecraft standard 1",
    "Baker, McKendry and Mace (1968), Certitude judgments in an operational environment",
    "Irwin and Mandel (2019), Improving information evaluation for intelligence production, Intelligence and National Security 34 (4)",
  ],
  sections: {
    sources: [
      "Sources",
      "Sources and evidence base",
      "Evidence base",
      "Source register",
      "Source list",
      "List of sources",
      "Sources cited",
      "Sources consulted",
      "References",
      "Bibliography",
      "Works cited",
      "Source summary statement",
      "Sourcing",
      "Endnotes",
      "Source",
      "Reference list",
      "Sources used",
      "Sources and references",
      "Sources and evidence",
    ],
  },
  columns: { sources: columns },
  schema: Sources,
  read,
  rules,
  view,
});
