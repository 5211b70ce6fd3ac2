import * as fc from "fast-check";
import { expect, it } from "vitest";
import { evidenceAbout, networks } from "../../tests/network-arbitraries.ts";
import { enumerateJoint } from "#bayes/enumerate";
import { noEvidence, type Evidence, type Network } from "#bayes/network";
import { relevant } from "#bayes/relevant";

/** Links from parents to children. */
type Links = readonly (readonly [string, string])[];

const linksOf = ({ tables }: Network): Links => tables.flatMap(({ variable, parents }) => parents.map((parent) => [parent, variable] as const));

function descendants(links: Links, of: string): ReadonlySet<string> {
  const found = new Set([of]);
  for (const one of found) for (const [parent, child] of links) if (parent === one) found.add(child);
  return found;
}

/** Every path, and whether it is open: the definition of d-connection (Pearl 1988). */
function connected(links: Links, ends: readonly [string, string], known: ReadonlySet<string>): boolean {
  const opens = (before: string, at: string, after: string): boolean => {
    const meet = links.some(([a, b]) => a === before && b === at) && links.some(([a, b]) => a === after && b === at);
    return meet ? [...descendants(links, at)].some((one) => known.has(one)) : !known.has(at);
  };
  const walk = (path: readonly string[]): boolean => {
    const [at, before] = [path.at(-1)!, path.at(-2)];
    if (at === ends[1]) return true;
    const next = links.flatMap(([a, b]) => (a === at ? [b] : b === at ? [a] : [])).filter((one) => !path.includes(one));
    return next.some((one) => (before === undefined || opens(before, at, one)) && walk([...path, one]));
  };
  return walk([ends[0]]);
}

/** Soft evidence as an observed child, and a parent for each table: what is connected with it depends on the table. */
function asGraph(net: Network, { observed, likelihoods }: Evidence) {
  const soft = Object.keys(likelihoods);
  const links: Links = [...linksOf(net), ...soft.map((id) => [id, `seen ${id}`] as const), ...net.variables.map(({ id }) => [`table ${id}`, id] as const)];
  return { links, known: new Set([...Object.keys(observed), ...soft.map((id) => `seen ${id}`)]) };
}

const drawn = networks({ most: 6 }).chain((net) => fc.tuple(fc.constant(net), evidenceAbout(net), fc.subarray(net.variables.map(({ id }) => id), { minLength: 1, maxLength: Math.min(2, net.variables.length) })));
const ids = (net: Network): readonly string[] => net.variables.map(({ id }) => id);

it("finds the tables, findings and variables that open paths lead to (seed 51)", () => {
  let separated = 0;
  fc.assert(
    fc.property(drawn, ([net, evidence, queries]) => {
      const found = relevant(net, evidence, queries);
      const { links, known } = asGraph(net, evidence);
      const asked = queries.filter((id) => !known.has(id));
      const reached = (from: string, given: ReadonlySet<string> = known): boolean => asked.some((query) => from === query || connected(links, [from, query], given));
      const without = (one: string): ReadonlySet<string> => new Set([...known].filter((other) => other !== one));
      expect(found.tables).toEqual(ids(net).filter((id) => reached(`table ${id}`)));
      expect(found.separated).toEqual(ids(net).filter((id) => !known.has(id) && !reached(id)));
      const bears = (id: string): boolean => (known.has(id) ? queries.includes(id) || reached(id, without(id)) : known.has(`seen ${id}`) && reached(`seen ${id}`, without(`seen ${id}`)));
      expect(found.findings).toEqual(ids(net).filter(bears));
      separated += found.separated.length;
    }),
    { seed: 51, numRuns: 300, verbose: 1 },
  );
  expect(separated).toBeGreaterThan(50);
});

it("leaves out nothing that moves the posterior (seed 52)", () => {
  let changed = 0;
  fc.assert(
    fc.property(drawn, ([net, evidence, queries]) => {
      const found = relevant(net, evidence, queries);
      const forgotten = ids(net).filter((id) => !found.findings.includes(id) && (evidence.observed[id] !== undefined || evidence.likelihoods[id] !== undefined));
      const keep = <Value>(record: Readonly<Record<string, Value>>) => Object.fromEntries(Object.entries(record).filter(([id]) => !forgotten.includes(id)));
      // Tables that do not bear are turned round.
      const tables = net.tables.map((table) => (found.tables.includes(table.variable) ? table : { ...table, probabilities: table.probabilities.toReversed() }));
      const [whole, fewer] = [enumerateJoint(net, evidence), enumerateJoint({ ...net, tables }, { observed: keep(evidence.observed), likelihoods: keep(evidence.likelihoods) })];
      for (const query of queries) for (const [state, value] of whole.posteriors!.get(query)!.entries()) if (evidence.observed[query] === undefined) expect(fewer.posteriors!.get(query)![state]).toBeCloseTo(value, 12);
      changed += forgotten.length;
    }),
    { seed: 52, numRuns: 150, verbose: 1 },
  );
  expect(changed).toBeGreaterThan(10);
});

it("lets two causes tell of one another only once their effect is known", () => {
  const row = [0.5, 0.5];
  const net: Network = {
    variables: ["rain", "sprinkler", "wet", "slip", "clock"].map((id) => ({ id, states: ["yes", "no"] })),
    tables: [
      { variable: "rain", parents: [], probabilities: row },
      { variable: "sprinkler", parents: [], probabilities: row },
      { variable: "wet", parents: ["rain", "sprinkler"], probabilities: [row, row, row, row].flat() },
      { variable: "slip", parents: ["wet"], probabilities: [row, row].flat() },
      { variable: "clock", parents: [], probabilities: row },
    ],
  };
  expect(relevant(net, noEvidence, ["rain"])).toEqual({ tables: ["rain"], findings: [], separated: ["sprinkler", "clock"] });
  expect(relevant(net, { observed: { slip: "yes", clock: "no" }, likelihoods: {} }, ["rain"])).toEqual({ tables: ["rain", "sprinkler", "wet", "slip"], findings: ["slip"], separated: [] });
  expect(relevant(net, { observed: { wet: "yes", slip: "no" }, likelihoods: {} }, ["rain"])).toEqual({ tables: ["rain", "sprinkler", "wet"], findings: ["wet"], separated: ["clock"] });
  expect(() => relevant(net, noEvidence, ["snow"])).toThrow("A query names snow");
});
