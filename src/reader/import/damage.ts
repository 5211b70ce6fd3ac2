/** A place of the report where something was lost on the way to us. */
export interface Damage {
  /** The line of the input. */
  readonly line: number;
  readonly kind: DamageKind;
  /** The damaged words as they stand. */
  readonly text: string;
  readonly what: string;
}

export type DamageKind =
  | "cut-sentence"
  | "lost-number"
  | "lost-currency"
  | "lost-label"
  | "empty-bullet"
  | "source-without-title"
  | "stray-punctuation"
  | "broken-encoding"
  | "unclosed-bracket";

/** Damage in a passage, by offsets in its text. */
export interface DamagedPlace {
  readonly kind: DamageKind;
  readonly from: number;
  readonly to: number;
  readonly what: string;
}

/** What a passage is, as far as it tells which words may be missing. */
export interface PassageNature {
  readonly kind: "paragraph" | "item" | "cell" | "heading";
  /** True for an item of the list of sources. */
  readonly source: boolean;
  /** The words around it: the other lines of the passage, the other cells of the row. */
  readonly context: string;
}

/** Every damaged place of a passage, in the order of its text. */
export const damageIn = (text: string, nature: PassageNature): readonly DamagedPlace[] =>
  detectors.flatMap((detect) => detect(text, nature)).toSorted((a, b) => a.to - b.to || a.from - b.from);

type Detector = (text: string, nature: PassageNature) => readonly DamagedPlace[];

const openEnding = /\b(?:that|the|an?|of|to|and|or|by|with|for|in|on|at|from|which|who|whose|is|are|was|were|be|has|have|had|its|their|this|these|as|than|because|but|if|into|between|about)$/iu;
/** Words that cannot end even a note in a cell. */
const openCell = /\b(?:the|an?|of|and|or|whose)$/iu;
/** Where a sentence ends and the next begins: the mark, what closes behind it, white space, a capital. */
export const sentenceEnd = /(?<=[.!?…][)\]"”’»]*)\s+(?=["“‘(]?\p{Uppercase_Letter})/gu;

/** What a scenario is called at the beginning of its line or sentence; such a label ends without a stop. */
const scenarioLabel = /^(?:Scenario|Outcome|Pathway|Option)\s+[\p{Uppercase_Letter}\d]{1,3}\b(?!\s+\p{Lowercase_Letter})/u;
const broken = /[\uFFFD\u0000]+|â€[\u0080-\u2122]?|Ã[\u0080-\u00BF]|Â(?=[\u00A0-\u00BF])/gu;

const cutSentence: Detector = (text, { kind }) => {
  const end = text.trimEnd().length;
  const whole = text.slice(0, end);
  if (kind === "heading" || whole === "" || /[.!?…:;)\]"”’»|]$/u.test(whole)) return [];
  const starts = Array.from(whole.matchAll(sentenceEnd), (match) => match.index + match[0].length);
  const from = starts.at(-1) ?? 0;
  const hangs = (kind === "cell" ? openCell : openEnding).test(whole) && whole.slice(from).trim().includes(" ");
  const last = whole.slice(from);
  const unlikeTheOthers = kind !== "cell" && starts.length > 0 && last.split(/\s+/u).length > 2 && !scenarioLabel.test(last) && !last.match(broken);
  return hangs || unlikeTheOthers ? [{ kind: "cut-sentence", from, to: end, what: "The sentence breaks off; its end is lost." }] : [];
};

const magnitude = /(?<=(\p{Letter}+)[ \u00A0])(?:hundred|thousand|million|billion|trillion)\b(?!-)/gu;
const quantifiers = /^(?:an?|the|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|half|quarter|several|few|many|some|per|each|every|dozen|couple|multi|of)$/iu;

const lostNumber: Detector = (text) =>
  Array.from(text.matchAll(magnitude)).flatMap((match) => {
    const before = match[1] ?? "";
    if (quantifiers.test(before)) return [];
    return [{ kind: "lost-number" as const, from: match.index - before.length - 1, to: match.index + match[0].length, what: `The figure before "${match[0]}" is lost.` }];
  });

const bareAmount = /(?<![\p{Currency_Symbol}\d.,])(?<!\b(?:USD|EUR|GBP|JPY|CHF|US)\s?)\b\d+(?:\.\d+)?[ \u00A0](?:million|billion|trillion)\b(?![ \u00A0-](?:dollars?|euros?|pounds?|yen|francs?|USD|EUR|people|persons|tons?|tonnes?|doses|years?|hectares?|square|kilomet\p{Letter}+|barrels?|users?|children|women|votes?|US\b))/gu;
const money = /\b(?:budget\p{Letter}*|request\p{Letter}*|spen[dt]\p{Letter}*|cost\p{Letter}*|fund\p{Letter}*|receiv\p{Letter}*|allocat\p{Letter}*|invest\p{Letter}*|appropriat\p{Letter}*|price\p{Letter}*|pa(?:y|id)\b|procure\p{Letter}*)/iu;

const currency = /\p{Currency_Symbol}|\b(?:dollars?|euros?|pounds?|yen|francs?|USD|EUR|GBP)\b/iu;

const lostCurrency: Detector = (text, { context }) =>
  money.test(text) && !currency.test(context)
    ? Array.from(text.matchAll(bareAmount), (match) => ({
        kind: "lost-currency" as const,
        from: match.index,
        to: match.index + match[0].length,
        what: `"${match[0]}" has no currency; its sign, and perhaps digits beside it, are lost.`,
      }))
    : [];

const lostLabel: Detector = (text) => {
  const match = /^\s*(?:\([^)]*\)\s*\/|[/:;,)])\s*\S/u.exec(text);
  return match && !/^\s*:[-:]/u.test(text) ? [{ kind: "lost-label", from: 0, to: text.trimEnd().length, what: "The line begins in the middle; the words before it are lost." }] : [];
};

const strayPunctuation: Detector = (text) =>
  Array.from(text.matchAll(/(?<=\S)(?:[?!],|,\.(?!\.)|,,|;;|;,|\.,(?!\w)(?<!\b(?:etc|al|e\.g|i\.e|U\.S|Inc|Ltd|Co|[A-Z])\.,))/gu), (match) => ({
    kind: "stray-punctuation" as const,
    from: match.index,
    to: match.index + match[0].length,
    what: `"${match[0]}" is left from a sentence that was changed.`,
  }));

const brokenEncoding: Detector = (text) =>
  Array.from(text.matchAll(broken), (match) => ({
    kind: "broken-encoding" as const,
    from: match.index,
    to: match.index + match[0].length,
    what: "A character was lost when the text changed its encoding.",
  }));

const unclosedBracket: Detector = (text, { kind }) => {
  const opened = text.split("(").length - 1;
  const closed = text.split(")").length - 1;
  const from = text.lastIndexOf("(");
  return kind !== "cell" && opened > closed ? [{ kind: "unclosed-bracket", from, to: text.trimEnd().length, what: "A bracket is opened and never closed." }] : [];
};

const sourceWithoutTitle: Detector = (text, { source }) =>
  source && /^\s*(?:S\d+:\s*)?[([]?(?:[A-F][1-6]?|[1-6]|ungraded|not graded|n\/a)[)\]]?\.?\s*$/iu.test(text)
    ? [{ kind: "source-without-title", from: 0, to: text.trimEnd().length, what: "Of this source only the grade is left; title, publisher, date and address are lost." }]
    : [];

const detectors: readonly Detector[] = [cutSentence, lostNumber, lostCurrency, lostLabel, strayPunctuation, brokenEncoding, unclosedBracket, sourceWithoutTitle];
