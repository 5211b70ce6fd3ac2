import { defineTechnique } from "#core/technique";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { ChangeLog } from "./schema.ts";
import { view } from "./view.ts";

export const changeLog = defineTechnique({
  id: "change-log",
  title: "Change log",
  literature: ["ICD 203 (2015), tradecraft standard 7", "Tetlock and Gardner, Superforecasting (2015), ch. 7: small, dated, reasoned updates"],
  sections: {
    "change-log": [
      "Change log",
      "Changelog",
      "Changes",
      "Changes since the last edition",
      "Changes since the last assessment",
      "Changes to judgements",
      "Changes to judgments",
      "Changes in judgements",
      "Changes in judgments",
      "What changed",
      "What has changed",
      "Revisions",
      "Revision history",
      "Revision log",
      "Update history",
      "Update log",
      "Updates",
      "Version history",
      "Document history",
      "Record of changes",
      "Evolution of judgements",
      "Change history",
    ],
  },
  columns: { "change-log": columns },
  schema: ChangeLog,
  read,
  rules,
  view,
});
