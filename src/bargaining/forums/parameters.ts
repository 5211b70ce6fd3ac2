/** A number of the model that no document gives: ours, with what it means and where it comes from. */
export interface Parameter {
  readonly name: ParameterName;
  readonly value: number;
  /** What it can be. */
  readonly low: number;
  readonly high: number;
  /** Between which values it is varied to see what a result hangs on: what we could as well have chosen. */
  readonly from: number;
  readonly to: number;
  readonly meaning: string;
  readonly origin: string;
}

export type ParameterName = keyof typeof defaults;
export type Parameters = Readonly<Record<ParameterName, number>>;

const defaults = {
  statusQuo: [0, [0, 1], [0, 0.2], "where the status quo lies on the scale, which runs from 0 to 1", "ours: the low end"],
  positionSpread: [0.1, [0, 1], [0.05, 0.2], "standard deviation of a position that has no range", "ours"],
  rangeWidth: [3.29, [0.1, 100], [2, 4], "standard deviations that a position's range spans", "ours: the range is read as 90 %"],
  sharedShock: [0.03, [0, 1], [0, 0.1], "standard deviation of a shift of all positions together", "ours"],
  coalitionShock: [0.05, [0, 1], [0, 0.1], "standard deviation of a shift of one coalition's positions together", "ours"],
  regimeChange: [0.067, [0, 5], [0, 0.15], "how often a year, as a rate, a change of government takes an actor's position anew, from the distribution of its coalition: within a year with the chance 1 - exp(-rate)", "ours: of states that answered the same question in two years running, 10 of 176 and 13 of 166 answered otherwise the second time (General Assembly 2023 to 2025); not every change of a vote is one of position"],
  yearsToSession: [1, [0, 50], [0.25, 2], "years until a forum meets whose date is not known", "ours"],
  heldText: [0.5, [0, 1], [0.25, 0.75], "chance that a first text is what one of its makers wants, drawn by the root of salience times capability, and no compromise", "fits 353 decisions of the EU (DEU III, see Validation)"],
  textError: [0.15, [0, 1], [0.05, 0.25], "standard deviation of a compromise about the mean of what its makers want", "fits the same decisions, together with heldText"],
  noise: [0.03, [0, 10], [0.01, 0.1], "scale of the logistic noise in what a text is worth to an actor", "ours"],
  abstentionBand: [0.05, [0, 10], [0, 0.1], "an actor abstains where a text is worth less than this to it, either way", "ours"],
  persistence: [0.1, [0, 10], [0, 0.2], "what an actor's last answer to the same question weighs at a vote, in the units of what a text is worth", "ours"],
  attendance: [0.95, [0, 1], [0.85, 1], "chance that a member is present at a vote", "ours"],
  quorum: [0.5, [0, 1], [0.33, 0.67], "share of the members that must be present at a vote", "ours: usual rules of procedure"],
  majorCapability: [0.8, [0, 1], [0.6, 0.9], "capability from which an actor counts as major", "ours"],
  objectionCost: [0.1, [0, 10], [0, 0.2], "what an objection to a consensus costs", "ours"],
  isolationCost: [0.05, [0, 10], [0, 0.15], "what it costs more, times the share of members who do not object", "explains 38 forum outcomes best; 0.025 to 0.1, by how these are coded (see Validation)"],
  companyRelief: [0.1, [0, 10], [0, 0.2], "what it costs less, times the logarithm of 1 and the other objectors", "ours"],
  capabilityShield: [0.5, [0, 1], [0, 1], "share of the cost of objecting that full capability takes away", "ours"],
  rounds: [10, [1, 100], [2, 20], "drafts that the chair can propose, from the compromise towards the status quo", "ours"],
  sidePayments: [0.1, [0, 10], [0, 0.3], "what can be spent on objectors, in the units of what a text is worth", "ours"],
  gavel: [0.2, [0, 1], [0, 0.5], "chance that the chair overrules a lone objector without capability; it falls to 0 at full capability", "ours"],
  proceduralFailure: [0.05, [0, 1], [0, 0.15], "chance that a consensus forum fails on its procedure", "ours"],
  resolutionForce: [0.3, [0, 1], [0, 0.6], "what a text adopted by vote elsewhere counts for as an alternative to consensus, times the share of all capability that its members have", "ours"],
  optInForce: [0.5, [0, 1], [0, 1], "the same of a treaty of the willing", "ours"],
  conveningCost: [0.1, [0, 10], [0, 0.3], "what the top of the scale must be worth to an actor that convenes a conference", "ours"],
  coreShare: [0.25, [0, 1], [0.1, 0.5], "share of the members who must want a conference for it to be convened", "ours"],
  signingCost: [0.05, [0, 10], [0, 0.2], "what a text must be worth to an actor that signs it", "ours"],
  cascade: [0.05, [0, 10], [0, 0.2], "what signing is worth more when all other members have signed", "ours"],
  coalitionCascade: [0.1, [0, 10], [0, 0.2], "what signing is worth more when all of one's coalition have signed", "ours"],
  entryShare: [0.5, [0, 1], [0.3, 0.7], "share of the members whose ratification is needed where the forum gives no number", "ours"],
  ratificationHazard: [0.02, [0, 10], [0.01, 0.03], "chance a month that a signatory ratifies", "mine ban 1997 (0.023) and cluster munitions 2008 (0.015), from signatories and months to entry into force"],
  ratificationMonths: [60, [1, 600], [36, 96], "months within which a treaty must be in force to count", "ours"],
} as const;

const isParameterName = (name: string): name is ParameterName => Object.hasOwn(defaults, name);

/** Every parameter with its default, in the order in which a negotiation meets them. */
export const parameters: readonly Parameter[] = Object.entries(defaults).flatMap(([name, [value, [low, high], [from, to], meaning, origin]]) =>
  isParameterName(name) ? [{ name, value, low, high, from, to, meaning, origin }] : [],
);

/** The defaults, with some set otherwise. */
export function parametersWith(changes: Partial<Parameters>): Parameters {
  const value = (name: ParameterName): number => changes[name] ?? defaults[name][0];
  return {
    statusQuo: value("statusQuo"),
    positionSpread: value("positionSpread"),
    rangeWidth: value("rangeWidth"),
    sharedShock: value("sharedShock"),
    coalitionShock: value("coalitionShock"),
    regimeChange: value("regimeChange"),
    yearsToSession: value("yearsToSession"),
    heldText: value("heldText"),
    textError: value("textError"),
    noise: value("noise"),
    abstentionBand: value("abstentionBand"),
    persistence: value("persistence"),
    attendance: value("attendance"),
    quorum: value("quorum"),
    majorCapability: value("majorCapability"),
    objectionCost: value("objectionCost"),
    isolationCost: value("isolationCost"),
    companyRelief: value("companyRelief"),
    capabilityShield: value("capabilityShield"),
    rounds: value("rounds"),
    sidePayments: value("sidePayments"),
    gavel: value("gavel"),
    proceduralFailure: value("proceduralFailure"),
    resolutionForce: value("resolutionForce"),
    optInForce: value("optInForce"),
    conveningCost: value("conveningCost"),
    coreShare: value("coreShare"),
    signingCost: value("signingCost"),
    cascade: value("cascade"),
    coalitionCascade: value("coalitionCascade"),
    entryShare: value("entryShare"),
    ratificationHazard: value("ratificationHazard"),
    ratificationMonths: value("ratificationMonths"),
  };
}
