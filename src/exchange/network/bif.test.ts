import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networks } from "../../../tests/network-arbitraries.ts";
import { writeBif } from "#exchange/network/bif";
import { readNetwork } from "#exchange/network/formats";

const read = (text: string) => {
  const reading = readNetwork(text, "bif");
  if (reading.kind !== "read") throw new Error(`${reading.line}:${reading.column}: ${reading.what}`);
  return reading;
};

const rain = `network "a net" { property author = someone; }
// a comment with { signs }
variable rain { type discrete[2] { yes no }; property position = (1, 2); }
variable wet-ground { /* states may hold
  signs */ type discrete [ 3 ] { <1, 1-5.0, +=? }; }
probability(rain) { table 2e-1, 8.0E-1; }
probability ( wet-ground | rain ) {
  (no) .1, .2, .7;
  (yes) 0.5 0.25 0.25;
}`;

describe("reading BIF", () => {
  it("reads labels, comments and numbers as they come, and matches rows by their labels", () => {
    expect(read(rain)).toEqual({
      kind: "read",
      notes: [],
      notCarried: ["Not carried: the network's name a net, property author, property position."],
      network: {
        variables: [
          { id: "rain", states: ["yes", "no"] },
          { id: "wet-ground", states: ["<1", "1-5.0", "+=?"] },
        ],
        tables: [
          { variable: "rain", parents: [], probabilities: [0.2, 0.8] },
          { variable: "wet-ground", parents: ["rain"], probabilities: [0.5, 0.25, 0.25, 0.1, 0.2, 0.7] },
        ],
      },
    });
  });

  it("reads a whole table with the child's states slowest (Cozman 1998), and fills in defaults", () => {
    const head = "variable a { type discrete [2] { t, f }; }\nvariable b { type discrete [2] { t, f }; }\nprobability (a) { table 0.5 0.5; }\n";
    expect(read(`${head}probability (b | a) { table 0.9 0.3 0.1 0.7; }`).network.tables[1]!.probabilities).toEqual([0.9, 0.1, 0.3, 0.7]);
    expect(read(`${head}probability (b a) { default 0.6 0.4; (f) 0.3 0.7; }`).network.tables[1]!.probabilities).toEqual([0.6, 0.4, 0.3, 0.7]);
  });

  it("divides rows by their sums, and says how many and how far", () => {
    const { network, notes } = read("variable a { type discrete [2] { t, f }; }\nprobability (a) { table 0.5, 0.3; }");
    expect(network.tables[0]!.probabilities).toEqual([0.625, 0.37499999999999994]);
    expect(notes).toEqual(["One row did not sum to 1, of a in line 2, which was off by 0.2; it was divided by its sum."]);
    const several = read("variable a { type discrete [2] { t, f }; }\nvariable b { type discrete [2] { t, f }; }\nprobability (b | a) {\n  (t) 0.5, 0.49;\n  (f) 0.5, 0.5;\n}\nprobability (a) { table 0.5, 0.3; }");
    expect(several.notes).toEqual(["2 rows did not sum to 1 (the furthest, of a in line 7, was off by 0.2); each was divided by its sum. By more than 0.001 also some of b in line 4."]);
  });

  const variables = "variable a { type discrete [2] { t, f }; }\nvariable b { type discrete [2] { t, f }; }\n";
  it.each<readonly [string, string, readonly [number, number], string]>([
    ["an empty file", "", [1, 1], "The file declares no variable."],
    ["a word of another language", "réseau x {}", [1, 1], "Where `network`, `variable` or `probability` should be, there is `réseau`."],
    ["a wrong number of states", "variable a { type discrete [3] { t, f }; }", [1, 30], "a should have 3 states and names 2."],
    ["a state named twice", "variable a { type discrete [2] { t, t }; }", [1, 1], "Two states of a are called t."],
    ["a missing table", variables, [1, 1], "a has no table."],
    ["an unknown variable", `${variables}probability (c) { table 1; }`, [3, 1], "A table names c, which is no variable."],
    ["an unknown state", `${variables}probability (b | a) {\n  (x) 0.5, 0.5; }`, [4, 3], "a has no state x."],
    ["a row given twice", `${variables}probability (b | a) {\n  (t) 1, 0;\n  (t) 1, 0; }`, [5, 3], "The row (t) of b is given twice."],
    ["a missing row", `${variables}probability (a) { table 1 0; }\nprobability (b | a) { (t) 1, 0; }`, [4, 1], "Row 2 of the table of b is missing."],
    ["a short row", `${variables}probability (a) { table 1; }`, [3, 19], "The table of a has 1 numbers, not 2."],
    ["a negative number", `${variables}probability (a) { table 1.5, -0.5; }`, [3, 1], "The table of a holds -0.5, which is no probability."],
    ["a word for a number", `${variables}probability (a) { table 0.5, half; }`, [3, 30], "Where a probability should be, there is `half`."],
    ["a row of nothing", `${variables}probability (a) { table 0, 0; }`, [3, 1], "Row 1 of the table of a sums to 0."],
    ["a file that is cut", `${variables}probability (a) { table 0.5,`, [3, 29], "Where a probability should be, the file ends."],
    ["a comment that does not end", "variable a /* b", [1, 12], "A comment does not end."],
    ["a circle", `${variables}probability (a | b) { default 1 0; }\nprobability (b | a) { default 1 0; }`, [3, 1], "a, b are among their own ancestors."],
  ])("says where the fault is: %s", (_, text, [line, column], what) => {
    expect(readNetwork(text, "bif")).toEqual({ kind: "unreadable", line, column, what });
  });

  it("never throws, wherever a file is cut or a letter lost", () => {
    for (let at = 0; at < rain.length; at++) {
      expect(["read", "unreadable"]).toContain(readNetwork(rain.slice(0, at), "bif").kind);
      expect(["read", "unreadable"]).toContain(readNetwork(rain.slice(0, at) + rain.slice(at + 1), "bif").kind);
    }
  });

  it("reads a line of 5 MB", () => {
    const table = (rows: number) => `variable a { type discrete [${rows}] { ${Array.from({ length: rows }, (_, at) => `s${at}`).join(" ")} }; } variable b { type discrete [2] { t f }; } probability (a) { table ${Array.from({ length: rows }, () => 1 / rows).join(" ")}; } probability (b | a) { ${Array.from({ length: rows }, (_, at) => `(s${at}) 0.25000000000000000000000000000000000000000000000000001 0.75;`).join(" ")} }`;
    const long = table(60_000);
    expect(long.length).toBeGreaterThan(5_000_000);
    expect(read(long).network.tables[1]!.probabilities.length).toBe(120_000);
  });
});

describe("writing BIF", () => {
  it("is read back the same (seed 51)", () => {
    fc.assert(
      fc.property(networks({ zeros: true }), (network) => {
        const again = read(writeBif(network).text).network;
        expect(again.variables).toEqual(network.variables);
        for (const [at, { probabilities, ...rest }] of again.tables.entries()) {
          expect(rest).toEqual({ variable: network.tables[at]!.variable, parents: network.tables[at]!.parents });
          for (const [entry, value] of probabilities.entries()) expect(value).toBeCloseTo(network.tables[at]!.probabilities[entry]!, 14);
        }
      }),
      { seed: 51, numRuns: 60, verbose: 1 },
    );
  });

  it("quotes names that are no words", () => {
    const network = { variables: [{ id: "Große Frage?", states: ["not crossed", "5%"] }], tables: [{ variable: "Große Frage?", parents: [], probabilities: [0.5, 0.5] }] };
    expect(read(writeBif(network).text).network).toEqual(network);
  });
});
