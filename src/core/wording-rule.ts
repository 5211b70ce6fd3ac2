import type { Defect, Rule } from "#core/technique";
import type { Prose } from "#model/outline";
import type { Yardstick } from "#model/yardstick";

/** A rule on the words of a text, before it is known where a technique keeps its texts. */
export interface WordingRule extends Omit<Rule<unknown>, "check"> {
  find(texts: readonly Prose[], yardstick: Yardstick): readonly Defect[];
}
