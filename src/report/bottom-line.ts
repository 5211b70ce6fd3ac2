import { boundsText, exactPercent, percent, points } from "#kit/number-text";
import type { InlineMarkdown, ScenarioLadder } from "#model/block";
import type { BottomLine, ResolvedQuestion } from "#model/page";
import { figureMarkup, seriesClass, shownId } from "./figure.ts";
import { badge } from "./icons.ts";
import { inline, paragraphs } from "./inline-markup.ts";
import { markup, type Markup } from "./markup.ts";
import { dateText, tellingBounds } from "./numbers.ts";
import { ranked, scenarioLadder, scenarioName } from "./pictures/scenario-ladder.ts";
import type { Rendering } from "./rendering.ts";

type Rung = ScenarioLadder["rungs"][number];

/** The first screen: the answer, how sure, what changed, what to watch, what is due. */
export const bottomLineMarkup = (bottomLine: BottomLine, page: Rendering, asOf?: string): Markup =>
  markup`<section id="bottom-line"><h2>Bottom line</h2>
${bottomLine.resolved && !bottomLine.ladder && outcomeMarkup(bottomLine.resolved, page)}
${bottomLine.answer !== undefined && markup`<div class="answer">${bottomLine.resolved && asOf !== undefined && markup`<p class="said">On <time datetime="${asOf}">${dateText(asOf)}</time> the author said:</p>`}${paragraphs(bottomLine.answer, page)}</div>`}
${bottomLine.ladder && markup`<div class="verdict">${bottomLine.resolved ? outcomeMarkup(bottomLine.resolved, page, bottomLine.ladder) : leadMarkup(bottomLine.ladder, bottomLine.bounds ?? "exact", page)}${figureMarkup(scenarioLadder(bottomLine.ladder, page), page)}</div>`}
${briefs(bottomLine, page)}
</section>`;

/** Once the question is resolved there is nothing to watch and nothing is due. */
const briefs = ({ resolved, changed, watch, due }: BottomLine, page: Rendering): Markup =>
  markup`<div class="briefs">${brief("What changed", changed, "No change is recorded.", page)}${!resolved && [brief("Watch next", watch, due.length > 0 ? "Look first at what is due." : "No indicator is open.", page), brief("Due", due, "Nothing is due.", page)]}</div>`;

/** The answer that came true, and what the document had said of it. */
function outcomeMarkup(resolved: ResolvedQuestion, page: Rendering, ladder?: ScenarioLadder): Markup {
  const { outcome, title, on, by } = resolved;
  const when = on !== undefined && markup` on <time datetime="${on}">${dateText(on)}</time>`;
  const name = title === undefined ? markup`${outcome}` : scenarioTitle({ id: outcome, title });
  const said = outcomeSentences(resolved, ladder);
  return markup`<div class="lead ${seriesClass(page.series(outcome))}"><p class="resolved">${badge("Resolved", "good")}${when}${by !== undefined && [" ", inline(by, page)]}</p>
<p class="lead-outcome">${name}</p>
<ul>${said.map((sentence) => markup`<li>${sentence}</li>`)}</ul></div>`;
}

/** What the document had said of the outcome. */
export const outcomeSentences = (resolved: ResolvedQuestion, ladder?: ScenarioLadder): readonly string[] =>
  [hindsight(resolved), ladder && expectedInstead(resolved, ladder)].filter((sentence) => sentence !== undefined);

/** `The author had put 46% on it; the evidence in the log came to 86%.` */
function hindsight({ stated, computed }: ResolvedQuestion): string | undefined {
  const evidence = computed === undefined ? undefined : `evidence in the log came to ${percent(computed)}`;
  if (stated === undefined) return evidence === undefined ? undefined : `The ${evidence}.`;
  return `The author had put ${exactPercent(stated)} on it${evidence === undefined ? "" : `; the ${evidence}`}.`;
}

/** Which scenario led before, where another came true. */
function expectedInstead({ outcome }: ResolvedQuestion, { rungs }: ScenarioLadder): string | undefined {
  const [lead] = ranked(rungs);
  const main = lead?.computed ?? lead?.stated;
  return lead === undefined || main === undefined || lead.id === outcome ? undefined : `Another scenario had led: ${scenarioName(lead)}, ${percent(main)}.`;
}

const briefLength = 3;

/** The first few entries; the sections below have all of them. */
function brief(title: string, entries: readonly InlineMarkdown[], none: string, page: Rendering): Markup {
  const more = entries.length - briefLength;
  const rest = more > 0 && markup`<li class="none">and ${more} more, below</li>`;
  const list = entries.length === 0 ? markup`<p class="none">${none}</p>` : markup`<ul>${entries.slice(0, briefLength).map((entry) => markup`<li>${inline(entry, page)}</li>`)}${rest}</ul>`;
  return markup`<div class="brief"><h3>${title}</h3>${list}</div>`;
}

function leadMarkup(ladder: ScenarioLadder, bounds: "exact" | "outer", page: Rendering): Markup {
  const [lead, second] = ranked(ladder.rungs);
  const main = lead?.computed ?? lead?.stated;
  if (!lead || main === undefined) return markup`<div class="lead"><p>No scenario has a probability yet.</p></div>`;
  return markup`<div class="lead ${seriesClass(page.series(lead.id))}"><p class="lead-title">${scenarioTitle(lead)}</p>
<p class="lead-value"><b>${percent(main)}</b>${lead.word !== undefined && markup` <span>${lead.word}</span>`}</p>
<ul>${sentences(lead, second, bounds).map((sentence) => markup`<li>${sentence}</li>`)}</ul></div>`;
}

/** The leading scenario in words, with what stands beside the number: `B, Another session: 57%, likely.` */
export function leadSentences({ rungs }: ScenarioLadder, bounds: "exact" | "outer"): readonly string[] {
  const [lead, second] = ranked(rungs);
  const main = lead?.computed ?? lead?.stated;
  if (!lead || main === undefined) return [];
  return [`${scenarioName(lead)}: ${percent(main)}${lead.word === undefined ? "" : `, ${lead.word}`}.`, ...sentences(lead, second, bounds)];
}

const scenarioTitle = (rung: Pick<Rung, "id" | "title">): Markup => {
  const shown = shownId(rung.id);
  const name = scenarioName(rung);
  return shown !== undefined && name.startsWith(`${shown}, `) ? markup`<b class="id">${shown}</b> ${name.slice(shown.length + 2)}` : markup`${name}`;
};

/** What stands beside the number: how sure it is, whether the author agrees, what comes second. */
function sentences(lead: Rung, second: Rung | undefined, bounds: "exact" | "outer"): readonly string[] {
  const all = [boundsSentence(lead, bounds), agreementSentence(lead), second && secondSentence(lead, second)];
  return all.filter((sentence) => sentence !== undefined);
}

function boundsSentence(lead: Rung, bounds: "exact" | "outer"): string | undefined {
  const telling = tellingBounds(lead);
  if (!telling) return undefined;
  const range = boundsText(telling);
  return bounds === "exact" ? `Guaranteed bounds: ${range}.` : `Guaranteed to lie within ${range}; the true bounds may be narrower.`;
}

function agreementSentence({ stated, computed }: Rung): string | undefined {
  if (computed === undefined) return "As the author states it; the document gives nothing to compute it from.";
  if (stated === undefined) return "Computed from the evidence; the author states no probability.";
  const gap = computed - stated;
  if (Math.abs(gap) < 0.01) return `The evidence agrees with the ${exactPercent(stated)} that the author states.`;
  return `The author states ${exactPercent(stated)}; the evidence gives ${points(gap)} ${gap > 0 ? "more" : "less"}.`;
}

function secondSentence(lead: Rung, second: Rung): string | undefined {
  const main = second.computed ?? second.stated;
  if (main === undefined) return undefined;
  const close = lead.low !== undefined && second.high !== undefined && lead.low < second.high;
  return `Next: ${scenarioName(second)}, ${percent(main)}${close ? "; the bounds of the two overlap" : ""}.`;
}
