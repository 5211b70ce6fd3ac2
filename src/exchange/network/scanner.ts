import { decimal } from "#exchange/network/decimal";
import { Unreadable } from "#exchange/network/draft";

/** A piece of a file: a word (a number is one, too), a quoted text, a sign, or the end. */
interface Token {
  readonly kind: "word" | "quoted" | "sign" | "end";
  readonly text: string;
  readonly at: number;
}

/** How a format writes comments besides `/* ... *\/` and `//`, and which characters stand alone. */
export interface Lexicon {
  readonly signs: string;
  readonly comment?: string;
}

/** Reads a text word by word, in time that grows with its length. Throws `Unreadable`. */
export class Scanner {
  readonly #text: string;
  readonly #signs: ReadonlySet<string>;
  readonly #comment: string | undefined;
  #next = 0;
  #token: Token;

  constructor(text: string, { signs, comment }: Lexicon) {
    this.#text = text;
    this.#signs = new Set([...signs, '"']);
    this.#comment = comment;
    this.#token = this.#read();
  }

  /** The token that `take` would give. */
  get token(): Token {
    return this.#token;
  }

  take(): Token {
    const token = this.#token;
    if (token.kind !== "end") this.#token = this.#read();
    return token;
  }

  /** Takes a sign or a keyword if it comes next; keywords in any case. */
  takeIf(text: string): boolean {
    const { kind, text: found } = this.#token;
    if ((kind !== "sign" && kind !== "word") || found.toLowerCase() !== text) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) throw this.unexpected(`\`${text}\``);
  }

  /** A name: a word or a quoted text. */
  name(what: string): string {
    const { kind, text } = this.#token;
    if (kind !== "word" && kind !== "quoted") throw this.unexpected(what);
    this.take();
    return text;
  }

  number(what: string): number {
    const { kind, text } = this.#token;
    const value = kind === "word" ? decimal(text) : Number.NaN;
    if (Number.isNaN(value)) throw this.unexpected(what);
    this.take();
    return value;
  }

  /** Goes behind the next sign of this kind, whatever stands before it. */
  skipPast(sign: string): void {
    while (!this.takeIf(sign)) {
      if (this.#token.kind === "end") throw this.unexpected(`\`${sign}\``);
      this.take();
    }
  }

  unexpected(wanted: string): Unreadable {
    const { kind, text, at } = this.#token;
    const found = kind === "end" ? "the file ends" : `there is \`${text.length > 40 ? `${text.slice(0, 40)}…` : text}\``;
    return new Unreadable(`Where ${wanted} should be, ${found}.`, at);
  }

  #read(): Token {
    const at = this.#skipSpace();
    const text = this.#text;
    if (at >= text.length) return { kind: "end", text: "", at };
    const first = text[at] ?? "";
    if (first === '"') return this.#quoted(at);
    let end = at + 1;
    if (!this.#signs.has(first)) while (end < text.length && !this.#endsWord(end)) end++;
    this.#next = end;
    return { kind: this.#signs.has(first) ? "sign" : "word", text: text.slice(at, end), at };
  }

  #endsWord(at: number): boolean {
    const letter = this.#text[at] ?? "";
    return isSpace(letter) || this.#signs.has(letter) || letter === this.#comment || this.#startsComment(at);
  }

  #startsComment(at: number): boolean {
    return this.#text[at] === "/" && (this.#text[at + 1] === "/" || this.#text[at + 1] === "*");
  }

  #quoted(at: number): Token {
    const end = this.#text.indexOf('"', at + 1);
    if (end < 0) throw new Unreadable("A quoted text does not end.", at);
    this.#next = end + 1;
    return { kind: "quoted", text: this.#text.slice(at + 1, end), at };
  }

  #skipSpace(): number {
    let at = this.#next;
    for (;;) {
      while (at < this.#text.length && isSpace(this.#text[at] ?? "")) at++;
      if (this.#startsComment(at) && this.#text[at + 1] === "*") at = this.#endOf("*/", at) + 2;
      else if (at < this.#text.length && (this.#startsComment(at) || this.#text[at] === this.#comment)) at = this.#lineEnd(at);
      else return at;
    }
  }

  #endOf(mark: string, at: number): number {
    const end = this.#text.indexOf(mark, at + 2);
    if (end < 0) throw new Unreadable("A comment does not end.", at);
    return end;
  }

  #lineEnd(at: number): number {
    const end = this.#text.indexOf("\n", at);
    return end < 0 ? this.#text.length : end;
  }
}

const isSpace = (letter: string): boolean => letter === " " || letter === "\n" || letter === "\t" || letter === "\r" || (letter > "\u007f" && /\s/u.test(letter)) || letter === "\f" || letter === "\v";
