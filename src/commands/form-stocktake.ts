import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { stocktakeName } from '../domain/stocktake.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import type { Desk } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'
import { stocktakeGiven, stocktakeMeant } from './stocktake-given.ts'
import { tallied } from './stocktake-list.ts'
import { stocktakeSheet } from './stocktake-sheet.ts'

interface SheetOptions extends PrintOptions {
  readonly all?: true
}

/** `form stocktake C2`: 档案清点表, to be signed by those who counted and the witness (S002-5.3-2). */
export function stocktakeFormCommand(desk: Desk) {
  const { form: text, stocktake } = desk.text.stocktake
  const { options: said } = desk.text.form
  const command = new Command('stocktake')
    .summary(text.summary)
    .description(text.description)
    .argument('[stocktake]', stocktake)
    .option('--all', text.all)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printStocktake(desk, given, options))
  const examples = ['dangan form stocktake C2', 'dangan form stocktake C2 --all -o 清点表.html']
  const statuses = [exits.refused, exits.missing, exits.notPermitted]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

async function printStocktake(
  desk: Desk,
  given: string | undefined,
  options: SheetOptions,
): Promise<void> {
  const asked = await stocktakeGiven(desk, given)
  const { title } = desk.text.stocktake.form
  let name = asked
  const printed = await printForm(desk, options, (office) => {
    const it = tallied(office.store, stocktakeMeant(office, asked))
    name = stocktakeName(it.id)
    return {
      form: 'stocktake',
      archives: [],
      object: `stocktake ${name}`,
      sheets: 1,
      name: desk.text.form.name(title, name, 1),
      detail: () => ({}),
      page: (foot) => ({
        title: `${title} ${name}`,
        styles: sheetStyles,
        ...runningFoot(desk, name, foot),
        sheets: [formSheet(stocktakeSheet(desk, office, it, { foot, all: options.all === true }))],
      }),
    }
  })
  sayForm(desk, printed, { form: 'stocktake', stocktake: name })
}
