import { Unreadable } from "#exchange/network/draft";
import { placeIn } from "#exchange/network/place";

type JsonReading = { readonly kind: "read"; readonly json: unknown } | { readonly kind: "unreadable"; readonly what: string };

/** Reads JSON in which no object has a name twice, of which one would be dropped; or says what is wrong and where. */
export function readJson(text: string): JsonReading {
  try {
    new Walk(text).whole();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { line, column } = placeIn(text, error.at);
    return { kind: "unreadable", what: `${error.message} in line ${line}, column ${column}` };
  }
  return { kind: "read", json: JSON.parse(text) };
}

const tokens = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null|[{}[\],:]/uy;
const blanks = /[\t\n\r ]*/uy;
const deepest = 100;

/** Goes through a text token by token. Throws `Unreadable`. */
class Walk {
  readonly #text: string;
  #at = 0;
  #token = "";

  constructor(text: string) {
    this.#text = text;
    this.#next();
  }

  whole(): void {
    this.#value([]);
    if (this.#at < this.#text.length) throw this.#missing("the end");
  }

  /** Passes over the token, and over blanks to the next; an empty one where there is none. */
  #next(): void {
    blanks.lastIndex = this.#at + this.#token.length;
    blanks.exec(this.#text);
    this.#at = tokens.lastIndex = blanks.lastIndex;
    this.#token = tokens.exec(this.#text)?.[0] ?? "";
  }

  #takeIf(sign: string): boolean {
    if (this.#token !== sign) return false;
    this.#next();
    return true;
  }

  #value(path: readonly string[]): void {
    if (path.length > deepest) throw new Unreadable(`nests deeper than ${deepest} levels`, this.#at);
    const names = new Set<string>();
    if (this.#takeIf("{")) this.#members("}", () => this.#member(path, names));
    else if (this.#takeIf("[")) this.#members("]", () => this.#value([...path, ""]));
    else if (/^["\-\dtfn]/u.test(this.#token)) this.#next();
    else throw this.#missing("a value");
  }

  /** What stands between commas up to a closing sign. */
  #members(close: string, read: () => void): void {
    if (this.#takeIf(close)) return;
    do read();
    while (this.#takeIf(","));
    if (!this.#takeIf(close)) throw this.#missing(`\`,\` or \`${close}\``);
  }

  #member(path: readonly string[], names: Set<string>): void {
    if (!this.#token.startsWith('"')) throw this.#missing("a name in quotes");
    const name = String(JSON.parse(this.#token));
    if (names.has(name)) throw new Unreadable(`says ${[...path, name].join(".")} twice, the second time`, this.#at);
    if (name === "__proto__") throw new Unreadable("names __proto__, which nothing can be called,", this.#at);
    names.add(name);
    this.#next();
    if (!this.#takeIf(":")) throw this.#missing("`:`");
    this.#value([...path, name]);
  }

  #missing(what: string): Unreadable {
    return new Unreadable(`is no JSON: ${what} is missing`, this.#at);
  }
}
