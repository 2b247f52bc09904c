import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { loanName, readLoanName } from '../domain/loan.ts'
import type { Request } from '../domain/request.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import { requestById } from '../store/requests.ts'
import type { Desk, Office } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { loanGiven, loansOut } from './loan-given.ts'
import { numbersFrom } from './numbers-given.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'
import { archivesIn, lineOf } from './sheet-lines.ts'
import { slipSheet, type Lending } from './slip-sheet.ts'

/** `form slip <L12…>`: 档案资料出借单 (F08; S003-15.6-2). */
export function slipFormCommand(desk: Desk) {
  const { slip: text } = desk.text.sheet
  const { options: said } = desk.text.form
  const command = new Command('slip')
    .summary(text.summary)
    .description(text.description)
    .argument('[loans...]', text.loans)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printSlips(desk, given, options))
  const examples = ['dangan form slip L12', 'dangan form slip RG2025-0001 -o slip.html']
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

async function printSlips(
  desk: Desk,
  given: readonly string[],
  options: PrintOptions,
): Promise<void> {
  const names = await numbersFrom(desk, given, desk.text.loan.keys.loan)
  const { qrSvg } = await import('../exchange/qr-code.ts')
  const { title } = desk.text.sheet.slip
  let lendings: Lending[] = []
  const loans = () => lendings.map(({ loan }) => loanName(loan.id))
  const printed = await printForm(desk, options, (office) => {
    lendings = lendingsFor(office, names)
    const [name = ''] = loans()
    return {
      form: 'slip',
      archives: archivesIn(lendings.flatMap(({ lines }) => lines)),
      object: lendings.length === 1 ? name : '',
      sheets: lendings.length,
      name: desk.text.form.name(title, name, lendings.length),
      detail: ({ id }) => ({
        loans: lendings.flatMap(({ loan }) => (loan.archiveId === id ? [loanName(loan.id)] : [])),
      }),
      page: (foot) => ({
        title: `${title} ${name}`,
        styles: sheetStyles,
        ...runningFoot(desk, lendings.length === 1 ? name : '', foot, lendings.length === 1),
        sheets: lendings.map((it) => formSheet(slipSheet(desk, office, it, { foot, qrSvg }))),
      }),
    }
  })
  sayForm(desk, printed, { form: 'slip', loans: loans() })
}

/** @throws Refusal loan.missing, loan.not-out, archive.missing, person.not-cleared */
function lendingsFor(office: Office, names: readonly string[]): Lending[] {
  const meant = names.flatMap((name) =>
    readLoanName(name) === undefined
      ? loansOut(office, name).map(({ loan }) => loan)
      : [loanGiven(office, name)],
  )
  const loans = [...new Map(meant.map((loan) => [loan.id, loan])).values()]
  return loans.map((loan) => ({
    loan,
    request: requestById(office.store, loan.request) as Request,
    lines: loan.items.flatMap(({ materialId }) =>
      lineOf(office, { archiveId: loan.archiveId, materialId }),
    ),
  }))
}
