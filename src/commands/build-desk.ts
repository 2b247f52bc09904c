import { join } from 'node:path'
import { languageAsked } from '../cli/language.ts'
import type { GlobalOptions } from '../cli/globals.ts'
import { Printer, type Format, type Manner, type Tables } from '../cli/printer.ts'
import { plainPaints, type Paint, type Paints } from '../cli/paint.ts'
import type { Answered } from '../cli/ask.ts'
import { isDay } from '../domain/day.ts'
import type { Language } from '../domain/words.ts'
import { csvLine } from '../exchange/csv-write.ts'
import { catalogOf } from '../messages/index.ts'
import type { Desk, Globals } from './desk.ts'
import { askAt, confirmAt } from './asking.ts'
import { keyFor, onceEach } from './keys.ts'
import { languageInFile } from './office.ts'
import { officesOf } from './offices.ts'
import type { World } from './world.ts'
import { UsageFault } from '../cli/failure.ts'

/** The desk with what only the program's frame may do to it. */
export interface BuiltDesk extends Desk {
  readonly status: number
  readonly format: Format
  /** Takes in the options of the line, once it has been read. */
  settle(options: GlobalOptions): Promise<void>
  /** What was thrown, or the damage in an open file that was behind it. */
  diagnosed(thrown: unknown): unknown
  close(): void
}

/** Builds the desk; opens nothing. */
export async function deskIn(world: World, paints: Paints = plainPaints): Promise<BuiltDesk> {
  let options: GlobalOptions = {}
  let status = 0
  const offices = officesOf(() => desk, world)
  const language = languageIn(world)
  const text = await catalogOf(language)
  let printer = printerFor(world, paints.out, options)
  const answered: Answered[] = []
  const note = (one: Answered) => void answered.push(one)

  const desk: BuiltDesk = {
    text,
    language,
    account: world.account,
    version: world.version,
    stdin: world.stdin.fd,
    allowedSigners: signersIn(world),
    processes: world.processes ?? alone,
    get status() {
      return status
    },
    get format() {
      return printer.manner.format
    },
    get say() {
      return printer
    },
    screen: { err: world.err, text, paint: paints.err },
    answered,
    get globals() {
      return globalsIn(world, options, text.program.usage.badDate)
    },
    now: () => world.clock().toISOString(),
    async settle(given) {
      options = given
      printer = printerFor(world, paints.out, options)
      if (!world.out.isTerminal || printer.manner.format !== 'table') return
      const { tableLines } = await import('../cli/tables.ts')
      printer = printerFor(world, paints.out, options, tableLines)
    },
    finish(code) {
      status = code
    },
    diagnosed: offices.diagnosed,
    close: offices.close,
    read: () => offices.open('read'),
    write: () => offices.open('write'),
    serve: () => offices.open('serve'),
    act: (work) => acted(desk, work),
    ask: (questions, given) => askAt(desk, note, questions, given),
    confirm: (question, command, presumption) =>
      confirmAt(desk, note, question, command, presumption),
    key: onceEach((path, fresh) => keyFor(desk, world, options.keyFile, path, fresh)),
  }
  return desk
}

const alone = {
  name: 'alone',
  isRunning: () => false,
  runOther: () => Promise.resolve(undefined),
}

/** One transaction; under --dry-run taken back, and its result shown all the same. */
async function acted<T>(desk: Desk, work: Parameters<typeof desk.act<T>>[0]): Promise<T> {
  const { store, ...office } = await desk.write()
  const done = () => work({ store, ...office })
  if (!desk.globals.dryRun) return store.transact(done)
  const result = store.rehearse(done)
  desk.say.notice(desk.text.program.dryRun)
  return result
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

/** The approvers' keys: kept where the archivist cannot write (SPEC section 7). */
function signersIn({ env, platform }: World): string {
  const said = env['DANGAN_ALLOWED_SIGNERS']
  if (said) return said
  const shared = env['ProgramData']
  if (platform === 'win32' && shared) return join(shared, 'dangan', 'allowed_signers')
  return '/etc/dangan/allowed_signers'
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

function printerFor(world: World, paint: Paint, options: GlobalOptions, tables?: Tables): Printer {
  const manner: Manner = {
    format: options.json ? 'json' : ((options.format as Format | undefined) ?? 'table'),
    fields: options.fields?.split(/[,，]/).map((field) => field.trim()),
    quiet: options.quiet === true,
    headings: options.headings === true,
    csvLine: (cells) => csvLine(cells),
    paint,
    tables,
  }
  return new Printer(world.out, world.err, manner)
}
