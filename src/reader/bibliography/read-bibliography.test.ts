import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readBibliography } from "./read-bibliography.ts";

it("reads CSL-JSON, with the facts that it has no field for in the note", () => {
  const items = [
    { id: "smith2020", title: "On treaties", publisher: "Harbour Press", issued: { "date-parts": [[2020, 5, 1]] }, URL: "https://example.org/s", note: "reliability: B\norigin: secretariat" },
    { id: 7, title: "On ports", author: [{ family: "Lind" }, { literal: "The Ports" }], issued: { "date-parts": [["2021", 3]] }, DOI: "10.1/x", custom: { reliability: "C" } },
    { title: "No id" },
    "no item",
  ];
  const expected = [
    { key: "smith2020", title: "On treaties", publisher: "Harbour Press", date: "2020-05-01", address: "https://example.org/s", reliability: "B", origin: "secretariat" },
    { key: "7", title: "On ports", publisher: "Lind, The Ports", date: "2021-03", address: "https://doi.org/10.1/x", reliability: "C" },
  ];
  expect(readBibliography(JSON.stringify(items))).toEqual(expected);
  expect(readBibliography(`\uFEFF ${JSON.stringify({ items })}`)).toEqual(expected);
});

it("reads BibTeX: strings, joins, accents, braces in titles, months by name", () => {
  const text = String.raw`
@string{press = "Harbour Press"}
@comment{ignored}
@book{smith2020, title = {On {T}reaties \& Ports --- a {\"u}bersicht}, publisher = press, year = 2020, month = may, url = {https://example.org/~s}, reliability = {B}}
@article(lind2021,
  author = "Lind, {\'E}va", title = "Ships" # " and " # {quays}, journal = {Fju{\"o}rd Review}, date = {2021-03-04}, doi = {10.1/x}, origin = {ministry},
)
@misc{bare}
@online{torn, title = {Breaks off`;
  expect(readBibliography(text)).toEqual([
    { key: "smith2020", title: "On Treaties & Ports — a übersicht", publisher: "Harbour Press", date: "2020-05", address: "https://example.org/~s", reliability: "B" },
    { key: "lind2021", title: "Ships and quays", publisher: "Fjuörd Review", date: "2021-03-04", address: "https://doi.org/10.1/x", origin: "ministry" },
    { key: "bare" },
    { key: "torn", title: "Breaks off" },
  ]);
});

it.each(["", "A letter to the editor", "[1, 2", "{}}"])("knows that %j is neither", (text) => expect(readBibliography(text) ?? []).toEqual([]));

it("reads any text in linear time, torn or not (seed 31)", () => {
  const piece = fc.constantFrom("@book{a,", "title = {", "{", "}", '"', "\\", "# ", "year = 2020,", "\n", "@string{x = ", "=", "\\\"{o}");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      expect(() => readBibliography(pieces.join(""))).not.toThrow();
    }),
    { seed: 31, numRuns: 300, verbose: 1 },
  );
  const entries = (count: number): string => "@book{k, title = {A {B} c}, year = 2020}\n".repeat(count);
  expect(readBibliography(entries(20_000))).toHaveLength(20_000);
  expect(readBibliography(`@book{k, title = {${"{".repeat(1_000_000)}`)).toHaveLength(1);
});
