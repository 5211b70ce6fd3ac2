import { elementFor, elementsIn, type Element } from "#core/read-elements";
import { citedSources } from "#core/read-ids";
import { headingSpan, labelled, linesIn } from "#core/read-lines";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import { isBlank } from "#model/prose";
import { callsMove, claimsIn } from "./read-claims.ts";
import { elementNames, type ElementName, type Part, type Securitization } from "./schema.ts";

const labels: Readonly<Record<ElementName, readonly string[]>> = {
  actor: ["Securitizing actor", "Securitising actor", "Securitizing actors", "Securitising actors", "Securitizer", "Securitiser", "Who securitizes"],
  functional: ["Functional actors", "Functional actor"],
  referent: ["Referent object", "Referent objects", "Referent", "What is threatened"],
  threat: ["Existential threat", "Existential threat construction", "Existential threats", "Threat construction", "Threat", "Threat claim", "Securitizing claim", "Speech act", "Securitizing speech act"],
  audience: ["Audience", "Target audience", "Audiences", "Target audiences", "Relevant audience", "Enabling audience"],
  acceptance: ["Audience acceptance", "Acceptance", "Acceptance by the audience", "Audience response", "Audience reception", "Reception", "Acceptance so far"],
  measures: ["Extraordinary measures", "Extraordinary measure", "Emergency measures", "Emergency measure", "Exceptional measures", "Emergency action"],
  conditions: ["Facilitating conditions", "Facilitating condition", "Enabling conditions", "Conditions"],
};
const allLabels = Object.values(labels).flat();
const allKeys = new Set(allLabels.map(headingKey));

/** The elements of the frame by their labels, and what the text claims of acceptance. */
export function read({ sections }: Found<"securitization">): Reading<Securitization> {
  const elements = elementsIn(sections.securitization, allLabels);
  const parts = new Map(elementNames.map((name) => [name, partOf(elementFor(elements, labels[name]))] as const));
  const inElement = new Set(elements.flatMap(({ texts }) => texts.map(({ span }) => `${span.section}:${span.to}`)));
  const remarks = linesIn(sections.securitization).filter((line) => !isBlank(line) && !inElement.has(`${line.span.section}:${line.span.to}`) && !isLabelled(line));
  const texts = elements.flatMap((element) => element.texts);
  const everything = [...texts, ...remarks];
  return {
    part: { ...present(parts), claims: claimsIn(everything), calledMove: callsMove(everything), remarks, heading: headingSpan(sections.securitization) },
    declares: [],
    refers: everything.flatMap((text) => citedSources(text)),
  };
}

const isLabelled = (line: Parameters<typeof labelled>[0]): boolean => allKeys.has(headingKey(labelled(line)?.label ?? ""));

/** An element with nothing behind its label is as good as none. */
const partOf = (element: Element | undefined): Part | undefined => (element && element.texts.length > 0 ? { span: element.span, texts: [...element.texts] } : undefined);

const present = (parts: ReadonlyMap<ElementName, Part | undefined>): Partial<Record<ElementName, Part>> =>
  Object.fromEntries(Array.from(parts).flatMap(([name, part]) => (part ? [[name, part]] : [])));
