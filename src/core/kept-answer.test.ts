import fc from "fast-check";
import { expect, it } from "vitest";
import { keptWhileNamesAgree } from "#core/kept-answer";
import type { Declaration, Names, Reference } from "#model/names";

/** Names of judgements with these titles; each refers to the next. */
function namesFrom(titles: Readonly<Record<string, string>>): Names {
  const span = { section: 0, from: 0, to: 1 };
  const ids = Object.keys(titles);
  const all = ids.map((id): Declaration => ({ id, kind: "judgement", title: titles[id] ?? "", span }));
  const references = (id: string): readonly Reference[] => ids.slice(0, -1).flatMap((from, at) => (ids[at + 1] === id ? [{ id, kinds: [], span, from }] : []));
  return { find: (id) => all.find((declaration) => declaration.id === id), all: (kind) => (kind === "judgement" ? all : []), references };
}

it("gives the same answer again while nothing that it asked has changed, and only then", () => {
  let worked = 0;
  const title = keptWhileNamesAgree(({ names, id }: { names: Names; id: string }) => [(worked += 1), names.find(id)?.title]);
  expect(title({ names: namesFrom({ A: "one", B: "two" }), id: "A" })).toEqual([1, "one"]);
  expect(title({ names: namesFrom({ A: "one", B: "other" }), id: "A" })).toEqual([1, "one"]);
  expect(title({ names: namesFrom({ A: "new", B: "other" }), id: "A" })).toEqual([2, "new"]);
  expect(title({ names: namesFrom({ A: "new", B: "other" }), id: "B" })).toEqual([3, "other"]);
  expect(title({ names: namesFrom({ A: "new" }), id: "B" })).toEqual([4, undefined]);
});

it("never gives an answer that it would not work out anew (seed 811)", () => {
  const world = fc.dictionary(fc.constantFrom("A", "B", "C"), fc.constantFrom("one", "two"));
  const question = fc.record({ world, start: fc.constantFrom("A", "B", "C"), deep: fc.boolean() });
  const work = ({ names, start, deep }: { names: Names; start: string; deep: boolean }): string => {
    const found = names.find(start);
    const behind = deep && found?.title === "one" ? names.references(start).map(({ from }) => from) : [];
    return JSON.stringify([found, behind, found?.title === "two" ? names.all("judgement").length : 0]);
  };
  fc.assert(
    fc.property(fc.array(question, { maxLength: 20 }), (questions) => {
      const kept = keptWhileNamesAgree(work);
      for (const { world: titles, ...rest } of questions) expect(kept({ names: namesFrom(titles), ...rest })).toBe(work({ names: namesFrom(titles), ...rest }));
    }),
    { seed: 811, verbose: 1 },
  );
});
