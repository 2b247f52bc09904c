import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { dayNamed } from '../domain/day-given.ts'
import { quoted } from '../domain/quoted.ts'
import type { Staff } from '../domain/staff.ts'
import { requireHere } from '../domain/staffing.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import { staffOf } from '../store/staff.ts'
import type { Desk, Office } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { ndaSheets } from './nda-sheet.ts'
import { numbersFrom } from './numbers-given.ts'
import { outputPath } from './output-option.ts'
import { printForm, type PrintOptions } from './printing.ts'

interface NdaOptions extends PrintOptions {
  readonly number?: string
  readonly until?: string
}

/** `form nda <staff…>`: 保密协议 for those who handle archives (F10; S000-4-8, S002-7.1-2). */
export function ndaFormCommand(desk: Desk) {
  const { nda: text } = desk.text.sheet
  const { options: said } = desk.text.form
  const command = new Command('nda')
    .summary(text.summary)
    .description(text.description)
    .argument('[staff...]', text.staff)
    .option('--number <number>', text.number)
    .option('--until <day>', text.expires)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printNdas(desk, given, options))
  const examples = ['dangan form nda 王芳', 'dangan form nda 2 3 --until 2027-12-31 -o nda.html']
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.badData] },
    desk.text,
  )
}

async function printNdas(
  desk: Desk,
  given: readonly string[],
  { number, until, ...options }: NdaOptions,
): Promise<void> {
  const { nda: text } = desk.text.sheet
  const expiresOn = until === undefined ? undefined : dayNamed('--until', until)
  const names = await numbersFrom(desk, given, text.name)
  let staff: Staff[] = []
  const printed = await printForm(desk, options, (office) => {
    staff = staffFor(office, names)
    const [first] = staff
    return {
      form: 'nda',
      archives: [],
      object: staff.length === 1 ? `staff ${first?.id}` : '',
      sheets: staff.length * 2,
      name: desk.text.form.name(text.title, first?.name ?? '', staff.length),
      detail: () => ({}),
      page: (foot) => ({
        title: `${text.title} ${first?.name ?? ''}`,
        styles: sheetStyles,
        sheets: staff
          .flatMap((it) => ndaSheets(desk, office, it, { number, expiresOn }, foot))
          .map(formSheet),
      }),
    }
  })
  sayForm(desk, printed, {
    form: 'nda',
    staff: staff.map(({ id }) => id),
    number: number ?? null,
    expiresOn: expiresOn ?? null,
  })
  const [first] = staff
  if (first && !desk.globals.dryRun) desk.say.notice(text.next(enteredBy(first, number, until)))
}

/** The command that says it was signed. */
const enteredBy = ({ name }: Staff, number?: string, until?: string): string =>
  [
    'dangan staff agreement',
    quoted(name),
    ...(number === undefined ? [] : ['--number', quoted(number)]),
    ...(until === undefined ? [] : ['--until', quoted(until)]),
  ].join(' ')

/** @throws Refusal person.missing, person.ambiguous, person.left */
function staffFor({ store }: Office, names: readonly string[]): Staff[] {
  const meant = names.map((name) => staffOf(store, name))
  for (const staff of meant) requireHere(staff)
  return [...new Map(meant.map((staff) => [staff.id, staff])).values()]
}
