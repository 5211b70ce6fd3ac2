import { defineTechnique } from "#core/technique";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Narrative } from "./schema.ts";
import { view } from "./view.ts";

export const narrative = defineTechnique({
  id: "narrative",
  title: "Summary and narrative",
  literature: ["ICD 203 (2015), tradecraft standards 1, 3 and 6", "ICD 206 (2015), sourcing requirements", "Pherson and Pherson, Critical Thinking for Strategic Intelligence (3rd ed. 2020), part IV"],
  sections: {
    summary: [
      "Executive summary",
      "Summary",
      "Short summary",
      "Management summary",
      "Bottom line",
      "Bottom line up front",
      "BLUF",
      "The bottom line",
      "Key message",
      "Key messages",
      "Main message",
      "At a glance",
      "In brief",
      "In short",
      "Abstract",
      "Synopsis",
      "Overview",
    ],
    rest: [],
  },
  readsTheRest: "rest",
  schema: Narrative,
  read,
  rules,
  view,
});
