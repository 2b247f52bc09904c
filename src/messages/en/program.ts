import type { Catalog } from '../catalog.ts'

const orElse = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : ` Did you mean ${suggestion}?`

/** The program itself: help, global options, confirmations. */
export const program = {
  description:
    'A registry of customer archives: numbers, classes, loans, reviews, retention, disposal, and proof of it all.',
  groups: {
    files: 'Opening',
    use: 'Use',
    custody: 'Custody',
    duties: 'Oversight',
    disposal: 'Disposal',
    office: 'Office',
  },
  help: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Global options:',
    commands: 'Commands:',
    examples: 'Examples:',
    exits: 'Exit status:',
    helpOption: 'show help',
    helpCommand: 'Show help for a command',
    versionOption: 'show the version',
    defaultValue: (value) => `default: ${value}`,
    choices: (values) => `choices: ${values}`,
  },
  exits: {
    0: 'done',
    1: 'fault of the program or the machine',
    2: 'wrong usage, or somebody must answer at a terminal',
    3: 'refused by the rules',
    4: 'no such number, request or file',
    5: 'this person may not',
    6: 'the file is in use',
    7: 'the file is damaged, altered, no archive file, or the key is wrong',
    8: 'unacceptable data',
    10: 'something needs attention',
    130: 'cancelled',
  },
  options: {
    file: 'the archive file',
    as: 'on whose behalf (name or number of a staff member)',
    date: 'the date of the act',
    lang: 'language: zh-Hans, zh-Hant, en',
    format: 'output: table, json, ndjson, csv',
    json: 'same as --format json',
    fields: 'which fields to list, separated by commas',
    yes: 'do not ask for confirmation',
    dryRun: 'show what would happen, write nothing',
    quiet: 'print results only',
    noColor: 'no colours',
    noInput: 'ask nothing',
    keyFile: 'key file of an encrypted archive',
    headings: 'csv with translated headings',
  },
  usage: {
    unknownCommand: (name, suggestion) =>
      `There is no command ${name}.${orElse(suggestion)} All commands: dangan --help.`,
    unknownOption: (name, suggestion) => `There is no option ${name}.${orElse(suggestion)}`,
    missingValue: (option) => `${option} needs a value.`,
    missingArgument: (name) => `The argument <${name}> is missing.`,
    tooMany: (extra) => `Too many arguments: ${extra}.`,
    badValue: (option, value) => `"${value}" does not work for ${option}.`,
    badDate: (value) => `"${value}" is not a date. Write YYYY-MM-DD.`,
    badNumber: (option, value) => `${option} needs a positive whole number, not "${value}".`,
  },
  /** What stands between and around things that a command strings together. */
  marks: { colon: ': ', clauses: '; ', items: ', ', inBrackets: (text) => ` (${text})` },
  error: 'Error',
  fault: (reason) => `The program failed: ${reason}`,
  outputFailed: (reason) => `Cannot write the output: ${reason}`,
  cancelled: 'Cancelled. Nothing was changed.',
  dryRun: 'Dry run: nothing was written.',
  copied: (path) =>
    `${path} or its folder is not writable: reading a private copy, deleted at the end.`,
  migrated: (backup) => `The archive file was upgraded. A copy from before: ${backup}`,
  next: (command) => `Next: ${command}`,
  same: (command) => `Same as: ${command}`,
  confirm: 'Are you sure?',
  yes: 'yes',
  no: 'no',
  none: '(none)',
  keyPrompt: 'Key:',
} satisfies Catalog['program']
