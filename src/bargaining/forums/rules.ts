/** How a forum decides. Of a vote: more than `share` where it is a half, at least `share` otherwise. */
export type Rule =
  | { readonly kind: "consensus" }
  | { readonly kind: "unanimity" }
  | { readonly kind: "majority"; readonly share: number; readonly of: "those voting" | "members" }
  | { readonly kind: "opt-in"; readonly needed?: number };

/** A vote as counted; an abstention is present and is not cast. */
export interface Tally {
  readonly yes: number;
  readonly no: number;
  readonly abstaining: number;
  readonly members: number;
}

export type Vote = Extract<Rule, { readonly kind: "unanimity" | "majority" }>;

/** What a vote decides; without a quorum (a share of the members who must be present) it decides nothing. */
export function decideVote(rule: Vote, { yes, no, abstaining, members }: Tally, quorum: number): "adopted" | "rejected" | "no quorum" {
  const present = yes + no + abstaining;
  if (present === 0 || present < quorum * members - tolerance) return "no quorum";
  if (rule.kind === "unanimity") return yes === present ? "adopted" : "rejected";
  const counted = rule.of === "members" ? members : yes + no;
  return yes >= votesNeeded(rule.share, counted) && yes > 0 ? "adopted" : "rejected";
}

/** The fewest yes that pass among so many that count. */
export const votesNeeded = (share: number, counted: number): number => (Math.abs(share - 1 / 2) < tolerance ? Math.floor(counted / 2) + 1 : Math.ceil(share * counted - tolerance));

/** Two thirds of 99 are 66 and not 66.00000000000001. */
const tolerance = 1e-9;

/** An outcome that a forum can have: exclusive, and together all there are. */
export interface OutcomeClass {
  readonly name: string;
  /** True where the forum delivers a text. */
  readonly delivers: boolean;
}

const consensusClasses = [
  { name: "agreed as proposed", delivers: true },
  { name: "agreed after dilution", delivers: true },
  { name: "agreed over one objection", delivers: true },
  { name: "adopted by vote as a last resort", delivers: true },
  { name: "blocked as too strong", delivers: false },
  { name: "refused as too weak", delivers: false },
  { name: "procedure fails", delivers: false },
] as const;

const voteClasses = [
  { name: "adopted, no major actor against", delivers: true },
  { name: "adopted against a major actor", delivers: true },
  { name: "rejected", delivers: false },
  { name: "no quorum", delivers: false },
] as const;

const optInClasses = [
  { name: "in force with a major actor", delivers: true },
  { name: "in force without a major actor", delivers: true },
  { name: "signed, not in force", delivers: false },
  { name: "too few sign", delivers: false },
  { name: "no conference", delivers: false },
] as const;

/** The classes of a rule, each by its place in the list. */
export const classesOf = ({ kind }: Rule): readonly OutcomeClass[] => (kind === "consensus" ? consensusClasses : kind === "opt-in" ? optInClasses : voteClasses);

export const consensusOutcome = { asProposed: 0, diluted: 1, gavelled: 2, byVote: 3, blocked: 4, tooWeak: 5, procedure: 6 } as const;
export const voteOutcome = { broad: 0, againstMajor: 1, rejected: 2, noQuorum: 3 } as const;
export const optInOutcome = { withMajor: 0, withoutMajor: 1, signed: 2, tooFew: 3, notConvened: 4 } as const;
