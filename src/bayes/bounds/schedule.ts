import { entriesOver } from "#bayes/axes";
import { orderOf } from "#bayes/bounds/order";
import { positions } from "#bayes/bounds/positions";
import { familiesOf, type Question } from "#bayes/bounds/question";

/** A row of a table: `width` cells from `cell` on, which stand for the entries of the network from number `first` on. */
export interface Row {
  readonly variable: number;
  readonly first: number;
  readonly cell: number;
  readonly width: number;
}

/**
 * One step of summing the variables out. `multiply` joins two lists into one; `sum` weighs a list with rows of a table, one
 * row for each entry of its result (or only that entry of the row whose state is observed). Factors are given by the
 * places of their cells. A `signed` step lies between the target and the end.
 */
export interface Step {
  readonly kind: "multiply" | "sum";
  /** `multiply`: the places of one factor. `sum`: the first cell of the row for each entry of the result. */
  readonly left: Int32Array;
  /** `multiply`: the places of the other. `sum`: `width` places for each entry of the result. */
  readonly right: Int32Array;
  readonly width: number;
  readonly out: number;
  readonly size: number;
  readonly signed: boolean;
  /** The step that reads the result; -1 at the end. */
  readonly next: number;
}

/** How to compute any weighted sum over the target's states of P(state, what is known) from the rows of the tables. */
export interface Schedule {
  readonly kind: "scheduled";
  readonly question: Question;
  readonly rows: readonly Row[];
  readonly steps: readonly Step[];
  /** The step that reads the table of each variable. */
  readonly readers: ReadonlyMap<number, number>;
  /** How many cells there are: those of the rows first, then from `rowCells` on `constants`, then results. */
  readonly cells: number;
  readonly rowCells: number;
  readonly constants: readonly number[];
  /** Where the weights of the target's states are. */
  readonly weights: number;
}

/** A network whose lists would need more cells than are allowed. */
export interface TooWide {
  readonly kind: "too wide";
  readonly entries: number;
}

/** With four numbers each, half a gibibyte. */
const mostCells = 2 ** 24;

/** The schedule for a question, or how many entries its lists would have. */
export function scheduleFor(question: Question): Schedule | TooWide {
  const { sequence, entries } = orderOf(question);
  if (entries > mostCells) return { kind: "too wide", entries };
  const builder = new Builder(question);
  for (const variable of sequence) builder.layRows(variable);
  builder.layConstants(sequence);
  for (const variable of sequence) builder.sumOut(variable);
  return builder.finish();
}

/** A list of numbers over the states of some variables, on its way to the next step. */
interface Message {
  readonly scope: readonly number[];
  readonly at: number;
  /** The step that makes it; -1 where it stands there from the start. */
  readonly maker: number;
  readonly signed: boolean;
}

type Draft = Omit<Step, "next" | "out">;

class Builder {
  readonly #question: Question;
  readonly #families: ReadonlyMap<number, readonly number[]>;
  readonly #rows: Row[] = [];
  readonly #firstCells = new Map<number, number>();
  readonly #steps: Omit<Step, "next">[] = [];
  readonly #next: number[] = [];
  readonly #readers = new Map<number, number>();
  readonly #constants: number[] = [];
  #messages: Message[] = [];
  #cells = 0;
  #rowCells = 0;
  #weights = 0;

  constructor(question: Question) {
    this.#question = question;
    this.#families = familiesOf(question.network);
  }

  /** Gives a place to each row of a table that agrees with what is observed of the parents. */
  layRows(variable: number): void {
    const { network: { starts, sizes, tables }, known: { observed } } = this.#question;
    const start = starts[tables.findIndex(({ scope }) => scope.at(-1) === variable)] ?? 0;
    const width = sizes[variable] ?? 1;
    const parents = this.#parentsOf(variable);
    const given = parents.reduce((row, parent) => row * (sizes[parent] ?? 1) + (observed.get(parent) ?? 0), 0);
    this.#firstCells.set(variable, this.#cells);
    for (const row of positions(this.#free(parents), parents, sizes)) this.#rows.push({ variable, first: start + (given + row) * width, cell: this.#take(width), width });
  }

  /** A one, what is known of unobserved variables, and the weights of the target. */
  layConstants(sequence: readonly number[]): void {
    const { network: { sizes }, target, known: { likelihoods, observed } } = this.#question;
    this.#rowCells = this.#take(1);
    this.#constants.push(1);
    for (const variable of sequence) {
      const values = likelihoods.get(variable);
      if (values && !observed.has(variable)) this.#give(variable, values.map((value) => value / Math.max(...values)), false);
    }
    this.#weights = this.#cells;
    this.#give(target, Array.from({ length: sizes[target] ?? 0 }, () => 1), true);
  }

  #give(variable: number, values: readonly number[], signed: boolean): void {
    this.#messages.push({ scope: [variable], at: this.#take(values.length), maker: -1, signed });
    this.#constants.push(...values);
  }

  /** Joins all lists about a variable, and weighs them with its table. */
  sumOut(variable: number): void {
    const { network: { sizes }, known: { observed } } = this.#question;
    const state = observed.get(variable);
    const parents = this.#free(this.#parentsOf(variable));
    const about = state === undefined ? this.#gather(variable) : this.#one;
    const scope = [...parents, ...about.scope.filter((other) => other !== variable && !parents.includes(other))];
    const width = sizes[variable] ?? 1;
    const first = (this.#firstCells.get(variable) ?? 0) + (state ?? 0);
    const left = positions(scope, parents, sizes).map((row) => first + row * width);
    const right = positions(state === undefined ? [...scope, variable] : scope, about.scope, sizes).map((place) => about.at + place);
    this.#readers.set(variable, this.#steps.length);
    this.#add({ kind: "sum", left, right, width: state === undefined ? width : 1, size: left.length, signed: about.signed }, scope, [about]);
  }

  finish(): Schedule {
    const steps = this.#steps.map((step, at) => ({ ...step, next: this.#next[at] ?? -1 }));
    return { kind: "scheduled", question: this.#question, rows: this.#rows, steps, readers: this.#readers, cells: this.#cells, rowCells: this.#rowCells, constants: this.#constants, weights: this.#weights };
  }

  get #one(): Message {
    return { scope: [], at: this.#rowCells, maker: -1, signed: false };
  }

  #parentsOf = (variable: number): readonly number[] => (this.#families.get(variable) ?? []).slice(0, -1);

  #free = (variables: readonly number[]): readonly number[] => variables.filter((variable) => !this.#question.known.observed.has(variable));

  #take(count: number): number {
    const at = this.#cells;
    this.#cells += count;
    return at;
  }

  /** All messages about a variable as one: small ones first, the signed one last, so that it alone is made again for other weights. */
  #gather(variable: number): Message {
    const { sizes } = this.#question.network;
    const mine = this.#messages.filter(({ scope }) => scope.includes(variable));
    const size = ({ scope }: Message): number => entriesOver(scope, sizes);
    const ordered = mine.toSorted((a, b) => Number(a.signed) - Number(b.signed) || size(a) - size(b));
    return ordered.reduce<Message | undefined>((joined, other) => (joined ? this.#multiply(joined, other) : other), undefined) ?? this.#one;
  }

  #multiply(one: Message, other: Message): Message {
    const { sizes } = this.#question.network;
    const scope = [...one.scope, ...other.scope.filter((variable) => !one.scope.includes(variable))];
    const placesOf = (message: Message): Int32Array => positions(scope, message.scope, sizes).map((place) => message.at + place);
    return this.#add({ kind: "multiply", left: placesOf(one), right: placesOf(other), width: 1, size: entriesOver(scope, sizes), signed: one.signed || other.signed }, scope, [one, other]);
  }

  #add(step: Draft, scope: readonly number[], read: readonly Message[]): Message {
    const maker = this.#steps.length;
    for (const message of read) if (message.maker >= 0) this.#next[message.maker] = maker;
    const message = { scope, at: this.#take(step.size), maker, signed: step.signed };
    this.#steps.push({ ...step, out: message.at });
    this.#messages = [...this.#messages.filter((other) => !read.includes(other)), message];
    return message;
  }
}
