/** Patterns on folded text in lower case, to be put together into larger ones. */
export const monthPattern = String.raw`(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)(?!\p{Letter}))`;
export const yearPattern = String.raw`(?:19|20|21)\d\d`;
export const dayPattern = String.raw`(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?`;
export const seasonPattern = "(?:spring|summer|autumn|fall|winter)";
export const ordinalPattern = "(?:first|second|third|fourth|last|1st|2nd|3rd|4th)";
export const weekdayPattern = String.raw`(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s`;
export const countPattern = "(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|a couple of|half an?|\\d{1,3})";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** 1 to 12 for the name of a month or its abbreviation. */
export const monthNumber = (name: string): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

const ordinals: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4 };

/** `second` is 2; `last` is the count of all. */
export const ordinalNumber = (word: string, all: number): number => ordinals[word] ?? all;

const counts: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, "a couple of": 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10,
  eleven: 11, twelve: 12, eighteen: 18, twenty: 20, "half a": 0.5, "half an": 0.5,
};

/** `six` or `18` as a number. */
export const countNumber = (word: string): number => counts[word] ?? Number(word);

/** First month of a season of the northern hemisphere; winter begins in December and ends in the year after. */
export const seasonStart: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
