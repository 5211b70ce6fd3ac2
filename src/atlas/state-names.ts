/** Names that the trade uses beside those of the lists, by code. */
export const tradeNames: Readonly<Record<string, readonly string[]>> = {
  ARE: ["UAE", "Emirates"],
  BIH: ["Bosnia", "BiH", "Bosnia Herzegovina"],
  BOL: ["Plurinational State of Bolivia"],
  CAF: ["CAR"],
  CHN: ["PRC", "China"],
  COD: ["DRC", "DR Congo", "D.R. Congo", "Dem. Rep. of the Congo", "Democratic Republic of Congo", "Congo-Kinshasa", "Congo (Kinshasa)", "Zaire"],
  COG: ["Congo", "Congo-Brazzaville", "Congo (Brazzaville)", "Republic of Congo"],
  CPV: ["Cabo Verde"],
  CZE: ["Czechia"],
  FSM: ["Micronesia"],
  GBR: ["UK", "U.K.", "Britain"],
  KNA: ["Saint Kitts"],
  KOR: ["ROK", "R.O. Korea"],
  LAO: ["Lao PDR", "Lao People's Dem. Republic"],
  MKD: ["FYROM", "Macedonia", "The former Yugoslav Republic of Macedonia"],
  MMR: ["Burma"],
  PRK: ["DPRK", "D.P.R. Korea", "DPR Korea", "Democratic People's Republic of Korea"],
  PSE: ["Palestine", "State of Palestine"],
  RUS: ["Russian Fed."],
  STP: ["Sao Tome"],
  SWZ: ["Swaziland"],
  TLS: ["East Timor"],
  TTO: ["Trinidad"],
  USA: ["U.S.", "US", "United States of America", "America"],
  VAT: ["Holy See", "Vatican"],
  VCT: ["Saint Vincent"],
  VEN: ["Bolivarian Republic of Venezuela"],
  VNM: ["Viet Nam"],
  XKX: ["Kosovo"],
};

/** Names that two states answer to, and that so name neither. `Congo` alone is the name under which one of the two votes. */
export const ambiguousNames: readonly string[] = ["Korea", "Virgin Islands"];

/** States that voted and are no more, and codes that were in use before: kept in old roll calls. */
export const formerCodes: readonly string[] = ["SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "YAR", "VDR", "RVN", "TAN", "ZAN", "ROM", "ZAR", "BUR", "TMP"];
