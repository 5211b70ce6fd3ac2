/** The combining character of each accent command. */
const accents: Readonly<Record<string, string>> = {
  "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304", ".": "\u0307",
  u: "\u0306", v: "\u030C", H: "\u030B", r: "\u030A", c: "\u0327", k: "\u0328",
};
const letters: Readonly<Record<string, string>> = { ss: "ß", o: "ø", O: "Ø", l: "ł", L: "Ł", ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", aa: "å", AA: "Å", i: "ı" };

const accented = (_: string, mark: string, base: string): string => `${base}${accents[mark] ?? ""}`.normalize("NFC");

/** The words of a LaTeX field: accents as letters, escapes and braces taken away. */
export const plainFromLatex = (text: string): string =>
  text
    .replace(/\\([`'^~"=.])\s?\{?\\?(\p{Letter})\}?/gu, accented)
    .replace(/\\([uvHrck])(?:\s|\s?\{)\\?(\p{Letter})\}?/gu, accented)
    .replace(/\\(ss|ae|AE|oe|OE|aa|AA|o|O|l|L|i)(?:\{\}|\s|(?!\p{Letter}))/gu, (_, name: string) => letters[name] ?? "")
    .replace(/\\(?:emph|textit|textbf|texttt|url)\s?(?=\{)/gu, "")
    .replace(/\\([&%$#_{}])/gu, "$1")
    .replace(/---/gu, "—")
    .replace(/--/gu, "–")
    .replace(/(?<!\\)[{}]/gu, "")
    .replace(/~/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
