import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import { applicationSheet, type Asked } from './application-sheet.ts'
import type { Desk } from './desk.ts'
import { archivesOf, namesOf, requestsFor, requestsOn } from './form-requests.ts'
import { sayForm } from './form-saying.ts'
import { numbersFrom } from './numbers-given.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'

/** `form application <R12…>`: the form of an application, to be signed (F01, F05; S001-18, S002-6.1, S002-6.4-1). */
export function applicationFormCommand(desk: Desk) {
  const { application: text } = desk.text.sheet
  const { options: said } = desk.text.form
  const command = new Command('application')
    .summary(text.summary)
    .description(text.description)
    .argument('[requests...]', text.requests)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printApplications(desk, given, options))
  const examples = ['dangan form application R12', 'dangan form application R12 R13 -o forms.html']
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

async function printApplications(
  desk: Desk,
  given: readonly string[],
  options: PrintOptions,
): Promise<void> {
  const names = await numbersFrom(desk, given, desk.text.request.keys.request)
  const { qrSvg } = await import('../exchange/qr-code.ts')
  let asked: Asked[] = []
  const printed = await printForm(desk, options, (office) => {
    asked = requestsFor(office, names)
    const [first] = asked
    const title = desk.text.sheet.application.titles[first?.request.kind ?? 'borrow']
    const [name = ''] = namesOf(asked)
    return {
      form: 'application',
      archives: archivesOf(asked),
      object: asked.length === 1 ? name : '',
      sheets: asked.length,
      name: desk.text.form.name(title, name, asked.length),
      detail: (archive) => ({ requests: requestsOn(asked, archive) }),
      page: (foot) => ({
        title: `${title} ${name}`,
        styles: sheetStyles,
        ...runningFoot(desk, asked.length === 1 ? name : '', foot, asked.length === 1),
        sheets: asked.map((it) => formSheet(applicationSheet(desk, office, it, { foot, qrSvg }))),
      }),
    }
  })
  sayForm(desk, printed, { form: 'application', requests: namesOf(asked) })
}
