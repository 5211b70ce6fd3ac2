import { defineTechnique } from "#core/technique";
import { network } from "./network.ts";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { Simulation } from "./schema.ts";
import { view } from "./view.ts";

export const simulation = defineTechnique({
  id: "simulation",
  title: "Simulation of the negotiation",
  literature: [
    "Tsebelis (2002), Veto Players",
    "Bueno de Mesquita (2009), The Predictioneer's Game",
    "Krichevsky and Trofimov (1981), The performance of universal encoding, IEEE Transactions on Information Theory 27 (2)",
  ],
  sections: {
    simulation: ["Simulation", "Simulation of the negotiation", "Negotiation simulation", "Simulated negotiation", "Simulated outcomes", "From outcomes to scenarios", "Outcomes and scenarios", "Outcome classes"],
  },
  columns: { simulation: columns },
  idLetters: { simulation: "M" },
  schema: Simulation,
  read,
  rules,
  network,
  view,
});
