import type { Edit } from "#kit/edit";
import type { Span } from "#kit/span";
import type { Finding, Severity } from "#model/finding";

/** The sentences of a rule; `{name}` stands for a value that the check gives. */
export interface Message {
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
}

/** A rule as it is listed: its full name, how grave it is, what it says, and the standard that asks for it. */
export interface RuleDescription extends Message {
  /** `technique/defect`. */
  readonly name: string;
  readonly severity: Severity;
  readonly standard: string;
}

/** A place where a rule is broken, with the values for its sentences. */
export interface Defect {
  readonly span: Span;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly fix?: readonly Edit[];
}

/** The finding that a defect gives. */
export function findingOf({ name, severity, what, why, remedy, standard }: RuleDescription, { span, values, fix }: Defect): Finding {
  return {
    rule: name,
    severity,
    what: fillTemplate(what, values),
    why: fillTemplate(why, values),
    remedy: fillTemplate(remedy, values),
    standard,
    span,
    ...(fix && { fix }),
  };
}

/** Puts values into a sentence: `{id} has no threshold` with id I1 gives `I1 has no threshold`. */
export const fillTemplate = (template: string, values: Readonly<Record<string, string | number>> = {}): string =>
  template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
