import { defineTechnique } from "#core/technique";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { Forums } from "./schema.ts";
import { view } from "./view.ts";

export const forums = defineTechnique({
  id: "forums",
  title: "Forums and their decision rules",
  literature: [
    "Tsebelis (2002), Veto Players",
    "Buchanan and Tullock (1962), The Calculus of Consent",
    "Fisher and Ury (1981), Getting to Yes",
    "Buzan (1981), Negotiating by Consensus, American Journal of International Law 75 (2)",
  ],
  sections: { forums: ["Forums", "Fora", "Forums and rules", "Decision rules", "Venues", "Institutions", "Negotiating forums", "Bodies and rules", "Decision-making bodies", "Forum"] },
  columns: { forums: columns },
  schema: Forums,
  read,
  rules,
  view,
});
