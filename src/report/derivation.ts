import type { Page } from "#model/page";
import type { TlpLabel } from "./head.ts";
import { inline } from "./inline-markup.ts";
import { markup, type Markup } from "./markup.ts";
import type { Rendering } from "./rendering.ts";

/** The foot of the page: from which text, engine and options every number can be computed again. */
export function derivationMarkup({ derivation, meta }: Page, shared: Rendering, tlp: TlpLabel | undefined): Markup {
  const { engine, document, files = [], options, notes } = derivation;
  const entries: readonly (readonly [string, string])[] = [
    ["Document", document],
    ...files.map(({ name, hash }) => [name, hash] as const),
    ["Engine", `Rapporteur ${engine.version}, seed ${engine.seed}`],
    ["Options", options.length === 0 ? "defaults" : options.join(" ")],
    ...(meta.yardstick === undefined ? [] : [["Yardstick", meta.yardstick] as const]),
  ];
  return markup`<footer aria-labelledby="title:derivation"><h2 id="title:derivation">How the numbers were made</h2>
<p>Every number on this page is computed from the text of the assessment and can be computed again.</p>
<dl>${entries.map(([term, text]) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
${notes.length > 0 && markup`<ul class="notes">${notes.map((note) => markup`<li>${inline(note, shared)}</li>`)}</ul>`}
${tlp && markup`<p class="tlp ${tlp.colour}"><span>${tlp.text}</span></p>`}</footer>`;
}
