import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { dayNamed } from '../domain/day-given.ts'
import type { Day } from '../domain/words.ts'
import { listTable, paragraph, type ListColumn, type ListRow } from '../exchange/form-blocks.ts'
import { formSheet, sheetStyles, type FormSheet } from '../exchange/form-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type Foot, type PrintOptions } from './printing.ts'

/** Which entries a register is of. */
export interface Period {
  /** Only what is open now; else what was entered in these days. */
  readonly isOpen: boolean
  /** '': from the beginning. */
  readonly since: Day | ''
  readonly until: Day
}

/** What stands in a register. */
export interface Register {
  readonly columns: readonly ListColumn[]
  readonly rows: readonly ListRow[]
  /** The archives that it is of. */
  readonly archives: readonly Archive[]
  /** How many entries it has, which may take several lines each. */
  readonly entries: number
  /** The entries that an archive has in it. */
  readonly entriesOf: (archive: Archive) => readonly string[]
}

/** A register that can be printed: its command, and how it is drawn up. */
export interface RegisterForm {
  /** `register`: the command, and what the journal calls it. */
  readonly form: string
  readonly examples: readonly string[]
  readonly text: {
    readonly summary: string
    readonly description: string
    readonly title: string
    readonly since: string
    readonly until: string
    readonly nowOpen: (on: string) => string
    readonly count: (lines: number, entries: number) => string
    readonly none: string
  }
  /** What `--open` means; undefined: nothing is ever open. */
  readonly open?: string
  /** Draws it up; what the reader may not see is left out. */
  readonly draw: (office: Office, period: Period) => Register
}

interface RegisterOptions extends PrintOptions {
  readonly since?: string
  readonly until?: string
  readonly open?: true
}

/** The command that prints a register, in landscape. */
export function registerCommand(desk: Desk, register: RegisterForm) {
  const { form, text, examples, open } = register
  const { options: said } = desk.text.form
  const command = new Command(form)
    .summary(text.summary)
    .description(text.description)
    .option('--since <day>', text.since)
    .option('--until <day>', text.until)
  if (open !== undefined) command.option('--open', open)
  command
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((options) => printRegister(desk, register, options))
  return withManual(command, { examples, exits: [exits.refused, exits.badData] }, desk.text)
}

async function printRegister(
  desk: Desk,
  it: RegisterForm,
  options: RegisterOptions,
): Promise<void> {
  const { registers } = desk.text.sheet
  let entries = 0
  const printed = await printForm(desk, options, (office) => {
    const period = periodOf(office, options)
    const register = it.draw(office, period)
    const { isOpen, since, until } = period
    const file = isOpen ? registers.fileOpen(until) : registers.file(since, until)
    entries = register.entries
    return {
      form: it.form,
      archives: register.archives,
      object: '',
      sheets: 1,
      name: desk.text.form.name(it.text.title, file, 1),
      detail: (archive) => ({ entries: register.entriesOf(archive), since, until }),
      page: (foot) => ({
        title: `${it.text.title} ${file}`,
        styles: sheetStyles,
        landscape: true,
        ...runningFoot(desk, it.text.title, foot),
        sheets: [formSheet(sheetOf(desk, office, it, register, period, foot))],
      }),
    }
  })
  sayForm(desk, printed, { form: it.form, entries })
}

/** @throws Refusal value.bad */
function periodOf({ today }: Office, { since, until, open }: RegisterOptions): Period {
  return {
    isOpen: open === true,
    since: since === undefined ? '' : dayNamed('--since', since),
    until: until === undefined ? today : dayNamed('--until', until),
  }
}

function sheetOf(
  desk: Desk,
  { policy, today }: Office,
  { text }: RegisterForm,
  { columns, rows, entries }: Register,
  { isOpen, since, until }: Period,
  foot: Foot,
): FormSheet {
  const { registers, under } = desk.text.sheet
  const { clauses } = desk.text.program.marks
  const which = isOpen ? text.nowOpen(today) : registers.period(since, until)
  return {
    title: text.title,
    subtitle: `${which}${clauses}${under(policy.title[desk.language])}`,
    mark: '',
    number: '',
    code: '',
    blocks: [
      listTable(columns, rows, '', 'signed'),
      paragraph(rows.length === 0 ? text.none : text.count(rows.length, entries)),
    ],
    foot: [foot.printed, foot.code],
  }
}

/** Was it entered in these days? */
export const isWithin = (day: Day, { since, until }: Period): boolean =>
  day >= since && day <= until
