import type { Command, Option } from 'commander';

/** The shells that completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;
export type Shell = (typeof SHELLS)[number];

/** A command of the program as a shell is told of it. */
interface Told {
  readonly name: string;
  readonly description: string;
  readonly options: readonly Option[];
}

/** A script that teaches a shell the commands, their options and the options' values; made of the program itself, so that it can't fall behind. */
export function completionScript(program: Command, shell: Shell): string {
  const commands = program.commands.map(
    (command): Told => ({
      name: command.name(),
      description: firstSentence(command.description()),
      options: command.options.filter(({ hidden }) => !hidden),
    }),
  );
  switch (shell) {
    case 'bash':
      return bash(program.name(), commands);
    case 'zsh':
      return zsh(program.name(), commands);
    case 'fish':
      return fish(program.name(), commands);
  }
}

const firstSentence = (text: string): string => /^[^.:]*/.exec(text)?.[0] ?? '';
const flagsOf = ({ short, long }: Option): string[] => [short, long].filter((flag): flag is string => flag !== undefined && flag !== null);
const takesFile = ({ flags }: Option): boolean => /<(?:file|path)>/.test(flags);
const takesValue = ({ required, optional }: Option): boolean => required || optional;

function bash(name: string, commands: readonly Told[]): string {
  const cases = commands.map(({ name: command, options }) => {
    const values = options.filter(takesValue).map((option) => {
      const words = option.argChoices
        ? `mapfile -t COMPREPLY < <(compgen -W '${option.argChoices.join(' ')}' -- "$word")`
        : takesFile(option)
          ? 'compopt -o default'
          : ':';
      return `        ${flagsOf(option).join('|')}) ${words}; return ;;`;
    });
    return `    ${command})
      case "$before" in
${values.join('\n')}
      esac
      [[ $word == -* ]] && mapfile -t COMPREPLY < <(compgen -W '${options.flatMap(flagsOf).join(' ')} --help' -- "$word") || compopt -o default
      ;;`;
  });
  return `# bash completion for ${name}: eval "$(${name} completion bash)"
_${name}() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  COMPREPLY=()
  if [[ $COMP_CWORD -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W '${commands.map((command) => command.name).join(' ')} --help --version' -- "$word")
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
}
complete -F _${name} ${name}
`;
}

/** For zsh: a word inside single quotes and brackets of its own. */
const zshWord = (text: string): string =>
  text.replaceAll("'", "'\\''").replaceAll('[', '\\[').replaceAll(']', '\\]').replaceAll(':', '\\:');

function zsh(name: string, commands: readonly Told[]): string {
  const list = commands.map((command) => `    '${command.name}:${zshWord(command.description)}'`);
  const cases = commands.map(({ name: command, options }) => {
    const specs = options.flatMap((option) =>
      flagsOf(option).map((flag) => {
        const value = !takesValue(option)
          ? ''
          : option.argChoices
            ? `:value:(${option.argChoices.join(' ')})`
            : takesFile(option)
              ? ':file:_files'
              : ':value:';
        return `        '${flag}[${zshWord(firstSentence(option.description))}]${value}'`;
      }),
    );
    return `    ${command})
      _arguments \\
${[...specs, "        '*:file:_files'"].join(' \\\n')}
      ;;`;
  });
  return `#compdef ${name}
# zsh completion for ${name}: eval "$(${name} completion zsh)", or this output as a file _${name} in $fpath
_${name}() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_${name}" ]; then _${name} "$@"; else compdef _${name} ${name}; fi
`;
}

const fishWord = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

function fish(name: string, commands: readonly Told[]): string {
  const lines = commands.flatMap(({ name: command, description, options }) => [
    `complete -c ${name} -n __fish_use_subcommand -f -a ${command} -d ${fishWord(description)}`,
    ...options.map((option) => {
      const names = [...(option.short ? ['-s', option.short.slice(1)] : []), ...(option.long ? ['-l', option.long.slice(2)] : [])];
      const value = !takesValue(option)
        ? []
        : option.argChoices
          ? ['-x', '-a', fishWord(option.argChoices.join(' '))]
          : takesFile(option)
            ? ['-r']
            : ['-x'];
      return [
        'complete',
        '-c',
        name,
        '-n',
        `'__fish_seen_subcommand_from ${command}'`,
        ...names,
        ...value,
        '-d',
        fishWord(firstSentence(option.description)),
      ].join(' ');
    }),
  ]);
  return `# fish completion for ${name}: ${name} completion fish | source\n${lines.join('\n')}\n`;
}
