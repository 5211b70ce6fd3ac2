/** Markup and characters that readers of Markdown trip over. */
const hostile: readonly string[] = [
  "#", "## ", "\n", "\n\n", "\r", "\r\n", "\t", " ", "    ", "\0", "\u00A0", "\uFEFF", "\uD800", "\uDC00", "😀", "３５％", "“", "”", "’", "–", "\u0301", "\u202E", "。",
  "- ", "* ", "+ ", "1. ", "3) ", "- [ ] ", "> ", ">>", "```", "~~~", "---", "***", "===", "|", "\\|", "|---|\n", "| a | b |\n", ":-:",
  "*", "**", "_", "__", "~~", "`", "``", "\\", "[", "]", "![", "](", ")", "(", "<", ">", "</", "<!--", "-->", "<br>", "<div>", "<a href='", "&amp;", "&#0;",
  "@", "[@", "[@a1, p. 3]", "[@a; see @b, p. 2]{B2}", "{B2}", "{G9}", "{#A1 .x k=v}", "{.residual}", "{", "}", "[S1]", "[^1]", "[x]: /y 'z'\n", "https://example.org/a_b?c=d",
  "---\ntitle: x\n---\n", "as-of: 2027-02-30\n", "yardstick: [", "A1: ", "K1:", "50%", "60-75 %", "likely", "e.g.", "No. 5", "…", "!",
];

type Random = (below: number) => number;

/** A small generator of whole numbers (mulberry32); the same seed gives the same row. */
function randomFrom(seed: number): Random {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Mutation = (text: string, random: Random) => string;

const splice = (text: string, from: number, to: number, put: string): string => text.slice(0, from) + put + text.slice(to);

const mutations: readonly Mutation[] = [
  (text, random) => splice(text, random(text.length + 1), text.length, ""),
  (text, random) => text.slice(random(text.length + 1)),
  (text, random) => insert(text, random(text.length + 1), hostile[random(hostile.length)] ?? ""),
  (text, random) => insert(text, random(text.length + 1), (hostile[random(hostile.length)] ?? "").repeat(1 + random(60))),
  (text, random) => insert(text, lineStart(text, random(text.length + 1)), hostile[random(hostile.length)] ?? ""),
  (text, random) => removed(text, random(text.length + 1), random(40)),
  (text, random) => removed(text, random(text.length + 1), 1),
  (text, random) => doubled(text, random(text.length + 1), random(200)),
  (text, random) => moved(text, { from: random(text.length + 1), length: random(120), to: random(text.length + 1) }),
  (text, random) => text.replaceAll("\n", ["\r\n", "\r", "\n\n", "\n> ", "\n  ", " "][random(6)] ?? "\n"),
];

const insert = (text: string, at: number, put: string): string => splice(text, at, at, put);
const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
const removed = (text: string, from: number, length: number): string => splice(text, from, from + length, "");
const doubled = (text: string, from: number, length: number): string => insert(text, from, text.slice(from, from + length));

function moved(text: string, { from, length, to }: { readonly from: number; readonly length: number; readonly to: number }): string {
  const piece = text.slice(from, from + length);
  return insert(removed(text, from, length), Math.min(to, text.length - piece.length), piece);
}

/**
 * A row of damaged documents: each is the base, or the one before, with one to four mutations (cut, doubled, moved,
 * hostile markup put in). The same seed gives the same row; none is longer than three times the base and 1,000.
 */
export function* fuzzDocuments(seed: number, count: number, base: string): Generator<string, void, undefined> {
  const random = randomFrom(seed);
  let text = base;
  for (let number = 0; number < count; number++) {
    if (random(3) === 0 || text.length > base.length * 3 + 1000 || text.length < base.length / 8) text = base;
    for (let left = 1 + random(4); left > 0; left--) text = mutations[random(mutations.length)]?.(text, random) ?? text;
    yield text;
  }
}
