import { assess } from "#workbench/assess";
import { importDocument } from "#workbench/import";
import { composePage } from "#workbench/page";
import { renderPage } from "#report/page";
import { readOutline } from "#reader/read-outline";
import { against, median, milliseconds, timed, type Measurement } from "./measure.ts";

const today = "2026-11-25";

/** Reading, checking and computing one assessment in a warm process, whole and after a keystroke. */
export function assessmentBench(text: string): readonly Measurement[] {
  // A different text each time, so that nothing is used again that should not be.
  const fresh = (round: number): string => `${text}\n<!-- ${round} -->\n`;
  const whole = median(timed(40, (round) => assess(fresh(round), { today })));
  const outline = median(timed(40, (round) => readOutline(fresh(round))));
  const page = median(timed(20, (round) => renderPage(composePage(assess(fresh(round), { today }), { document: "bench" }))));
  const imported = median(timed(10, (round) => importDocument(fresh(round))));
  return [
    { what: `reading ${Math.round(text.length / 1024)} KB into an outline`, measured: milliseconds(outline) },
    against("text to findings and forecast, warm", whole, 15),
    ...["## Key findings", "## Indicators", "## Process tracing"].map((heading) => against(`a keystroke under "${heading}"`, keystroke(text, heading), 5)),
    { what: "text to published page, warm", measured: milliseconds(page) },
    { what: "import of what is an assessment already", measured: milliseconds(imported) },
  ];
}

/** Types letters into the first line of words under a heading and assesses after each. */
function keystroke(text: string, heading: string): number {
  const at = text.indexOf(heading);
  const place = text.indexOf(". ", at) === -1 ? text.length : text.indexOf(". ", at);
  let current = text;
  let previous = assess(current, { today });
  return median(
    timed(40, (round) => {
      current = current.slice(0, place) + String.fromCharCode(97 + (round % 26)) + current.slice(place);
      previous = assess(current, { today, previous });
    }),
  );
}
