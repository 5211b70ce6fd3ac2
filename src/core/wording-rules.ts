import { hedgeRules, unhedgedForecast } from "#core/hedge-wording";
import { certaintyDefects, impossibleCertainty, likelihoodRules } from "#core/likelihood-wording";
import type { Rule } from "#core/technique";
import type { WordingRule } from "#core/wording-rule";
import type { Likelihood } from "#model/likelihood";
import type { Prose } from "#model/outline";

/** What the rules look at beside the running text of a part. */
export interface WordingScope<Part> {
  /** Texts that are judgements; only in these is a plain forecast a defect. */
  judgementsOf?(part: Part): readonly Prose[];
  /** Likelihoods that stand in cells and brackets of their own. */
  likelihoodsOf?(part: Part): readonly Likelihood[];
}

/**
 * The rules on words of likelihood and confidence, for any technique that holds running text: `mixed-axes`,
 * `word-number-clash`, `second-yardstick`, `stacked-hedges`, `empty-hedge`, `vague-attribution`, `impossible-certainty`, and
 * `unhedged-forecast` where `judgementsOf` is given. Quotations do not count. Fixes are section-relative.
 */
export function wordingRules<Part>(prosesOf: (part: Part) => readonly Prose[], { judgementsOf, likelihoodsOf }: WordingScope<Part> = {}): readonly Rule<Part>[] {
  const on = ({ find, ...rule }: WordingRule, textsOf: (part: Part) => readonly Prose[]): Rule<Part> => ({
    ...rule,
    check: (part, { document }) => find(textsOf(part), document.yardstick),
  });
  const certainty = on(impossibleCertainty, prosesOf);
  return [
    ...[...likelihoodRules, ...hedgeRules].map((rule) => on(rule, prosesOf)),
    ...(judgementsOf ? [on(unhedgedForecast, judgementsOf)] : []),
    { ...certainty, check: (part, scene) => [...certainty.check(part, scene), ...certaintyDefects(likelihoodsOf?.(part) ?? [])] },
  ];
}
