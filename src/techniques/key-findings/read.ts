import { citedSources, distinct, identify, idsBehind, idsInCell, mentionedIds, type Identified } from "#core/read-ids";
import { headingSpan, linesIn, linesOf, paragraphsIn } from "#core/read-lines";
import { entriesOf, hasColumn, tablesIn, type Entry } from "#core/read-table";
import type { Found, Reading } from "#core/technique";
import { confidenceIn, type ConfidenceLevel } from "#model/confidence";
import type { Likelihood } from "#model/likelihood";
import type { Declaration, Reference } from "#model/names";
import type { Item, Prose, Section } from "#model/outline";
import { isBlank, plain } from "#model/prose";
import { likelihoodPairsIn, likelihoodsIn, readLikelihood } from "#model/read-likelihood";
import { sentencesIn } from "#model/sentences";
import type { Yardstick } from "#model/yardstick";
import type { Judgement, KeyFindings } from "./schema.ts";

/** The columns of a table of judgements, with the names they go by. */
export const columns = {
  id: ["ID", "No", "Nr", "#"],
  text: ["Judgement", "Judgment", "Key judgement", "Key judgment", "Key finding", "Finding", "Assessment", "Conclusion"],
  likelihood: ["Likelihood", "Probability", "How likely", "Chance"],
  confidence: ["Confidence", "Analytic confidence", "Analytical confidence", "Confidence level"],
  rests: ["Rests on", "Depends on", "Assumptions", "Basis", "Based on", "Supported by"],
  sources: ["Sources", "Source", "Evidence", "Citations"],
} as const;
type Column = keyof typeof columns;

/** A judgement as it was found: its words, and the lines, sentences or cells that belong to it. */
interface Draft extends Identified {
  readonly more: readonly Prose[];
  readonly cells?: Entry<Column>["cells"];
}

/**
 * One judgement per list item, per row of a table with a column `Judgement`, per subsection headed `K1: ...` or, where
 * there is none of these, per sentence of the paragraphs.
 */
export function read({ sections, document }: Found<"key-findings">): Reading<KeyFindings> {
  const found = sections["key-findings"];
  const listed = found.flatMap(draftsIn);
  const drafts = listed.length > 0 ? listed : paragraphsIn(found).flatMap(draftsOfParagraph);
  const judgements = distinct(drafts).map((draft) => readDraft(draft, document.yardstick));
  return {
    part: { judgements, remarks: listed.length > 0 ? remarksIn(found) : [], heading: headingSpan(found) },
    declares: judgements.map(declarationOf),
    refers: judgements.flatMap(({ names }) => names),
  };
}

function declarationOf({ id, text, likelihoods, confidence }: Judgement): Declaration {
  const stated = likelihoods[0]?.written;
  const facts = { ...(stated !== undefined && { likelihood: stated }), ...(confidence && { confidence: confidence.level }) };
  return { id, kind: "judgement", title: plain(text), span: text.span, facts };
}

/** A subsection that is one judgement: its heading carries an id. */
function headedJudgement(section: Section): Draft | undefined {
  if (section.level === 0) return undefined;
  const identified = identify("judgement", section.heading);
  return identified.written && !isBlank(identified.text) ? { ...identified, more: linesIn([section]) } : undefined;
}

function draftsIn(section: Section): readonly Draft[] {
  const headed = headedJudgement(section);
  if (headed) return [headed];
  const rows = tablesIn([section]).filter((table) => hasColumn(table, columns.text)).flatMap((table) => entriesOf<Column>(table, columns));
  const items = section.passages.flatMap((passage) => (passage.kind === "list" ? passage.items : []));
  return [...rows.flatMap(draftOfRow), ...items.filter(({ prose }) => !isBlank(prose)).map(draftOfItem)];
}

const draftOfRow = ({ row, cells }: Entry<Column>): readonly Draft[] =>
  cells.text ? [{ ...identify("judgement", cells.text, cells.id, row.attributes), more: [], cells }] : [];

const draftOfItem = ({ prose, passages }: Item): Draft => ({ ...identify("judgement", prose), more: passages.flatMap(linesOf) });

const remarksIn = (found: readonly Section[]): readonly Prose[] => paragraphsIn(found.filter((section) => !headedJudgement(section)));

/** The sentences of a paragraph; one that only states the confidence or the basis belongs to the judgement before it. */
function draftsOfParagraph(paragraph: Prose): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of sentencesIn(paragraph)) {
    const last = drafts.at(-1);
    if (last && isAbout(sentence)) drafts[drafts.length - 1] = { ...last, more: [...last.more, sentence] };
    else if (!isBlank(sentence)) drafts.push({ ...identify("judgement", sentence), more: [] });
  }
  return drafts;
}

const label = /^\s*(?:confidence(?: level)?|analytic(?:al)? confidence|likelihood|probability|sources?|evidence|basis|rests on|based on|grade)\s*:/iu;
const basis = /^\s*(?:it|this|they|(?:the|this|our) (?:judgement|judgment|assessment|finding))\s+(?:rests|depends|relies|is based)\b/iu;
const ownConfidence = /^\s*(?:we (?:have|hold|place|make|attach)|(?:our|the|analytic|analytical|overall)\b)[^.]{0,60}\bconfidence\s*(?:$|[.,;:]|(?:in|because|as|since|is|level|rating)\b)/iu;

/** True for `Confidence: high`, `It rests on A1`, `We have moderate confidence in this judgement`. */
const isAbout = ({ masked }: Prose): boolean => [label, basis, ownConfidence].some((pattern) => pattern.test(masked.slice(0, 400)));

const resting = ["rests on", "rest on", "resting on", "based on", "depends on", "relies on", "follows from", "hinges on", "supported by", "assumes", "assuming"];

function readDraft({ id, text, more, cells = {} }: Draft, yardstick: Yardstick): Judgement {
  const { likelihood, confidence, rests, sources } = cells;
  const own = [text, ...more];
  const cell = likelihood && readLikelihood(likelihood, yardstick);
  const level = confidence ? confidenceOfCell(confidence) : own.flatMap(confidenceIn)[0];
  return {
    id,
    text,
    more: [...more, ...[sources, rests].filter((cell) => cell !== undefined)],
    likelihoods: [...(cell ? [cell] : []), ...own.flatMap((prose) => likelihoodsOf(prose, yardstick))],
    ...(cell && { cell }),
    ...(level && { confidence: level }),
    names: [...own.flatMap((prose) => namesIn(prose, id)), ...(sources ? namesIn(sources, id) : []), ...(rests ? [...citedSources(rests, id), ...idsInCell(rests, [], id)] : [])],
  };
}

const levels: Readonly<Record<string, ConfidenceLevel>> = { high: "high", moderate: "moderate", medium: "moderate", low: "low" };

/** A cell says `moderate` or `moderate confidence`. */
function confidenceOfCell(cell: Prose): Judgement["confidence"] {
  const level = levels[plain(cell).toLowerCase()];
  return level ? { level, written: plain(cell), span: cell.span } : confidenceIn(cell)[0];
}

/**
 * The likelihoods a text states, in order. A bare share such as `12%` may be anything and is left out; of a term with a
 * number beside it, `likely (65%)`, the number counts and the word is kept.
 */
function likelihoodsOf(prose: Prose, yardstick: Yardstick): readonly Likelihood[] {
  const mentions = likelihoodsIn(prose, yardstick);
  const pairs = mentions.some(({ kind }) => kind === "number") ? likelihoodPairsIn(prose, yardstick) : [];
  const numbers = new Map(pairs.map(({ word, number }) => [word.span.from, number]));
  const paired = new Set(pairs.map(({ number }) => number.span.from));
  return mentions
    .filter((mention) => !paired.has(mention.span.from) && (mention.kind === "word" || mention.asLikelihood))
    .map((mention) => bare({ ...mention, ...numbers.get(mention.span.from), ...(mention.word !== undefined && { word: mention.word }) }));
}

const bare = ({ point, low, high, written, word, span }: Likelihood): Likelihood => ({ point, low, high, written, span, ...(word !== undefined && { word }) });

/** What a text cites, says it rests on, and names in passing; each place once. */
function namesIn(prose: Prose, id: string): readonly Reference[] {
  const firm = [...citedSources(prose, id), ...idsBehind(prose, resting, [], id)];
  const places = new Set(firm.map(({ span }) => span.from));
  return [...firm, ...mentionedIds(prose, id).filter(({ span }) => !places.has(span.from))];
}
