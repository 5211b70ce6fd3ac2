import type { Rule } from "#core/technique";
import { denies } from "./read-claims.ts";
import type { Part, Securitization } from "./schema.ts";

const copenhagen = "Buzan, Wæver and de Wilde (1998), Security: A New Framework for Analysis, ch. 2";

interface Missing {
  readonly name: string;
  readonly partOf: (part: Securitization) => Part | undefined;
  readonly what: string;
  readonly why: string;
  readonly label: string;
}

/** The rule that an element of the frame is there. */
const missing = ({ name, partOf, what, why, label }: Missing): Rule<Securitization> => ({
  name,
  severity: "warning",
  message: { what, why, remedy: `Add a line \`${label}: ...\`.` },
  standard: copenhagen,
  *check(part) {
    if (!partOf(part)) yield { span: part.heading };
  },
});

const elements = [
  missing({ name: "no-actor", partOf: ({ actor }) => actor, what: "Who declares the threat is not said.", why: "A threat does not declare itself; what it may achieve depends on who speaks.", label: "Securitizing actor" }),
  missing({ name: "no-referent-object", partOf: ({ referent }) => referent, what: "What is said to be threatened is not named.", why: "Without a referent object with a claim to survive there is no security argument.", label: "Referent object" }),
  missing({ name: "no-threat", partOf: ({ threat }) => threat, what: "The threat that is claimed to be existential is not described.", why: "Only a claim of survival separates security from ordinary politics.", label: "Existential threat" }),
  missing({ name: "no-audience", partOf: ({ audience }) => audience, what: "Whom the claim must convince is not said.", why: "A securitization is decided by its audience, not by its speaker.", label: "Audience" }),
  missing({ name: "no-measures", partOf: ({ measures }) => measures, what: "Which extraordinary measures are asked for or taken is not said.", why: "Without measures beyond normal procedure nothing has been securitized.", label: "Extraordinary measures" }),
];

const successWithoutAcceptance: Rule<Securitization> = {
  name: "success-without-acceptance",
  severity: "error",
  message: {
    what: "The text says that the securitization was accepted and shows no acceptance by an audience.",
    why: "Until the audience accepts, it is a securitizing move and no securitization.",
    remedy: "Add a line `Audience acceptance: ...` that says which audience accepted what, with its source, or call it a move.",
  },
  standard: `${copenhagen}, p. 25: "If no signs of such acceptance exist, we can talk only of a securitizing move"`,
  *check({ claims, acceptance }) {
    const shown = acceptance !== undefined && !acceptance.texts.every(denies);
    if (!shown) for (const { span, citations } of claims) if (citations.length === 0) yield { span };
  },
};

const acceptanceUncited: Rule<Securitization> = {
  name: "acceptance-uncited",
  severity: "warning",
  message: {
    what: "The acceptance by the audience cites no source.",
    why: "Acceptance is observed in votes, statements and measures; without a source it is the author's impression.",
    remedy: "Cite where the audience accepted: [@key].",
  },
  standard: `${copenhagen}; Balzacq (2005): the audience is shown, not presumed`,
  *check({ acceptance }) {
    if (acceptance && !acceptance.texts.every(denies) && acceptance.texts.every(({ citations }) => citations.length === 0)) yield { span: acceptance.span };
  },
};

const noAcceptance: Rule<Securitization> = {
  name: "no-acceptance",
  severity: "info",
  message: {
    what: "Whether the audience accepts the claim is not said.",
    why: "A reader cannot tell a securitization from a move towards one.",
    remedy: "Add a line `Audience acceptance: ...`; `none yet` is an answer.",
  },
  standard: copenhagen,
  *check({ acceptance, claims, calledMove, heading }) {
    if (!acceptance && claims.length === 0 && !calledMove) yield { span: heading };
  },
};

const noConditions: Rule<Securitization> = {
  name: "no-facilitating-conditions",
  severity: "info",
  message: {
    what: "What helps or hinders the claim is not said.",
    why: "Grammar, standing of the speaker and features of the threat decide how likely acceptance is.",
    remedy: "Add a line `Facilitating conditions: ...`.",
  },
  standard: `${copenhagen}, p. 33`,
  *check({ conditions, heading }) {
    if (!conditions) yield { span: heading };
  },
};

export const rules = [...elements, successWithoutAcceptance, acceptanceUncited, noAcceptance, noConditions];
