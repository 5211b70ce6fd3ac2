import { expect, it } from "vitest";
import { namesOf, openAll } from "#core/fold";
import type { Declaration, Kind, Reference } from "#model/names";
import { readOutline } from "#reader/read-outline";
import { keyFindings } from "./index.ts";
import { groundsOf, originsOf, sourcesBehind } from "./read-evidence.ts";
import { read } from "./read.ts";

const span = { section: 9, from: 0, to: 0 };
const entry = (id: string, kind: Kind, facts?: Readonly<Record<string, string>>): Declaration => ({ id, kind, title: id, span, ...(facts && { facts }) });
const link = (from: string, id: string, kinds: readonly Kind[] = []): Reference => ({ id, from, kinds, span });

/** What a judgement rests on in a document that declares and refers as other techniques would. */
function behind(text: string, declares: readonly Declaration[], refers: readonly Reference[]) {
  const outline = readOutline(`## Key findings\n\n- K1: ${text}\n`);
  const [part] = openAll([keyFindings], outline);
  const [judgement] = read({ sections: { "key-findings": outline.sections.slice(1) }, document: outline.frontMatter }).part.judgements;
  if (!part || !judgement) throw new Error("no judgement was read");
  const names = namesOf([{ ...part, declares: [...part.declares, ...declares], refers: [...part.refers, ...refers] }]);
  const sources = sourcesBehind(judgement, names);
  return { grounds: groundsOf(judgement, names), sources: sources.map(({ key }) => key), origins: originsOf(sources, names) };
}

it("follows what the judgement rests on to the sources behind it", () => {
  const declares = [entry("A1", "assumption"), entry("I1", "indicator"), entry("O1", "observation"), entry("a", "source"), entry("b", "source"), entry("c", "source")];
  const refers = [link("A1", "a", ["source"]), link("O1", "I1"), link("O1", "b", ["source"])];
  expect(behind("The draft survives [@c]; it rests on A1 and I1.", declares, refers)).toEqual({ grounds: ["A1", "I1"], sources: ["c", "b", "a"], origins: ["c", "b", "a"] });
});

it("counts an origin once, whatever its capitals", () => {
  const declares = [entry("a", "source", { origin: "Secretariat" }), entry("b", "source", { origin: "secretariat" })];
  expect(behind("The draft survives [@a] [@b].", declares, []).origins).toEqual(["secretariat"]);
});

it("ends where entries rest on each other", () => {
  const declares = [entry("A1", "assumption"), entry("A2", "assumption"), entry("a", "source")];
  expect(behind("It rests on A1.", declares, [link("A1", "A2"), link("A2", "A1"), link("A2", "a", ["source"])]).sources).toEqual(["a"]);
});

it("takes a word that looks like an id for a ground only where it is declared, and a scenario never", () => {
  expect(behind("The G20 leaves A1 alone in scenario A.", [entry("A1", "assumption"), entry("A", "scenario")], []).grounds).toEqual(["A1"]);
});
