import type { Catalog } from '../catalog.ts'

/** The terminal itself: how questions are asked and answered. */
export const terminal: Catalog['terminal'] = {
  ask: {
    choose: '↑↓ or digits to choose, Enter to confirm, Ctrl-C to cancel',
    nothing: '(leave empty)',
    needed: 'This cannot be empty.',
    yesOrNo: (presumed: boolean) => (presumed ? ' (Y/n)' : ' (y/N)'),
    yesOrNoOnly: 'Please answer y (yes) or n (no).',
    hidden: '(not shown as you type)',
    again: 'The same once more:',
    differs: 'The two do not match. Please type it again.',
    noEmptyKey: 'The key cannot be empty: an empty key is no encryption.',
  },
  help: {
    words: { options: 'options', command: 'command' },
    aside: (note: string) => ` (${note})`,
    and: ', ',
    globals: (names: string) => `Global options (explained by dangan --help): ${names}`,
    moreHelp: 'Usage and examples of a command: dangan help <command>',
  },
  failed: (word: string, message: string) => `${word}: ${message}`,
  usage: {
    tooMany: (command: string, expected: number, extra: string) =>
      `${command} takes ${expected === 0 ? 'no arguments' : `at most ${expected}`}; too many: ${extra}. Usage: ${command} --help.`,
    conflict: (one: string, other: string) => `${one} and ${other} cannot be used together.`,
    other: (reason: string) => `Something is wrong with the line: ${reason}`,
  },
  completion: {
    summary: 'Print a completion script for a shell',
    description:
      'Prints a script that lets bash, zsh or fish complete commands, options, archive numbers, staff and customer types.',
    shell: 'which shell',
  },
  man: {
    summary: 'Print the manual page',
    explained: 'Makes the manual page (roff) from the help of every command.',
    title: 'Customer archives',
    purpose: 'registry of customer archives',
    name: 'NAME',
    synopsis: 'SYNOPSIS',
    description: 'DESCRIPTION',
    commands: 'COMMANDS',
    options: 'GLOBAL OPTIONS',
    exits: 'EXIT STATUS',
    files: 'FILES',
    environment: 'ENVIRONMENT',
    examples: 'EXAMPLES',
    fileList: [
      [
        '$XDG_DATA_HOME/dangan/archive.db',
        'The archive file; under ~/.local/share where XDG_DATA_HOME is not set.',
      ],
      [
        '<archive file>.purged',
        'Numbers of destroyed archives, so that restoring a backup does not bring them back.',
      ],
    ],
    variables: [
      ['DANGAN_FILE', 'The archive file, as --file.'],
      ['DANGAN_AS', 'On whose behalf, as --as.'],
      ['DANGAN_DATE', 'The date of the act, as --date.'],
      [
        'DANGAN_LANG',
        'The language, as --lang; where unset LC_ALL, LC_MESSAGES and LANG are looked at.',
      ],
      ['DANGAN_KEY', 'The passphrase of an encrypted archive file.'],
      ['DANGAN_KEY_FILE', 'Its key file, as --key-file.'],
      ['DANGAN_ALLOWED_SIGNERS', 'Whose signatures on approvals count, as --allowed-signers.'],
      ['NO_COLOR', 'No colours.'],
      ['FORCE_COLOR', 'Colours even where output is no terminal.'],
      ['CI', 'Ask nothing, as --no-input.'],
    ],
  },
}
