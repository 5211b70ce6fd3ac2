import { expect, it } from "vitest";
import type { Forum, Party } from "./negotiation.ts";
import { relevantTo } from "./relevant.ts";

const [exact, loose] = [{ position: 0.5, low: 0.4, high: 0.6 }, { position: 0.5 }];
const party = (id: string, first: typeof loose, scope: typeof loose): Party => ({ id, ...first, salience: 1, capability: 1, further: { scope } });
const forum = (more: Partial<Forum>): Forum => ({ id: "F", rule: { kind: "consensus" }, members: ["A", "B"], text: 0.5, ...more });
const names = (scope: typeof loose, more: Partial<Forum>): readonly string[] => relevantTo({ parties: [party("A", exact, scope), party("B", exact, exact)], forums: [forum(more)], dimensions: [{ id: "scope", weight: 1 }] }, "F").map(({ name }) => name);

it("looks at every scale for what can bear on a forum", () => {
  expect(names(exact, {})).toEqual(expect.arrayContaining(["heldText", "textError", "rounds", "rangeWidth"]));
  expect(names(exact, {})).not.toContain("positionSpread");
  expect(names(loose, {})).toContain("positionSpread");
  for (const idle of ["heldText", "textError", "rounds"]) expect(names(exact, { furtherText: { scope: 0.5 } })).not.toContain(idle);
  const first = { parties: [{ ...party("A", loose, exact) }], forums: [forum({})], dimensions: [{ id: "scope", weight: 1 }] };
  expect(relevantTo(first, "F").map(({ name }) => name)).toContain("rangeWidth");
});
