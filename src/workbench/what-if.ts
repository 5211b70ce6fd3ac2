import { networkOf } from "#core/fold";
import { simulationId } from "#core/negotiation/declared-simulation";
import type { Kind } from "#model/names";
import type { Assessment } from "#workbench/assess";

export { simulationId };

const droppable: readonly Kind[] = ["source", "observation", "indicator", "assumption", "test", "simulation"];

/** Ids that a what-if may leave out: sources, observations, indicators, assumptions, tests, forecasters, the simulation. */
export function droppableIds({ parts, scene, names }: Assessment): ReadonlySet<string> {
  const piece = networkOf(parts, { ...scene, without: new Set(), assumed: new Map() });
  const forecasters = piece.opinions.map(({ id }) => id);
  return new Set([...droppable.flatMap((kind) => names.all(kind).map(({ id }) => id)), ...forecasters]);
}

const assumable: Readonly<Record<string, Kind>> = { holds: "assumption", fails: "assumption", crossed: "indicator", "not crossed": "indicator" };

/** True where the id is an assumption that can hold or fail, or an indicator that can be crossed or not. */
export const canAssume = ({ names }: Assessment, id: string, state: string): boolean => {
  const kind = assumable[state];
  return kind !== undefined && names.find(id)?.kind === kind;
};
