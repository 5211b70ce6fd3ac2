import { indexEvidence, indexNetwork } from "#bayes/indexed";
import type { Evidence, Network } from "#bayes/network";

/** What bears on the posteriors of some variables, as far as the links of the network alone tell; ids in its order. */
export interface Relevance {
  /** Variables whose tables the posteriors depend on; all other tables may hold anything. */
  readonly tables: readonly string[];
  /** Findings that they depend on; the others may be forgotten. */
  readonly findings: readonly string[];
  /** Variables of which nothing is observed and nothing could be learned that moves them: separated by what is known. */
  readonly separated: readonly string[];
}

/**
 * Finds what bears on the posteriors of the queried variables given what is known, in time that grows with the number of
 * links: barren variables and those that are d-separated fall away (the Bayes ball, Shachter 1998; soft evidence is an
 * observed child). A network or evidence with a problem is refused: ask `networkProblems` and `evidenceProblems` first.
 */
export function relevant(network: Network, evidence: Evidence, queries: readonly string[]): Relevance {
  const { ids, numbers, tables, states } = indexNetwork(network);
  const { observed, likelihoods } = indexEvidence({ numbers, states }, evidence);
  const ball = new Ball(tables.map(({ scope }) => scope), { observed: (variable) => observed.has(variable), soft: (variable) => likelihoods.has(variable) });
  for (const id of queries) {
    const number = numbers.get(id);
    if (number === undefined) throw new RangeError(`A query names ${id}, which the network does not have.`);
    ball.fromBelow(number);
  }
  ball.roll();
  const named = (test: (variable: number) => boolean): readonly string[] => ids.filter((_, variable) => test(variable));
  return {
    tables: named((variable) => ball.top[variable] === 1),
    findings: named((variable) => (observed.has(variable) ? ball.visited[variable] === 1 : likelihoods.has(variable) && ball.bottom[variable] === 1)),
    separated: named((variable) => ball.bottom[variable] === 0 && !observed.has(variable)),
  };
}

interface Known {
  observed(variable: number): boolean;
  soft(variable: number): boolean;
}

/** A ball that bounces through a network: what it can reach from the queries bears on them. */
class Ball {
  /** 1 where it was passed on to the parents, to the children, and where it came at all. */
  readonly top: Uint8Array;
  readonly bottom: Uint8Array;
  readonly visited: Uint8Array;
  readonly #parents: (readonly number[])[] = [];
  readonly #children: number[][] = [];
  readonly #known: Known;
  /** Where it is to go next: twice the variable, and one more where it comes from a parent. */
  readonly #open: number[] = [];

  constructor(scopes: readonly (readonly number[])[], known: Known) {
    this.top = new Uint8Array(scopes.length);
    this.bottom = new Uint8Array(scopes.length);
    this.visited = new Uint8Array(scopes.length);
    this.#known = known;
    for (let variable = 0; variable < scopes.length; variable++) this.#children.push([]);
    for (const scope of scopes) {
      const [parents, child = -1] = [scope.slice(0, -1), scope.at(-1)];
      this.#parents[child] = parents;
      for (const parent of parents) this.#children[parent]?.push(child);
    }
  }

  fromBelow(variable: number): void {
    this.#open.push(2 * variable);
  }

  roll(): void {
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) {
      const [variable, fromParent] = [next >>> 1, (next & 1) === 1];
      this.visited[variable] = 1;
      if (this.#known.observed(variable)) {
        // It comes back to the other parents, and is stopped on its way up.
        if (fromParent) this.#up(variable);
        continue;
      }
      if (!fromParent || this.#known.soft(variable)) this.#up(variable);
      this.#down(variable);
    }
  }

  #up(variable: number): void {
    if (this.top[variable] === 1) return;
    this.top[variable] = 1;
    for (const parent of this.#parents[variable] ?? []) this.fromBelow(parent);
  }

  #down(variable: number): void {
    if (this.bottom[variable] === 1) return;
    this.bottom[variable] = 1;
    for (const child of this.#children[variable] ?? []) this.#open.push(2 * child + 1);
  }
}
