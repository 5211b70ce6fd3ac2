import type { Edit } from "#kit/edit";
import type { Span } from "#kit/span";

export type Severity = "error" | "warning" | "info";

/** What a check tells the analyst: what is wrong, why it matters, what to do, which standard asks for it. */
export interface Finding {
  /** `technique/defect`. */
  readonly rule: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly standard: string;
  readonly span: Span;
  /** A mechanical repair, where there is one, in offsets of the section that `span` names. */
  readonly fix?: readonly Edit[];
}
