import { addDays } from "#kit/date";
import type { Block } from "#model/block";
import type { Page, PageSource } from "#model/page";

/** A page with every kind of block, about a treaty that does not exist. */
export function samplePage(): Page {
  return {
  title: "Will the harbour treaty be opened for signature in 2027?",
  question: "Which outcome will the Harbour Conference reach by 30 June 2027?",
  meta: {
    asOf: "2026-11-01",
    resolves: "2027-06-30",
    authors: ["M. Okafor", "L. Brandt"],
    audiences: ["port authorities"],
    tlp: "AMBER",
    yardstick: "ICD 203",
  },
  bottomLine: {
    answer: "The harbour treaty will **probably be opened for signature** at the session of March 2027; the chair's text is the only one on the table, and her mandate is the assumption that everything hangs on (A1).",
    ladder,
    bounds: "exact",
    changed: [
      "A rose from 55% to 62% since 1 November, mostly because two delegations dropped their reservations (O2).",
      "K2 was lowered from *likely* to *roughly even chance*.",
    ],
    watch: ["I1: bracketed paragraphs at the close of the session, 31 March 2027 (0.21 bits).", "I3: nomination of a second candidate (0.08 bits)."],
    due: ["I2 was due 5 days ago: nobody has looked since 4 December 2026."],
  },
  summary,
  sections: [
    { id: "scenarios", title: "Scenarios", blocks: scenarios },
    { id: "key-assumptions", title: "Key assumptions", blocks: assumptions },
    { id: "indicators", title: "Indicators", blocks: indicators },
    { id: "evidence", title: "Evidence", blocks: evidence },
    { id: "process-tracing", title: "Process tracing", blocks: processTracing },
    { id: "actors", title: "Actors and positions", blocks: actors },
    { id: "votes", title: "Votes", blocks: votes },
    { id: "limitations", title: "Limitations", blocks: limitations },
  ],
  sources,
  findings: [
    { rule: "indicators/overdue", severity: "warning", what: "I2 passed its date without a reading.", remedy: "Look at the gazette and log what you see.", standard: "ICD 203, tradecraft standard 9", line: 41 },
    { rule: "key-assumptions/untested", severity: "info", what: "A3 names no falsifying evidence.", remedy: "Say what would show it false.", standard: "Heuer and Pherson, key assumptions check", line: 29 },
  ],
  derivation: {
    engine: { version: "0.1.0", seed: 1 },
    document: "sha256:9f2c4b7f1de0a35e8a1c9c7cf3c1a4fc5b5a0ee13f3c0a1fb2be7d7d2f5f0c11",
    files: [{ name: "votes.csv", hash: "sha256:1b4f0e9851971998e732078544c96b36c3d01cedf7caa332359d6f1d83567014" }],
    options: [],
    notes: ["The residual has no likelihood for I1; 1/2 is ours.", "O1 and O4 share an origin and count as 1.2 items."],
  },
  };
}

const ladder: Extract<Block, { kind: "scenario-ladder" }> = {
  kind: "scenario-ladder",
  caption: "Scenarios by 30 June 2027",
  rungs: [
    { id: "A", title: "Opened for signature", stated: 0.55, computed: 0.62, word: "likely", low: 0.55, high: 0.69 },
    { id: "B", title: "Another session", stated: 0.4, computed: 0.334, low: 0.27, high: 0.42 },
    { id: "other", title: "Other", stated: 0.05, computed: 0.046, low: 0.03, high: 0.07, residual: true },
  ],
};

const summary: readonly Block[] = [
  { kind: "prose", text: "The conference has one text, one chair and one session left. Three delegations hold the balance; two of them moved in December [@sec2026, p. 3]{B2}.\n\nWhat could still stop it is procedural, not substantive." },
  { kind: "heading", level: 3, text: "Key findings", id: "key-findings" },
  {
    kind: "list",
    ordered: false,
    items: [
      {
        id: "K1",
        text: "The draft is **likely** to survive the session of March 2027, because two independent delegations report that the chair's text is the only one on the table [@sec2026]{B2} [@gazette2026]{C2}; it rests on A1. Confidence: moderate.",
        entries: [{ text: "Two rivals were withdrawn in October [@gazette2026, p. 2]{C3}." }, { text: "No delegation has tabled `L.12` since." }],
      },
      { id: "K2", text: "An inspection regime has a *roughly even chance* of staying in the text; see I2 and scenario A, or [the status page](https://example.org/d)." },
      { id: "K3", text: "A vote is **unlikely**: the forum decides by consensus and no one has asked for the rule to change (K1, A2)." },
    ],
  },
  { kind: "callout", tone: "watch", title: "What would change our mind", text: "A second candidate for the chair (A1), or more than thirty bracketed paragraphs at the close (I1)." },
];

const scenarios: readonly Block[] = [
  ladder,
  { kind: "heading", level: 2, text: "A: Opened for signature", id: "A" },
  { kind: "facts", entries: [{ term: "Resolves", text: "The depositary opens the treaty for signature; by 30 June 2027; [@depositary]" }, { term: "For port authorities", text: "Budget for inspections from 2028." }] },
  {
    kind: "waterfall",
    caption: "How its probability came about",
    state: "A",
    start: 0.55,
    steps: [
      { id: "O2", text: "Two delegations dropped their reservations", before: 0.55, after: 0.68 },
      { id: "O1", text: "12 paragraphs closed, 29 remain [@sec2026]{A2}", before: 0.68, after: 0.61 },
      { id: "", text: "3 lighter items", before: 0.61, after: 0.62 },
    ],
    end: 0.62,
  },
  { kind: "heading", level: 2, text: "B: Another session", id: "B" },
  { kind: "facts", entries: [{ term: "Resolves", text: "The conference decides to meet again and nothing is opened." }, { term: "For port authorities", text: "Keep the national rules." }] },
  { kind: "heading", level: 3, text: "Why not sooner" },
  { kind: "quote", text: "“We are not in a hurry, we are in a treaty,” the chair told the plenary [@gazette2026]." },
];

const assumptions: readonly Block[] = [
  {
    kind: "table",
    caption: "Key assumptions",
    head: ["ID", "Assumption", "Supporting evidence", "Falsifying evidence", "Impact if wrong", "Holds"],
    rows: [
      { id: "A1", cells: ["A1", "The chair keeps the mandate", "Re-elected in June [@sec2026]", "A second candidate is nominated", "The text is reopened", { probability: 0.875, low: 0.8, high: 0.95 }] },
      { id: "A2", cells: ["A2", "The rule of consensus is not changed", "Nobody asked for it [@sec2026]", "A proposal to amend the rules", "A vote becomes possible", { probability: 0.97 }] },
      { id: "A3", cells: ["A3", "Funding for the last session holds", "Pledged [@gazette2026]{C2}", { badge: "missing", tone: "alarm" }, "The session is put off", { probability: 0.7, low: 0.55, high: 0.8 }] },
    ],
  },
  {
    kind: "leverage-bars",
    caption: "How far the forecast moves if an assumption fails",
    bars: [
      { id: "A1", text: "The chair keeps the mandate", leverage: 0.47, note: "A falls to 15%" },
      { id: "A3", text: "Funding for the last session holds", leverage: 0.21, note: "A falls to 41%" },
      { id: "A2", text: "The rule of consensus is not changed", leverage: 0.004, note: "" },
    ],
  },
];

const likelihoods = {
  likelihoods: [
    { id: "A", point: 0.7, low: 0.55, high: 0.8 },
    { id: "B", point: 0.13, low: 0.05, high: 0.2 },
    { id: "other", point: 0.5, low: 0.5, high: 0.5 },
  ],
};

const indicators: readonly Block[] = [
  {
    kind: "indicator-board",
    caption: "Indicators",
    cards: [
      { ...likelihoods, id: "I1", title: "Bracketed paragraphs", state: "29", threshold: "fewer than 10 at the close of a session", status: "quiet", timing: "5 months left, last looked at 4 December 2026", elapsed: 0.28 },
      { ...likelihoods, id: "I2", title: "Inspection clause", state: "bracketed", threshold: "clean text", status: "due", timing: "due 5 days ago", elapsed: 1 },
      { ...likelihoods, id: "I3", title: "Second candidate for the chair", state: "none", threshold: "a nomination", status: "open", timing: "2 months left", elapsed: 0.4 },
      { ...likelihoods, id: "I4", title: "Reservation of the coastal group", state: "dropped [@gazette2026]{C2}", threshold: "dropped in writing", status: "crossed", timing: "crossed on 12 December 2026" },
      { ...likelihoods, id: "I5", title: "Pledges", state: "74% of the budget", threshold: "80%", status: "approaching", timing: "1 month left", elapsed: 0.66 },
      { ...likelihoods, id: "I6", title: "Request for a vote", state: "", threshold: "a request on the floor", status: "not crossed", timing: "horizon passed on 30 November 2026", elapsed: 1 },
    ],
  },
];

const observations = [
  { id: "O1", date: "2026-12-04", text: "Chair's text closed 12 paragraphs, 29 remain", weights: { A: 0.6, B: -0.9, other: 0.3 } },
  { id: "O2", date: "2026-12-12", text: "Coastal group drops its reservation in writing [@gazette2026]{C2}", weights: { A: 3.4, B: -3.1, other: -0.3 } },
  { id: "O3", date: "2026-12-13", text: "Treasury of the largest port state confirms its pledge", weights: { A: 1.1, B: -0.8, other: -0.3 } },
  { id: "O4", date: "2027-01-20", text: "Secretariat books the hall for a further week in June", weights: { A: -1.4, B: 1.9, other: -0.5 } },
  { id: "O5", date: "2027-02-02", text: "No request for a vote by the deadline", weights: { A: 0, B: 0.2, other: null } },
] as const;

const evidence: readonly Block[] = [
  {
    kind: "forecast-over-time",
    caption: "The forecast from day to day",
    scenarios: [{ id: "A", title: "Opened for signature" }, { id: "B", title: "Another session" }, { id: "other", title: "Other" }],
    resolves: "2027-06-30",
    points: [
      { date: "2026-11-01", probabilities: { A: 0.55, B: 0.4, other: 0.05 }, events: [] },
      { date: "2026-12-04", probabilities: { A: 0.57, B: 0.376, other: 0.054 }, events: [{ id: "O1", text: "Chair's text closed 12 paragraphs" }] },
      { date: "2026-12-12", probabilities: { A: 0.655, B: 0.297, other: 0.048 }, events: [{ id: "O2", text: "Coastal group drops its reservation" }] },
      { date: "2026-12-13", probabilities: { A: 0.69, B: 0.26, other: 0.05 }, events: [{ id: "O3", text: "Pledge confirmed" }] },
      { date: "2027-01-20", probabilities: { A: 0.61, B: 0.343, other: 0.047 }, events: [{ id: "O4", text: "Hall booked for June" }] },
      { date: "2027-02-02", probabilities: { A: 0.62, B: 0.334, other: 0.046 }, events: [{ id: "O5", text: "No request for a vote" }] },
    ],
  },
  {
    kind: "weight-of-evidence",
    caption: "What each item weighs",
    columns: [{ id: "A", title: "Opened for signature" }, { id: "B", title: "Another session" }, { id: "other", title: "Other" }],
    items: observations.map(({ id, date, text, weights }) => ({ id, date, text, weights })),
  },
  {
    kind: "timeline",
    caption: "The log",
    events: [
      ...observations.map(({ id, date, text }, index) => ({ id, date, text, tone: (["note", "good", "good", "watch", "note"] as const)[index] ?? "note" })),
      { date: "2027-03-31", text: "Close of the third session", tone: "note" },
    ],
  },
];

const processTracing: readonly Block[] = [
  {
    kind: "mechanism-chain",
    caption: "How the consensus rule delays the treaty",
    links: [
      { id: "cause", role: "cause", text: "The forum decides by consensus.", marks: [] },
      { id: "S1", role: "step", text: "Three port states have fleets that an inspection regime would delay, and say so in every session.", marks: [{ text: "T1 hoop test: passed", tone: "good" }] },
      { id: "S2", role: "step", text: "They accept discussion but bracket each operative paragraph.", marks: [{ text: "T2 smoking gun: passed", tone: "good" }, { text: "T3 straw in the wind: open", tone: "note" }] },
      { id: "S3", role: "step", text: "The chair trades paragraphs for time.", marks: [{ text: "T4 hoop test: failed", tone: "alarm" }] },
      { id: "outcome", role: "outcome", text: "No session has ended with a clean text.", marks: [] },
    ],
  },
  {
    kind: "weight-of-evidence",
    caption: "Tests of the hypotheses",
    columns: [{ id: "H1", title: "Interests block it" }, { id: "H2", title: "Time blocks it" }],
    items: [
      { id: "T1", text: "Interventions name the fleets", weights: { H1: 4.1, H2: -4.1 } },
      { id: "T4", text: "Paragraphs were traded for time", weights: { H1: 2.2, H2: null } },
    ],
  },
];

const actors: readonly Block[] = [
  {
    kind: "position-ladder",
    caption: "Where actors stand on inspections",
    scale: { low: "no inspections", high: "inspections at sea" },
    groups: [
      { title: "Coastal group", actors: [{ id: "ALD", name: "Aldenia", position: 22, low: 15, high: 30, salience: 0.9 }, { id: "BOR", name: "Borea", position: 22, low: 20, high: 25, salience: 0.4 }, { id: "CAR", name: "Federated Islands of Carmine", position: 35, low: 30, high: 55, salience: 0.7 }] },
      { title: "Port states", actors: [{ id: "DUN", name: "Dunmark", position: 80, low: 70, high: 90, salience: 0.8 }, { id: "EST", name: "Estuary Union", position: 92, low: 92, high: 92, salience: 0.3 }] },
    ],
  },
  {
    kind: "adoption-curve",
    caption: "Ports that inspect already",
    points: [{ date: "2025-03-01", adopters: 12, population: 96 }, { date: "2026-10-01", adopters: 29, population: 96 }],
    tipping: { share: 1 / 3, label: "one third" },
  },
];

const voted = { AND: { name: "Andorra", answer: "yes" }, BRA: { name: "Brazil", answer: "yes" }, CHL: { name: "Chile", answer: "no" }, TUV: { name: "Tuvalu", answer: "abstain" }, NOR: { name: "Norway", answer: "absent" } } as const;

const votes: readonly Block[] = [
  {
    kind: "vote-bars",
    caption: "Results",
    rows: [
      { id: "V1", title: "Resolution 4", note: "2 March 2026", counts: { yes: 100, no: 20, abstain: 10, absent: 5 }, needed: { count: 80, label: "80 of 120 voting" } },
      { id: "V2", title: "Resolution **5**", counts: { yes: 61, no: 60, abstain: 0, absent: 14 } },
    ],
  },
  { kind: "vote-map", caption: "Who voted how", maps: [{ title: "Resolution 5", votes: voted }, { title: "Resolution 4", votes: { ...voted, CHL: { name: "Chile", answer: "yes" } } }] },
  { kind: "vote-changes", caption: "Who moved", steps: [{ from: "Resolution 4", to: "Resolution 5", stayed: 3, moves: [{ from: "yes", to: "no", names: ["Chile"] }, { from: "absent", to: "yes", names: ["Andorra", "Brazil"] }] }] },
  {
    kind: "agreement-matrix",
    caption: "Who votes with whom",
    blocs: [{ title: "Bloc 1", members: [{ id: "BRA", name: "Brazil" }, { id: "CHL", name: "Chile" }] }, { title: "Bloc 2", members: [{ id: "TUV", name: "Tuvalu" }] }],
    shares: [[1, 1, 0.25], [1, 1, null], [0.25, null, 1]],
  },
];

const limitations: readonly Block[] = [
  { kind: "list", ordered: true, items: [{ id: "L1", text: "No direct reporting from the capitals; affects K1 and I3." }, { text: "The gazette has one correspondent [@gazette2026; @sec2026, pp. 2–4]." }] },
  { kind: "callout", tone: "note", title: "Collection", text: "Would be closed by a talk with the secretariat." },
  { kind: "callout", tone: "good", title: "Agreed", text: "Two reviewers have signed off." },
  { kind: "callout", tone: "alarm", title: "One voice", text: "O1 and O4 come from one origin." },
];

const sources: readonly PageSource[] = [
  { key: "sec2026", title: "Report of the third session", publisher: "Conference secretariat", date: "2026-10-30", address: "https://example.org/r3", reliability: "B", origin: "secretariat" },
  { key: "gazette2026", title: "Delegates close ranks", publisher: "Harbour Gazette", date: "2026-10-31", address: "https://example.org/g", reliability: "C", origin: "gazette" },
  { key: "depositary", title: "Status page", publisher: "Depositary", date: "2026-10-30", address: "https://example.org/d", reliability: "A", origin: "depositary" },
];

/** Pictures with more in them than is good: lines that end in one place, a log entry every other day, long names. */
export function crowdedBlocks(): readonly Block[] {
  const scenarios = Array.from({ length: 8 }, (_, index) => ({ id: `S${index}`, title: `A scenario with a long name, number ${index}` }));
  const days = Array.from({ length: 24 }, (_, index) => ({ date: addDays("2027-05-01", index * 2), index }));
  const points = days.map(({ date, index }) => ({
    date,
    probabilities: Object.fromEntries(scenarios.map(({ id }, which) => [id, 0.125 + (which - 3.5) * 0.0012 * index])),
    events: [{ id: `O${index}`, text: "Something happened" }, { id: `P${index}`, text: "Something else happened" }],
  }));
  const actors = Array.from({ length: 30 }, (_, index) => ({ id: `X${index}`, name: `Republic of the ${index}th Archipelago`, position: 50 + (index % 3), low: 40, high: 60 + index, salience: index / 30 }));
  return [
    { kind: "forecast-over-time", caption: "Many lines", scenarios, points, resolves: "2027-06-30" },
    { kind: "forecast-over-time", caption: "One day", scenarios: scenarios.slice(0, 2), points: points.slice(0, 1), resolves: "2031-06-30" },
    { kind: "forecast-over-time", caption: "No day", scenarios, points: [] },
    { kind: "scenario-ladder", caption: "Many rungs", rungs: scenarios.map(({ id, title }, index) => ({ id, title, stated: index / 8, computed: 1 - index / 8, low: 0, high: 1 })) },
    { kind: "weight-of-evidence", caption: "Many columns", columns: scenarios, items: days.map(({ date, index }) => ({ id: `O${index}`, date, text: "Something happened", weights: Object.fromEntries(scenarios.map(({ id }, which) => [id, which === index ? null : (which - 4) * index])) })) },
    { kind: "position-ladder", caption: "Many actors", scale: { low: "the law as it stands is enough", high: "a new treaty with inspections at sea" }, groups: [{ title: "All", actors }, { title: "None", actors: [] }] },
    { kind: "timeline", caption: "Many events", events: days.map(({ date, index }) => ({ id: `O${index}`, date, text: "Something happened", tone: "note" })) },
    { kind: "adoption-curve", caption: "Beyond the line", points: [{ date: "2026-10-01", adopters: 30, population: 30 }, { date: "2026-10-02", adopters: 10, population: 30 }], tipping: { share: 1 / 3, label: "one third" } },
    { kind: "adoption-curve", caption: "No count", points: [], tipping: { share: 1 / 3, label: "one third" } },
    { kind: "indicator-board", caption: "No indicator", cards: [] },
    { kind: "mechanism-chain", caption: "No mechanism", links: [] },
    { kind: "leverage-bars", caption: "No bar", bars: [] },
    { kind: "waterfall", caption: "No step", state: "A", start: 0.5, steps: [], end: 0.5 },
    { kind: "waterfall", caption: "An exclusion", state: "A", start: 0.5, steps: [{ id: "O0", text: "It cannot be", before: 0.5, after: 0 }], end: 0 },
    { kind: "vote-bars", caption: "No vote", rows: [] },
    { kind: "vote-bars", caption: "Nobody", rows: [{ title: "A group with a name that is longer than any column can be", counts: { yes: 0, no: 0, abstain: 0, absent: 0 } }] },
    { kind: "vote-map", caption: "No map", maps: [] },
    { kind: "vote-map", caption: "A state without a place", maps: [{ title: "One", votes: { ZZZ: { name: "Nowhere", answer: "no" } } }] },
    { kind: "vote-changes", caption: "No change", steps: [] },
    { kind: "agreement-matrix", caption: "Nobody to compare", blocs: [], shares: [] },
    { kind: "agreement-matrix", caption: "Many", blocs: [{ title: "All", members: actors.map(({ id, name }) => ({ id, name })) }], shares: actors.map((_, row) => actors.map((__, column) => ((row * column) % 7) / 7)) },
  ];
}
