import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networkProblems } from "#bayes/network";
import { networkFormats, readNetwork, writeNetwork, type NetworkFormat } from "#exchange/network/formats";
import { hostileSnippets, slowNetworks, smallNetworks } from "./hostile-networks.ts";
import { referenceText, withoutReferences } from "./reference-data.ts";
import { networks } from "./network-arbitraries.ts";

/** Whatever the text, a sound network or one sentence with a place in the text. */
function expectAnswer(text: string, format: NetworkFormat): void {
  const reading = readNetwork(text, format);
  if (reading.kind === "read") return expect(networkProblems(reading.network)).toEqual([]);
  const lines = text.split("\n");
  expect(reading.what).toMatch(/^[^\n]{5,}\.$/u);
  expect(reading.what.length).toBeLessThan(500);
  expect(reading.line).toBeGreaterThanOrEqual(1);
  expect(reading.line).toBeLessThanOrEqual(lines.length);
  expect(reading.column).toBeGreaterThanOrEqual(1);
  expect(reading.column).toBeLessThanOrEqual(lines[reading.line - 1]!.length + 1);
}

const at = (text: string) => fc.nat(text.length);
const changes = (text: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.tuple(at(text), fc.constantFrom(...hostileSnippets)).map(([from, snippet]) => `${text.slice(0, from)}${snippet}${text.slice(from)}`),
    fc.tuple(at(text), fc.constantFrom(...hostileSnippets)).map(([from, snippet]) => `${text.slice(0, from)} ${snippet} ${text.slice(from)}`),
    fc.tuple(at(text), fc.nat(40)).map(([from, length]) => text.slice(0, from) + text.slice(from + length)),
    fc.tuple(at(text), fc.nat(60)).map(([from, length]) => text.slice(0, from + length) + text.slice(from)),
    fc.tuple(at(text), at(text)).map(([a, b]) => text.slice(0, Math.min(a, b)) + text.slice(Math.max(a, b))),
    at(text).map((from) => text.slice(0, from)),
  );

describe.each(networkFormats)("%s", (format) => {
  const small = smallNetworks[format];

  it("reads the small network that is changed here", () => expect(readNetwork(small, format)).toMatchObject({ kind: "read", notes: [] }));

  it("answers with a network or a sentence and its place wherever the file is changed once or twice (seed 221)", () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(changes(small).chain((once) => fc.oneof(fc.constant(once), changes(once))), (text) => {
        expectAnswer(text, format);
        const { kind } = readNetwork(text, format);
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }),
      { seed: 221, numRuns: 400, verbose: 1 },
    );
    for (const kind of ["read", "unreadable"]) expect(kinds.get(kind)).toBeGreaterThan(10);
  });

  it("answers so wherever the file is cut", () => {
    for (let end = 0; end < small.length; end++) expectAnswer(small.slice(0, end), format);
  });

  it("does not mind line ends, a byte order mark or blanks", () => {
    const { network } = readNetwork(small, format) as { readonly network: unknown };
    for (const text of [`\uFEFF${small}`, small.replaceAll("\n", "\r\n"), small.replaceAll("\n", "\r"), `\n\n${small}\n\n`, small.replaceAll("\n", "\n\t ")]) expect(readNetwork(text, format)).toMatchObject({ kind: "read", network });
  });

  it("takes names in any script, and numbers with exponents", () => {
    const renamed = small.replaceAll("light", "Lïght_名前").replaceAll("2.5e-1", "250.0E-3").replaceAll("0.75", "7.5e-1");
    const reading = readNetwork(renamed, format);
    if (reading.kind !== "read") throw new Error(reading.what);
    if (format !== "uai") expect(reading.network.variables.map(({ id }) => id)).toContain("Lïght_名前");
    expect(reading.network.tables.map(({ probabilities }) => probabilities)).toEqual((readNetwork(small, format) as typeof reading).network.tables.map(({ probabilities }) => probabilities));
  });
});

const comments: Readonly<Partial<Record<NetworkFormat, readonly string[]>>> = { bif: ["/* ( { \" */", "// x ;\n"], net: ["% ( { \"\n"], xmlbif: ["<!-- <VARIABLE> & -->"], xdsl: ["<!-- </nodes> -->"] };
it.each(Object.entries(comments) as [NetworkFormat, readonly string[]][])("%s may have comments between all its parts", (format, list) => {
  const small = smallNetworks[format];
  const { network } = readNetwork(small, format) as { readonly network: unknown };
  for (const comment of list) {
    // Between words and signs in the formats of words, between elements in those of XML, where a declaration must come first.
    const text = format === "bif" || format === "net" ? small.replace(/(?<=[\s;{}()|])(?=[\w"({;)}|.])(?=(?:[^"]*"[^"]*")*[^"]*$)/gu, comment) : small.replace(/>(?=[^?])(?!$)/gu, (end, place) => (place < small.indexOf("\n") ? end : `>${comment}`));
    expect(text.length).toBeGreaterThan(small.length + 20 * comment.length);
    expect(readNetwork(text, format)).toMatchObject({ kind: "read", network });
  }
});

it.each<readonly [NetworkFormat, readonly [string, string], string]>([
  ["bif", ["(home) 0.05, 0.95;", ""], "Row 1 of the table of light is missing."],
  ["bif", ["0.75, 0.25", "0.75, 0.2"], ""],
  ["bif", ["0.75, 0.25", "-0.75, 1.75"], "The table of family holds -0.75, which is no probability."],
  ["bif", ["0.75, 0.25", "NaN, 0.25"], "Where a probability should be, there is `NaN`."],
  ["bif", ["0.75, 0.25", "1e400, 0.25"], "The table of family holds Infinity, which is no probability."],
  ["bif", ["0.75, 0.25", "0x1, 0"], "Where a probability should be, there is `0x1`."],
  ["bif", ["variable dog", "variable dog { type discrete [1] { a }; } variable dog"], "There are two variables called dog."],
  ["bif", ["variable family", "variable light"], "A table names family, which is no variable."],
  ["bif", ["{ in, out, gone }", "{ in, out, in }"], "Two states of dog are called in."],
  ["bif", ["( family )", "( family | family )"], "The table of family names a variable twice."],
  ["bif", ["( family ) { table", "( family | dog ) { default"], "light, dog, family are among their own ancestors."],
  ["bif", ["default 0.5 2.5e-1 0.25;", "default 0.5 2.5e-1 0.25; default 1 0 0;"], "dog has two lines `default`."],
  ["net", ["(0.75 0.25)", "(0.75 -0.25)"], "The table of family holds -0.25, which is no probability."],
  ["net", ["(0.05 0.95)(0.6 0.4)", "(0.05 0.95)"], "The table of light has 2 numbers, not 4."],
  ["net", ['("home" "away")', '("home" "home")'], "Two states of family are called home."],
  ["net", ["potential (family)", "potential (family | dog)"], "The table of family has 2 numbers, not 6."],
  ["xmlbif", ["<FOR>family</FOR>", "<FOR>family</FOR><GIVEN>family</GIVEN>"], "The table of family names a variable twice."],
  ["xmlbif", ["0.75 0.25", "0.75 .25 0"], "The table of family has 3 numbers, not 2."],
  ["xmlbif", ["<NAME>family</NAME>", "<NAME>dog</NAME>"], "There are two variables called dog."],
  ["xmlbif", ["<NAME>small</NAME>", "<NAME>&nbsp;</NAME>"], "&nbsp; is unknown."],
  ["xdsl", ["0.75 0.25", "0 0"], "Row 1 of the table of family sums to 0."],
  ["xdsl", ["<parents>family</parents>", "<parents>cat</parents>"], "The table of light names cat, which is no variable."],
  ["xdsl", ["<strengths>0 1 1 0</strengths>", "<strengths>0 2 1 0</strengths>"], "The strengths of alarm do not order the 2 states of light."],
  ["uai", ["2 0.75 0.25", "2 0.75 0.25 0.5"], "Where the end of the file should be, there is `0.5`."],
  ["uai", ["1 2\n\n4", "1 0\n\n4"], "v0 has two tables."],
  ["uai", ["BAYES\n3\n2 3 2", "BAYES\n3\n2 99999999 2"], "The file is too short for as many states."],
])("says what is wrong in %s: %j", (format, [before, after], what) => {
  const reading = readNetwork(smallNetworks[format].replace(before, after), format);
  if (what === "") expect(reading.kind).toBe("read");
  else expect(reading).toMatchObject({ kind: "unreadable", what });
});

it("names the variables of a circle, not those below it", () => {
  const text = "variable a { type discrete [2] { t, f }; } variable b { type discrete [2] { t, f }; } variable c { type discrete [2] { t, f }; }\nprobability (c | b) { default 1 0; }\nprobability (a | b) { default 1 0; }\nprobability (b | a) { default 1 0; }";
  expect(readNetwork(text, "bif")).toEqual({ kind: "unreadable", what: "a, b are among their own ancestors.", line: 3, column: 1 });
});

it("refuses a table that no memory holds before it makes it", () => {
  const ids = Array.from({ length: 40 }, (_, id) => `p${id}`);
  const text = `${[...ids, "x"].map((id) => `variable ${id} { type discrete [2] { t, f }; }\n`).join("")}${ids.map((id) => `probability (${id}) { table 0.5 0.5; }\n`).join("")}probability (x | ${ids.join(", ")}) { default 0.5 0.5; }`;
  expect(readNetwork(text, "bif")).toMatchObject({ kind: "unreadable", what: "The table of x would have 2199023255552 numbers; more than 16777216 are not read." });
});

it("refuses tables that are too large together, in any format that can say them in a few words", () => {
  const binary = Array.from({ length: 21 }, (_, id) => `p${id}`);
  const declare = (id: string): string => `variable ${id} { type discrete [2] { t, f }; }\n`;
  const children = Array.from({ length: 5 }, (_, id) => `x${id}`);
  const bif = `${[...binary, ...children].map(declare).join("")}${binary.map((id) => `probability (${id}) { table 0.5 0.5; }\n`).join("")}${children.map((id) => `probability (${id} | ${binary.join(", ")}) { default 0.5 0.5; }\n`).join("")}`;
  expect(readNetwork(bif, "bif")).toMatchObject({ kind: "unreadable", what: "The tables up to here would have 16777258 numbers together; more than 16777216 are not read." });
  const states = '<state id="t" /><state id="f" />';
  const causes = binary.slice(0, 19);
  const gate = (id: string): string => `<noisymax id="${id}">${states}<parents>${causes.join(" ")}</parents><parameters>${[...causes, ""].map(() => "0.1 0.9 0 1").join(" ").slice(0, -4)}</parameters></noisymax>`;
  const xdsl = `<smile version="1.0" id="n"><nodes>${causes.map((id) => `<cpt id="${id}">${states}<probabilities>0.5 0.5</probabilities></cpt>`).join("")}${Array.from({ length: 17 }, (_, id) => gate(`x${id}`)).join("")}</nodes></smile>`;
  expect(readNetwork(xdsl, "xdsl")).toMatchObject({ kind: "unreadable", what: expect.stringContaining("numbers together") });
});

it.each(Object.entries(slowNetworks))("answers to %s", (_, { format, make }) => expectAnswer(make(20_000), format));

it("writes quickly where all names become one (10,000 of them)", () => {
  const ids = Array.from({ length: 10_000 }, (_, id) => String.fromCodePoint(0x4e00 + id));
  const network = { variables: ids.map((id) => ({ id, states: ["t", "f"] })), tables: ids.map((variable) => ({ variable, parents: [], probabilities: [0.5, 0.5] })) };
  const again = readNetwork(writeNetwork(network, "net").text, "net");
  expect(again.kind === "read" && again.network.variables[9999]?.id).toBe("x__10000");
});

/** Tables by the order of the variables in the file before. */
function expectSame(format: NetworkFormat, text: string, network: Parameters<typeof writeNetwork>[0]): void {
  const reading = readNetwork(text, format);
  if (reading.kind !== "read") throw new Error(`${format}: ${reading.what}`);
  const again = reading.network;
  // GeNIe wants parents before children, so the order of nodes changes; their names are found by the titles' order.
  const ids = again.variables.map(({ id }) => id);
  const written = format === "xdsl" ? Array.from(text.matchAll(/<node id="([^"]+)">/gu), (match) => match[1]!) : ids;
  expect(reading.notes).toEqual([]);
  for (const [number, { probabilities, parents }] of network.tables.entries()) {
    const id = written[network.variables.findIndex((variable) => variable.id === network.tables[number]!.variable)]!;
    const table = again.tables.find(({ variable }) => variable === id)!;
    expect(table.parents.map((parent) => written.indexOf(parent))).toEqual(parents.map((parent) => network.variables.findIndex((variable) => variable.id === parent)));
    for (let entry = 0; entry < probabilities.length; entry++) if (!Object.is(table.probabilities[entry], probabilities[entry])) expect([id, entry, table.probabilities[entry]]).toEqual([id, entry, probabilities[entry]]);
  }
}

it("carries every number to the last bit through every format and back (seed 222)", () => {
  fc.assert(
    fc.property(networks({ zeros: true }), (network) => {
      // Read once, so that rows are divided by their sums as any file's are.
      const first = readNetwork(writeNetwork(network, "bif").text, "bif");
      if (first.kind !== "read") throw new Error(first.what);
      for (const format of networkFormats) expectSame(format, writeNetwork(first.network, format).text, first.network);
    }),
    { seed: 222, numRuns: 60, verbose: 1 },
  );
});

const why = withoutReferences ? " (skipped: no reference data beside the repository)" : "";
// The larger ones are left to `npm run bench -- networks`.
it.skipIf(withoutReferences).each(["alarm", "asia", "assess120", "assess200", "assess30", "assess60", "cancer", "child", "earthquake", "hailfinder", "hepar2", "insurance", "sachs", "survey", "win95pts"])(`%s keeps every number to the last bit through every format${why}`, (name) => {
  const reading = readNetwork(referenceText(`${name}.bif`), "bif");
  if (reading.kind !== "read") throw new Error(reading.what);
  for (const format of networkFormats) expectSame(format, writeNetwork(reading.network, format).text, reading.network);
});
