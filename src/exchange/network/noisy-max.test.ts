import * as fc from "fast-check";
import { expect, it } from "vitest";
import { readNetwork, writeNetwork } from "#exchange/network/formats";
import { expandNoisyMax, type NoisyMax } from "#exchange/network/noisy-max";

const column = (width: number) => fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: width, maxLength: width }).map((list) => list.map((value) => value / list.reduce((a, b) => a + b, 0)));

const nodes: fc.Arbitrary<NoisyMax> = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.array(fc.integer({ min: 2, max: 3 }), { maxLength: 3 })).chain(([width, sizes]) =>
  fc.tuple(fc.tuple(...sizes.map((size) => fc.shuffledSubarray([0, 1, 2].slice(0, size), { minLength: size }))), fc.array(column(width), { minLength: sizes.reduce((a, b) => a + b, 1), maxLength: sizes.reduce((a, b) => a + b, 1) })).map(([orders, columns]) => ({
    variable: "x",
    at: 0,
    width,
    parents: sizes.map((_, at) => `p${at}`),
    sizes,
    strengths: orders.flat(),
    parameters: columns.flat(),
  })),
);

/** P(effect | parents) by the definition: every cause and the leak have an effect of their own, and the strongest shows. */
function byDefinition({ width, sizes, strengths, parameters }: NoisyMax, states: readonly number[]): readonly number[] {
  const start = (parent: number) => sizes.slice(0, parent).reduce((a, b) => a + b, 0);
  const causes = states.map((state, parent) => start(parent) + strengths.slice(start(parent), start(parent + 1)).indexOf(state));
  const columns = [...causes, sizes.reduce((a, b) => a + b, 0)].map((at) => parameters.slice(at * width, (at + 1) * width));
  const found = Array.from({ length: width }, () => 0);
  const visit = (at: number, probability: number, strongest: number): void => {
    if (at === columns.length) found[strongest]! += probability;
    else for (const [effect, p] of columns[at]!.entries()) visit(at + 1, probability * p, Math.min(strongest, effect));
  };
  visit(0, 1, width - 1);
  return found;
}

it("is the distribution of the strongest effect, over every combination of effects (seed 211)", () => {
  fc.assert(
    fc.property(nodes, (node) => {
      const table = expandNoisyMax(node);
      const rows = node.sizes.reduce((a, b) => a * b, 1);
      expect(table).toHaveLength(rows * node.width);
      for (let row = 0; row < rows; row++) {
        let rest = row;
        const states = node.sizes.toReversed().map((size) => {
          const state = rest % size;
          rest = Math.floor(rest / size);
          return state;
        });
        for (const [state, p] of byDefinition(node, states.toReversed()).entries()) expect(table[row * node.width + state]).toBeCloseTo(p, 12);
      }
    }),
    { seed: 211, numRuns: 100, verbose: 1 },
  );
});

const cause = (id: string) => `<cpt id="${id}"><state id="present"/><state id="absent"/><probabilities>0.3 0.7</probabilities></cpt>`;
const gate = (inside: string) => `<smile><nodes>${cause("flu")}${cause("cold")}<noisymax id="fever"><state id="yes"/><state id="no"/><parents>flu cold</parents>${inside}</noisymax></nodes></smile>`;

it("reads a noisy-or as one does by hand, and writes it as a table", () => {
  // 0.8 and 0.4 by themselves, 0.1 by neither: 1 - 0.2 * 0.6 * 0.9 = 0.892 with both.
  const reading = readNetwork(gate("<strengths>0 1 0 1</strengths><parameters>0.8 0.2 0 1 0.4 0.6 0 1 0.1 0.9</parameters>"), "xdsl");
  if (reading.kind !== "read") throw new Error(reading.what);
  const { probabilities } = reading.network.tables[2]!;
  expect(probabilities.filter((_, at) => at % 2 === 0)).toEqual([0.892, 0.82, 0.46, 0.1].map((p) => expect.closeTo(p, 14)));
  expect(reading.notes).toEqual([]);
  const odd = readNetwork(gate("<strengths>0 1 0 1</strengths><parameters>0.8 0.2 0 1 0.4 0.6 0.1 0.9 0.1 0.9</parameters>"), "xdsl");
  expect(odd).toMatchObject({ notes: ["The noisy-max node fever gives effects to the absent state of cold, for which GeNIe has none; its numbers were taken as they are."] });
  expect(reading.notCarried).toEqual(["Not carried: noisy-max form (the table is written)."]);
  const written = writeNetwork(reading.network, "xdsl").text;
  expect(written).toContain('<cpt id="fever">');
  expect(written).not.toContain("noisymax");
  // The absent state may come first: strengths name the states from the strongest cause on.
  const turned = readNetwork(gate("<strengths>1 0 0 1</strengths><parameters>0.8 0.2 0 1 0.4 0.6 0 1 0.1 0.9</parameters>"), "xdsl");
  if (turned.kind !== "read") throw new Error(turned.what);
  expect(turned.network.tables[2]!.probabilities.filter((_, at) => at % 2 === 0)).toEqual([0.46, 0.1, 0.892, 0.82].map((p) => expect.closeTo(p, 14)));
});

it.each([
  ["too few parameters", "<parameters>0.8 0.2 0 1 0.4 0.6 0 1</parameters>", "The noisy-max node fever has 8 parameters, not 10: one column for each state of each parent, and one for the leak."],
  ["no order", "<strengths>0 0 0 1</strengths><parameters>0.8 0.2 0 1 0.4 0.6 0 1 0.1 0.9</parameters>", "The strengths of fever do not order the 2 states of flu."],
  ["a short order", "<strengths>0 1</strengths><parameters>0.8 0.2 0 1 0.4 0.6 0 1 0.1 0.9</parameters>", "The strengths of fever do not order the 2 states of cold."],
  ["a number below 0", "<parameters>0.8 0.2 0 1 -0.4 1.4 0 1 0.1 0.9</parameters>", "The parameters of fever hold a number that is no probability."],
  ["no parameters", "", "fever has no parameters."],
])("refuses %s", (_, inside, what) => expect(readNetwork(gate(inside), "xdsl")).toMatchObject({ kind: "unreadable", what }));

it("refuses more parents than a table can hold", () => {
  const ids = Array.from({ length: 25 }, (_, at) => `c${at}`);
  const text = `<smile><nodes>${ids.map(cause).join("")}<noisymax id="x"><state id="y"/><state id="n"/><parents>${ids.join(" ")}</parents><parameters>1</parameters></noisymax></nodes></smile>`;
  expect(readNetwork(text, "xdsl")).toMatchObject({ kind: "unreadable", what: "The noisy-max node x has 25 parents; as a table it would have 67108864 numbers, more than 1048576." });
});
