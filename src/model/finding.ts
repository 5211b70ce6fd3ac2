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

/** A finding as others read it: with its file, and lines and columns that start at 1. The shape of `check --format json`. */
export interface LocatedFinding {
  readonly file: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly standard: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly fixable: boolean;
}

/** Severities from the lightest to the gravest. */
export const severities: readonly Severity[] = ["info", "warning", "error"];

export const atLeast = (severity: Severity, floor: Severity): boolean => severities.indexOf(severity) >= severities.indexOf(floor);
