import { stateName } from "#core/state-name";
import type { Results } from "#core/technique";
import { walkBlock } from "#core/walk-block";
import type { Block } from "#model/block";
import { adviceTable } from "./view-advice.ts";
import { derivation, ladder, overTime, parting } from "./view-forecast.ts";
import { withoutSources } from "./view-without.ts";
import type { Scenario, Scenarios } from "./schema.ts";

/** What is stated beside what is computed, how the forecast moved, and each scenario with how it resolves and what to do. */
export function view({ scenarios }: Scenarios, results: Results): readonly Block[] {
  if (scenarios.length === 0) return [];
  return [
    ladder(scenarios, results.forecast),
    ...parting(scenarios, results.forecast),
    ...derivation(results.forecast),
    ...overTime(scenarios, results),
    ...(results.forecast ? withoutSources(results.forecast, results.names) : []),
    ...scenarios.flatMap((scenario) => scenarioBlocks(scenario, results)),
    ...adviceTable(scenarios, results.document.audiences),
  ];
}

const scenarioBlocks = ({ id, title, text, resolution }: Scenario, { forecast }: Results): readonly Block[] => [
  { kind: "heading", level: 3, text: stateName({ id, title }), id },
  ...text.map((prose) => ({ kind: "prose" as const, text: prose.source })),
  ...(resolution ? [{ kind: "facts" as const, entries: [{ term: "Resolves", text: resolution.text.source }] }] : []),
  ...walkBlock(id, forecast, "How its probability came about"),
];
