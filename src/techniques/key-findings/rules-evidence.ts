import type { Rule, Scene } from "#core/technique";
import { citedBy, groundsOf, isWeak, originsOf, sourcesBehind } from "./read-evidence.ts";
import { eachOrAll, nameOf } from "./read-subject.ts";
import type { Judgement, KeyFindings } from "./schema.ts";

/** True where the author is sure enough that the basis must carry it. */
const isSure = ({ confidence }: Judgement): boolean => confidence?.level === "high" || confidence?.level === "moderate";

const uncited: Rule<KeyFindings> = {
  name: "uncited",
  severity: "info",
  message: {
    what: "{subject} a source, directly or through what it rests on.",
    why: "A reader cannot see what it was made from, nor notice when that goes stale.",
    remedy: "Cite a source as `[@key]`, or name the assumption, indicator or test on which it rests.",
  },
  standard: "ICD 206, sourcing requirements; ICD 203, tradecraft standard 1",
  *check(part, { names }) {
    const bare = part.judgements.filter((judgement) => citedBy(judgement, names).length === 0 && sourcesBehind(judgement, names).length === 0);
    yield* eachOrAll(part, bare, { one: "does not cite", none: "cites" });
  },
};

const singleSource: Rule<KeyFindings> = {
  name: "single-source",
  severity: "warning",
  message: {
    what: "The judgement {id} is held with {confidence} confidence but rests on {basis}.",
    why: "One voice can be wrong or can deceive, and nothing else would show it.",
    remedy: "Add a source of another origin, or lower the confidence and say that there is only one.",
  },
  standard: "ICD 203, tradecraft standard 1: quality and credibility of sources; Admiralty code, credibility 1 needs independent sources",
  *check({ judgements }, { names }) {
    for (const judgement of judgements.filter(isSure)) {
      const sources = sourcesBehind(judgement, names);
      const [origin, ...others] = originsOf(sources, names);
      if (origin === undefined || others.length > 0) continue;
      const keys = new Set(sources.map(({ key }) => key));
      const basis = keys.size === 1 ? `one source, ${[...keys].join()}` : `${keys.size} sources of one origin, ${origin}`;
      yield { span: judgement.text.span, values: { id: nameOf(judgement), confidence: judgement.confidence?.level ?? "", basis } };
    }
  },
};

const weakSources: Rule<KeyFindings> = {
  name: "rests-on-weak-sources",
  severity: "warning",
  message: {
    what: "Everything that the judgement {id} cites is graded unreliable, improbable or impossible to judge.",
    why: "What nobody vouches for cannot carry a judgement.",
    remedy: "Find a better source, or hold the judgement with low confidence and say why it is made all the same.",
  },
  standard: "AJP-2.1, Admiralty code (E, F, 5, 6); ICD 203, tradecraft standard 1",
  *check({ judgements }, { names }) {
    for (const judgement of judgements) {
      const cited = citedBy(judgement, names);
      const weak = cited.length > 0 && cited.every((support) => isWeak(support, names));
      if (weak && judgement.confidence?.level !== "low") yield { span: judgement.text.span, values: { id: nameOf(judgement) } };
    }
  },
};

const noBasis: Rule<KeyFindings> = {
  name: "confidence-without-basis",
  severity: "warning",
  message: {
    what: "The judgement {id} is held with {confidence} confidence, but names neither a source nor anything it rests on.",
    why: "Confidence speaks of the basis of a judgement; without a basis it is a feeling.",
    remedy: "Cite the sources, name what the judgement rests on, or lower the confidence.",
  },
  standard: "ICD 203, D.6.e(2) and tradecraft standard 2: the basis of uncertainties is explained",
  *check({ judgements }, { names }) {
    for (const judgement of judgements) {
      const { confidence } = judgement;
      if (confidence && isSure(judgement) && !hasBasis(judgement, names)) yield { span: confidence.span, values: { id: nameOf(judgement), confidence: confidence.level } };
    }
  },
};

const hasBasis = (judgement: Judgement, names: Scene["names"]): boolean => citedBy(judgement, names).length > 0 || groundsOf(judgement, names).length > 0;

const nothingRests: Rule<KeyFindings> = {
  name: "nothing-rests",
  severity: "info",
  message: {
    what: "The judgement {id} cites sources but names no assumption, indicator or test that it rests on.",
    why: "When an assumption falls or an indicator is crossed, nobody will know that this judgement must be looked at again.",
    remedy: "Add `it rests on A1, I2` with the ids of what would change it.",
  },
  standard: "ICD 203, tradecraft standards 2 and 3: dependence on assumptions, and indicators that would alter the judgement",
  *check({ judgements }, { names }) {
    for (const judgement of judgements) {
      if (citedBy(judgement, names).length > 0 && groundsOf(judgement, names).length === 0) yield { span: judgement.text.span, values: { id: nameOf(judgement) } };
    }
  },
};

export const evidenceRules = [uncited, singleSource, weakSources, noBasis, nothingRests];
