import { groupBy } from "#kit/group";
import { stateName } from "#core/state-name";
import type { Block } from "#model/block";
import { headingKey } from "#model/heading";
import { serves } from "./rules-advice.ts";
import type { Scenario } from "./schema.ts";

/** What to do, scenario by audience; without a list of audiences the columns are those that the advice itself names. */
export function adviceTable(scenarios: readonly Scenario[], audiences: readonly string[]): readonly Block[] {
  const given = scenarios.flatMap(({ advice }) => advice);
  if (given.length === 0) return [];
  const readers = [...audiences, ...unlisted(given.flatMap(({ audience }) => audience ?? []), audiences)];
  const rows = scenarios.filter(({ advice }) => advice.length > 0).map(({ id, title, advice }) => ({
    cells: [stateName({ id, title }), ...(readers.length > 0 ? readers : [""]).map((reader) => advice.filter((each) => reader === "" || serves(each, reader)).map(({ text }) => text.source).join(" "))],
  }));
  const what = readers.length > 0 ? "What to do, by scenario and audience" : "What to do, by scenario";
  return [{ kind: "heading", level: 3, text: what }, { kind: "table", caption: "", head: ["Scenario", ...(readers.length > 0 ? readers.map((reader) => `For ${reader}`) : ["What to do"])], rows }];
}

/** The audiences that the advice names and no listed audience covers, each once. */
function unlisted(named: readonly string[], audiences: readonly string[]): readonly string[] {
  const byKey = groupBy(named, headingKey);
  return [...byKey.values()].flatMap((group) => group.slice(0, 1)).filter((audience) => !audiences.some((reader) => serves({ audience }, reader)));
}
