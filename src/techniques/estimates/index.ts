import { defineTechnique } from "#core/technique";
import { network } from "./network.ts";
import { columns, read } from "./read.ts";
import { rules } from "./rules.ts";
import { Estimates } from "./schema.ts";
import { view } from "./view.ts";

export const estimates = defineTechnique({
  id: "estimates",
  title: "Estimates",
  literature: [
    "D. R. Mandel, C. W. Karvetski and M. K. Dhami, Boosting intelligence analysts' judgment accuracy, Judgment and Decision Making 13(6), 2018",
    "C. Genest and J. V. Zidek, Combining probability distributions: a critique and an annotated bibliography, Statistical Science 1(1), 1986",
    "V. A. Satopää and others, Combining multiple probability predictions using a simple logit model, International Journal of Forecasting 30(2), 2014",
    "D. Kahneman and A. Tversky, Intuitive prediction: biases and corrective procedures, TIMS Studies in Management Science 12, 1979",
  ],
  sections: {
    estimates: ["Estimates", "Probability estimates", "Forecasters", "Forecaster estimates", "Individual estimates", "Individual forecasts", "Forecasts", "Expert estimates", "Elicitation", "Expert elicitation", "Elicited probabilities", "Crowd estimates", "Base rates", "Reference classes", "Team estimates", "Estimate", "Base rate", "Forecast estimates"],
  },
  firstColumns: { estimates: ["Forecaster"] },
  columns: { estimates: columns },
  schema: Estimates,
  read,
  rules,
  network,
  view,
});
