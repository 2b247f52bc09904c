import { join } from 'node:path'
import { languageAsked } from '../cli/language.ts'
import type { GlobalOptions } from '../cli/globals.ts'
import { Printer, type Format, type Manner } from '../cli/printer.ts'
import { isDay } from '../domain/day.ts'
import type { Language } from '../domain/words.ts'
import { csvLine } from '../exchange/csv-write.ts'
import { catalogOf } from '../messages/index.ts'
import type { Desk, Globals } from './desk.ts'
import { askAt, confirmAt } from './asking.ts'
import { keyFor } from './keys.ts'
import { languageInFile, openOffice, type Opening } from './office.ts'
import type { World } from './world.ts'
import { UsageFault } from '../cli/failure.ts'

/** The desk with what only the program's frame may do to it. */
export interface BuiltDesk extends Desk {
  readonly status: number
  readonly format: Format
  /** Takes in the options of the line, once it has been read. */
  settle(options: GlobalOptions): void
  close(): void
}

/** Builds the desk; opens nothing. */
export function deskIn(world: World): BuiltDesk {
  let options: GlobalOptions = {}
  let status = 0
  const openings: Opening[] = []
  const language = languageIn(world)
  const text = catalogOf(language)
  let printer = printerFor(world, options)

  const desk: BuiltDesk = {
    text,
    language,
    account: world.account,
    stdin: world.stdin.fd,
    get status() {
      return status
    },
    get format() {
      return printer.manner.format
    },
    get say() {
      return printer
    },
    get globals() {
      return globalsIn(world, options, text.program.usage.badDate)
    },
    now: () => world.clock().toISOString(),
    settle(given) {
      options = given
      printer = printerFor(world, options)
    },
    finish(code) {
      status = code
    },
    close() {
      for (const opening of openings) opening.close()
    },
    async read() {
      const opening = await openOffice(desk, world, 'read')
      openings.push(opening)
      return opening.office
    },
    async write() {
      const opening = await openOffice(desk, world, 'write')
      openings.push(opening)
      return opening.office
    },
    async act(work) {
      const office = await desk.write()
      if (!desk.globals.dryRun) return office.store.transact(() => work(office))
      const result = office.store.rehearse(() => work(office))
      printer.notice(text.program.dryRun)
      return result
    },
    ask: (questions, given) => askAt(desk, questions, given),
    confirm: (question, command) => confirmAt(desk, question, command),
    key: (path, fresh) => keyFor(desk, world, options.keyFile, path, fresh),
  }
  return desk
}

/** `--lang`, the environment, else the language of the policy in the file that will be used. */
function languageIn(world: World): Language {
  const asked = languageAsked(wordAfter(world.words, '--lang'), world.env)
  return asked ?? languageInFile(fileIn(world, wordAfter(world.words, '--file', '-f'))) ?? 'en'
}

/** The value of an option that must be known before the line can be read. */
function wordAfter(words: readonly string[], ...names: readonly string[]): string | undefined {
  for (const [at, word] of words.entries()) {
    if (names.includes(word)) return words[at + 1]
    const name = names.find((it) => it.startsWith('--') && word.startsWith(`${it}=`))
    if (name) return word.slice(name.length + 1)
  }
  return undefined
}

/** The archive file: `--file`, DANGAN_FILE, else the platform's folder for data. */
function fileIn(world: World, option: string | undefined): string {
  const said = option ?? world.env['DANGAN_FILE']
  if (said) return said
  const local = world.env['LOCALAPPDATA']
  if (world.platform === 'win32' && local) return join(local, 'dangan', 'archive.db')
  const data = world.env['XDG_DATA_HOME'] || join(world.home, '.local', 'share')
  return join(data, 'dangan', 'archive.db')
}

function globalsIn(
  world: World,
  options: GlobalOptions,
  badDate: (value: string) => string,
): Globals {
  const date = options.date ?? world.env['DANGAN_DATE']
  if (date !== undefined && !isDay(date)) throw new UsageFault(badDate(date))
  return {
    file: fileIn(world, options.file),
    as: options.as ?? world.env['DANGAN_AS'],
    date,
    yes: options.yes === true,
    dryRun: options.dryRun === true,
    interactive: mayAsk(world, options),
  }
}

/** A person sits there: both ends are terminals, and nobody said not to ask. */
const mayAsk = (world: World, options: GlobalOptions): boolean =>
  world.stdin.isTerminal && world.err.isTerminal && options.input !== false && !world.env['CI']

function printerFor(world: World, options: GlobalOptions): Printer {
  const manner: Manner = {
    format: options.json ? 'json' : ((options.format as Format | undefined) ?? 'table'),
    fields: options.fields?.split(/[,，]/).map((field) => field.trim()),
    quiet: options.quiet === true,
    headings: options.headings === true,
    csvLine: (cells) => csvLine(cells),
  }
  return new Printer(world.out, world.err, manner)
}

