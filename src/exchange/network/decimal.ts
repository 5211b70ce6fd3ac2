/** A number in digits, with a point or an exponent; NaN for all else, such as `0x1`, `Infinity` and an empty text. */
export const decimal = (text: string): number => (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/iu.test(text) ? Number(text) : Number.NaN);
