import { defineTechnique } from "#core/technique";
import { columns } from "./read-rows.ts";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Votes } from "./schema.ts";
import { view } from "./view.ts";

export const votes = defineTechnique({
  id: "votes",
  title: "Votes",
  literature: [
    "Lijphart (1963), The Analysis of Bloc Voting in the General Assembly, American Political Science Review 57 (4)",
    "Hix, Noury and Roland (2005), Power to the Parties, British Journal of Political Science 35",
    "Voeten (2013), Data and Analyses of Voting in the United Nations General Assembly, Routledge Handbook of International Organization",
    "Bailey, Strezhnev and Voeten (2017), Estimating Dynamic State Preferences from United Nations Voting Data, Journal of Conflict Resolution 61",
  ],
  sections: { votes: ["Votes", "Roll calls", "Roll-call votes", "Roll call votes", "Recorded votes", "Voting record", "Voting records", "Voting history", "Votes and roll calls", "Vote results", "Voting results", "How states voted", "Voting", "Vote"] },
  firstColumns: { votes: ["Roll call"] },
  columns: { votes: columns },
  idLetters: { votes: "V" },
  schema: Votes,
  read,
  rules,
  view,
});
