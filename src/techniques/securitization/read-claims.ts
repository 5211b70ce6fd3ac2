import type { Prose } from "#model/outline";
import { sentencesIn } from "#model/sentences";

const between = String.raw`[^.;:]{0,60}?`;
const claimForms: readonly RegExp[] = [
  new RegExp(String.raw`\bsecuriti[sz](?:ation|ing move|ing)\b${between}\b(?:has|have|had|was|were|is|are|stands?)\b[^.;:]{0,30}?\b(?:succeeded|successful|accepted|complete|completed|achieved|established)\b`, "iu"),
  /\bsecuriti[sz](?:ation|ing move) (?:has )?succe(?:eded|eds|ssful)/iu,
  /\bsuccessful(?:ly)? securiti[sz]/iu,
  /\bsecuriti[sz]ed successfully\b/iu,
  /\b(?:has|have|had) (?:already )?(?:achieved|gained|won|secured|found|obtained) (?:\p{Letter}+ ){0,3}(?:acceptance|assent)\b/iu,
  /\b(?:has|have) been accepted by\b/iu,
  new RegExp(String.raw`\baudiences?\b${between}\b(?:has|have) (?:now |already |broadly |largely )?accepted\b`, "iu"),
];
const doubt = /\b(?:not|no|none|never|nor|neither|without|fail(?:s|ed)?|hardly|unless|whether|if|would|could|may|might|until|yet to)\b/iu;

/** True for a sentence that says, without a doubt in it, that the audience accepted or the securitization succeeded. */
export function claimsSuccess(sentence: Prose): boolean {
  const words = sentence.masked.replace(/\s+/gu, " ");
  return words.split(/[;:]/u).some((clause) => claimForms.some((form) => form.test(clause)) && !doubt.test(clause));
}

/** The sentences of the texts that claim success. */
export const claimsIn = (texts: readonly Prose[]): Prose[] => texts.flatMap((text) => (mayClaim.test(text.masked) ? sentencesIn(text).filter(claimsSuccess) : []));

const mayClaim = /securiti|accept|assent/iu;

/** True where the text says itself that it stays a move. */
export const callsMove = (texts: readonly Prose[]): boolean => texts.some(({ masked }) => /\b(?:is|remains|stays|as|only|merely|still)\s+(?:only\s+|merely\s+|still\s+)?an?\s+securiti[sz]ing\s+move\b/iu.test(masked));

/** True for a text that begins by saying there is none: `none yet`, `not given`, `the audience has not accepted`. */
export const denies = ({ masked }: Prose): boolean => /^\s*(?:none|no|not|nobody|so far (?:none|not)|the [\p{Letter} ]{0,40} (?:has|have) not|rejected|refused|withheld)\b/iu.test(masked);
