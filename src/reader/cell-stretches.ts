import type { Stretch } from "#reader/read-prose";

/** Where the cells of a row stand, between its pipes; pipes behind a backslash do not count. */
export function cellStretches(text: string, { from, to }: Stretch): readonly Stretch[] {
  const pipes = pipesIn(text, from, to);
  const edges = [from - 1, ...pipes, to];
  const cells = edges.slice(1).map((edge, number) => ({ from: (edges[number] ?? from) + 1, to: edge }));
  const blank = (cell: Stretch | undefined): boolean => cell !== undefined && text.slice(cell.from, cell.to).trim() === "";
  const first = blank(cells[0]) && pipes.length > 0 ? 1 : 0;
  const last = cells.length > first && blank(cells.at(-1)) && pipes.length > 0 ? cells.length - 1 : cells.length;
  return cells.slice(first, last);
}

function pipesIn(text: string, from: number, to: number): readonly number[] {
  const pipes: number[] = [];
  let escaped = false;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 124 && !escaped) pipes.push(at);
    escaped = code === 92 && !escaped;
  }
  return pipes;
}
