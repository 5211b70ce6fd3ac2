import { elementFor, elementsIn } from "#core/read-elements";
import type { Item, Passage, Prose, Section } from "#model/outline";
import { isBlank, slice } from "#model/prose";
import { sentencesIn } from "#model/sentences";
import type { Step } from "./schema.ts";

const causes = ["Cause", "Causes", "Cause under examination", "Hypothesised cause", "Hypothesized cause", "Independent variable", "Explanatory variable", "Causal factor"];
const outcomes = ["Outcome", "Effect", "Outcome to be explained", "Dependent variable", "Explanandum"];
const both = ["Cause and outcome", "Cause & outcome", "Cause and effect", "Causal claim"];
export const frameLabels = [...causes, ...outcomes, ...both];

export interface Frame {
  readonly cause?: Prose;
  readonly outcome?: Prose;
}

/** Cause and outcome, each behind its own label or both behind one, a sentence each. */
export function readFrame(sections: readonly Section[]): Frame {
  const elements = elementsIn(sections, frameLabels);
  const together = sentencesOf(elementFor(elements, both)?.texts[0]);
  const cause = elementFor(elements, causes)?.texts[0] ?? (together.length > 1 ? together.find(({ masked }) => /\bcauses?\b/iu.test(masked)) : undefined);
  const outcome = elementFor(elements, outcomes)?.texts[0] ?? (together.length > 1 ? together.find((sentence) => sentence !== cause && /\b(?:outcome|effect)\b/iu.test(sentence.masked)) : undefined);
  return { ...(cause && { cause: bare(cause) }), ...(outcome && { outcome: bare(outcome) }) };
}

const sentencesOf = (text: Prose | undefined): readonly Prose[] => (text ? sentencesIn(text) : []);

/** `The cause under examination is X` is X. */
function bare(sentence: Prose): Prose {
  const lead = /^\s*the (?:cause|outcome|effect)(?: under (?:examination|study|review)| to be explained)? (?:is|was) /iu.exec(sentence.masked);
  return lead ? slice(sentence, lead[0].length, sentence.source.length) : sentence;
}

const stepLabel = /^\s*(?:step|link)\s{1,3}(\d{1,3})\s{0,3}[:.)–—-]\s*/iu;

/** A line such as `Step 3: ...`. */
export function readStepLine(line: Prose): Step | undefined {
  const match = stepLabel.exec(line.masked);
  if (match?.[1] === undefined) return undefined;
  return step(Number(match[1]), slice(line, match[0].length, line.source.length), line.attributes.id);
}

const step = (number: number, text: Prose, id = `step-${number}`): Step => ({ id, number, text });

/** The steps of a numbered list, or of any list under a heading for the mechanism, where no line is written `Step 3: ...`. */
export function listedSteps(passages: readonly Passage[], mechanism: readonly Passage[]): readonly Step[] {
  const list = [...mechanism, ...passages].find((passage) => passage.kind === "list" && (passage.ordered || mechanism.includes(passage)));
  if (list?.kind !== "list") return [];
  return list.items.filter(({ prose }) => !isBlank(prose)).map((item: Item, at) => step(item.number ?? at + 1, item.prose, item.prose.attributes.id));
}
