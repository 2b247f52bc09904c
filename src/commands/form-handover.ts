import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { handoverName } from '../domain/handover.ts'
import { formSheet, sheetStyles } from '../exchange/form-sheet.ts'
import { archivesById } from '../store/archives.ts'
import type { Desk, Office } from './desk.ts'
import { sayForm } from './form-saying.ts'
import { handoverMeant, seenBy, type SeenHandover } from './handover-given.ts'
import { handoverSheet } from './handover-sheet.ts'
import { numbersFrom } from './numbers-given.ts'
import { outputPath } from './output-option.ts'
import { printForm, runningFoot, type PrintOptions } from './printing.ts'

/** `form handover <H1…>`: 移交清单 (F25; S003-15.4-3, S003-15.5-3). */
export function handoverFormCommand(desk: Desk) {
  const { form: text } = desk.text.handover
  const { options: said } = desk.text.form
  const command = new Command('handover')
    .summary(text.summary)
    .description(text.description)
    .argument('[handovers...]', text.handovers)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printHandovers(desk, given, options))
  const examples = ['dangan form handover H1', 'dangan form handover H1 -o 移交清单.html']
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

async function printHandovers(
  desk: Desk,
  given: readonly string[],
  options: PrintOptions,
): Promise<void> {
  const names = await numbersFrom(desk, given, desk.text.handover.keys.handover)
  const { qrSvg } = await import('../exchange/qr-code.ts')
  const { title } = desk.text.handover.form
  let list: SeenHandover[] = []
  const all = () => list.map(({ handover }) => handoverName(handover.id))
  const printed = await printForm(desk, options, (office) => {
    list = names.map((name) => seenBy(office, handoverMeant(office, name)))
    const [name = ''] = all()
    const isOnly = list.length === 1
    return {
      form: 'handover',
      archives: archivesOn(office, list),
      object: isOnly ? name : '',
      sheets: list.length,
      name: desk.text.form.name(title, name, list.length),
      detail: ({ id }) => ({ handovers: listing(list, id) }),
      page: (foot) => ({
        title: `${title} ${name}`,
        styles: sheetStyles,
        ...runningFoot(desk, isOnly ? name : '', foot, isOnly),
        sheets: list.map((it) => formSheet(handoverSheet(desk, office, it, { foot, qrSvg }))),
      }),
    }
  })
  sayForm(desk, printed, { form: 'handover', handovers: all() })
}

const archivesOn = ({ store }: Office, list: readonly SeenHandover[]) => [
  ...archivesById(
    store,
    list.flatMap(({ handover }) => handover.items.flatMap(({ archiveId }) => archiveId ?? [])),
  ).values(),
]

const listing = (list: readonly SeenHandover[], archiveId: number): string[] =>
  list
    .filter(({ handover }) => handover.items.some((item) => item.archiveId === archiveId))
    .map(({ handover }) => handoverName(handover.id))
