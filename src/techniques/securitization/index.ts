import { defineTechnique } from "#core/technique";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Securitization } from "./schema.ts";
import { view } from "./view.ts";

export const securitization = defineTechnique({
  id: "securitization",
  title: "Securitization",
  literature: [
    "Buzan, Wæver and de Wilde (1998), Security: A New Framework for Analysis",
    "Wæver (1995), Securitization and Desecuritization",
    "Balzacq (2005), The Three Faces of Securitization, European Journal of International Relations 11 (2)",
  ],
  sections: {
    securitization: ["Securitization", "Securitisation", "Securitization theory", "Securitisation theory", "Securitization theory analysis", "Securitisation theory analysis", "Securitization analysis", "Securitisation analysis", "Securitization lens", "Securitization lens analysis", "Securitization theory lens"],
  },
  schema: Securitization,
  read,
  rules,
  view,
});
