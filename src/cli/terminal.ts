import pc from "picocolors";

/** Colours for a stream: only on a terminal, never where NO_COLOR is set. */
export const coloursFor = (stream: NodeJS.WriteStream): ReturnType<typeof pc.createColors> =>
  pc.createColors(process.env["NO_COLOR"] === undefined && (stream.isTTY || process.env["FORCE_COLOR"] !== undefined));

/** The width to write for: that of the terminal, or 100 columns where the output is none. */
export const widthOf = (stream: NodeJS.WriteStream): number => Math.max(40, Math.min(stream.isTTY ? stream.columns : 100, 120));

/** Folds words into lines of at most `width` columns, each after the first with an indent. */
export function fold(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${indent}`);
}

/** A bar of eighths of a block: `share` from 0 to 1 of `width` columns. */
export function bar(share: number, width: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * width * 8);
  const part = [..." ▏▎▍▌▋▊▉"][eighths % 8] ?? "";
  return ("█".repeat(Math.floor(eighths / 8)) + (eighths % 8 > 0 ? part : "")).padEnd(width, " ");
}

/** A progress line on stderr that appears once the work has taken a second; silent where stderr is no terminal. */
export function startProgress(what: string, total: number): { readonly step: () => void; readonly end: () => void } {
  const started = performance.now();
  let done = 0;
  let shown = false;
  const step = (): void => {
    done++;
    if (!process.stderr.isTTY || performance.now() - started < 1000) return;
    shown = true;
    process.stderr.write(`\r${what} ${bar(done / total, 30)} ${done} of ${total}`);
  };
  const end = (): void => {
    if (shown) process.stderr.write("\r\u001B[2K");
  };
  return { step, end };
}
