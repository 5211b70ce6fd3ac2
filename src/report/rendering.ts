import type { Block } from "#model/block";
import type { PageSource } from "#model/page";
import { anchorsOf, type Anchors } from "./anchors.ts";
import { seriesOf, type Series } from "./series.ts";

/** What the rendering of one page shares: where ids stand, how sources are numbered, which colour a scenario has. */
export interface Rendering {
  readonly anchors: Anchors;
  readonly sources: ReadonlyMap<string, NumberedSource>;
  /** The colour of a scenario or hypothesis, the same in all pictures of the page. */
  series(id: string): Series;
  /** An id for a part of the page itself: `figure:3`. Ids of the document never hold a colon. */
  fresh(prefix: string): string;
}

export interface NumberedSource extends PageSource {
  readonly number: number;
}

/** The fragment of a source in the list of sources. */
export const sourceFragment = (source: NumberedSource): string => `source:${source.number}`;

/** Prepares the rendering of blocks; `taken` are fragments that the page uses itself. */
export function rendering(blocks: readonly Block[], sources: readonly PageSource[] = [], taken: readonly string[] = []): Rendering {
  const counts = new Map<string, number>();
  const byId = seriesOf(blocks);
  return {
    anchors: anchorsOf(blocks, taken),
    sources: new Map(sources.map((source, index) => [source.key, { ...source, number: index + 1 }])),
    series: (id) => byId.get(id) ?? "residual",
    fresh: (prefix) => {
      const count = (counts.get(prefix) ?? 0) + 1;
      counts.set(prefix, count);
      return `${prefix}:${count}`;
    },
  };
}
