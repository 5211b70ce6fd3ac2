const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

/** 2 to the power of minus 0 to minus 31. */
const fractions = Float64Array.from({ length: 32 }, (_, power) => 2 ** -power);

/**
 * The natural logarithm of a positive number, to an absolute error of 2e-16 of its size or of 1, by the polynomial of fdlibm (Sun 1993). Engines may
 * round `Math.log` differently, and do; this one takes nothing but the four operations, which all round alike.
 */
export function logarithm(x: number): number {
  if (x < 1) return -logarithm(1 / x);
  if (x >= 2 ** 31) return logarithm(x * 2 ** -31) + 31 * ln2High + 31 * ln2Low;
  let k = 31 - Math.clz32(x);
  let fraction = x * (fractions[k] ?? 1);
  if (fraction > Math.SQRT2) {
    fraction /= 2;
    k++;
  }
  const f = fraction - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940941908 + w * (0.2222219843214978396 + w * 0.1531383769920937332));
  const odd = z * (0.666666666666673513 + w * (0.2857142874366239149 + w * (0.1818357216161805012 + w * 0.1479819860511658591)));
  const half = (f * f) / 2;
  return k * ln2High - (half - (s * (half + even + odd) + k * ln2Low) - f);
}

/** The exponential function to a relative error of 1e-12 for numbers down to -500: Taylor's series of a 1024th, squared ten times; rounds alike on every engine. */
export function exponential(x: number): number {
  const part = x / 1024;
  let [sum, term] = [1, 1];
  for (let power = 1; power <= 16; power++) {
    term *= part / power;
    sum += term;
  }
  for (let squaring = 0; squaring < 10; squaring++) sum *= sum;
  return sum;
}
