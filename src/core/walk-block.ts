import { walkTo, type WalkStep } from "#core/forecast-walk";
import type { Block, Waterfall } from "#model/block";
import type { Forecast } from "#model/forecast";

/** Items beyond these are told together. */
const mostSteps = 8;

/** How the probability of a scenario or hypothesis came about, the item that alone would move it most first; nothing where no item bears on it. */
export function walkBlock(id: string, forecast: Forecast | undefined, caption: string): readonly Block[] {
  const found = forecast && walkTo(id, forecast);
  if (!found || found.steps.length === 0) return [];
  const { state, steps, assumptions } = found;
  const shown = steps.length <= mostSteps ? steps : steps.slice(0, mostSteps - 1);
  const rest = steps.slice(shown.length);
  return [
    {
      kind: "waterfall",
      caption,
      state: id,
      start: state.prior,
      steps: [...shown.map(stepOf), ...together(rest), ...(assumptions ? [{ id: "", text: "What is known of the assumptions", ...assumptions }] : [])],
      end: state.posterior,
    },
  ];
}

const stepOf = ({ item, before, after }: WalkStep): Waterfall["steps"][number] => ({ id: item.id, text: item.text, before, after });

function together(steps: readonly WalkStep[]): Waterfall["steps"] {
  const [first, last] = [steps[0], steps.at(-1)];
  return first && last ? [{ id: "", text: `${steps.length} lighter items`, before: first.before, after: last.after }] : [];
}
