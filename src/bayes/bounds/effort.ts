import type { Search } from "#bayes/bounds/search";

/** How much may be spent on closing what lies between attained and proven; nothing unless said otherwise. */
export interface Effort {
  /** Most parts of boxes to bound. */
  readonly budget?: number;
  /** Asked before each split; where it says no, the search ends (a deadline of the caller's, for example). */
  readonly goOn?: (progress: { readonly work: number; readonly gap: number }) => boolean;
}

/** Refines the wanted search with the widest gap, again and again; how many parts were bounded. */
export function spend(searches: readonly Search[], { budget = 0, goOn = always }: Effort, isWanted: (search: Search) => boolean = always): number {
  let work = 0;
  for (;;) {
    const widest = searches.reduce<Search | undefined>((most, search) => (search.isOpen && search.gap > (most?.gap ?? 0) && isWanted(search) ? search : most), undefined);
    if (!widest || work >= budget || !goOn({ work, gap: widest.gap })) return work;
    work += widest.refine();
  }
}

const always = (): boolean => true;
