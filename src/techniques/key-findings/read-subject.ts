import { spokenName } from "#core/read-ids";
import type { Defect } from "#core/technique";
import { plain } from "#model/prose";
import type { Judgement, KeyFindings } from "./schema.ts";

/** What a sentence calls a judgement: its id, or its first words. */
export const nameOf = ({ id, text }: Judgement): string => spokenName({ id, kind: "judgement", title: plain(text) });

/**
 * A finding on each of the judgements concerned or, where all of several are, one on the section: `The judgement K1 does
 * not cite`, `None of the 6 judgements cites`.
 */
export function* eachOrAll({ judgements, heading }: KeyFindings, concerned: readonly Judgement[], verb: { readonly one: string; readonly none: string }): Iterable<Defect> {
  const all = concerned.length === judgements.length && judgements.length > 2;
  if (all) yield { span: heading, values: { subject: `None of the ${judgements.length} judgements ${verb.none}` } };
  else for (const judgement of concerned) yield { span: judgement.text.span, values: { subject: `The judgement ${nameOf(judgement)} ${verb.one}` } };
}
