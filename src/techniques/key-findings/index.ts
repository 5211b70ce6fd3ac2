import { defineTechnique } from "#core/technique";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { KeyFindings } from "./schema.ts";
import { view } from "./view.ts";

export const keyFindings = defineTechnique({
  id: "key-findings",
  title: "Key findings",
  literature: [
    "ICD 203 (2015), D.6.e and the nine tradecraft standards",
    "ICD 206 (2015), sourcing requirements",
    "PHIA, Professional Development Framework for all-source intelligence assessment (2019); Probability Yardstick (2025)",
    "Kent, Words of Estimative Probability, Studies in Intelligence 8(4) (1964)",
    "Friedman and Zeckhauser, Assessing Uncertainty in Intelligence, Intelligence and National Security 27(6) (2012)",
  ],
  sections: {
    "key-findings": [
      "Key findings",
      "Key finding",
      "Key judgements",
      "Key judgments",
      "Key judgement",
      "Key judgment",
      "Judgements",
      "Judgments",
      "Main judgements",
      "Main judgments",
      "Main findings",
      "Principal findings",
      "Principal judgements",
      "Analytic judgements",
      "Analytic judgments",
      "Analytical judgements",
      "Analytical judgments",
      "Key assessments",
      "Key conclusions",
      "Key takeaways",
      "Key points",
      "Findings",
      "Conclusions",
      "Summary of findings",
      "Summary of judgements",
    ],
  },
  firstColumns: { "key-findings": ["Judgement", "Judgment", "Key judgement", "Key judgment", "Key finding"] },
  idLetters: { "key-findings": "K" },
  columns: { "key-findings": columns },
  schema: KeyFindings,
  read,
  rules,
  view,
});
