import { spokenName } from "#core/read-ids";
import type { Rule } from "#core/technique";
import { wordingRules } from "#core/wording-rules";
import { plain } from "#model/prose";
import type { Counterargument, Counterarguments } from "./schema.ts";

const nameOf = ({ id, text }: Counterargument): string => spokenName({ id, kind: "counterargument", title: plain(text) });

const noTarget: Rule<Counterarguments> = {
  name: "no-target",
  severity: "info",
  message: {
    what: "The counterargument {id} does not say what it attacks.",
    why: "An objection to everything in general weakens nothing in particular.",
    remedy: "Add `against K1`, or the assumption, step or indicator that it disputes.",
  },
  standard: "ICD 203, tradecraft standard 4: analysis of alternatives",
  *check({ counterarguments }) {
    for (const entry of counterarguments) if (entry.against.length === 0) yield { span: entry.span, values: { id: nameOf(entry) } };
  },
};

const unanswered: Rule<Counterarguments> = {
  name: "unanswered",
  severity: "warning",
  message: {
    what: "The counterargument {id} has no answer.",
    why: "A reader cannot tell whether it was weighed or only mentioned.",
    remedy: "Add `Answer: ...`, and where there is no good answer lower the confidence of what it attacks.",
  },
  standard: "ICD 203, tradecraft standard 6: contrary information is acknowledged and reconciled",
  *check({ counterarguments }) {
    for (const entry of counterarguments) if (entry.answer.length === 0) yield { span: entry.span, values: { id: nameOf(entry) } };
  },
};

/** An answer of fewer words only denies. The number is ours. */
const fewestWords = 8;

const thinAnswer: Rule<Counterarguments> = {
  name: "thin-answer",
  severity: "info",
  message: {
    what: "The answer to {id} has only {count} words.",
    why: "An answer that only denies treats a serious objection as a straw man.",
    remedy: "Say which fact or reasoning outweighs the objection.",
  },
  standard: "Heuer and Pherson (2021), challenge analysis; ICD 203, tradecraft standard 4",
  *check({ counterarguments }) {
    for (const entry of counterarguments) {
      const count = entry.answer.map(plain).join(" ").split(" ").length;
      const first = entry.answer[0];
      if (first && count < fewestWords) yield { span: first.span, values: { id: nameOf(entry), count } };
    }
  },
};

const uncontested: Rule<Counterarguments> = {
  name: "uncontested-judgement",
  severity: "info",
  message: {
    what: "No counterargument is directed against the judgement {id} or anything it rests on.",
    why: "A judgement that nobody tried to refute has not been tested.",
    remedy: "Write the strongest case against it, with an answer.",
  },
  standard: "ICD 203, tradecraft standard 4: analysis of alternatives",
  *check({ counterarguments }, { names }) {
    // Where none says what it attacks, that is the advice to follow first.
    if (counterarguments.every(({ against }) => against.length === 0)) return;
    const attacked = new Set(counterarguments.flatMap(({ against }) => against.map(({ id }) => id)));
    const contested = new Set([...attacked].flatMap((id) => [id, ...names.references(id).map(({ from }) => from)]));
    for (const judgement of names.all("judgement")) if (!contested.has(judgement.id)) yield { span: judgement.span, values: { id: spokenName(judgement) } };
  },
};

const empty: Rule<Counterarguments> = {
  name: "empty-section",
  severity: "warning",
  message: {
    what: "The section on counterarguments holds none.",
    why: "Every judgement that is worth making has something against it; a reader will wonder whether anybody looked.",
    remedy: "Write the strongest case against each main judgement, and answer it.",
  },
  standard: "ICD 203, tradecraft standard 4: analysis of alternatives",
  *check({ counterarguments, heading }) {
    if (counterarguments.every(({ text }) => plain(text) === "")) yield { span: heading };
  },
};

/** Whose objection it is matters less than what it says: `critics say` is no fault here. */
const wording = wordingRules<Counterarguments>(({ counterarguments, remarks }) => [...counterarguments.flatMap(({ text, more, answer }) => [text, ...more, ...answer]), ...remarks]).filter(
  ({ name }) => name !== "vague-attribution",
);

export const rules = [...wording, noTarget, unanswered, thinAnswer, uncontested, empty];
