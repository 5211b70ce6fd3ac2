import type { Block } from "#model/block";
import { seriesCount } from "./style/palette.ts";

/** A colour of the palette by number, from 1, or the grey of what is left over. */
export type Series = number | "residual";

/** A colour for each scenario and hypothesis of the pictures, in the order in which they first appear. */
export function seriesOf(blocks: readonly Block[]): ReadonlyMap<string, Series> {
  const residual = new Set(blocks.flatMap((block) => (block.kind === "scenario-ladder" ? block.rungs.filter((rung) => rung.residual).map(({ id }) => id) : [])));
  const series = new Map<string, Series>();
  for (const group of blocks.map(coloured)) {
    let next = 0;
    for (const id of group) {
      if (!residual.has(id)) next++;
      if (!series.has(id)) series.set(id, residual.has(id) ? "residual" : ((next - 1) % seriesCount) + 1);
    }
  }
  return series;
}

function coloured(block: Block): readonly string[] {
  if (block.kind === "scenario-ladder") return block.rungs.map(({ id }) => id);
  if (block.kind === "forecast-over-time") return block.scenarios.map(({ id }) => id);
  if (block.kind === "weight-of-evidence") return block.columns.map(({ id }) => id);
  if (block.kind === "indicator-board") return block.cards.flatMap(({ likelihoods }) => likelihoods.map(({ id }) => id));
  return [];
}
