/** A run of `*`, `_` or `~` that may open or close emphasis; what is left of it is between `from` and `to`. */
export interface Delimiter {
  readonly mark: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  from: number;
  to: number;
  previous: Delimiter | undefined;
  next: Delimiter | undefined;
}

/** The run of marks that begins at an offset, judged by the characters around it as CommonMark has it. */
export function delimiterAt(text: string, at: number): Delimiter {
  const mark = text.charAt(at);
  let to = at + 1;
  while (to < text.length && text.charAt(to) === mark) to++;
  const before = kindBefore(text, at);
  const after = to >= text.length ? "space" : kindOf(text.codePointAt(to) ?? 32);
  const left = after !== "space" && (after === "word" || before !== "word");
  const right = before !== "space" && (before === "word" || after !== "word");
  const opens = left && (mark !== "_" || !right || before === "punctuation");
  const closes = right && (mark !== "_" || !left || after === "punctuation");
  return { mark, length: to - at, opens, closes, from: at, to, previous: undefined, next: undefined };
}

type Kind = "space" | "punctuation" | "word";

const kindOf = (code: number): Kind => {
  if (code > 127) return /\s/u.test(String.fromCodePoint(code)) ? "space" : /[\p{P}\p{S}]/u.test(String.fromCodePoint(code)) ? "punctuation" : "word";
  if (code <= 32) return "space";
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) ? "word" : "punctuation";
};

function kindBefore(text: string, at: number): Kind {
  if (at === 0) return "space";
  const unit = text.charCodeAt(at - 1);
  return kindOf(unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? (text.codePointAt(at - 2) ?? unit) : unit);
}

/**
 * Pairs the delimiters behind `bottom`, and calls `blank` with each stretch of marks that is markup.
 * The algorithm is that of the CommonMark specification ("process emphasis"), which is linear.
 */
export function pairDelimiters(last: Delimiter | undefined, bottom: Delimiter | undefined, blank: (from: number, to: number) => void): void {
  const floors = new Map<string, Delimiter | undefined>();
  let closer = firstBehind(last, bottom);
  while (closer) {
    if (!closer.closes) {
      closer = closer.next;
      continue;
    }
    const family = familyOf(closer);
    const opener = findOpener(closer, floors.has(family) ? floors.get(family) : bottom, bottom);
    if (opener) closer = pair(opener, closer, blank);
    else {
      floors.set(family, closer.previous);
      if (!closer.opens) unlink(closer);
      closer = closer.next;
    }
  }
}

const familyOf = ({ mark, opens, length }: Delimiter): string => (mark === "~" ? `~${length}` : `${mark}${opens}${length % 3}`);

function firstBehind(last: Delimiter | undefined, bottom: Delimiter | undefined): Delimiter | undefined {
  let first: Delimiter | undefined;
  for (let delimiter = last; delimiter && delimiter !== bottom; delimiter = delimiter.previous) first = delimiter;
  return first;
}

function findOpener(closer: Delimiter, floor: Delimiter | undefined, bottom: Delimiter | undefined): Delimiter | undefined {
  for (let opener = closer.previous; opener && opener !== floor && opener !== bottom; opener = opener.previous) {
    if (opener.opens && opener.mark === closer.mark && fits(opener, closer)) return opener;
  }
  return undefined;
}

/** Strikethrough needs runs of the same length; of the others, runs that both open and close obey the rule of three. */
function fits(opener: Delimiter, closer: Delimiter): boolean {
  if (opener.mark === "~") return opener.length === closer.length;
  const both = opener.closes || closer.opens;
  return !both || (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

/** Takes the marks of one pair; answers the delimiter to go on with. */
function pair(opener: Delimiter, closer: Delimiter, blank: (from: number, to: number) => void): Delimiter | undefined {
  const size = opener.mark === "~" ? opener.length : Math.min(2, opener.to - opener.from, closer.to - closer.from);
  blank(opener.to - size, opener.to);
  blank(closer.from, closer.from + size);
  opener.to -= size;
  closer.from += size;
  opener.next = closer;
  closer.previous = opener;
  if (opener.from === opener.to) unlink(opener);
  if (closer.from < closer.to) return closer;
  unlink(closer);
  return closer.next;
}

function unlink({ previous, next }: Delimiter): void {
  if (previous) previous.next = next;
  if (next) next.previous = previous;
}
