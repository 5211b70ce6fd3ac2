import type { Block } from "#model/block";
import { denies } from "./read-claims.ts";
import { elementNames, type ElementName, type Securitization } from "./schema.ts";

const terms: Readonly<Record<ElementName, string>> = {
  actor: "Securitizing actor",
  functional: "Functional actors",
  referent: "Referent object",
  threat: "Existential threat",
  audience: "Audience",
  acceptance: "Audience acceptance",
  measures: "Extraordinary measures",
  conditions: "Facilitating conditions",
};

/** The frame as facts, and whether the text speaks of a move or of a completed securitization. */
export function view(part: Securitization): readonly Block[] {
  const entries = elementNames.flatMap((name) => {
    const texts = part[name]?.texts ?? [];
    return texts.length > 0 ? [{ term: terms[name], text: texts.map(({ source }) => source).join(" ") }] : [];
  });
  const facts: readonly Block[] = entries.length > 0 ? [{ kind: "facts", entries }] : [];
  return [...facts, verdict(part), ...part.remarks.map((text): Block => ({ kind: "prose", text: text.source }))];
}

function verdict({ acceptance, claims, calledMove }: Securitization): Block {
  const shown = acceptance !== undefined && !acceptance.texts.every(denies);
  if (calledMove || (!shown && claims.length === 0)) return { kind: "callout", tone: "note", title: "A securitizing move", text: "The text claims no acceptance by the audience that decides. Until there is one, the issue is not securitized." };
  if (claims.length > 0 && shown) return { kind: "callout", tone: "watch", title: "A completed securitization, as the text states", text: "The text says that the audience accepted, and names the acceptance." };
  if (claims.length > 0) return { kind: "callout", tone: "alarm", title: "A securitization claimed, not shown", text: "The text says that the audience accepted; no acceptance is shown." };
  return { kind: "callout", tone: "watch", title: "Acceptance, as the text states it", text: "The text names an acceptance by an audience and does not say whether it completes the securitization." };
}
