import { defineTechnique } from "#core/technique";
import { columns } from "./read-rows.ts";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Actors } from "./schema.ts";
import { view } from "./view.ts";

export const actors = defineTechnique({
  id: "actors",
  title: "Actors and positions",
  literature: [
    "Bueno de Mesquita (2009), The Predictioneer's Game",
    "Achen, Arregui, Stokman, Thomson and others (2006), The European Union Decides",
    "Black (1948), On the Rationale of Group Decision-making, Journal of Political Economy 56 (1)",
  ],
  sections: {
    actors: ["Actors", "Key actors", "Actors and positions", "Actors, coalitions, positions", "Actors, coalitions and positions", "Stakeholders", "Stakeholder map", "Key players", "Players", "Parties", "Delegations", "Stakeholder", "Main actors"],
    positions: ["Positions", "Actor positions", "State positions", "National positions", "Positions of the actors", "Positions over time"],
  },
  columns: { actors: columns, positions: columns },
  schema: Actors,
  read,
  rules,
  view,
});
