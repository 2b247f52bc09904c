import { Option, type CommandUnknownOpts } from '@commander-js/extra-typings'
import type { Catalog } from '../messages/catalog.ts'
import { languages } from '../domain/words.ts'
import { formats } from './printer.ts'

/** Global options as commander gives them. */
export interface GlobalOptions {
  file?: string
  as?: string
  date?: string
  lang?: string
  format?: string
  json?: boolean
  fields?: string
  yes?: boolean
  dryRun?: boolean
  quiet?: boolean
  color?: boolean
  input?: boolean
  keyFile?: string
  headings?: boolean
}

/** Declares the options that are accepted anywhere on the line; no subcommand may take one of their names. */
export function declareGlobals(
  program: CommandUnknownOpts,
  text: Catalog['program']['options'],
): void {
  program
    .option('-f, --file <path>', text.file)
    .option('--as <staff>', text.as)
    .option('--date <YYYY-MM-DD>', text.date)
    .addOption(new Option('--lang <language>', text.lang).choices([...languages]))
    .addOption(new Option('--format <format>', text.format).choices([...formats]))
    .option('--json', text.json)
    .option('--fields <a,b,c>', text.fields)
    .option('--headings', text.headings)
    .option('--yes', text.yes)
    .option('--dry-run', text.dryRun)
    .option('--quiet', text.quiet)
    .option('--no-color', text.noColor)
    .option('--no-input', text.noInput)
    .option('--key-file <path>', text.keyFile)
}
