import { foldCharacters } from "#kit/fold-characters";
import { matchesOf } from "#kit/matches";
import type { Span } from "#kit/span";
import { datesInText } from "#model/dates-in-text";
import type { Prose } from "#model/outline";
import { place } from "#model/prose";

/** A number in running text, with what its writing says of its size and kind. */
export interface NumberInText {
  /** With the magnitude worked in: 13400000000 for `$13.4 billion`. Percent stay as they are: 12 for `12%`. */
  readonly value: number;
  readonly written: string;
  readonly span: Span;
  /** `million` for any writing of it (`m`, `mn`, `million`). */
  readonly magnitude?: "thousand" | "million" | "billion" | "trillion";
  /** The currency as ISO 4217 names it, where a sign or word gives it; `$` alone is USD. */
  readonly currency?: string;
  readonly percent?: boolean;
}

const currencies: Readonly<Record<string, string>> = {
  $: "USD", us$: "USD", usd: "USD", dollar: "USD", dollars: "USD", "€": "EUR", eur: "EUR", euro: "EUR", euros: "EUR",
  "£": "GBP", gbp: "GBP", pounds: "GBP", "¥": "JPY", jpy: "JPY", yen: "JPY", cny: "CNY", rmb: "CNY", yuan: "CNY", chf: "CHF", rub: "RUB", roubles: "RUB", rubles: "RUB", inr: "INR", rupees: "INR",
};
const factors = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 } as const;
type Magnitude = keyof typeof factors;
const magnitudes: Readonly<Record<string, Magnitude>> = {
  thousand: "thousand", k: "thousand", million: "million", mn: "million", m: "million", billion: "billion", bn: "billion", b: "billion", trillion: "trillion", tn: "trillion",
};

const before = String.raw`(?:(?<sign>us\$|[$€£¥])|(?<code>usd|eur|gbp|jpy|cny|rmb|chf|rub|inr)\s)?\s?`;
const amount = String.raw`(?<amount>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,3}(?: \d{3}){1,5}(?!\s?\d)|\d{1,15}(?:\.\d{1,9})?)`;
const behind = String.raw`(?:[\s-]?(?<magnitude>thousand|million|billion|trillion|bn|mn|tn|[kmb](?![\p{Letter}'])))?(?:\s?(?<percent>%|per\s?cent\b)|\s(?<unit>dollars?|euros?|pounds|yen|yuan|roubles|rubles|rupees|usd|eur|gbp|jpy|cny|rmb|chf|rub|inr)\b)?`;
const anyNumber = new RegExp(String.raw`(?<![\p{Letter}\p{Number}]|\p{Number}[.,:/]|\p{Letter}[-.])${before}${amount}${behind}(?![\p{Letter}\p{Number}]|[.,:]\p{Number})`, "giu");

/**
 * The numbers of a running text in order: `$13.4 billion`, `120 countries`, `1,200`, `12%`. Left out are the digits of
 * dates, and those that belong to a name (`S-70`, `A1`).
 */
export function numbersIn(prose: Prose): readonly NumberInText[] {
  const text = foldCharacters(prose.masked);
  const dates = datesInText(text);
  let next = 0;
  return matchesOf(text, anyNumber).flatMap((match) => {
    const blank = match[0].length - match[0].trimStart().length;
    const [from, to] = [match.index + blank, match.index + match[0].length];
    while ((dates[next]?.end ?? Number.POSITIVE_INFINITY) <= from) next += 1;
    if ((dates[next]?.start ?? Number.POSITIVE_INFINITY) < to) return [];
    return [{ ...valueOf(match.groups ?? {}), written: prose.source.slice(from, to), span: place(prose, from, to) }];
  });
}

function valueOf(parts: Readonly<Record<string, string | undefined>>): Pick<NumberInText, "value" | "magnitude" | "currency" | "percent"> {
  const magnitude = magnitudes[parts["magnitude"]?.toLowerCase() ?? ""];
  const currency = currencies[(parts["sign"] ?? parts["code"] ?? parts["unit"] ?? "").toLowerCase()];
  const plainValue = Number((parts["amount"] ?? "").replace(/[, ]/gu, ""));
  const value = magnitude ? Number((plainValue * factors[magnitude]).toPrecision(15)) : plainValue;
  return { value, ...(magnitude && { magnitude }), ...(currency !== undefined && { currency }), ...(parts["percent"] !== undefined && { percent: true }) };
}
