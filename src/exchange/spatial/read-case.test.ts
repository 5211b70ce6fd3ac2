import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readSpatialCase } from "#exchange/spatial/read-case";

const ktab = `Two issues,"A case, made up",3,2,\r
Actor,Description,Power,Scope Position,Sal1,Force,Sal2,\r
A,"First, of three",100.5,75.79,49.5,  6.37, 5,\r
B,, 53,82,30,73.5,21,\r
C, Third,0,82.45,48,90.89,60\r
`;

it("reads the CSV of KTAB: quotes, spaces, line ends, with and without a last comma", () => {
  expect(readSpatialCase(ktab)).toEqual({
    kind: "read",
    case: {
      title: "Two issues",
      description: "A case, made up",
      issues: ["Scope", "Force"],
      actors: [
        { name: "A", description: "First, of three", capability: 100.5, stands: [{ position: 75.79, salience: 0.495 }, { position: 6.37, salience: 0.05 }] },
        { name: "B", description: "", capability: 53, stands: [{ position: 82, salience: 0.3 }, { position: 73.5, salience: 0.21 }] },
        { name: "C", description: "Third", capability: 0, stands: [{ position: 82.45, salience: 0.48 }, { position: 90.89, salience: 0.6 }] },
      ],
    },
    notes: ["The saliences of C sum to more than 100, which KTAB refuses; each issue is reckoned by itself here."],
  });
});

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<Scenario><name>Two issues</name><desc>A case</desc><prngSeed>1</prngSeed>
<ModelParameters><VotingRule>Binary</VotingRule></ModelParameters>
<Dimensions><dName>Scope</dName><dName>Force</dName></Dimensions>
<Actors>
<Actor><name>A</name><description>First</description><capability>100.5</capability>
<Position><dCoord>75.79</dCoord><dCoord>6.37</dCoord></Position><Salience><dSal>49.5</dSal><dSal>5</dSal></Salience></Actor>
</Actors></Scenario>`;

it("reads the XML of KTAB and says what it passes over", () => {
  expect(readSpatialCase(xml)).toEqual({
    kind: "read",
    case: { title: "Two issues", description: "A case", issues: ["Scope", "Force"], actors: [{ name: "A", description: "First", capability: 100.5, stands: [{ position: 75.79, salience: 0.495 }, { position: 6.37, salience: 0.05 }] }] },
    notes: ["<ModelParameters> belongs to KTAB's own model and is passed over."],
  });
});

it("reads a list of actors by the names of its columns, whatever their order", () => {
  const reading = readSpatialCase("Salience;Stakeholder;Position;Resources;Remark\n80;Hawks;-3.5;0.5;none\n20;Doves;12;1;-\n");
  expect(reading).toMatchObject({ kind: "read", notes: [], case: { issues: ["Position"], actors: [{ name: "Hawks", capability: 0.5, stands: [{ position: -3.5, salience: 0.8 }] }, { name: "Doves", stands: [{ position: 12, salience: 0.2 }] }] } });
});

it("takes saliences up to 1 as shares, counts all alike without a column, and says both", () => {
  expect(readSpatialCase("Actor,Position,Salience\nA,1,0.8\nB,2,0.4\n")).toMatchObject({
    notes: ["There is no column of capabilities; all count alike.", "No salience is above 1; they are taken as shares, not as percentages."],
    case: { actors: [{ capability: 1, stands: [{ salience: 0.8 }] }, { capability: 1, stands: [{ salience: 0.4 }] }] },
  });
});

it("keeps the issues of a list apart where a column names them", () => {
  const reading = readSpatialCase("Actor,Capability,Position,Salience,Issue\nEU,30,0,80,Scope\nUS,20,100,40,Force\nUS,10,70,20,scope\nEU,30,60,60,Force\n");
  const on = (issue: number) => (reading.kind === "read" ? reading.case.actors.flatMap(({ name, capability, stands }) => (stands[issue] ? [[name, capability, stands[issue]]] : [])) : []);
  expect(reading).toMatchObject({ kind: "read", case: { issues: ["Scope", "Force"] }, notes: [] });
  expect(on(0)).toEqual([["EU", 30, { position: 0, salience: 0.8 }], ["US", 10, { position: 70, salience: 0.2 }]]);
  expect(on(1)).toEqual([["US", 20, { position: 100, salience: 0.4 }], ["EU", 30, { position: 60, salience: 0.6 }]]);
});

const changed = (from: string, to: string): string => ktab.replace(from, to);

it.each([
  ["", 1, /no lines/u],
  ["title,description\nActor,Position\n", 1, /must be the number of actors, but is empty/u],
  ["hello world\nthis is prose\n", 1, /neither the first line of KTAB's CSV .* nor a line of columns with Actor, Position/u],
  [changed(",3,2,", ",three,2,"), 1, /column 3 must be the number of actors, not `three`/u],
  [changed(",3,2,", ",4,2,"), 5, /there are 3 actors where the first line says 4/u],
  [changed(",3,2,", ",3,3,"), 2, /there are 8 names of columns; 3 issues need 9/u],
  [ktab.replace(/^Actor.*\r\n/mu, ""), 2, /must hold the names of the columns, not an actor/u],
  [changed("82,30", "lots,30"), 4, /column 4 \(Scope Position\) must be a number from 0 to 100, not `lots`/u],
  [changed("82,30", "182,30"), 4, /column 4 \(Scope Position\) must be a number from 0 to 100, not `182`/u],
  [changed("82,30", "NaN,30"), 4, /not `NaN`/u],
  [changed("82,30", "82,"), 4, /column 5 \(Sal1\) must be a number from 0 to 100, but is empty/u],
  [changed(" 53,", " -53,"), 4, /column 3 \(Power\) must be a number from 0 up, not `-53`/u],
  [changed(" 53,", " 1,053,"), 4, /column 8 holds `21`, but there are only 7 columns; is there a comma in a number/u],
  [changed("B,, 53", ",, 53"), 4, /column 1 must be the name of an actor/u],
  [changed("C, Third", 'C,"Third'), 5, /a quote is opened and never closed/u],
  ["Actor,Position\n", 1, /no actors below/u],
  ["Actor,Position\nA,1\n\nB,Infinity\n", 4, /column 2 \(Position\) must be a number, not `Infinity`/u],
  ["Actor,Position,Salience\nA,1,120\n", 2, /column 3 \(Salience\) must be a number from 0 to 100, not `120`/u],
  ["Actor,Capability,Position,Salience\nUSA,1,000,80,50\nEU,20,0,50\n", 2, /column 5 holds `50`, but there are only 4 columns; is there a comma in a number\?/u],
  ["Actor,Capability,Position,Salience,\nUSA,1,000,80,50\n", 2, /column 5 holds `50`, but there are only 4 columns/u],
  ["Actor,Position,Issue\nUSA,1,\n", 2, /column 3 must be the name of an issue, but is empty/u],
  [xml.replace("<dCoord>6.37</dCoord>", "<dCoord></dCoord>"), 7, /<dCoord> of A must be a number from 0 to 100, but is empty/u],
  [xml.replace("<dCoord>6.37</dCoord>", ""), 6, /A has 1 positions and 2 saliences on 2 issues/u],
  [xml.replace("</Actors>", ""), 8, /<\/Scenario> closes <Actors>/u],
  [xml.replaceAll("Scenario", "Workbook"), 2, /root element of KTAB's XML is <Scenario>, not <Workbook>/u],
])("says what is wrong and on which line: %#", (text, line, what) => {
  const reading = readSpatialCase(text);
  expect(reading.kind === "unreadable" ? [reading.line, reading.what] : reading).toEqual([line, expect.stringMatching(what)]);
});

const folder = fileURLToPath(new URL("../../../../shared/data", import.meta.url));

describe.skipIf(!existsSync(folder))(`sample files of other programs${existsSync(folder) ? "" : ` (skipped: ${folder} is not there)`}`, () => {
  it.each([
    ["ktab/SOE-Pol-Comp.csv", 13, ["Policy", "Competitive"]],
    ["ktab/dummyData_3Dim.csv", 7, ["Pstn1", "Pstn2", "Pstn3"]],
    ["ktab/dummyData_6Dim.csv", 27, ["Dim0", "Dim1", "Dim2", "Dim3", "Dim4", "Dim5"]],
    ["bdm/ChinaData.csv", 24, ["Position"]],
    ["bdm/Sultan.csv", 17, ["Position"]],
  ])("%s", (file, actors, issues) => {
    const reading = readSpatialCase(readFileSync(`${folder}/${file}`, "utf8"));
    if (reading.kind === "unreadable") throw new Error(`line ${reading.line}: ${reading.what}`);
    expect([reading.case.actors.length, reading.case.issues]).toEqual([actors, issues]);
  });
});
