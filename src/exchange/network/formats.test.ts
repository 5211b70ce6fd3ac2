import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { networks } from "../../../tests/network-arbitraries.ts";
import type { Network } from "#bayes/network";
import { networkFormatOf, networkFormats, readNetwork, writeNetwork, type NetworkFormat } from "#exchange/network/formats";

function read(text: string, format: NetworkFormat) {
  const reading = readNetwork(text, format);
  if (reading.kind !== "read") throw new Error(`${reading.line}:${reading.column}: ${reading.what}`);
  return reading;
}

/** Variables and states in the order of the file, whatever they are called. */
const withoutNames = ({ variables, tables }: Network) => {
  const numbers = new Map(variables.map(({ id }, at) => [id, at]));
  return { sizes: variables.map(({ states }) => states.length), tables: tables.map(({ variable, parents, probabilities }) => ({ variable: numbers.get(variable), parents: parents.map((id) => numbers.get(id)), probabilities })) };
};

describe.each(networkFormats)("%s", (format) => {
  it("is read back as it was written (seed 81)", () => {
    fc.assert(
      fc.property(networks({ zeros: true }), (network) => {
        const { text } = writeNetwork(network, format);
        const { network: again } = read(text, format);
        const order = network.variables.map(({ id }) => again.variables.findIndex((variable) => variable.id === id));
        const sorted = format === "xdsl" ? { variables: order.map((at) => again.variables[at]!), tables: order.map((at) => again.tables[at]!) } : again;
        if (format !== "uai") expect(sorted.variables).toEqual(network.variables);
        const [found, wanted] = [withoutNames(sorted), withoutNames(network)];
        expect(found.sizes).toEqual(wanted.sizes);
        for (const [at, { probabilities, ...rest }] of found.tables.entries()) {
          expect(rest).toEqual({ variable: wanted.tables[at]!.variable, parents: wanted.tables[at]!.parents });
          for (const [entry, value] of probabilities.entries()) expect(value).toBeCloseTo(wanted.tables[at]!.probabilities[entry]!, 14);
        }
      }),
      { seed: 81, numRuns: 40, verbose: 1 },
    );
  });

  it("never throws, wherever a file is cut or a letter lost", () => {
    const { text } = writeNetwork(threeWay, format);
    for (let at = 0; at < text.length; at++) {
      expect(["read", "unreadable"]).toContain(readNetwork(text.slice(0, at), format).kind);
      expect(["read", "unreadable"]).toContain(readNetwork(text.slice(0, at) + text.slice(at + 1), format).kind);
    }
  });

  it("says what it cannot carry, and writes what can be read", () => {
    const odd: Network = { variables: [{ id: "Große Frage?", states: ["5 %", "<5 %"] }], tables: [{ variable: "Große Frage?", parents: [], probabilities: [0.25, 0.75] }] };
    const { text, notes } = writeNetwork(odd, format);
    const { network } = read(text, format);
    expect(network.tables[0]!.probabilities).toEqual([0.25, 0.75]);
    const carried = JSON.stringify(network.variables) === JSON.stringify(odd.variables);
    expect(notes.length > 0).toBe(!carried);
  });
});

const threeWay: Network = {
  variables: [
    { id: "light", states: ["on", "off"] },
    { id: "dog", states: ["in", "out", "gone"] },
    { id: "family", states: ["home", "away"] },
  ],
  tables: [
    { variable: "light", parents: ["family"], probabilities: [0.05, 0.95, 0.6, 0.4] },
    { variable: "dog", parents: ["family", "light"], probabilities: [0.1, 0.2, 0.7, 0.3, 0.3, 0.4, 0.5, 0.25, 0.25, 0.6, 0.3, 0.1] },
    { variable: "family", parents: [], probabilities: [0.85, 0.15] },
  ],
};

// The same network as other programs write it.
const texts: Readonly<Record<"net" | "xmlbif" | "xdsl" | "uai", string>> = {
  net: `% a comment { (
net { node_size = (80 40); HR_Desc = "with; a semicolon"; }
node light { label = "the light"; position = (10 20); states = ("on" "off"); }
discrete node dog { states = ("in" "out" "gone"); }
node family { states = ("home" "away"); }
potential (light | family) { data = (( 0.05 0.95 ) % home
  ( 0.6 0.4 )); }
potential (dog | family light) { data = (((.1 .2 .7)(.3 .3 .4))((.5 .25 .25)(.6 .3 1e-1))); }
potential (family) { data = (0.85 0.15); }`,
  xmlbif: `<?xml version="1.0"?><!DOCTYPE BIF [ <!ELEMENT BIF ( NETWORK )*> <!ATTLIST BIF VERSION CDATA #REQUIRED> ]>
<BIF VERSION="0.3"><NETWORK><NAME>Dog &amp; light</NAME><!-- <VARIABLE> -->
<VARIABLE TYPE="nature"><NAME>light</NAME><OUTCOME>on</OUTCOME><OUTCOME>off</OUTCOME><PROPERTY>position = (1, 2)</PROPERTY></VARIABLE>
<VARIABLE TYPE="nature"><NAME>dog</NAME><OUTCOME>in</OUTCOME><OUTCOME>out</OUTCOME><OUTCOME><![CDATA[gone]]></OUTCOME></VARIABLE>
<VARIABLE><NAME>family</NAME><OUTCOME>home</OUTCOME><OUTCOME>away</OUTCOME></VARIABLE>
<DEFINITION><FOR>light</FOR><GIVEN>family</GIVEN><TABLE>0.05 0.95 <!-- away --> 0.6 0.4</TABLE></DEFINITION>
<DEFINITION><FOR>dog</FOR><GIVEN>family</GIVEN><GIVEN>light</GIVEN><TABLE>.1 .2 .7 .3 .3 .4 .5 .25 .25 .6 .3 .1</TABLE></DEFINITION>
<DEFINITION><FOR>family</FOR><TABLE>0.85 0.15</TABLE></DEFINITION></NETWORK></BIF>`,
  xdsl: `<?xml version="1.0" encoding="UTF-8"?>
<smile version="1.0" id="Network1" numsamples="1000"><nodes>
<cpt id="light"><state id="on" /><state id="off" /><parents>family</parents><probabilities>0.05 0.95 0.6 0.4</probabilities></cpt>
<cpt id="dog"><state id="in"/><state id="out"/><state id="gone"/><parents>family light</parents><probabilities>.1 .2 .7 .3 .3 .4 .5 .25 .25 .6 .3 .1</probabilities></cpt>
<cpt id="family"><state id="home"/><state id="away"/><probabilities>0.85 0.15</probabilities></cpt>
</nodes><extensions><genie version="1.0"/></extensions></smile>`,
  uai: "BAYES\n3\n2 3 2\n3\n2 2 0\n3 2 0 1\n1 2\n\n4\n .05 .95 .6 .4\n\n12\n .1 .2 .7 .3 .3 .4\n .5 .25 .25 .6 .3 .1\n\n2 .85 .15\n",
};

it.each(["net", "xmlbif", "xdsl"] as const)("reads %s as other programs write it", (format) => {
  const { network } = read(texts[format], format);
  expect(network.variables).toEqual(threeWay.variables);
  for (const [at, { probabilities, ...rest }] of network.tables.entries()) {
    expect(rest).toEqual({ variable: threeWay.tables[at]!.variable, parents: threeWay.tables[at]!.parents });
    for (const [entry, value] of probabilities.entries()) expect(value).toBeCloseTo(threeWay.tables[at]!.probabilities[entry]!, 14);
  }
});

it("reads UAI as the competitions write it", () => {
  const { network } = read(texts.uai, "uai");
  expect(network.variables).toEqual([
    { id: "v0", states: ["s0", "s1"] },
    { id: "v1", states: ["s0", "s1", "s2"] },
    { id: "v2", states: ["s0", "s1"] },
  ]);
  expect(network.tables[1]).toMatchObject({ variable: "v1", parents: ["v2", "v0"], probabilities: [0.1, 0.2, 0.7, 0.3, 0.3, 0.4, 0.5, 0.25, 0.25, expect.closeTo(0.6, 14), expect.closeTo(0.3, 14), expect.closeTo(0.1, 14)] });
});

it("reads GeNIe's deterministic nodes", () => {
  const text = texts.xdsl.replace("</nodes>", '<deterministic id="noise"><state id="yes"/><state id="no"/><parents>dog</parents><resultingstates>no yes yes</resultingstates></deterministic></nodes>');
  expect(read(text, "xdsl").network.tables[3]).toEqual({ variable: "noise", parents: ["dog"], probabilities: [0, 1, 1, 0, 1, 0] });
});

it("says what else a file holds, by name and number", () => {
  const notes = (format: NetworkFormat, text: string) => read(text, format).notCarried;
  expect(notes("net", texts.net)).toEqual(["Not carried: node_size, HR_Desc, label, position."]);
  expect(notes("xmlbif", texts.xmlbif.replace("<NAME>dog", "<PROPERTY>position = (3, 4)</PROPERTY><NAME>dog"))).toEqual(["Not carried: the network's name Dog & light, property position (2 times)."]);
  expect(notes("xdsl", texts.xdsl.replace("<parents>family</parents>", '<parents>family</parents><property id="literature">x</property><cost>1</cost>'))).toEqual(["Not carried: property literature, cost, extensions of GeNIe (positions, submodels)."]);
  expect(notes("uai", texts.uai)).toEqual([]);
});

it.each<readonly [NetworkFormat, string, string, string]>([
  ["net", "decision d { states = (\"a\"); }", "1:1", "`decision` is no part of a discrete Bayesian network."],
  ["net", texts.net.replace("0.6 0.4", "0.6"), "6:1", "The table of light has 3 numbers, not 4."],
  ["net", texts.net.replace("data = (0.85 0.15);", ""), "9:1", "The potential of family has no data."],
  ["xmlbif", texts.xmlbif.replace("</VARIABLE>\n<VARIABLE TYPE", "\n<VARIABLE TYPE"), "8:67", "</NETWORK> closes <VARIABLE>."],
  ["xmlbif", texts.xmlbif.replace(".05", "half"), "6:50", "<TABLE> holds `0half`, which is no number."],
  ["xmlbif", texts.xmlbif.replace('TYPE="nature"', 'TYPE="utility"'), "3:1", "light is a utility node, which is no part of a discrete Bayesian network."],
  ["xdsl", texts.xdsl.replace('<cpt id="light">', '<noisymax id="light">').replace("</cpt>", "</noisymax>"), "3:1", "light has no parameters."],
  ["xdsl", texts.xdsl.replace('<cpt id="light">', '<equation id="light">').replace("</cpt>", "</equation>"), "3:1", "light is an equation node; only nodes with a table of probabilities are read."],
  ["uai", "MARKOV\n1\n2", "1:1", "A MARKOV file is no Bayesian network."],
  ["uai", texts.uai.replace("2 2 0", "2 7 0"), "5:3", "There is no variable 7; the first is 0."],
  ["uai", texts.uai.replace(".05", "x"), "10:2", "Where a probability should be, there is `x`."],
])("says where the fault is in %s: %#", (format, text, place, what) => {
  const reading = readNetwork(text, format);
  expect(reading.kind === "unreadable" ? [`${reading.line}:${reading.column}`, reading.what] : reading).toEqual([place, what]);
});

it("knows formats by the endings of files", () => {
  expect(["a.BIF", "b/c.net", "d.xml", "e.xdsl", "f.uai", "g.md", "bif"].map(networkFormatOf)).toEqual(["bif", "net", "xmlbif", "xdsl", "uai", undefined, undefined]);
});
