import type { Rule } from "#core/technique";
import { headingKey } from "#model/heading";
import { nameOf } from "./read-id.ts";
import type { Advice, Scenarios } from "./schema.ts";

const standard = "ICD 203, tradecraft standard 5: customer relevance and implications";

/** True where the advice is for this reader: for all, by the reader's own name, by a list that holds it, or by a name within the name. */
export function serves({ audience }: Pick<Advice, "audience">, reader: string): boolean {
  if (audience === undefined) return true;
  const key = headingKey(reader);
  const named = [audience, ...audience.split(/,|;|\/|&|\band\b/u)].map((name) => headingKey(name).replace(/^(?:the|all|any) /u, "")).filter((name) => name !== "");
  return named.some((name) => name === key || ` ${key} `.includes(` ${name} `) || ` ${name} `.includes(` ${key} `));
}

export const noAdvice: Rule<Scenarios> = {
  name: "no-advice",
  severity: "warning",
  message: {
    what: "Scenario {id} says nothing to {audience}.",
    why: "The assessment is written for them, and they will ask what to do if it comes.",
    remedy: "Add a line `For {audience}: ...`.",
  },
  standard,
  *check({ scenarios }, { document }) {
    for (const { id, title, span, advice, residual } of scenarios) {
      if (residual) continue;
      for (const audience of document.audiences) if (!advice.some((each) => serves(each, audience))) yield { span, values: { id: nameOf({ id, title }), audience } };
    }
  },
};

export const adviceForNobody: Rule<Scenarios> = {
  name: "advice-for-nobody",
  severity: "info",
  message: {
    what: "Scenario {id} advises {audience}, who are not among the audiences of this document.",
    why: "Advice to somebody who will not read it is lost, or the list of audiences is short of one.",
    remedy: "Add {audience} to `audiences` at the top, or name one of those who are there.",
  },
  standard,
  *check({ scenarios }, { document: { audiences } }) {
    if (audiences.length === 0) return;
    for (const { id, title, advice } of scenarios) {
      for (const each of advice) {
        const { audience, span } = each;
        if (audience !== undefined && !audiences.some((reader) => serves(each, reader))) yield { span, values: { id: nameOf({ id, title }), audience } };
      }
    }
  },
};
