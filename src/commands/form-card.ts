import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Archive } from '../domain/archive.ts'
import { requireStatus } from '../domain/closing.ts'
import { requireAfterLastAct } from '../domain/dating.ts'
import { cardSheet, cardStyles } from '../exchange/card-form.ts'
import { markCard } from '../store/cards.ts'
import { archivesFor } from './archives-given.ts'
import { cardOn } from './card-sheet.ts'
import type { Desk, Office } from './desk.ts'
import { numbersFrom } from './numbers-given.ts'
import { outputPath } from './output-option.ts'
import { printForm, type Printed, type PrintOptions } from './printing.ts'

interface CardOptions extends PrintOptions {
  readonly mark?: true
  readonly reveal?: true
}

/** `form card <number…>`: the card of an archive (客户档案卡, S002-2.3-3), and its mark as printed (S002-2.3-4). */
export function cardFormCommand(desk: Desk) {
  const { card: text, options: said, numbers } = desk.text.form
  const command = new Command('card')
    .summary(text.summary)
    .description(text.description)
    .argument('[numbers...]', numbers)
    .option('-o, --output <file>', said.output, outputPath)
    .option('--mark', said.mark)
    .option('--reveal', said.reveal)
    .option('--reason <reason>', said.reason)
    .action((given, options) => printCards(desk, given, options))
  const examples = [
    'dangan form card RG2025-0001 --mark',
    'dangan list --card 过时 --fields number --format csv | tail -n +2 | dangan form card - --mark -o cards.html',
    'dangan form card 0001 -o - > card.html',
  ]
  return withManual(
    command,
    { examples, exits: [exits.refused, exits.missing, exits.notPermitted] },
    desk.text,
  )
}

async function printCards(
  desk: Desk,
  given: readonly string[],
  options: CardOptions,
): Promise<void> {
  const numbers = await numbersFrom(desk, given)
  const isMarked = options.mark === true || (await isMarkedByPerson(desk))
  const { qrSvg } = await import('../exchange/qr-code.ts')
  const text = desk.text.form
  let archives: Archive[] = []
  const printed = await printForm(desk, options, (office) => {
    archives = archivesFor(office, numbers)
    for (const archive of archives) requirePrintable(office, archive, isMarked)
    const [first] = archives
    const several = archives.length === 1 ? `-v${first?.version}` : ''
    return {
      form: 'card',
      archives,
      object: '',
      sheets: archives.length,
      name: text.name(text.card.title, first?.number ?? '', archives.length) + several,
      detail: ({ version }) => ({
        printed: version,
        ...(isMarked ? { marked: true } : {}),
        ...(options.reveal ? { revealed: true } : {}),
      }),
      act: (it) => {
        if (isMarked) for (const archive of archives) mark(it, archive)
      },
      page: (foot) => ({
        title: text.card.title,
        styles: cardStyles,
        sheets: archives.map((archive) =>
          cardSheet(
            cardOn(desk, office, archive, { foot, qrSvg, reveal: options.reveal === true }),
          ),
        ),
      }),
    }
  })
  sayPrinted(desk, archives, printed, isMarked)
}

/** At a terminal a person is asked; elsewhere only --mark says it. */
async function isMarkedByPerson(desk: Desk): Promise<boolean> {
  const { interactive, yes, dryRun } = desk.globals
  if (!interactive || yes || dryRun) return false
  const { ask } = desk.text.form
  return desk.confirm(ask.mark, 'form card', { presumed: true, option: '--mark' })
}

/** A stub has nothing to print; what is marked is an act of its day. */
function requirePrintable({ today }: Office, archive: Archive, isMarked: boolean): void {
  requireStatus(archive, ['pending', 'active', 'closed'])
  if (isMarked) requireAfterLastAct(archive, today)
}

const mark = ({ store, hand, today }: Office, archive: Archive): void =>
  markCard(store, archive, { on: today, by: hand.staffId })

function sayPrinted(
  desk: Desk,
  archives: readonly Archive[],
  { path, anchor, sheets }: Printed,
  isMarked: boolean,
): void {
  const text = desk.text.form
  const numbers = archives.map(({ number }) => number)
  const marked = archives.map(({ number, version }) => text.marked(number, version))
  const versions = archives.map(({ version }) => version)
  const result = { form: 'card', numbers, versions, path, anchor, marked: isMarked }
  if (path === null) {
    if (isMarked) desk.say.notice(...marked)
  } else
    desk.say.result(result, () => [
      desk.globals.dryRun ? text.would(path, sheets) : text.done(path, sheets),
      ...(isMarked ? marked : []),
    ])
  if (!isMarked && !desk.globals.dryRun)
    desk.say.notice(text.unmarked(`dangan form card ${numbers.join(' ')} --mark`))
}
