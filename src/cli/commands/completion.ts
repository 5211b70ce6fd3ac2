import type { Command } from "commander";

type Shell = "bash" | "zsh" | "fish";

/** Prints a completion script for a shell, made from the program's own commands and options. */
export function completionCommand(program: Command, shell: Shell): void {
  process.stdout.write(scripts[shell](program.commands));
}

const optionsOf = (command: Command): readonly string[] => command.options.flatMap(({ long }) => (typeof long === "string" ? [long] : []));

const scripts: Readonly<Record<Shell, (commands: readonly Command[]) => string>> = {
  bash: (commands) => `_rapporteur() {
  local word="\${COMP_WORDS[COMP_CWORD]}"
  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${commands.map((command) => command.name()).join(" ")}" -- "$word") $(compgen -f -- "$word")); return; fi
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name()}) options="${optionsOf(command).join(" ")}" ;;`).join("\n")}
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
    local -a names=(${commands.map((command) => `'${command.name()}:${command.description().replaceAll("'", "’").replaceAll(":", "\\:")}'`).join(" ")})
    _describe command names; _files; return
  fi
  case "$words[2]" in
${commands.map((command) => `    ${command.name()}) _arguments ${command.options.map((option) => `'${option.long ?? ""}[${option.description.replaceAll("'", "’").replaceAll("]", ")").replaceAll("[", "(")}]'`).join(" ")} '*:file:_files' ;;`).join("\n")}
  esac
}
compdef _rapporteur rapporteur
`,
  fish: (commands) =>
    commands
      .flatMap((command) => [
        `complete -c rapporteur -n __fish_use_subcommand -a ${command.name()} -d '${command.description().replaceAll("'", "’")}'`,
        ...command.options.map((option) => `complete -c rapporteur -n '__fish_seen_subcommand_from ${command.name()}' -l ${(option.long ?? "").replace(/^--/u, "")} -d '${option.description.replaceAll("'", "’")}'`),
      ])
      .join("\n") + "\n",
};
