import fc from "fast-check";
import { expect, it } from "vitest";
import { checkAll, namesOf, openAll } from "#core/fold";
import { readOutline } from "#reader/read-outline";
import { normLifeCycle } from "./index.ts";
import { NormLifeCycle } from "./schema.ts";
import { latestShare, tippingShare } from "./read-share.ts";

function partOf(body: string): NormLifeCycle {
  const [opened] = openAll([normLifeCycle], readOutline(`## Norm life cycle\n\n${body}\n`));
  return NormLifeCycle.parse(opened?.toJSON());
}
const stages = (line: string) => partOf(line).stated.map(({ stage, norm }) => [stage, norm]);

it.each([
  ["Stage: emergence.", [["emergence", ""]]],
  ["Stage: internalisation", [["internalization", ""]]],
  ["Norm Lifecycle Stage: CASCADE (for the broader norm of human control) / EMERGING (for specific prohibitory treaty law)", [["cascade", "human control"], ["emergence", "prohibitory treaty law"]]],
  ["Stage: The norm of human control sits at the cascade stage, it has passed its tipping point. The norm of a specific prohibition remains at the emerging stage, blocked from cascade by others.", [["cascade", "human control"], ["emergence", "prohibition"]]],
  ["Stage: not yet in cascade; emergence.", [["emergence", ""]]],
  ["Stage: emergence. Adoption stays low, and no cascade is in sight.", [["emergence", ""]]],
  ["Stage (the ban): emergence", [["emergence", "ban"]]],
  ["Stage: advancing", []],
])("reads the stages of %j", (line, expected) => expect(stages(line)).toEqual(expected));

// Finnemore and Sikkink (1998), p. 901: Ottawa had about 60 states in May 1997 and 124 in December, of then 185 members.
it("sees the landmine norm tip between May and December 1997", () => {
  const series = (rows: string) => partOf(`| Date | Adopters | Population | Source |\n|---|---|---|---|\n${rows}`).series;
  expect(latestShare(series("| May 1997 | 60 | 185 | [@a] |"))?.implies).toBe("emergence");
  expect(latestShare(series("| 1997-12-04 | 124 | 185 | [@a] |\n| May 1997 | 60 | 185 | [@a] |"))?.implies).toBe("cascade");
});

it("counts one third itself as tipped (seed 4401)", () => {
  const pair = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 400 })).filter(([adopters, population]) => adopters <= population);
  fc.assert(
    fc.property(pair, ([adopters, population]) => {
      const count = (value: number) => ({ written: String(value), span: { section: 0, from: 0, to: 0 }, value });
      const share = latestShare([{ norm: "", adopters: count(adopters), population: count(population), sources: [], span: { section: 0, from: 0, to: 0 } }]);
      expect(share?.implies === "cascade").toBe(adopters / population >= tippingShare - 1e-12);
    }),
    { seed: 4401, verbose: 1 },
  );
});

it("reads critical states from a list, a table and a line", () => {
  const states = (body: string) => partOf(body).critical.map(({ name, stand }) => [name, stand?.source]);
  const expected = [
    ["Panama", "against"],
    ["Norway", "in favour"],
  ];
  expect(states("### Critical states\n\n- Panama: against\n- Norway: in favour")).toEqual(expected);
  expect(states("### Critical states\n\n| State | Stand |\n|---|---|\n| Panama | against |\n| Norway | in favour |")).toEqual(expected);
  expect(states("- Critical states: Panama (against), Norway (in favour)")).toEqual(expected);
  expect(states("Critical states:\n\n- Panama: against\n- Norway: in favour")).toEqual(expected);
});

it("takes no table of critical states for an adoption series", () => {
  const outline = readOutline("## Norm life cycle\n\n- Operative norms: x\n- Stage: emergence\n\n### Critical states\n\n| State | Stand |\n|---|---|\n| Panama | against |\n");
  const parts = openAll([normLifeCycle], outline);
  expect(checkAll(parts, { names: namesOf(parts), document: outline.frontMatter }).map(({ rule }) => rule)).toEqual(["norm-life-cycle/no-adoption-series"]);
});
