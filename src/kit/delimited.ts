/** A row of delimited text: its cells without quotes, and the line (from 1) on which it begins. */
export interface DelimitedRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** A quote that never closes: the row was split as if quotes meant nothing. */
  readonly unclosed?: boolean;
}

/** Takes text in pieces of any size and gives each row as soon as it is whole; `end` gives the last one. */
export interface DelimitedReader {
  add(chunk: string): void;
  end(): void;
}

/** A quoted cell longer than this is a quote that somebody forgot to close. */
const longestRow = 1_000_000;

/**
 * Reads comma, semicolon or tab separated text (RFC 4180: cells may be quoted, quotes in them are doubled, quoted cells may
 * hold line ends). The separator is the one that the first line has most of. Empty lines and a byte order mark are left out.
 */
export function delimitedReader(take: (row: DelimitedRow) => void): DelimitedReader {
  let text = "";
  let separator: string | undefined;
  let line = 1;
  const scan = (isLast: boolean): void => {
    let at = 0;
    for (;;) {
      const row = rowAt(text, at, { separator: (separator ??= separatorOf(text, isLast)) ?? ",", isLast });
      if (separator === undefined || !row) break;
      if (row.cells.length > 1 || row.cells[0] !== "") take({ cells: row.cells, line, ...(row.unclosed && { unclosed: true }) });
      line += linesIn(text, at, row.end);
      at = row.end;
    }
    text = text.slice(at);
  };
  return {
    add: (chunk) => {
      text = line === 1 && text === "" ? chunk.replace(/^\uFEFF/u, "") : text + chunk;
      scan(false);
    },
    end: () => {
      scan(true);
      text = "";
    },
  };
}

function separatorOf(text: string, isLast: boolean): string | undefined {
  const end = text.indexOf("\n");
  if (end < 0 && !isLast) return undefined;
  const header = end < 0 ? text : text.slice(0, end);
  const counts = [",", ";", "\t"].map((separator) => ({ separator, count: header.split(separator).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.separator;
}

interface RawRow {
  readonly cells: readonly string[];
  /** Where the next row begins. */
  readonly end: number;
  readonly unclosed: boolean;
}

interface Splitting {
  readonly separator: string;
  readonly isLast: boolean;
}

/** The row that begins at an offset; undefined where more text is needed to see its end. */
function rowAt(text: string, at: number, splitting: Splitting): RawRow | undefined {
  const newline = text.indexOf("\n", at);
  if (at >= text.length || (newline < 0 && !splitting.isLast)) return undefined;
  const stop = newline < 0 ? text.length : newline;
  const line = text.slice(at, stop);
  const plain = { cells: withoutReturn(line).split(splitting.separator), end: stop + 1, unclosed: false };
  if (!line.includes('"')) return plain;
  const quoted = quotedRow(text, at, splitting);
  if (quoted) return quoted;
  return splitting.isLast || text.length - at > longestRow ? { ...plain, unclosed: true } : undefined;
}

const withoutReturn = (line: string): string => (line.endsWith("\r") ? line.slice(0, -1) : line);

/** A row with quoted cells; undefined where the text ends inside one, or before the line does. */
function quotedRow(text: string, start: number, { separator, isLast }: Splitting): RawRow | undefined {
  const cells: string[] = [];
  for (let at = start; ; ) {
    const cell = text[at] === '"' ? quotedCell(text, at) : { value: "", end: at };
    if (!cell) return undefined;
    const stop = endOfCell(text, cell.end, separator);
    if (stop === text.length && !isLast) return undefined;
    cells.push(withoutReturn(cell.value + text.slice(cell.end, stop)));
    at = stop + 1;
    if (text[stop] !== separator) return { cells, end: at, unclosed: false };
  }
}

function endOfCell(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
  return at;
}

/** What stands between the quotes, and the offset behind the closing one. */
function quotedCell(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let value = "";
  for (let from = start + 1; ; ) {
    const close = text.indexOf('"', from);
    if (close < 0) return undefined;
    value += text.slice(from, close);
    if (text[close + 1] !== '"') return { value, end: close + 1 };
    value += '"';
    from = close + 2;
  }
}

function linesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

/** One row as RFC 4180 writes it: cells with separators, quotes or line ends are quoted. */
export const delimitedLine = (cells: readonly (string | number)[]): string => cells.map((cell) => quoted(String(cell))).join(",");

const quoted = (cell: string): string => (/[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
