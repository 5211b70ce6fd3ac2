import { defineTechnique } from "#core/technique";
import { network } from "./network.ts";
import { columns } from "./read-rows.ts";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Scenarios } from "./schema.ts";
import { view } from "./view.ts";

export const scenarios = defineTechnique({
  id: "scenarios",
  title: "Scenarios",
  literature: [
    "R. J. Heuer and R. H. Pherson, Structured Analytic Techniques for Intelligence Analysis (2nd ed., 2014), ch. 6",
    "ICD 203 (2015), tradecraft standards 4, 5 and 8",
    "P. E. Tetlock and D. Gardner, Superforecasting (2015), ch. 3, on questions that can be resolved",
  ],
  sections: {
    scenarios: ["Scenarios", "Scenario analysis", "Decision relevance", "Alternative futures", "Scenarios and recommendations", "Scenarios and decision relevance", "Scenario outlook", "Outlook and scenarios", "Forecast scenarios", "Possible outcomes", "Key scenarios", "Scenario", "Alternative scenarios", "Scenario probabilities"],
  },
  firstColumns: { scenarios: ["Scenario", "Scenarios"] },
  columns: { scenarios: columns },
  schema: Scenarios,
  read,
  rules,
  network,
  view,
});
