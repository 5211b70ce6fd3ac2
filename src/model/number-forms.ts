import type { Interval } from "#kit/interval";

/** The parts of a match by name, as a pattern with named groups gives them. */
type Parts = Readonly<Record<string, string | undefined>>;

/** A way of writing a probability as a number, on folded text. */
export interface NumberForm {
  readonly source: string;
  /** True where the form is a percentage: it may stand in running text without being a likelihood. */
  readonly percent: boolean;
  /** The interval, or undefined where the numbers make no probability (140 %). */
  read(parts: Parts): Interval | undefined;
}

const decimal = String.raw`(?:\d{1,3}(?:[.,]\d{1,6})?|[.,]\d{1,6})`;
const fraction = String.raw`(?:0?[.,]\d{1,6}|1(?:[.,]0{1,6})?|0)`;
const sign = String.raw`(?:\s?%|\s?per\s?cent\b|\s?pct\b)(?!(?:age)?[\s-]{1,2}points?\b)`;
const about = String.raw`~|about|around|roughly|approximately|approx\.?|circa|ca?\.|some|close to|nearly|almost|just over|just under|from`;
const atLeast = String.raw`>=?|≥|at least|more than|greater than|over|above|no less than|not less than|exceeding`;
const atMost = String.raw`<=?|≤|at most|less than|fewer than|under|below|no more than|not more than|up to`;
const lead = String.raw`(?:(?:${about}|(?<floor>${atLeast})|(?<ceiling>${atMost}))\s{0,3})?`;
const tail = String.raw`(?:\s?(?<floorTail>\+|or (?:more|higher|above))|\s?(?<ceilingTail>or (?:less|lower|below|fewer)))?`;
const asWell = String.raw`(?:\s(?:likely|probable)\b)?`;
const count = String.raw`(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred)`;

const counts: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, twenty: 20, fifty: 50, "a hundred": 100 };

/** Every form, the longer before the shorter that it may begin with. */
export const numberForms: readonly NumberForm[] = [
  { source: String.raw`between\s(?<first>${decimal})(?:${sign})?\sand\s(?<second>${decimal})${sign}${asWell}`, percent: true, read: readPercent },
  { source: String.raw`${lead}(?<first>${decimal})(?:${sign})?\s?(?:-|to)\s?(?<second>${decimal})${sign}${asWell}`, percent: true, read: readPercent },
  { source: String.raw`(?<first>${decimal})(?:${sign})?\s?(?:±|\+/-)\s?(?<margin>${decimal})${sign}${asWell}`, percent: true, read: readMargin },
  { source: String.raw`${lead}(?<first>${decimal})${sign}${tail}${asWell}`, percent: true, read: readPercent },
  { source: String.raw`(?<first>50|fifty)\s?[-/:]\s?(?:50|fifty)`, percent: false, read: () => interval(50, 50) },
  { source: String.raw`(?<first>${count})[\s-](?:in|out of)[\s-](?<second>${count})|(?<up>\d{1,2})/(?<down>\d{1,4})`, percent: false, read: readShare },
  { source: String.raw`(?:odds (?:of|are|at)\s)?(?<first>\d{1,4})\s?(?::|to|-to-|\sto\s)\s?(?<second>\d{1,4})(?:\sodds)?(?:\s(?:(?<against>against)|on|in favou?r))?`, percent: false, read: readOdds },
  { source: String.raw`(?:between\s)?(?<first>${fraction})\s?(?:-|to|and)\s?(?<second>${fraction})`, percent: false, read: readFraction },
  { source: String.raw`${lead}(?<first>${fraction})${tail}`, percent: false, read: readFraction },
];

/** The number of a decimal with point or comma; undefined where the comma groups thousands (`1,000`). */
function decimalValue(written: string | undefined): number | undefined {
  if (written === undefined || /^[1-9]\d{0,2},\d{3}$/u.test(written)) return undefined;
  return Number(written.replace(",", "."));
}

function readPercent(parts: Parts): Interval | undefined {
  const first = decimalValue(parts["first"]);
  if (first === undefined) return undefined;
  if (parts["floor"] ?? parts["floorTail"]) return interval(first, 100);
  if (parts["ceiling"] ?? parts["ceilingTail"]) return interval(0, first);
  if (parts["second"] === undefined) return interval(first, first);
  const second = decimalValue(parts["second"]);
  return second === undefined ? undefined : interval(Math.min(first, second), Math.max(first, second));
}

function readMargin(parts: Parts): Interval | undefined {
  const first = decimalValue(parts["first"]);
  const margin = decimalValue(parts["margin"]);
  if (first === undefined || margin === undefined || first > 100) return undefined;
  return { low: Math.max(0, first - margin) / 100, point: first / 100, high: Math.min(100, first + margin) / 100 };
}

function readShare(parts: Parts): Interval | undefined {
  return ratio(countValue(parts["first"] ?? parts["up"]), countValue(parts["second"] ?? parts["down"]));
}

function readOdds(parts: Parts): Interval | undefined {
  const [first, second] = [countValue(parts["first"]), countValue(parts["second"])];
  return ratio(parts["against"] === undefined ? first : second, first + second);
}

const countValue = (written: string | undefined): number => counts[written?.toLowerCase() ?? ""] ?? Number(written);

const ratio = (part: number, whole: number): Interval | undefined =>
  whole > 0 && part <= whole ? { low: part / whole, point: part / whole, high: part / whole } : undefined;

function readFraction(parts: Parts): Interval | undefined {
  const inPercent = (written: string | undefined) => written && String(Number((Number(written.replace(",", ".")) * 100).toFixed(6)));
  return readPercent({ ...parts, first: inPercent(parts["first"]), second: inPercent(parts["second"]) });
}

/** From percent; a range stands for its midpoint. */
const interval = (low: number, high: number): Interval | undefined =>
  high <= 100 ? { low: low / 100, point: (low + high) / 200, high: high / 100 } : undefined;
