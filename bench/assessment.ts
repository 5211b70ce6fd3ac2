import { assess, type Assessment } from "#workbench/assess";
import { importDocument } from "#workbench/import";
import { composePage } from "#workbench/page";
import { renderPage } from "#report/page";
import { readOutline } from "#reader/read-outline";
import { against, milliseconds, perCall, type Measurement } from "./measure.ts";

const today = "2026-11-25";
/** Milliseconds until most of what runs is compiled. */
const warm = 2000;

/** Reading, checking and computing one assessment in a warm process, whole and after a keystroke. */
export function assessmentBench(text: string, attachments: Beside): readonly Measurement[] {
  // A different text each time, so that nothing is used again that should not be.
  const fresh = (round: number): string => `${text}\n<!-- ${round} -->\n`;
  const whole = perCall((round) => withForecast(assess(fresh(round), { today, attachments })), warm);
  // Another seed each time: nothing of the simulation stands from before.
  const simulated = perCall((round) => withForecast(assess(text.replace(/^- Seed: 1$/mu, `- Seed: ${round + 1}`), { today, attachments })), warm);
  const outline = perCall((round) => readOutline(fresh(round)), warm);
  const page = perCall((round) => renderPage(composePage(assess(fresh(round), { today, attachments }), { document: "bench" })), warm);
  const imported = perCall((round) => importDocument(fresh(round)), warm);
  return [
    { what: `reading ${Math.round(text.length / 1024)} KB into an outline`, measured: milliseconds(outline) },
    against("text to findings and forecast, simulation as before", whole, 15),
    { what: "text to findings and forecast, simulated anew", measured: milliseconds(simulated) },
    ...keystrokes(text, attachments),
    { what: "text to published page, warm", measured: milliseconds(page) },
    { what: "import of what is an assessment already", measured: milliseconds(imported) },
  ];
}

/** The texts of the files beside the document, by name. */
type Beside = ReadonlyMap<string, string>;

/** The forecast is computed when it is asked for. */
function withForecast(assessment: Assessment): Assessment {
  void assessment.forecast;
  return assessment;
}

/** A keystroke in every section: the slowest, to the findings and to findings and forecast. */
function keystrokes(text: string, attachments: Beside): readonly Measurement[] {
  const headings = Array.from(text.matchAll(/^## .*$/gmu), ([heading]) => heading);
  const slowest = (finish: (assessment: Assessment) => Assessment) => headings.map((heading) => ({ heading, time: keystroke({ text, attachments }, heading, finish) })).toSorted((a, b) => b.time - a.time)[0];
  const findings = slowest((assessment) => assessment);
  const forecast = slowest(withForecast);
  return [
    against(`a keystroke to findings, slowest of ${headings.length} sections`, findings?.time ?? Number.NaN, 5),
    { what: `a keystroke to forecast, slowest (${forecast?.heading ?? ""})`, measured: milliseconds(forecast?.time ?? Number.NaN) },
  ];
}

/** Types letters behind the first words under a heading and assesses after each. */
function keystroke({ text, attachments }: { readonly text: string; readonly attachments: Beside }, heading: string, finish: (assessment: Assessment) => Assessment): number {
  const at = text.indexOf(heading);
  const place = text.indexOf(". ", at) === -1 ? text.length : text.indexOf(". ", at);
  let current = text;
  let previous = finish(assess(current, { today, attachments }));
  return perCall((round) => {
    current = current.slice(0, place) + String.fromCharCode(97 + (round % 26)) + current.slice(place);
    previous = finish(assess(current, { today, attachments, previous }));
  });
}
