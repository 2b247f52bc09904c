import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { requireStatus } from '../domain/closing.ts'
import { Refusal } from '../domain/refusal.ts'
import { shelfMeant, type Shelf } from '../domain/place.ts'
import { labelSheets, labelsOnSheet, labelStyles, type LabelSheet } from '../exchange/label-form.ts'
import { shelvesIn } from '../store/places.ts'
import { archivesFor } from './archives-given.ts'
import { collected } from './content-options.ts'
import type { Desk, Office } from './desk.ts'
import { archiveLabel, placeLabel } from './label-sheet.ts'
import { numbersFrom } from './numbers-given.ts'
import { outputPath } from './output-option.ts'
import { printForm, type Printing, type PrintOptions } from './printing.ts'

interface LabelOptions extends PrintOptions {
  readonly place: readonly string[]
  readonly first?: string
}

/** `form label <number…>`, `form label --place <code>`: labels for boxes and bags (S002-4.2-1, S002-3.3-1, S004-Q-1.2). */
export function labelFormCommand(desk: Desk) {
  const { label: text, options: said, numbers } = desk.text.form
  const command = new Command('label')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', numbers)
    .option('--place <place>', said.place, collected, [])
    .option('--first <label>', said.first)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printLabels(desk, given, options))
  const examples = [
    'dangan form label RG2025-0001 RG2025-0002 -o labels.html',
    'dangan form label --place B001 --place B002',
    'dangan form label RG2025-0003 --first 4',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

async function printLabels(
  desk: Desk,
  given: readonly string[],
  options: LabelOptions,
): Promise<void> {
  const isOfPlaces = given.length === 0 && options.place.length > 0
  const numbers = isOfPlaces ? [] : await numbersFrom(desk, given)
  const { qrSvg, code128Svg } = await import('../exchange/qr-code.ts')
  const draw = { qrSvg, code128Svg }
  const from = placeOnSheet(options.first)
  let labels: LabelSheet[] = []
  const printed = await printForm(desk, options, (office) => {
    const archives = archivesFor(office, numbers)
    for (const archive of archives) requireStatus(archive, ['pending', 'active', 'closed'])
    const shelves = shelvesIn(office.store)
    const places = options.place.map((code) => shelfMeant(shelves, code))
    labels = [
      ...archives.map((archive) => archiveLabel(desk, office, archive, draw)),
      ...places.map((shelf) => placeLabel(desk, office, shelf, draw)),
    ]
    return printingOf(desk, office, { archives, places, labels, from })
  })
  const text = desk.text.form
  const { path, sheets, anchor } = printed
  if (path === null) return
  const result = { form: 'label', labels: labels.map(({ number }) => number), path, anchor }
  desk.say.result(result, () => [
    desk.globals.dryRun ? text.would(path, sheets) : text.done(path, sheets),
  ])
}

/** The first free label of a sheet that was begun. @throws Refusal usage.bad-option */
function placeOnSheet(raw = '1'): number {
  const place = Number(raw.normalize('NFKC'))
  if (Number.isInteger(place) && place >= 1 && place <= labelsOnSheet) return place
  throw new Refusal('usage.bad-option', { option: '--first', value: raw, choices: ['1', '10'] })
}

function printingOf(
  desk: Desk,
  _office: Office,
  on: {
    readonly archives: readonly Archive[]
    readonly places: readonly Shelf[]
    readonly labels: readonly LabelSheet[]
    readonly from: number
  },
): Printing {
  const text = desk.text.form
  const { archives, places, labels, from } = on
  const [place] = archives.length === 0 && places.length === 1 ? places : []
  return {
    form: 'label',
    archives,
    object: place ? `place ${place.code}` : '',
    sheets: labels.length,
    name: text.name(text.label.title, labels[0]?.number ?? '', labels.length),
    detail: () => ({}),
    page: ({ printed, code }) => ({
      title: text.label.title,
      styles: labelStyles,
      sheets: labelSheets(labels, `${printed}  ${code}`, from),
    }),
  }
}
