import type { Block } from "#model/block";
import type { Page } from "#model/page";

/** A page in which every text, every id and every key is the same given text. */
export function hostilePage(text: string): Page {
  const blocks = hostileBlocks(text);
  return {
    title: text,
    question: text,
    language: "en",
    meta: { asOf: text, resolves: text, authors: [text], audiences: [text], tlp: text, yardstick: text },
    bottomLine: { answer: text, ladder: { kind: "scenario-ladder", caption: text, rungs: [{ id: text, title: text, stated: 0.5, computed: 0.6, word: text, low: 0.5, high: 0.7 }] }, changed: [text], resolved: { outcome: text, title: text, on: text, by: text }, watch: [text], due: [text] },
    summary: blocks.slice(0, 4),
    sections: [{ id: "section", title: text, blocks }],
    sources: [{ key: text, title: text, publisher: text, date: text, address: text, reliability: "B", origin: text }],
    findings: [{ rule: text, severity: "error", what: text, remedy: text, standard: text, line: 1 }],
    derivation: { engine: { version: text, seed: 1 }, document: text, options: [text], notes: [text] },
  };
}

const hostileBlocks = (text: string): readonly Block[] => [
  { kind: "heading", text, level: 2, id: text },
  { kind: "prose", text },
  { kind: "list", ordered: false, items: [{ id: text, text, entries: [{ text }] }] },
  { kind: "table", caption: text, head: [text, text], rows: [{ id: text, cells: [text, { badge: text, tone: "watch" }] }, { cells: [{ probability: 0.5 }] }] },
  { kind: "facts", entries: [{ term: text, text }] },
  { kind: "callout", tone: "note", title: text, text },
  { kind: "quote", text },
  { kind: "scenario-ladder", caption: text, rungs: [{ id: text, title: text, stated: 0.5 }] },
  { kind: "forecast-over-time", caption: text, scenarios: [{ id: text, title: text }], points: [{ date: "2027-01-01", probabilities: { [text]: 0.5 }, events: [{ id: text, text }] }], resolves: "2027-06-30" },
  { kind: "weight-of-evidence", caption: text, columns: [{ id: text, title: text }], items: [{ id: text, text, date: "2027-01-01", weights: { [text]: -1 } }] },
  {
    kind: "indicator-board",
    caption: text,
    cards: [{ id: text, title: text, state: text, threshold: text, status: "open", timing: text, elapsed: 0.5, likelihoods: [{ id: text, point: 0.5, low: 0.4, high: 0.6 }] }],
  },
  { kind: "mechanism-chain", caption: text, links: [{ id: text, role: "step", text, marks: [{ text, tone: "good" }] }] },
  { kind: "leverage-bars", caption: text, bars: [{ id: text, text, leverage: 0.2, note: text }] },
  { kind: "waterfall", caption: text, state: text, start: 0.5, steps: [{ id: text, text, before: 0.5, after: 0.6 }], end: 0.6 },
  { kind: "position-ladder", caption: text, scale: { low: text, high: text }, groups: [{ title: text, actors: [{ id: text, name: text, position: 50, low: 40, high: 60, salience: 1 }] }] },
  { kind: "adoption-curve", caption: text, points: [{ date: "2027-01-01", adopters: 1, population: 4 }], tipping: { share: 1 / 3, label: text } },
  { kind: "timeline", caption: text, events: [{ date: "2027-01-01", id: text, text, tone: "note" }] },
];
