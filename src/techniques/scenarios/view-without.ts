import { percent } from "#kit/number-text";
import type { Block } from "#model/block";
import type { Forecast } from "#model/forecast";
import type { Names } from "#model/names";

/** A source that moves the forecast by less is not worth a line. */
const noticeable = 0.005;
const most = 6;

/** How far the forecast moves when all that rests on one source alone is left out, the largest moves first. */
export function withoutSources({ without, scenarios }: Forecast, names: Names): readonly Block[] {
  const moves = without.filter(({ kind, shift, probabilities }) => kind === "source" && shift >= noticeable && scenarios.some(({ id }) => id in probabilities));
  if (moves.length === 0) return [];
  const bars = moves
    .toSorted((a, b) => b.shift - a.shift)
    .slice(0, most)
    .map(({ id, shift, probabilities }) => ({
      id: `without-${id}`,
      text: `${names.find(id)?.title ?? id} [@${id}]`,
      leverage: shift,
      note: `Without it: ${scenarios.map((state) => `${state.id} ${percent(probabilities[state.id] ?? 0)}`).join(", ")}.`,
    }));
  return [{ kind: "leverage-bars", caption: "How far the forecast moves without one source", bars }];
}
