import { existsSync } from "node:fs";
import type { Command, Option } from "commander";
import { UsageProblem } from "#cli/problem";

/** The arguments as a person meant them: a misspelt command is refused, a file that an option took stands first. */
export function commandArguments(program: Command, args: readonly string[]): readonly string[] {
  refuseUnknownCommand(program, args[0]);
  const { command, rest } = commandOf(program, args);
  return [...args.slice(0, args.length - rest.length), ...fileFirst(command, rest)];
}

/** Without this the default command would take a misspelt name for its path. */
function refuseUnknownCommand(program: Command, first: string | undefined): void {
  if (first === undefined || first.startsWith("-")) return;
  const names = [...program.commands.map((command) => command.name()), "help"];
  if (names.includes(first) || existsSync(first)) return;
  const meant = nearestName(first, names);
  if (meant !== undefined) throw new UsageProblem(`unknown command \`${first}\`; did you mean \`${meant}\`?`);
  throw new UsageProblem(`${first} is no command, and there is no such file or folder; \`rapporteur --help\` lists the commands.`);
}

/** The name that differs in the fewest letters, where that is at most two and less than half of them. */
function nearestName(written: string, names: readonly string[]): string | undefined {
  const ranked = names.map((name) => ({ name, steps: stepsBetween(written.toLowerCase(), name) })).toSorted((a, b) => a.steps - b.steps);
  return ranked.find(({ name, steps }) => steps <= 2 && steps * 2 < Math.max(written.length, name.length))?.name;
}

/** How many letters must be put in, left out, replaced or swapped with their neighbour (optimal string alignment). */
function stepsBetween(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column++) {
      const plain = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1));
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      rows[row]?.push(isSwapped ? Math.min(plain, at(row - 2, column - 2) + 1) : plain);
    }
  }
  return at(a.length, b.length);
}

/** The command that is asked for, also beneath another, and what stands behind its name. */
function commandOf(parent: Command, args: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } {
  const command = parent.commands.find((own) => own.name() === args[0]);
  return command === undefined ? { command: parent, rest: args } : commandOf(command, args.slice(1));
}

/**
 * An option that takes several values takes the file behind them as well. Where exactly one argument is missing and the
 * last value of such an option is a file that exists, that is the argument; otherwise a sentence says what happened.
 */
function fileFirst(command: Command, args: readonly string[]): readonly string[] {
  const { operands, taken } = survey(command, args);
  const missing = command.registeredArguments.filter(({ required }) => required).length - operands;
  if (missing !== 1 || taken.length === 0 || args.some((arg) => arg === "--help" || arg === "-h")) return args;
  const files = taken.filter(({ last }) => existsSync(args[last] ?? ""));
  const [file] = files;
  if (file !== undefined && files.length === 1) return [args[file.last] ?? "", ...args.slice(0, file.last), ...args.slice(file.last + 1)];
  const [argument] = command.registeredArguments;
  throw new UsageProblem(`The ${argument?.name() ?? "file"} is missing or cannot be told from the values of ${taken[0]?.flag ?? "an option"}; write \`${command.name()} ${command.usage()}\`.`);
}

interface Taken {
  readonly flag: string;
  /** The place of the last value among the arguments. */
  readonly last: number;
}

/** How many arguments belong to no option, and the last value of each option that takes several. */
function survey(command: Command, args: readonly string[]): { readonly operands: number; readonly taken: readonly Taken[] } {
  const last = new Map<string, number>();
  let operands = 0;
  let open: { readonly option: Option; readonly flag: string } | undefined;
  for (const [place, arg] of args.entries()) {
    if (arg === "--") return { operands: operands + args.length - place - 1, taken: takenOf(last) };
    if (arg.startsWith("-") && arg.length > 1) {
      const option = command.options.find(({ long, short }) => arg === long || arg === short);
      open = option !== undefined && (option.required || option.optional) ? { option, flag: arg } : undefined;
    } else if (open === undefined) operands++;
    else if (open.option.variadic) last.set(open.flag, place);
    else open = undefined;
  }
  return { operands, taken: takenOf(last) };
}

const takenOf = (last: ReadonlyMap<string, number>): readonly Taken[] => Array.from(last, ([flag, place]) => ({ flag, last: place }));
