import { defineTechnique } from "#core/technique";
import { network } from "./network.ts";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { KeyAssumptions } from "./schema.ts";
import { view } from "./view.ts";

export const keyAssumptions = defineTechnique({
  id: "key-assumptions",
  title: "Key assumptions",
  literature: [
    "R. J. Heuer and R. H. Pherson, Structured Analytic Techniques for Intelligence Analysis (2nd ed., 2014), ch. 8: Key Assumptions Check",
    "CIA, A Tradecraft Primer (2009): Key Assumptions Check",
    "ICD 203 (2015), tradecraft standard 3",
  ],
  sections: {
    "key-assumptions": ["Key assumptions", "Assumptions", "Key assumptions check", "Assumptions check", "Linchpin assumptions", "Linchpins", "Critical assumptions", "Underlying assumptions", "Working assumptions", "What we assume", "Assumption", "Key assumption", "Assumptions made", "Main assumptions"],
  },
  firstColumns: { "key-assumptions": ["Assumption", "Key assumption", "Assumptions", "Key assumptions"] },
  idLetters: { "key-assumptions": "A" },
  columns: { "key-assumptions": columns },
  schema: KeyAssumptions,
  read,
  rules,
  network,
  view,
});
