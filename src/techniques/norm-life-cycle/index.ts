import { defineTechnique } from "#core/technique";
import { columns as critical } from "./read-critical.ts";
import { columns as series } from "./read-series.ts";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { NormLifeCycle } from "./schema.ts";
import { view } from "./view.ts";

export const normLifeCycle = defineTechnique({
  id: "norm-life-cycle",
  title: "Norm life cycle",
  literature: [
    "Finnemore and Sikkink (1998), International Norm Dynamics and Political Change, International Organization 52 (4)",
    "Wendt (1999), Social Theory of International Politics",
    "Keck and Sikkink (1998), Activists Beyond Borders",
  ],
  sections: {
    "norm-life-cycle": [
      "Norm life cycle",
      "Norm lifecycle",
      "Norm life cycle (constructivism)",
      "Norm life cycle analysis",
      "Norm lifecycle analysis",
      "Norms",
      "Norm dynamics",
      "Constructivism",
      "Constructivist analysis",
      "Constructivist lens",
      "Constructivism lens",
      "Constructivism lens analysis",
      "Constructivism analysis",
    ],
    "critical-states": ["Critical states", "Critical states and their stand", "Critical states and where they stand"],
  },
  columns: { "norm-life-cycle": series, "critical-states": critical },
  schema: NormLifeCycle,
  read,
  rules,
  view,
});
