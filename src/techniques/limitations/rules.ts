import { spokenName } from "#core/read-ids";
import type { Rule } from "#core/technique";
import { plain } from "#model/prose";
import type { Limitation, Limitations } from "./schema.ts";

const nameOf = ({ id, text }: Pick<Limitation, "id" | "text">): string => spokenName({ id, kind: "limitation", title: plain(text) });

const noConsequence: Rule<Limitations> = {
  name: "no-consequence",
  severity: "info",
  message: {
    what: "The limitation {id} does not say which judgement, indicator or assumption it affects.",
    why: "A gap that touches nothing by name cannot lower the confidence of anything.",
    remedy: "Add `affects K1` with the ids it weakens.",
  },
  standard: "ICD 203, tradecraft standard 2: uncertainties expressed and explained",
  *check({ limitations }) {
    for (const { id, text, affects } of limitations) if (affects.length === 0) yield { span: text.span, values: { id: nameOf({ id, text }) } };
  },
};

const notClosable: Rule<Limitations> = {
  name: "no-collection-need",
  severity: "info",
  message: {
    what: "The limitation {id} does not say what would close it.",
    why: "A gap without a collection need stays open from edition to edition.",
    remedy: "Add `would be closed by: ...`, or say why nothing can close it.",
  },
  standard: "ICD 203, tradecraft standard 1: quality of sources; ICD 206",
  *check({ limitations }) {
    for (const { id, text, closedBy } of limitations) if (!closedBy) yield { span: text.span, values: { id: nameOf({ id, text }) } };
  },
};

const empty: Rule<Limitations> = {
  name: "empty-section",
  severity: "warning",
  message: {
    what: "The section on limitations lists none.",
    why: "No open-source assessment is without gaps; a reader will doubt the rest.",
    remedy: "List what is not known, what it affects and what would close it.",
  },
  standard: "ICD 203, tradecraft standard 2: uncertainties expressed and explained",
  *check({ limitations, heading }) {
    if (limitations.every(({ text }) => plain(text) === "")) yield { span: heading };
  },
};

export const rules = [noConsequence, notClosable, empty];
