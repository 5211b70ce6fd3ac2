import { defineTechnique } from "#core/technique";
import { network } from "./network.ts";
import { columns as indicatorColumns } from "./read-indicators.ts";
import { columns as observationColumns } from "./read-observations.ts";
import { read } from "./read.ts";
import { rules } from "./rules.ts";
import { Indicators } from "./schema.ts";
import { view } from "./view.ts";

export const indicators = defineTechnique({
  id: "indicators",
  title: "Indicators and observations",
  literature: [
    "R. J. Heuer and R. H. Pherson, Structured Analytic Techniques for Intelligence Analysis (2nd ed., 2014), ch. 6: Indicators, Indicators Validator",
    "CIA, A Tradecraft Primer (2009): indicators or signposts of change",
    "ICD 203 (2015), tradecraft standard 2; ICD 206 (2015)",
    "I. J. Good, Weight of Evidence: A Brief Survey, Bayesian Statistics 2 (1985)",
  ],
  sections: {
    indicators: ["Indicators", "Indicators to watch", "Indicators and warnings", "Indicators and warning", "Warning indicators", "Early warning indicators", "Early warning", "Signposts", "Signposts of change", "Indicators of change", "Key indicators", "I&W", "What to watch", "Watch list", "Watchlist", "Things to watch", "Indicator", "Warning signs", "Early warning signs", "Signs to watch", "Signals to watch", "Warnings and indicators"],
    observations: ["Observations", "Observation log", "Log of observations", "Indicator log", "Log", "Event log", "Evidence log", "Sightings", "Developments", "Readings", "Indicator readings", "Observation"],
  },
  firstColumns: { indicators: ["Indicator", "Indicators", "Indicator to watch", "Signpost"], observations: ["Observation"] },
  idLetters: { indicators: "I" },
  columns: { indicators: indicatorColumns, observations: observationColumns },
  schema: Indicators,
  read,
  rules,
  network,
  view,
});
