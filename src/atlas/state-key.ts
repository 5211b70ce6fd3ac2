/** A name as it is compared: no marks over letters, no article, no signs; `St.` and `&` in full. */
export const stateKey = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/\p{Mark}+/gu, "")
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/['’ʼ`.]/gu, "")
    .replace(/[^\p{Letter}\p{Number}]+/gu, " ")
    .replace(/\bst\b/gu, "saint")
    .replace(/^ ?the /u, "")
    .replace(/ the /gu, " ")
    .trim();

/** The forms that a name may have in a list, the most telling first: `Congo (Democratic Republic of the)` is first read the other way round. */
export function turnedNames(written: string): readonly string[] {
  const [, first = "", second = ""] = /^([^(),]+)[(,]\s*([^(),]+)\)?$/u.exec(written) ?? [];
  if (first === "") return [written];
  return [written, `${second.replace(/\bthe\s*$/iu, "")} ${first}`, ...(/\bof(?: the)?\s*$/iu.test(second) ? [] : [first])];
}
