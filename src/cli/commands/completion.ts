import type { Command, Option } from "commander";

type Shell = "bash" | "zsh" | "fish";

/** Prints a completion script for a shell, made from the program's own commands and options. */
export function completionCommand(program: Command, shell: Shell): void {
  process.stdout.write(scripts[shell](program.commands));
}

/** The options of a command, those of its own commands included. */
const optionsOf = (command: Command): readonly Option[] => [...command.options, ...command.commands.flatMap(optionsOf)];

const longOf = ({ long }: Option): readonly string[] => (typeof long === "string" ? [long] : []);
const namesOf = (commands: readonly Command[]): string => commands.map((command) => command.name()).join(" ");
const withCommands = (commands: readonly Command[]): readonly Command[] => commands.filter((command) => command.commands.length > 0);
const unique = (words: readonly string[]): string => [...new Set(words)].join(" ");
const quoted = (text: string): string => text.replaceAll("'", "’");

/** For each option with a choice of words, these words. */
function choicesOf(commands: readonly Command[]): ReadonlyMap<string, readonly string[]> {
  const all = commands.flatMap(optionsOf).flatMap((option) => longOf(option).map((long) => [long, option.argChoices ?? []] as const));
  return new Map(all.filter(([, words]) => words.length > 0));
}

const scripts: Readonly<Record<Shell, (commands: readonly Command[]) => string>> = {
  bash: (commands) => `_rapporteur() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${namesOf(commands)}" -- "$word") $(compgen -f -- "$word")); return; fi
  case "\${COMP_WORDS[COMP_CWORD - 1]}" in
${Array.from(choicesOf(commands), ([long, words]) => `    ${long}) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")); return ;;`).join("\n")}
  esac
  if [ "$COMP_CWORD" -eq 2 ]; then
    case "\${COMP_WORDS[1]}" in
${withCommands(commands).map((command) => `      ${command.name()}) COMPREPLY=($(compgen -W "${namesOf(command.commands)}" -- "$word")); return ;;`).join("\n")}
      *) ;;
    esac
  fi
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name()}) options="${unique(optionsOf(command).flatMap(longOf))}" ;;`).join("\n")}
    *) options="" ;;
  esac
  case "$word" in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _rapporteur rapporteur
`,
  zsh: (commands) => `#compdef rapporteur
_rapporteur() {
  if (( CURRENT == 2 )); then
    local -a names=(${commands.map((command) => `'${command.name()}:${quoted(command.description()).replaceAll(":", "\\:")}'`).join(" ")})
    _describe command names; _files; return
  fi
  case "$words[2]" in
${commands.map((command) => `    ${command.name()}) _arguments ${[...optionsOf(command).map(zshOption), ...(command.commands.length > 0 ? [`'2:command:(${namesOf(command.commands)})'`] : []), "'*:file:_files'"].join(" ")} ;;`).join("\n")}
  esac
}
compdef _rapporteur rapporteur
`,
  fish: (commands) =>
    commands
      .flatMap((command) => [
        `complete -c rapporteur -n __fish_use_subcommand -a ${command.name()} -d '${quoted(command.description())}'`,
        ...(command.commands.length > 0 ? [`complete -c rapporteur -n '__fish_seen_subcommand_from ${command.name()}' -a '${namesOf(command.commands)}'`] : []),
        ...optionsOf(command).map((option) => fishOption(command, option)),
      ])
      .join("\n") + "\n",
};

function zshOption({ long, description, argChoices, required, optional }: Option): string {
  const value = argChoices ? `:value:(${argChoices.join(" ")})` : required || optional ? ":value:_files" : "";
  return `'${long ?? ""}[${quoted(description).replaceAll("]", ")").replaceAll("[", "(")}]${value}'`;
}

function fishOption(command: Command, { long, description, argChoices, required }: Option): string {
  const value = argChoices ? ` -x -a '${argChoices.join(" ")}'` : required ? " -r" : "";
  return `complete -c rapporteur -n '__fish_seen_subcommand_from ${command.name()}' -l ${(long ?? "").replace(/^--/u, "")}${value} -d '${quoted(description)}'`;
}
