import type { Element } from "#core/read-elements";
import { headingKey } from "#model/heading";
import type { Prose } from "#model/outline";
import { place } from "#model/prose";
import { sentencesIn } from "#model/sentences";
import type { Stage, StatedStage } from "./schema.ts";

const words: readonly (readonly [RegExp, Stage])[] = [
  [/^emerg/iu, "emergence"],
  [/^cascad/iu, "cascade"],
  [/^internal/iu, "internalization"],
];
const anyStage = /\b(?:emergence|emerging|emergent|cascade|cascades|cascading|internali[sz]ation|internali[sz]ed|internali[sz]ing)\b/giu;
/** Before a stage: it is not reached, or left behind. */
const elsewhere = /\b(?:not(?: yet)?|blocked from|before|beyond|past|yet to|towards?|short of|from|no|until|reach|rather than|nor|without|left|after)\s+(?:(?:the|a|an|in|at|its|any|reach|reached|enter|entered)\s+){0,3}$/iu;
const reason = /\b(?:although|though|because|despite|since|however|in spite of|critical states?|but|even if|whereas|while)\b/iu;

/** The stages that a stage element states: the first it names, and every further one that it calls a stage. */
export function statedStages(element: Element): readonly StatedStage[] {
  const qualifier = headingKey(/\(([^)]*)\)/u.exec(element.label)?.[1] ?? "").replace(fillers, "");
  const explained = element.texts.some(({ masked }) => reason.test(masked));
  const found = element.texts.flatMap((text) => sentencesIn(text).flatMap((sentence) => stagesIn(sentence)));
  return found.filter(({ named }, at) => at === 0 || named).map(({ stage, norm, span }) => ({ stage, norm: norm || qualifier, span, explained }));
}

interface Mention {
  readonly stage: Stage;
  readonly norm: string;
  readonly span: StatedStage["span"];
  /** True for `the cascade stage`, `CASCADE (for the wider norm)`. */
  readonly named: boolean;
}

function stagesIn(sentence: Prose): readonly Mention[] {
  const text = sentence.masked;
  return Array.from(text.matchAll(anyStage)).flatMap((match) => {
    const [word] = match;
    const stage = words.find(([pattern]) => pattern.test(word))?.[1];
    const before = text.slice(Math.max(0, match.index - 60), match.index);
    if (!stage || elsewhere.test(before)) return [];
    const behind = text.slice(match.index + word.length, match.index + word.length + 160);
    const bracket = /^(?:\s+stage)?\s*\((?:for|of|on)\s([^)]*)\)/iu.exec(behind)?.[1];
    const named = bracket !== undefined || /^\s+stage\b/iu.test(behind) || /\bstage (?:of|is|:)\s*(?:the\s)?$/iu.test(before);
    const norm = headingKey(bracket ?? subjectOf(text.slice(Math.max(0, match.index - subjectReach), match.index))).replace(fillers, "");
    return [{ stage, norm, span: place(sentence, match.index, match.index + word.length), named }];
  });
}

/** The subject of a sentence stands no farther before its stage. */
const subjectReach = 400;

const fillers = /^(?:(?:the|a|an|for|of|broader|wider|specific|general|norm)\s)+/u;

/** `the norm of human control` before `sits`, `is`, `remains`: what the sentence speaks of. */
const subjectOf = (before: string): string => /\bnorm (?:of|against|that|on|for|to)\s(.{3,120}?)\s(?:is|sits|stands|remains|has|lies|stays|was|reached)\b/iu.exec(before)?.[1] ?? "";
