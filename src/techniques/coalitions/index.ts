import { defineTechnique } from "#core/technique";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { Coalitions } from "./schema.ts";
import { view } from "./view.ts";

export const coalitions = defineTechnique({
  id: "coalitions",
  title: "Coalitions",
  literature: [
    "Riker (1962), The Theory of Political Coalitions",
    "Axelrod (1970), Conflict of Interest",
    "Tsebelis (2002), Veto Players",
    "Dupont (1996), Negotiation as Coalition Building, International Negotiation 1 (1)",
  ],
  sections: { coalitions: ["Coalitions", "Blocs", "Alignments", "Negotiating groups", "Coalitions and blocs", "Coalition", "Groups of states", "Camps"] },
  columns: { coalitions: columns },
  schema: Coalitions,
  read,
  rules,
  view,
});
