import type { MechanismChain, Tone } from "#model/block";
import { cardRank } from "../anchors.ts";
import { shownId, told, type Picture } from "../figure.ts";
import { badge } from "../icons.ts";
import { inline } from "../inline-markup.ts";
import { markup, trusted, type Markup } from "../markup.ts";
import type { Rendering } from "../rendering.ts";

type Link = MechanismChain["links"][number];

/** Cause, steps and outcome as boxes in a row that wraps; each shows the tests that bear on it. */
export const mechanismChain = (block: MechanismChain, page: Rendering): Picture => ({
  kind: block.kind,
  caption: block.caption,
  summary: tell(block.links),
  drawing: markup`<ol class="chain">${block.links.map((link, index) => linkMarkup(link, { name: linkName(block.links, index), page }))}</ol>`,
  table: {
    caption: block.caption,
    head: ["Part", "ID", "What happens", "Tests"],
    rows: block.links.map((link, index) => ({ cells: [linkName(block.links, index), saysName(link.id, linkName(block.links, index)) ? "–" : (shownId(link.id) ?? "–"), link.text, link.marks.map(({ text }) => text).join("; ") || "none"] })),
  },
  long: block.links.length > 6,
});

/** `Cause`, `Step 3`, `Outcome`: steps are counted among the steps. */
function linkName(links: readonly Link[], index: number): string {
  const link = links[index];
  if (link?.role !== "step") return link?.role === "cause" ? "Cause" : "Outcome";
  return `Step ${links.slice(0, index + 1).filter(({ role }) => role === "step").length}`;
}

function tell(links: readonly Link[]): string {
  const steps = links.filter(({ role }) => role === "step").length;
  const untested = links.flatMap((link, index) => (link.marks.length === 0 ? [linkName(links, index).toLowerCase()] : []));
  const tests = links.reduce((sum, { marks }) => sum + marks.length, 0);
  const length = `${steps} ${steps === 1 ? "step" : "steps"} between cause and outcome`;
  if (tests === 0) return `${length}; no test bears on any part.`;
  return `${length}; ${tests} ${tests === 1 ? "test bears" : "tests bear"} on its parts${untested.length === 0 ? "" : `, none on ${untested.join(", ")}`}.`;
}

type Stand = "untested" | Tone;

/** Where a link stands: as its gravest mark says. */
function standOf({ marks }: Link): Stand {
  const tones: readonly Tone[] = ["alarm", "watch", "good", "note"];
  return tones.find((tone) => marks.some((mark) => mark.tone === tone)) ?? "untested";
}

function linkMarkup(link: Link, { name, page }: { readonly name: string; readonly page: Rendering }): Markup {
  const stand = standOf(link);
  const shown = saysName(link.id, name) ? undefined : shownId(link.id);
  const marks = link.marks.map(({ text, tone }) => markup`<li>${badge(text, tone)}</li>`);
  return markup`<li class="link ${link.role}"${page.anchors.attribute(link.id, cardRank)}>
<div class="top">${node(stand, { name, marks: link.marks.map(({ text }) => text).join("; ") })}<span class="role">${name}</span>${shown !== undefined && markup`<b class="id">${shown}</b>`}</div>
<div class="text">${inline(link.text, page, link.id)}</div>
${marks.length > 0 ? markup`<ul class="marks">${marks}</ul>` : markup`<p class="none">No test bears on it.</p>`}</li>
`;
}

/** True for an id that is the part's name again: `cause`, `step-3`. */
const saysName = (id: string, name: string): boolean => id.replace("-", " ").toLowerCase() === name.toLowerCase();

const signs: Readonly<Record<Stand, string>> = {
  untested: '<circle class="ring hollow" cx="9" cy="9" r="7"/>',
  note: '<circle class="ring" cx="9" cy="9" r="7"/>',
  good: '<circle class="ring" cx="9" cy="9" r="7"/><path class="in" d="m5.6 9.3 2.3 2.3 4.3-5"/>',
  watch: '<circle class="ring" cx="9" cy="9" r="7"/><path class="in" d="M9 5v4.6M9 12.4v.2"/>',
  alarm: '<circle class="ring" cx="9" cy="9" r="7"/><path class="in" d="m6 6 6 6m0-6-6 6"/>',
};

const node = (stand: Stand, { name, marks }: { readonly name: string; readonly marks: string }): Markup =>
  markup`<svg class="node ${stand}" role="img" width="18" height="18">${told(name, marks === "" ? "untested" : marks)}${trusted(signs[stand])}</svg>`;
