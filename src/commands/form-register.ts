import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { loanName } from '../domain/loan.ts'
import { dayNamed } from '../domain/day-given.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { loanRegisterSheet, registerOf, type Period, type Register } from './loan-register.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'

interface RegisterOptions extends PrintOptions {
  readonly since?: string
  readonly until?: string
  readonly open?: true
}

/** `form register`: 客户资料外借登记册 of a period, or of what is out now (F07, F04; S001-19-4). */
export function registerFormCommand(desk: Desk) {
  const { register: text } = desk.text.sheet
  const { options: said } = desk.text.form
  const command = new Command('register')
    .summary(text.summary)
    .description(text.description)
    .option('--since <day>', text.since)
    .option('--until <day>', text.until)
    .option('--open', text.open)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((options) => printRegister(desk, options))
  const examples = [
    'dangan form register --open',
    'dangan form register --since 2025-01-01 --until 2025-03-31 -o register.html',
  ]
  return withManual(command, { examples, exits: [exits.refused, exits.badData] }, desk.text)
}

async function printRegister(desk: Desk, options: RegisterOptions): Promise<void> {
  const { register: text } = desk.text.sheet
  let register: Register | undefined
  const printed = await printForm(desk, options, (office) => {
    const period = periodOf(office, options)
    const found = registerOf(office, period)
    register = found
    const { since = '', until } = period
    const file = period.isOpen ? text.fileOpen(office.today) : text.file(since, until)
    return {
      form: 'register',
      archives: [...found.archives.values()],
      object: '',
      sheets: 1,
      name: desk.text.form.name(text.title, file, 1),
      detail: ({ id }) => ({ loans: loansOn(found, id), since, until }),
      page: (foot) => ({
        title: `${text.title} ${file}`,
        styles: sheetStyles,
        landscape: true,
        ...runningFoot(desk, text.title, foot),
        sheets: [formSheet(loanRegisterSheet(desk, office, period, found, foot))],
      }),
    }
  })
  sayForm(desk, printed, { form: 'register', loans: register?.loans.length ?? 0 })
}

const loansOn = ({ loans }: Register, archiveId: number): string[] =>
  loans.flatMap((loan) => (loan.archiveId === archiveId ? [loanName(loan.id)] : []))

/** @throws Refusal value.bad */
function periodOf({ today }: Office, { since, until, open }: RegisterOptions): Period {
  return {
    isOpen: open === true,
    since: since === undefined ? undefined : dayNamed('--since', since),
    until: until === undefined ? today : dayNamed('--until', until),
  }
}
