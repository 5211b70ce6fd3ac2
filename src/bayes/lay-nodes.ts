import { entriesOver } from "#bayes/axes";
import type { Ground } from "#bayes/ground";
import type { Homes } from "#bayes/homes";
import type { LaidTable, PlacedTable, Product, Slot, TreeNode } from "#bayes/junction-tree";
import type { Store } from "#bayes/kernel/kernel";
import { pieceWords, type Large, type ProgramWriter, type Small } from "#bayes/kernel/program";
import { productsOf } from "#bayes/lay-tables";
import type { Branch } from "#bayes/tree-shape";

/** A larger table is made so many entries at a time, which stay in the processor's nearest memory. */
const largestChunk = 1 << 11;

/** From so many factors on a table that fits one chunk is kept between the way up and the way down. */
const factorsWorthKeeping = 3;

/** More factors than this must be divided by between them, which takes the whole table at once. */
const factorsBetweenShrinks = 8;

/** What nodes are laid on. */
export interface Site {
  readonly sizes: readonly number[];
  readonly branches: readonly Branch[];
  readonly homes: Homes;
  readonly tables: readonly LaidTable[];
  readonly slots: readonly Omit<Slot, "gate">[];
  readonly ground: Ground;
  readonly writer: ProgramWriter;
  /** Where the entries of each of the network's tables begin when they are numbered in a row. */
  readonly starts: readonly number[];
}

/** A node before its program is written. */
interface Draft extends Large {
  readonly branch: Branch;
  readonly size: number;
  readonly rows: number;
  readonly message: number;
  readonly separator: number;
  readonly table: number;
  readonly products: readonly Product[];
  readonly children: readonly number[];
}

/** The nodes of a tree, where the words of the program are that say whether a likelihood counts, and room to work. */
export interface LaidNodes {
  readonly nodes: readonly TreeNode[];
  readonly gates: readonly number[];
  readonly room: Store["room"];
  /** Where the sums over the network's tables are: behind all other cells, as they are not always wanted. */
  readonly derivatives: number;
}

/** Gives every node its place in the cells and writes its part of the program. */
export function layNodes(site: Site): LaidNodes {
  const { branches, ground, tables } = site;
  const children: number[][] = branches.map(() => []);
  for (const [place, { parent }] of branches.entries()) children[parent]?.push(place);
  const drafts = branches.map((branch, place) => draftOf(site, { branch, children: children[place] ?? [], held: site.homes.tables[place] ?? [] }));
  const mostRows = largest(drafts, ({ rows }) => rows);
  const room = { table: ground.take(largest(drafts, ({ chunk }) => chunk)), ratios: ground.take(mostRows), factor: ground.take(Math.max(mostRows, largest(tables, ({ entries }) => entries))) };
  const derivatives = ground.length;
  const gates = site.sizes.map(() => -1);
  const nodes = drafts.map((draft, place) => new NodeWriter(site, { drafts, draft, place, ratios: room.ratios, derivatives }).write(gates));
  return { nodes, gates, room, derivatives };
}

const largest = <Item>(items: readonly Item[], count: (item: Item) => number): number => items.reduce((most, item) => Math.max(most, count(item)), 1);

interface Held {
  readonly branch: Branch;
  readonly children: readonly number[];
  readonly held: readonly number[];
}

function draftOf({ sizes, ground, tables }: Site, { branch, children, held }: Held): Draft {
  const { scope, shared } = branch;
  const rows = entriesOver(shared === scope.length ? scope : scope.slice(0, shared), sizes);
  const size = entriesOver(scope, sizes);
  const products = productsOf(held.map((table) => tables[table] ?? nowhere), scope, { sizes, ground });
  const factors = products.length + children.length;
  let split = 0;
  let chunk = size;
  // The last variable is never split.
  const most = factors > factorsBetweenShrinks ? size : largestChunk;
  for (; chunk > most && split < scope.length - 1; split++) chunk /= sizes[scope[split] ?? 0] ?? 1;
  const keeps = factors > factorsBetweenShrinks || (factors >= factorsWorthKeeping && chunk === size && size <= largestChunk);
  return { branch, scope, size, rows, split, chunk, chunks: size / chunk, children, products, table: keeps ? ground.take(size) : -1, message: ground.take(rows), separator: ground.take(rows) };
}

const nowhere: LaidTable = { scope: [], at: -1, entries: 1 };

interface Writing {
  readonly drafts: readonly Draft[];
  readonly draft: Draft;
  readonly place: number;
  readonly ratios: number;
  readonly derivatives: number;
}

/** Writes the part of the program that is about one node. */
class NodeWriter {
  private readonly site: Site;
  private readonly writing: Writing;
  /** The variables that it shares with its parent, as a table of their own. */
  private readonly head: Large;

  constructor(site: Site, writing: Writing) {
    this.site = site;
    this.writing = writing;
    const { branch, rows } = writing.draft;
    this.head = { scope: branch.shared === branch.scope.length ? branch.scope : branch.scope.slice(0, branch.shared), split: 0, chunk: rows, chunks: 1 };
  }

  write(gates: number[]): TreeNode {
    const { site: { writer }, writing: { drafts, draft, place } } = this;
    const { branch: { parent }, scope, size, rows, chunk, chunks, message, separator, table, children } = draft;
    const tables = this.tables();
    const told = children.map((child) => ({ subject: child, factor: this.message(child) }));
    const rest = this.findings(gates);
    for (const { factor } of told) rest.push(factor);
    const products = this.products(tables);
    const factors = writer.list([...products, ...rest]);
    const alone = tables.every(({ factor }, at) => factor === products[at]) && tables.length === products.length;
    const sums = this.posteriors(true);
    for (const { subject, factor } of told) sums.push(writer.like(factor, drafts[subject]?.separator ?? 0, subject));
    const up = this.ofHead(message);
    writer.node(place, {
      parent, size, chunk, chunks, table, rows, width: size / rows, message, separator, factors,
      parts: alone ? factors : writer.list([...tables.map(({ factor }) => factor), ...rest]),
      told: up,
      outside: writer.like(up, this.writing.ratios, 1),
      sums: writer.list(sums),
      headSums: writer.list(this.posteriors(false)),
      derivatives: writer.list(tables.map(({ derivative }) => derivative)),
    });
    return { parent, children: told, tables, products: draft.products, scope, rows, width: size / rows, chunk, message, separator };
  }

  private piece(small: Small, large: Large = this.writing.draft): number {
    return this.site.writer.piece(small, large);
  }

  private ofHead(at: number): number {
    return this.piece({ at, gate: 1, scope: this.head.scope, entries: this.head.chunk });
  }

  private message(child: number): number {
    const { branch: { scope, shared }, rows, message } = this.writing.drafts[child] ?? this.writing.draft;
    return this.piece({ at: message, gate: 1, scope: shared === scope.length ? scope : scope.slice(0, shared), entries: rows });
  }

  private tables(): readonly PlacedTable[] {
    const { homes, tables, starts, writer } = this.site;
    return (homes.tables[this.writing.place] ?? []).map((subject) => {
      const { at, scope, entries } = tables[subject] ?? nowhere;
      const factor = this.piece({ at, gate: 1, scope, entries });
      return { subject, entries, at, factor, derivative: writer.like(factor, this.writing.derivatives + (starts[subject] ?? 0), -1) };
    });
  }

  private products(tables: readonly PlacedTable[]): readonly number[] {
    return this.writing.draft.products.map((product) => tables.find(({ at }) => at === product.at)?.factor ?? this.piece({ ...product, gate: 1 }));
  }

  private findings(gates: number[]): number[] {
    const { homes, slots, sizes } = this.site;
    const own = this.writing.draft.scope.filter((variable) => homes.findings[variable] === this.writing.place);
    return own.map((variable) => {
      const piece = this.piece({ at: slots[variable]?.likelihood ?? 0, gate: 0, scope: [variable], entries: sizes[variable] ?? 1 });
      gates[variable] = piece + pieceWords.gate;
      return piece;
    });
  }

  private posteriors(fromTable: boolean): number[] {
    const { slots, sizes } = this.site;
    const own = this.writing.draft.scope.filter((variable) => slots[variable]?.reader === this.writing.place && slots[variable].fromTable === fromTable);
    return own.map((variable) => this.piece({ at: slots[variable]?.posterior ?? 0, gate: -1, scope: [variable], entries: sizes[variable] ?? 1 }, fromTable ? this.writing.draft : this.head));
  }
}
