import { defineTechnique } from "#core/technique";
import { network } from "./network.ts";
import { hypothesisColumns } from "./read-hypotheses.ts";
import { testColumns } from "./read-tests.ts";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { ProcessTracing } from "./schema.ts";
import { view } from "./view.ts";

export const processTracing = defineTechnique({
  id: "process-tracing",
  title: "Process tracing",
  literature: [
    "Van Evera (1997), Guide to Methods for Students of Political Science, pp. 30-34",
    "Collier (2011), Understanding Process Tracing, PS: Political Science & Politics 44 (4)",
    "Humphreys and Jacobs (2015), Mixing Methods: A Bayesian Approach, American Political Science Review 109 (4)",
    "Fairfield and Charman (2017), Explicit Bayesian Analysis for Process Tracing, Political Analysis 25 (3)",
    "Beach and Pedersen (2019), Process-Tracing Methods, 2nd edition",
  ],
  sections: {
    "process-tracing": ["Process tracing", "Process tracing analysis", "Causal process tracing", "Bayesian process tracing", "Causal analysis", "Causal pathway", "Causal explanation"],
    mechanism: ["Mechanism", "Causal mechanism", "Causal mechanism chain", "Causal chain", "Mechanism steps", "Steps of the mechanism"],
    hypotheses: ["Hypotheses", "Rival hypotheses", "Competing hypotheses", "Rival explanations", "Alternative explanations", "Alternative hypotheses", "Analysis of competing hypotheses", "ACH", "Hypothesis"],
    tests: ["Tests", "Process-tracing tests", "Evidence assessment", "Evidence tests", "Tests of the hypotheses", "Hypothesis tests", "Causal tests", "Diagnostic tests"],
  },
  columns: { hypotheses: hypothesisColumns, tests: testColumns },
  schema: ProcessTracing,
  read,
  rules,
  network,
  view,
});
