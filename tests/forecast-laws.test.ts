import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { NetworkPiece } from "#core/network-piece";
import { computeForecast, type ForecastOptions } from "#workbench/forecast/compute";
import { effectiveCount, shareIn } from "#workbench/forecast/dependence";
import { forecastJson } from "#workbench/forecast/json";
import { reportReliability } from "#workbench/forecast/report-reliability";
import { asOf, documents, horizon, probability, range, sources, withAssumptions } from "./forecast-arbitraries.ts";
import { requestFor, type TestDocument, type TestObservation } from "./forecast-document.ts";

const compute = (document: TestDocument, options: ForecastOptions = {}) => computeForecast(requestFor(document, options))!;
const posteriors = (document: TestDocument, options: ForecastOptions = {}) => compute(document, options).scenarios.map(({ posterior }) => posterior);
const two = { scenarios: ["A", "B"], stated: { A: 0.5, B: 0.5 } } as const;
const item = (id: string, likelihood: TestObservation["likelihood"], rest: Partial<TestObservation> = {}): TestObservation => ({ id, bearsOn: "scenarios", likelihood: likelihood!, ...rest });
const odds = (document: TestDocument, options: ForecastOptions = {}) => {
  const [A, B] = posteriors(document, options);
  return A! / B!;
};

const shuffled = (piece: NetworkPiece, turn: number): NetworkPiece => {
  const mix = <Value>(list: readonly Value[]): readonly Value[] => (turn % 2 === 0 ? list.toReversed() : [...list.slice(turn % (list.length || 1)), ...list.slice(0, turn % (list.length || 1))]);
  return { variables: mix(piece.variables), opinions: mix(piece.opinions), evidence: mix(piece.evidence), watched: mix(piece.watched), dependents: mix(piece.dependents), notes: piece.notes };
};

it("does not depend on the order in which techniques contribute, to the last bit (seed 71)", () => {
  fc.assert(
    fc.property(withAssumptions(documents(range)), fc.nat({ max: 7 }), (document, turn) => {
      const request = requestFor(document);
      const other = { ...request, piecesFor: (situation: Parameters<typeof request.piecesFor>[0]) => shuffled(request.piecesFor(situation), turn) };
      expect(JSON.stringify(computeForecast(other))).toBe(JSON.stringify(computeForecast(request)));
    }),
    { seed: 71, numRuns: 40, verbose: 1 },
  );
});

it("keeps every vector a distribution inside its bounds, and the decibels add up (seed 72)", () => {
  fc.assert(
    fc.property(documents(range), (document) => {
      fc.pre(document.stated !== undefined);
      const { scenarios, evidence } = compute(document);
      expect(scenarios.reduce((sum, { posterior }) => sum + posterior, 0)).toBeCloseTo(1, 12);
      const [first, second] = scenarios;
      const shift = 10 * Math.log10(first!.posterior / second!.posterior) - 10 * Math.log10(first!.prior / second!.prior);
      expect(evidence.reduce((sum, { weight }) => sum + weight[first!.id]! - weight[second!.id]!, 0)).toBeCloseTo(shift, 9);
      for (const { low, posterior, high } of scenarios) expect(low <= posterior && posterior <= high).toBe(true);
    }),
    { seed: 72, numRuns: 60, verbose: 1 },
  );
});

it("counts a cluster between one item and all of them", () => {
  expect(effectiveCount(5, 1)).toBe(1);
  expect(effectiveCount(5, 0)).toBe(5);
  expect(effectiveCount(1, 0.8)).toBe(1);
  expect(shareIn(4, 1)).toBe(1 / 4);
  expect(shareIn(4, 0)).toBe(1);
  // Three reports of 4:1 by one source are worth 1.4 of them; as independent ones they would be worth 64:1.
  const repeated = [1, 2, 3].map((at) => item(`E${at}`, { A: 0.8, B: 0.2 }, { sources: ["s4"] }));
  expect(odds({ ...two, observations: repeated })).toBeCloseTo(4 ** 1.4, 9);
  expect(odds({ ...two, observations: repeated }, { dependence: false })).toBeCloseTo(64, 9);
});

it.each<[string, readonly Partial<TestObservation>[], readonly number[]]>([
  ["a source", [{ sources: ["s4"] }, { sources: ["s4", "s6"] }, {}], [0.6, 0.6, 1]],
  ["an origin, however it is capitalised", [{ sources: ["s1"] }, { sources: ["s2"] }, { sources: ["s4"] }], [0.6, 0.6, 1]],
  ["a declared cluster", [{ cluster: "dinner" }, { cluster: "dinner" }, { cluster: "other dinner" }], [0.6, 0.6, 1]],
  ["a chain of such links", [{ sources: ["s4"] }, { sources: ["s4", "s5"] }, { sources: ["s5"], cluster: "dinner" }], [1.4 / 3, 1.4 / 3, 1.4 / 3]],
  ["nothing: no source is no common source", [{}, {}, {}], [1, 1, 1]],
])("joins items by %s", (_, links, shares) => {
  const observations = links.map((link, at) => item(`E${at}`, { A: 0.8, B: 0.2 }, link));
  expect(compute({ ...two, observations, sources }).evidence.map(({ share }) => share)).toEqual(shares.map((share) => expect.closeTo(share, 12)));
});

it("takes a report without a grade, or with grades switched off, at face value (seed 73)", () => {
  expect(reportReliability({})).toBe(1);
  fc.assert(
    fc.property(documents(probability), (document) => {
      fc.pre(document.stated !== undefined);
      const { sources: _sources, ...rest } = document;
      const ungraded = { ...rest, observations: document.observations!.map(({ grade: _grade, ...observation }) => observation) };
      const off = posteriors(document, { grades: false, dependence: false });
      for (const [at, value] of posteriors(ungraded, { dependence: false }).entries()) expect(value).toBeCloseTo(off[at]!, 12);
    }),
    { seed: 73, numRuns: 30, verbose: 1 },
  );
});

it("multiplies both axes of a grade, takes one alone, and completes the letter from the best source", () => {
  expect(reportReliability({ reliability: "B", credibility: 2 })).toBeCloseTo(0.855, 12);
  expect(reportReliability({ credibility: 3 })).toBe(0.8);
  expect(reportReliability({ reliability: "F" })).toBe(0.5);
  const reliability = (rest: Partial<TestObservation>) => {
    // With 1:0 the odds are (r + (1-r)/2) : (1-r)/2, so r = (odds - 1) / (odds + 1).
    const ratio = odds({ ...two, observations: [item("E1", { A: 1, B: 0 }, rest)], sources });
    return (ratio - 1) / (ratio + 1);
  };
  expect(reliability({ sources: ["s2", "s1"] })).toBeCloseTo(0.98, 9);
  expect(reliability({ sources: ["s2"], grade: { credibility: 3 } })).toBeCloseTo(0.75 * 0.8, 9);
  expect(reliability({ sources: ["s1"], grade: { reliability: "D" } })).toBeCloseTo(0.5, 9);
  expect(reliability({ sources: ["s5", "s6"] })).toBeCloseTo(0.5, 9);
});

it("hears nothing in a look on the first day, even beside another report of the same source", () => {
  const document = (observations: readonly TestObservation[]): TestDocument => ({ asOf, ...two, indicators: [{ id: "I1", horizon, crossing: { A: 0.9, B: 0.1 } }], observations, sources });
  const look: TestObservation = { id: "O1", date: asOf, bearsOn: "I1", reading: "quiet", sources: ["s4"] };
  const report = item("E1", { A: 0.8, B: 0.2 }, { sources: ["s4"] });
  expect(posteriors(document([look]))).toEqual([0.5, 0.5]);
  const alone = posteriors(document([report]));
  for (const [state, posterior] of posteriors(document([look, report])).entries()) expect(posterior).toBeCloseTo(alone[state]!, 14);
});

it("moves mass to the residual by evidence that every named scenario predicted badly", () => {
  const document: TestDocument = { scenarios: ["A", "B", "other"], stated: { A: 0.6, B: 0.35, other: 0.05 }, observations: [item("E1", { A: 0.04, B: 0.06 })] };
  const { scenarios, notes } = compute(document);
  // The residual has 1/2: 0.024 : 0.021 : 0.025.
  expect(scenarios.map(({ posterior }) => posterior)).toEqual([24 / 70, 21 / 70, 25 / 70].map((value) => expect.closeTo(value, 12)));
  expect(notes).toContain("E1 has no likelihood for other; 1 in 2 is used, a default of ours.");
});

it("pools the author with forecasters: geometric by default, arithmetic on request", () => {
  const document: TestDocument = { scenarios: ["A", "B"], stated: { A: 0.8, B: 0.2 }, estimates: [{ id: "Ann", probabilities: { A: 0.5, B: 0.5 } }] };
  expect(odds(document)).toBeCloseTo(2, 12);
  expect(posteriors(document, { pool: "arithmetic" })[0]).toBeCloseTo(0.65, 12);
  expect(odds(document, { without: ["Ann"] })).toBeCloseTo(4, 12);
});

it("counts a forecaster's latest estimate only, and none after the day asked for", () => {
  const estimate = (date: string, A: number) => ({ id: "Ann", date, probabilities: { A, B: 1 - A } });
  const document: TestDocument = { scenarios: ["A", "B"], estimates: [estimate("2026-03-01", 0.9), estimate("2026-02-01", 0.2)] };
  expect(posteriors(document)[0]).toBeCloseTo(0.9, 12);
  expect(posteriors(document, { until: "2026-02-15" })[0]).toBeCloseTo(0.2, 12);
  expect(compute(document).replay.map(({ date, items }) => [date, items])).toEqual([["2026-02-01", ["Ann"]], ["2026-03-01", ["Ann"]]]);
});

it("shows how it normalised, what it assumed, and what can never change", () => {
  const document: TestDocument = {
    scenarios: ["A", "B", "C"],
    stated: { A: 0.6, B: 0.5, C: 0 },
    observations: [item("E1", { A: 0.5, B: 0.5, C: 0.5 }, { eliminates: ["B"] })],
    assumptions: [{ id: "A1", holds: 0.4, ifFails: { A: 0.2, B: 0.8, C: 0 } }, { id: "A2", holds: 0.9 }],
  };
  const { notes, scenarios, assumptions } = compute(document);
  expect(notes).toEqual([
    "The stated probabilities sum to 110%; each was divided by 1.10.",
    "The stated set of probabilities gives C 0%: no evidence can change that.",
    "A1 contradicts the stated probabilities: it fails with 60%, and B then has 80%, so B must have at least 48%, but has 45.5% (its probability of failing under B would be 105.6%). The row is left out of the forecast.",
    "A2 does not say which scenarios follow in case of failure, so the forecast cannot move with it.",
    "E1 eliminates B: the author's act, which no evidence can undo.",
  ]);
  expect(scenarios.map(({ stated, posterior }) => [stated, posterior])).toEqual([[0.6, 1], [0.5, 0], [0, 0]]);
  expect(assumptions).toEqual([{ id: "A1", title: "A1", holds: 0.4, leverage: 0 }, { id: "A2", title: "A2", holds: 0.9, posterior: 0.9, leverage: 0 }]);
});

it("starts from equal chances where nobody states any, and says that this is ours", () => {
  const { scenarios, notes } = compute({ scenarios: ["A", "B"], observations: [item("E1", { A: 0.3, B: 0.1 })] });
  expect(scenarios.map(({ prior, posterior }) => [prior, posterior])).toEqual([[0.5, expect.closeTo(0.75, 12)], [0.5, expect.closeTo(0.25, 12)]]);
  expect(notes).toEqual(["No probability is stated for the scenarios: each starts at 1 in 2, a default of ours."]);
});

it("shows the prior, and says so, where the evidence or the opinions exclude everything", () => {
  const clash: TestDocument = { ...two, observations: [item("E1", { A: 0, B: 0.5 }), item("E2", { A: 0.5, B: 0 })], indicators: [{ id: "I1", horizon, crossing: { A: 0.9, B: 0.1 } }], asOf };
  const forecast = compute(clash);
  expect(forecast.scenarios.map(({ posterior }) => posterior)).toEqual([0.5, 0.5]);
  expect(forecast.notes).toContain("The evidence excludes every one of the scenarios between its items; no posterior exists, and the prior is shown.");
  expect([forecast.watchNext, forecast.flip]).toEqual([[], []]);
  const veto = compute({ scenarios: ["A", "B"], stated: { A: 1, B: 0 }, estimates: [{ id: "Ann", probabilities: { A: 0, B: 1 } }] });
  expect(veto.scenarios.map(({ posterior }) => posterior)).toEqual([0.5, 0.5]);
  expect(veto.notes).toContain("The opinions about the scenarios exclude every one of them between them; their arithmetic mean is used instead of the geometric pool.");
});

it("says which items bear on nothing that can be computed, and passes on what techniques have to say", () => {
  const request = requestFor({ ...two, observations: [item("E1", { A: 0.5, B: 0.4 })] });
  const piecesFor: typeof request.piecesFor = (situation) => {
    const piece = request.piecesFor(situation);
    return { ...piece, evidence: piece.evidence.map((evidence) => ({ ...evidence, variable: "weather" })), notes: ["I7 has no horizon."] };
  };
  expect(computeForecast({ ...request, piecesFor })).toMatchObject({ evidence: [], notes: ["E1 bears on weather, for which nothing can be computed; it does not count.", "I7 has no horizon."] });
});

it("gives nothing where the document gives nothing to compute", () => {
  expect(computeForecast(requestFor({}))).toBeUndefined();
  expect(computeForecast(requestFor({ scenarios: ["A", "B"] }))).toBeUndefined();
  expect(computeForecast(requestFor({ hypotheses: ["H1", "H2"], tests: [{ id: "T1", likelihood: { H1: 0.9, H2: 0.3 } }] }))?.hypotheses[0]?.posterior).toBeCloseTo(0.75, 12);
});

it("keeps hypotheses and scenarios apart, and shows what a dropped test does to the hypotheses", () => {
  const document: TestDocument = { ...two, hypotheses: ["H1", "H2"], priors: { H1: 0.5, H2: 0.5 }, tests: [{ id: "T1", likelihood: { H1: 0.9, H2: 0.3 }, sources: ["s4"] }] };
  const { scenarios, hypotheses, without, evidence } = compute(document);
  expect(scenarios.map(({ posterior }) => posterior)).toEqual([0.5, 0.5]);
  expect(hypotheses.map(({ posterior }) => posterior)).toEqual([0.75, 0.25].map((value) => expect.closeTo(value, 12)));
  expect(without).toEqual(["item", "source"].map((kind) => ({ id: kind === "item" ? "T1" : "s4", kind, probabilities: { H1: 0.5, H2: 0.5 }, shift: expect.closeTo(0.25, 12) })));
  expect(evidence[0]!.weight["H1"]! - evidence[0]!.weight["H2"]!).toBeCloseTo(10 * Math.log10(3), 12);
});

it("takes an assumption stated as certain to hold as failed when asked to", () => {
  const document: TestDocument = { ...two, assumptions: [{ id: "A1", holds: 1, ifFails: { A: 0.2, B: 0.8 } }], observations: [item("E1", { A: 0.6, B: 0.3 })] };
  const given = compute(document, { assumed: new Map([["A1", "fails"]]) });
  expect(given.scenarios.map(({ posterior }) => posterior)).toEqual([12 / 36, 24 / 36].map((value) => expect.closeTo(value, 12)));
  expect(given.assumptions[0]!.posterior).toBe(0);
  expect(compute(document).assumptions[0]!.ifFalse).toEqual({ A: expect.closeTo(1 / 3, 12), B: expect.closeTo(2 / 3, 12) });
});

it("prints the public shape", () => {
  const document: TestDocument = {
    asOf,
    ...two,
    observations: [item("E1", { A: 0.6, B: 0.3 }, { date: "2026-02-01", sources: ["s4", "s6"] })],
    assumptions: [{ id: "A1", holds: 0.9, ifFails: { A: 0.4, B: 0.6 } }],
    indicators: [{ id: "I1", horizon, crossing: { A: 0.3, B: 0.9 } }],
    sources,
  };
  const json = forecastJson(compute(document, { until: "2026-06-01", seed: 9 }));
  expect(Object.keys(json)).toEqual(["question", "asOf", "scenarios", "evidence", "assumptions", "hypotheses", "watchNext", "flip", "notes", "engine", "bounds", "replay", "without"]);
  expect(json).toMatchObject({ question: "What happens?", asOf: "2026-06-01", engine: { version: "1.0.0", seed: 9 }, flip: [["I1"]] });
  expect(Object.keys(json.scenarios[0]!)).toEqual(["id", "title", "stated", "prior", "posterior", "low", "high"]);
  expect(json.evidence[0]).toMatchObject({ id: "E1", kind: "observation", date: "2026-02-01", source: "s4, s6", weight: { A: expect.any(Number), B: expect.any(Number) } });
  expect(Object.keys(json.assumptions[0]!)).toEqual(["id", "holds", "posterior", "ifFalse", "leverage"]);
  expect(json.watchNext).toEqual([{ id: "I1", bits: expect.any(Number) }]);
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});
