import { defineTechnique } from "#core/technique";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { Counterarguments } from "./schema.ts";
import { view } from "./view.ts";

export const counterarguments = defineTechnique({
  id: "counterarguments",
  title: "Counterarguments",
  literature: [
    "ICD 203 (2015), tradecraft standards 4 and 6",
    "Heuer and Pherson, Structured Analytic Techniques for Intelligence Analysis (3rd ed. 2021), challenge analysis",
    "Mill, On Liberty (1859), ch. 2",
  ],
  sections: {
    counterarguments: [
      "Counterarguments",
      "Counter-arguments",
      "Counterarguments and answers",
      "Counterarguments and rebuttals",
      "Counterarguments and responses",
      "Counterargument",
      "Counterevidence",
      "Counter-evidence",
      "Contrary evidence",
      "Contrary information",
      "Contrary views",
      "Alternative views",
      "Alternative view",
      "Alternative perspectives",
      "Competing views",
      "Opposing views",
      "Dissent",
      "Dissents",
      "Dissenting view",
      "Dissenting views",
      "Objections",
      "Objections and answers",
      "Objections and replies",
      "Rebuttals",
      "Devil's advocate",
      "Devil's advocacy",
      "Red team",
      "Red team view",
      "Red teaming",
      "Challenge",
      "Challenges to this assessment",
      "Challenge analysis",
      "Why we might be wrong",
      "What could prove us wrong",
    ],
  },
  idLetters: { counterarguments: "C" },
  columns: { counterarguments: columns },
  schema: Counterarguments,
  read,
  rules,
  view,
});
