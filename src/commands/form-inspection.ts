import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { inspectionName } from '../domain/inspection.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import type { Desk } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { inspectionMeant } from './inspect-given.ts'
import { defectsOf } from './inspect-show.ts'
import { blankInspection, inspectionSheet } from './inspection-sheet.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'

/** `form inspection [I3]`: 库房检查表, blank or filled in (S001-14-1, S002-5.2-1). */
export function inspectionFormCommand(desk: Desk) {
  const { form: text, inspection } = desk.text.inspection
  const { options: said } = desk.text.form
  const command = new Command('inspection')
    .summary(text.summary)
    .description(text.description)
    .argument('[inspection]', inspection)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printInspection(desk, given, options))
  const examples = ['dangan form inspection', 'dangan form inspection I3 -o 检查表.html']
  const statuses = [exits.refused, exits.missing, exits.notPermitted]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function printInspection(
  desk: Desk,
  given: string | undefined,
  options: PrintOptions,
): Promise<void> {
  const { title } = desk.text.inspection.form
  let name: string | null = null
  const printed = await printForm(desk, options, (office) => {
    const it = given === undefined ? blankInspection(office.policy) : inspectionMeant(office, given)
    name = given === undefined ? null : inspectionName(it.id)
    const placed = name === null ? [] : defectsOf(office, it.id)
    return {
      form: 'inspection',
      archives: [...new Map(placed.map(({ archive }) => [archive.id, archive])).values()],
      object: name === null ? '' : `inspection ${name}`,
      sheets: 1,
      name: desk.text.form.name(title, name ?? office.today, 1),
      detail: () => ({ inspection: name }),
      page: (foot) => ({
        title: `${title} ${name ?? ''}`.trim(),
        styles: sheetStyles,
        ...runningFoot(desk, name ?? title, foot),
        sheets: [formSheet(inspectionSheet(desk, office, it, placed, foot))],
      }),
    }
  })
  sayForm(desk, printed, { form: 'inspection', inspection: name })
}
