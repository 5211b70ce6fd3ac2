import type { Prose } from "#model/outline";
import { slice } from "#model/prose";

/** Stand before a name: never the end of a sentence. */
const titles = words("mr mrs ms messrs dr prof amb gen lt col capt cdr adm maj sgt gov sen rep hon rev st mt pres min sec-gen");
/** Stand before a number: no end of a sentence where a number or a Roman numeral follows. */
const counted = words("no nos art arts p pp para paras sec secs ch chap vol vols fig figs eq reg ann app doc res fn n l ll col cols pt pts item rev add corr jan feb mar apr jun jul aug sep sept oct nov dec ca approx");
/** Never the end of a sentence. */
const never = words("e.g i.e cf viz vs v incl esp resp ibid op a.k.a");
/** End a sentence only where a word follows with which sentences begin. */
const seldom = words("al approx dept est ext inc ltd co corp bros assn univ intl govt natl u.s u.k u.n e.u d.c a.m p.m b.c a.d ph.d jr sr no sec art ca");
const openers = words(
  "the a an this that these those it its he she they we you i his her their our there here if when while as at in on for from by to with without of and but or nor so yet however although though because since after before until unless both some most many much few no not none all any each every such what who which why how where one two three another other first second third finally meanwhile moreover furthermore therefore thus hence nevertheless nonetheless instead also even only still then now today under over between among during despite given according",
);

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/**
 * The sentences of a run of text, in order, each with its own span. Every character but the white space between them
 * belongs to exactly one; a citation behind a full stop goes with the sentence before it.
 */
export function sentencesIn(prose: Prose): readonly Prose[] {
  const cuts = [...cutsIn(prose), prose.source.length];
  let citation = 0;
  return cuts.flatMap((to, number) => {
    const first = citation;
    while ((prose.citations[citation]?.span.to ?? Infinity) <= prose.span.from + to) citation++;
    const sentence = slice({ ...prose, citations: prose.citations.slice(first, citation) }, cuts[number - 1] ?? 0, to);
    return sentence.source === "" ? [] : [sentence];
  });
}

const terminator = /[.!?…。！？]/gu;

/** The offsets at which a sentence ends and the next begins. */
function cutsIn(prose: Prose): readonly number[] {
  const { masked } = prose;
  const cuts: number[] = [];
  const cutBetween = cutter(prose);
  terminator.lastIndex = 0;
  let start = 0;
  for (let match = terminator.exec(masked); match; match = terminator.exec(masked)) {
    const behind = runEnd(masked, match.index);
    terminator.lastIndex = behind;
    const next = nextWord(masked, behind);
    if (next >= masked.length) break;
    if (!endsSentence(masked, { start, at: match.index, behind, next })) continue;
    start = cutBetween(behind, next);
    cuts.push(start);
  }
  return cuts;
}

/** Where a run of terminators, with the quotes and brackets that close behind it, ends. */
function runEnd(text: string, at: number): number {
  let behind = at + 1;
  while (".!?…。！？".includes(text.charAt(behind) || " ")) behind++;
  while ("\"'”’»)]」』）".includes(text.charAt(behind) || " ")) behind++;
  return behind;
}

function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text.charAt(at))) at++;
  return at;
}

interface Candidate {
  /** Where the sentence in hand begins. */
  readonly start: number;
  readonly at: number;
  readonly behind: number;
  readonly next: number;
}

function endsSentence(text: string, { start, at, behind, next }: Candidate): boolean {
  const mark = text.charAt(at);
  if ("。！？".includes(mark)) return true;
  if (next === behind) return false;
  const follower = /^["'“‘«([]*([\p{Letter}\p{Number}]?[\p{Letter}\p{Number}'’-]{0,40})/u.exec(text.slice(next, next + 50))?.[1] ?? "";
  if (/^\p{Lowercase_Letter}/u.test(follower)) return false;
  if (mark === "!" || mark === "?") return true;
  if (mark === "…" || text.charAt(at + 1) === ".") return /^\p{Uppercase_Letter}/u.test(follower);
  const word = wordBefore(text, Math.max(start, at - 40), at);
  if (/^\p{Number}{1,3}$/u.test(word) && text.slice(start, at).trim() === word) return false;
  if (/^\p{Uppercase_Letter}$/u.test(word) && isLabel(text, at, next)) return true;
  return fullStopEnds(word, follower);
}

const labelled = /(?:scenario|option|variant|annex|appendix|part|plan|group|type|class|case|category|table|figure|hypothesis|state|actor|party|clause)s?\s+(?:\p{Uppercase_Letter}(?:,| and| or| to)\s+)*$/iu;

/** A single letter is a label (`scenario B.`) and no initial where a word says so, or where `Confidence:` follows. */
const isLabel = (text: string, at: number, next: number): boolean =>
  labelled.test(text.slice(Math.max(0, at - 41), at - 1)) || /^\p{Letter}+:/u.test(text.slice(next, next + 40));

/** The word in front of a full stop, with the full stops inside it: `e.g`, `U.S`, `2027`. */
const wordBefore = (text: string, from: number, at: number): string => /[\p{Letter}\p{Number}.-]*$/u.exec(text.slice(from, at))?.[0] ?? "";

function fullStopEnds(word: string, follower: string): boolean {
  const key = word.toLowerCase();
  if (titles.has(key) || never.has(key)) return false;
  if (counted.has(key) && /^(?:\p{Number}|[IVXLC]+$)/u.test(follower)) return false;
  const initial = /^(?:\p{Uppercase_Letter}|(?:\p{Letter}\.)+\p{Letter})$/u.test(word);
  return !initial && !seldom.has(key) ? true : openers.has(follower.toLowerCase());
}

/**
 * Where to cut between a full stop and the next word, asked from left to right: markup that touches the next word
 * (`**`, `[`) goes with it, the rest (a citation, closing marks) with the sentence before.
 */
function cutter({ source, span, citations }: Prose): (behind: number, next: number) => number {
  let passed = 0;
  return (behind, next) => {
    while ((citations[passed]?.span.from ?? Infinity) < span.from + next) passed++;
    const cited = citations[passed - 1];
    const afterCitation = cited ? (cited.grade?.span.to ?? cited.span.to) - span.from : 0;
    let afterSpace = next;
    while (afterSpace > behind && /\S/u.test(source.charAt(afterSpace - 1))) afterSpace--;
    return Math.max(afterSpace, afterCitation);
  };
}
