import { array, assert, constantFrom, integer, property, string } from "fast-check";
import { expect, it } from "vitest";
import { delimitedLine, delimitedReader, type DelimitedRow } from "#kit/delimited";

function read(text: string, size = text.length + 1): readonly DelimitedRow[] {
  const rows: DelimitedRow[] = [];
  const reader = delimitedReader((row) => rows.push(row));
  for (let at = 0; at < text.length; at += size) reader.add(text.slice(at, at + size));
  reader.end();
  return rows;
}

it("reads quotes, doubled quotes, line ends in quotes and carriage returns, and counts lines", () => {
  expect(read('\uFEFFid,title\r\n1,"a ""b"", c"\r\n\r\n2,"two\nlines"\n3,')).toEqual([
    { cells: ["id", "title"], line: 1 },
    { cells: ["1", 'a "b", c'], line: 2 },
    { cells: ["2", "two\nlines"], line: 4 },
    { cells: ["3", ""], line: 6 },
  ]);
});

it("knows semicolons and tabs by the first line", () => {
  expect(read("a;b;c,d\n1;2;3").map(({ cells }) => cells)).toEqual([["a", "b", "c,d"], ["1", "2", "3"]]);
  expect(read("a\tb\n1,5\t2").map(({ cells }) => cells)).toEqual([["a", "b"], ["1,5", "2"]]);
});

it("takes a quote that never closes for a plain character and goes on with the next line", () => {
  expect(read('a,b\n1,"x\n2,y\n')).toEqual([
    { cells: ["a", "b"], line: 1 },
    { cells: ["1", '"x'], line: 2, unclosed: true },
    { cells: ["2", "y"], line: 3 },
  ]);
});

it("gives back what was written, in pieces of any size (seed 41)", () => {
  const cell = string({ unit: constantFrom("a", '"', ",", "\n", " ", "é"), maxLength: 6 });
  const rows = array(array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
  assert(
    property(rows, integer({ min: 1, max: 9 }), (written, size) => {
      const text = `h,h,h,h,h\n${written.map(delimitedLine).join("\n")}\n`;
      expect(read(text, size).slice(1).map(({ cells }) => cells)).toEqual(written);
    }),
    { seed: 41, verbose: 1 },
  );
});
