import { defineTechnique } from "#core/technique";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Limitations } from "./schema.ts";
import { view } from "./view.ts";

export const limitations = defineTechnique({
  id: "limitations",
  title: "Limitations and collection gaps",
  literature: ["ICD 203 (2015), tradecraft standards 1 and 2", "ICD 206 (2015), sourcing requirements"],
  sections: { limitations: ["Limitations", "Analytical limitations", "Limits of this assessment", "Caveats", "Gaps", "Collection gaps", "Intelligence gaps", "Information gaps", "Limitation", "Known limitations", "Gaps and limitations"] },
  idLetters: { limitations: "L" },
  schema: Limitations,
  read,
  rules,
  view,
});
