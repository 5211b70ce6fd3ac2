import { expect, it } from "vitest";
import { renderPage } from "#report/page";
import { elementsIn, named, parsePage, textIn, withClass, type PageElement } from "./report/parse-page.ts";
import { samplePage } from "./report/sample-page.ts";

const html = renderPage(samplePage());
const page = parsePage(html);
const all = elementsIn(page);
const attribute = (element: PageElement | undefined, name: string): string => String(element?.attributes[name] ?? "");
const ids = all.flatMap((element) => (attribute(element, "id") === "" ? [] : [attribute(element, "id")]));
const section = (id: string): PageElement => all.find((element) => attribute(element, "id") === id)!;

it("is one page that asks for nothing from elsewhere", () => {
  expect(html.startsWith("<!doctype html>")).toBe(true);
  expect(named(page, "script", "link", "img", "iframe", "object", "embed", "video", "audio")).toEqual([]);
  expect(html).not.toMatch(/@import|url\((?!#)|src=/u);
  expect(attribute(named(page, "html")[0], "lang")).toBe("en");
  expect(named(page, "title").map(textIn)[0]).toBe("Will the harbour treaty be opened for signature in 2027?");
  // A map of the world is 50,000 of them.
  expect(html.length).toBeLessThan(180_000);
});

it("gives the same bytes for the same page", () => {
  expect(renderPage(samplePage())).toBe(html);
});

it("has unique ids, and every fragment leads to one", () => {
  expect(new Set(ids).size).toBe(ids.length);
  const fragments = named(page, "a").map((element) => attribute(element, "href")).filter((href) => href.startsWith("#"));
  expect(fragments.length).toBeGreaterThan(40);
  for (const fragment of fragments) expect(ids).toContain(fragment.slice(1));
});

it("makes every id of the document an anchor at its best place", () => {
  for (const id of ["K1", "K2", "A1", "A3", "I1", "I6", "O1", "T1", "S2", "L1", "A", "B", "other", "ALD"]) expect(ids).toContain(id);
  expect(section("K1").name).toBe("li");
  expect(section("A1").name).toBe("tr");
  expect(section("A").name).toBe("h3");
  expect(attribute(section("other"), "className")).toContain("rung");
});

it("leaves no level of heading out", () => {
  const levels = named(page, "h1", "h2", "h3", "h4", "h5", "h6").map(({ name }) => Number(name.slice(1)));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.slice(1).entries()) expect(level - levels[index]!).toBeLessThanOrEqual(1);
});

it("has one header, one main, one navigation, one foot, and a way to skip", () => {
  for (const name of ["header", "main", "nav", "footer"]) expect(named(page, name)).toHaveLength(1);
  const first = named(page, "body")[0]!.children.find((child) => typeof child !== "string");
  expect(attribute(first, "href")).toBe("#main");
});

it("opens with the answer, the leading scenario, and what to do", () => {
  const bottomLine = textIn(section("bottom-line"));
  for (const words of ["62%", "likely", "Guaranteed bounds: 55–69%.", "The author states 55%; the evidence gives 7 points more.", "Next: B, Another session, 33%.", "What changed", "Watch next", "Due", "I2 was due 5 days ago"]) expect(bottomLine).toContain(words);
  expect(html.indexOf('id="bottom-line"')).toBeLessThan(html.indexOf('id="contents"'));
});

it("says when bounds overlap, when they may be wider than needed, and when nothing could be computed", () => {
  const sample = samplePage();
  const withRungs = (rungs: NonNullable<typeof sample.bottomLine.ladder>["rungs"], bounds: "exact" | "outer" = "exact") =>
    textIn(elementsIn(parsePage(renderPage({ ...sample, bottomLine: { ...sample.bottomLine, bounds, ladder: { kind: "scenario-ladder", caption: "c", rungs } } }))).find((element) => attribute(element, "id") === "bottom-line")!);
  const close = [{ id: "A", title: "Yes", computed: 0.52, low: 0.4, high: 0.6 }, { id: "B", title: "No", computed: 0.48, low: 0.4, high: 0.6 }];
  expect(withRungs(close)).toContain("Next: B, No, 48%; the bounds of the two overlap.");
  expect(withRungs(close, "outer")).toContain("Guaranteed to lie within 40–60%; the true bounds may be narrower.");
  expect(withRungs([{ id: "A", title: "a", stated: 0.7 }, { id: "B", title: "b", stated: 0.3 }])).toContain("As the author states it; the document gives nothing to compute it from.");
  expect(withRungs([{ id: "A", title: "a", stated: 0.701, computed: 0.7 }])).toContain("The evidence agrees with the 70.1% that the author states.");
  expect(withRungs([])).toContain("No scenario has a probability yet.");
});

it("opens with the outcome and what had been said of it once the question is resolved", () => {
  const sample = samplePage();
  const opening = (resolved: NonNullable<typeof sample.bottomLine.resolved>) => textIn(elementsIn(parsePage(renderPage({ ...sample, bottomLine: { ...sample.bottomLine, resolved } }))).find((element) => attribute(element, "id") === "bottom-line")!);
  const led = opening({ outcome: "A", title: "Opened for signature", on: "2027-06-12", by: "[@depositary]", stated: 0.55, computed: 0.62 });
  for (const words of ["Resolved on 12 June 2027 [3]", "Opened for signature", "The author had put 55% on it; the evidence in the log came to 62%.", "What changed"]) expect(led).toContain(words);
  for (const words of ["Due", "Watch next", "Another scenario had led", "Guaranteed bounds"]) expect(led).not.toContain(words);
  expect(opening({ outcome: "B", title: "Another session", stated: 0.4 })).toContain("The author had put 40% on it.Another scenario had led: A, Opened for signature, 62%.");
  expect(opening({ outcome: "A war" })).toContain("A war");
});

it("gives every figure a caption, a summary, drawings that speak, and its numbers as a table", () => {
  const figures = named(page, "figure");
  expect(figures).toHaveLength(16);
  for (const figure of figures) {
    const caption = named(figure, "figcaption")[0]!;
    expect(textIn(withClass(caption, "summary")[0]!).length).toBeGreaterThan(20);
    expect(ids).toContain(attribute(figure, "ariaLabelledBy"));
    const drawings = named(figure, "svg").filter((svg) => attribute(svg, "role") === "img");
    expect(drawings.length).toBeGreaterThan(0);
    for (const drawing of drawings) for (const name of ["title", "desc"]) expect(textIn(named(drawing, name)[0]!).trim()).not.toBe("");
    expect(named(named(figure, "details")[0]!, "tr").length).toBeGreaterThan(1);
  }
});

it("tells in words what each picture shows", () => {
  const summaries = withClass(page, "summary").map(textIn);
  for (const words of [
    "A, Opened for signature, leads: computed 62%, bounds 55–69%, stated 55%. Stated and computed part most for A, where the evidence gives 7 points more.",
    "From 1 November 2026 to 2 February 2027: A went from 55% to 62%; B went from 40% to 33%; other stays at 5%. The question resolves on 30 June 2027.",
    "The heaviest item is O2, +3.4 dB for A. O5 eliminates other.",
    "6 indicators: 1 due (I2); 1 approaching (I5); 1 crossed (I4); 1 not crossed (I6); 1 quiet (I1); 1 open (I3).",
    "3 steps between cause and outcome; 4 tests bear on its parts, none on cause, outcome.",
    "A1 moves the forecast most, by 47 points.",
    "On a scale from 0 (no inspections) to 100 (inspections at sea). Coastal group: 3 actors from 22 to 35; Port states: 2 actors from 80 to 92.",
    "29 of 96 (30%) on 1 October 2026, 13% on 1 March 2025; 3 short of one third.",
    "6 events from 4 December 2026 to 31 March 2027.",
  ]) expect(summaries).toContain(words);
});

it("writes beside each bar of a waterfall what it moves, in points and in decibels that fit them, and what its colour means", () => {
  const text = textIn(withClass(page, "picture").find((figure) => textIn(figure).includes("How its probability came about"))!);
  for (const words of ["up 13 points, +2.4 dB", "down 7 points, −1.3 dB", "A full bar: it rises.", "A pale bar: it falls.", "In another order each bar would be another"]) expect(text).toContain(words);
});

it("draws what the numbers say", () => {
  const rung = withClass(section("scenarios"), "rung")[0]!;
  expect(attribute(named(rung, "rect").at(-1), "width")).toBe("62%");
  const bracket = named(withClass(rung, "bracket")[0]!, "line")[0];
  expect([attribute(bracket, "x1"), attribute(bracket, "x2")]).toEqual(["55%", "69%"]);
  expect(attribute(withClass(rung, "tick")[0], "x")).toBe("55%");
  const evidence = withClass(section("O2"), "cell");
  const bars = evidence.map((cell) => named(cell, "rect")[0]);
  expect(bars.map((bar) => [attribute(bar, "x"), attribute(bar, "width")])).toEqual([["50%", "50%"], [`${Math.round((0.5 - 3.1 / 6.8) * 10000) / 100}%`, `${Math.round((3.1 / 6.8) * 10000) / 100}%`], ["45.59%", "4.41%"]]);
});

it("gives a scenario one colour in all pictures", () => {
  const series = (className: string) => withClass(page, className).map((element) => attribute(element, "className")).join(" ");
  expect(series("rung")).toContain("series-1");
  expect(new Set(withClass(section("evidence"), "cell").map((cell) => attribute(cell, "className").split(",").at(-1)))).toEqual(new Set(["series-1", "series-2", "series-residual"]));
});

it("labels tables, and lets them scroll by keyboard", () => {
  for (const scroll of withClass(page, "scroll")) {
    expect(attribute(scroll, "tabIndex")).toBe("0");
    expect(attribute(scroll, "ariaLabelledBy") !== "" ? ids.includes(attribute(scroll, "ariaLabelledBy")) : attribute(scroll, "ariaLabel") !== "").toBe(true);
    for (const header of named(scroll, "th")) expect(["col", "row"]).toContain(attribute(header, "scope"));
  }
});

it("numbers sources as it cites them, and writes how the numbers were made", () => {
  const cited = withClass(section("K1"), "citation").map(textIn);
  expect(cited).toEqual(["[1] B2", "[2] C2", "[2, p. 2] C3"]);
  expect(attribute(section("source:2"), "value")).toBe("2");
  const foot = textIn(named(page, "footer")[0]!);
  for (const words of ["sha256:9f2c", "Rapporteur 0.1.0, seed 1", "defaults", "ICD 203", "TLP:AMBER"]) expect(foot).toContain(words);
});

it("carries title and marking onto every printed sheet", () => {
  expect(html).toContain('@top-right{content:"TLP\\3a AMBER"}');
  expect(html).toContain("@top-left{content:\"Will the harbour treaty be opened for signature in 2027\\3f \"}");
});
