import { elementFor, elementsFor, elementsIn, type Element } from "#core/read-elements";
import { citedSources } from "#core/read-ids";
import { headingSpan, labelled, linesIn } from "#core/read-lines";
import type { Found, Reading } from "#core/technique";
import { headingKey } from "#model/heading";
import type { Prose } from "#model/outline";
import { isBlank } from "#model/prose";
import { criticalLabels, readCritical } from "./read-critical.ts";
import { readSeries } from "./read-series.ts";
import { statedStages } from "./read-stage.ts";
import type { NormLifeCycle, Part } from "./schema.ts";

export type Role = "norm-life-cycle" | "critical-states";

const labels = {
  identities: ["Identities", "Actor identities", "Identity", "State identities", "Identities of the actors"],
  norms: ["Operative norms", "Operative norm", "Norms", "Norm", "Norm at issue", "The norm", "Norms at issue"],
  entrepreneurs: ["Norm entrepreneurs", "Norm entrepreneur", "Entrepreneurs"],
  meaning: ["Intersubjective meaning", "Intersubjective meanings", "Shared meaning", "Contested meaning", "Shared meanings"],
  stage: ["Stage", "Stages", "Norm lifecycle stage", "Norm life cycle stage", "Life cycle stage", "Lifecycle stage", "Norm stage", "Current stage", "Stage of the norm", "Stage of the life cycle"],
} as const;
type Name = "identities" | "norms" | "entrepreneurs" | "meaning" | "stage";
const names: readonly Name[] = ["identities", "norms", "entrepreneurs", "meaning", "stage"];
const allLabels = [...Object.values(labels).flat(), ...criticalLabels];
const allKeys = new Set(allLabels.map(headingKey));

/** The elements of the lens, the stages it states, the adoption series and the critical states. */
export function read({ sections, document }: Found<Role>): Reading<NormLifeCycle> {
  const lens = sections["norm-life-cycle"];
  const elements = elementsIn(lens, allLabels);
  const series = readSeries([...lens, ...sections["critical-states"]], document.asOf);
  const critical = readCritical(sections["critical-states"], elements);
  const inElement = new Set(elements.flatMap(({ texts }) => texts.map(endOf)));
  const remarks = linesIn(lens).filter((line) => !isBlank(line) && !inElement.has(endOf(line)) && !allKeys.has(headingKey(labelled(line)?.label ?? "")));
  const stated = elementsFor(elements, labels.stage).flatMap(statedStages);
  return {
    part: { ...partsOf(elements), stated: [...stated], series: [...series], critical: [...critical], remarks, heading: headingSpan([...lens, ...sections["critical-states"]]) },
    declares: [],
    refers: [...series, ...critical].flatMap(({ sources }) => sources).concat([...elements.filter(isNoList).flatMap(({ texts }) => texts), ...remarks].flatMap((text) => citedSources(text))),
  };
}

const endOf = ({ span }: Prose): string => `${span.section}:${span.to}`;
const criticalKeys = new Set(criticalLabels.map(headingKey));
/** The critical states carry their own citations. */
const isNoList = ({ key, texts }: Element): boolean => !criticalKeys.has(key) || texts.length === 1;

function partsOf(elements: readonly Element[]): Partial<Record<Name, Part>> {
  const found: Partial<Record<Name, Part>> = {};
  for (const name of names) {
    const element = elementFor(elements, labels[name]);
    if (element && element.texts.length > 0) found[name] = { span: element.span, texts: [...element.texts] };
  }
  return found;
}
