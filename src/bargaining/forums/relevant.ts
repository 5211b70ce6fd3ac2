import type { Forum, Negotiation, Stance } from "./negotiation.ts";
import { parameters, type Parameter, type ParameterName } from "./parameters.ts";

/** What of a negotiation bears on one of its forums. */
interface Bearing extends Negotiation {
  /** The forum and, where it seeks consensus, those that threaten it. */
  readonly reached: readonly Forum[];
}

const votes = ({ reached }: Bearing): boolean => reached.some(({ rule, lastResort }) => rule.kind === "majority" || rule.kind === "unanimity" || lastResort !== undefined);
const consensus = ({ reached }: Bearing): boolean => reached.some(({ rule }) => rule.kind === "consensus");
const optIn = ({ reached }: Bearing): boolean => reached.some(({ rule }) => rule.kind === "opt-in");
/** On some scale. */
const writes = ({ reached, dimensions = [] }: Bearing): boolean => reached.some(({ text, furtherText = {} }) => text === undefined || dimensions.some(({ id }) => furtherText[id] === undefined));
const placed = ({ parties }: Bearing): readonly Stance[] => parties.flatMap((party) => [party, ...Object.values(party.further ?? {})]);
const threatens = (kinds: readonly string[]) => (bearing: Bearing): boolean => consensus(bearing) && bearing.reached.some(({ rule }) => kinds.includes(rule.kind));

/** When a parameter can change a result at all; those not named here always can. */
const conditions: Partial<Record<ParameterName, (bearing: Bearing) => boolean>> = {
  positionSpread: (bearing) => placed(bearing).some(({ low }) => low === undefined),
  rangeWidth: (bearing) => placed(bearing).some(({ low }) => low !== undefined),
  coalitionShock: ({ parties }) => parties.some(({ coalition }) => coalition !== undefined),
  yearsToSession: ({ reached }) => reached.some(({ years }) => years === undefined),
  heldText: writes,
  textError: writes,
  abstentionBand: votes,
  persistence: (bearing) => votes(bearing) && bearing.parties.some(({ lastVotes }) => lastVotes !== undefined),
  attendance: votes,
  quorum: votes,
  majorCapability: (bearing) => votes(bearing) || optIn(bearing),
  objectionCost: consensus,
  isolationCost: consensus,
  companyRelief: consensus,
  capabilityShield: consensus,
  rounds: (bearing) => consensus(bearing) && writes(bearing),
  sidePayments: consensus,
  gavel: consensus,
  proceduralFailure: consensus,
  resolutionForce: threatens(["majority", "unanimity"]),
  optInForce: threatens(["opt-in"]),
  conveningCost: optIn,
  coreShare: optIn,
  signingCost: optIn,
  cascade: optIn,
  coalitionCascade: optIn,
  entryShare: ({ reached }) => reached.some(({ rule }) => rule.kind === "opt-in" && rule.needed === undefined),
  ratificationHazard: optIn,
  ratificationMonths: optIn,
};

/** The parameters that can bear on what becomes of a forum. */
export function relevantTo(negotiation: Negotiation, id: string): readonly Parameter[] {
  const forum = negotiation.forums.find((own) => own.id === id);
  const reached = forum?.rule.kind === "consensus" ? negotiation.forums.filter((own) => own === forum || own.rule.kind !== "consensus") : forum ? [forum] : [];
  return parameters.filter(({ name }) => conditions[name]?.({ ...negotiation, reached }) ?? true);
}
