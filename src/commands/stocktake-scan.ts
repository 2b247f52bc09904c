import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { requireStocktakeOpen } from '../domain/stocktake.ts'
import { numbersListed } from '../exchange/number-list.ts'
import type { Desk } from './desk.ts'
import { counted, type CountedSo } from './stocktake-counting.ts'
import { stocktakeGiven, stocktakeMeant } from './stocktake-given.ts'

interface ScanOptions {
  readonly from?: string
  readonly place?: string
  readonly reason?: string
}

/** `stocktake scan C2 <numbers… | -> [--from file]`: what stands on the shelf. */
export function stocktakeScanCommand(desk: Desk) {
  const { scan: text, stocktake, reason } = desk.text.stocktake
  const command = new Command('scan')
    .summary(text.summary)
    .description(text.description)
    .argument('[stocktake]', stocktake)
    .argument('[numbers...]', text.numbers)
    .option('--from <path>', text.from)
    .option('--place <place>', text.place)
    .option('--reason <reason>', reason)
    .action(async (given, others, options) => {
      const isNamed = given !== undefined && isStocktakeName(given)
      const numbers = given === undefined || isNamed ? others : [given, ...others]
      const name = await stocktakeGiven(desk, isNamed ? given : undefined)
      const list = numbersGiven(desk, numbers, options)
      if (list === undefined && desk.globals.interactive) return asking(desk, name, options)
      if (list === undefined) throw new Refusal('usage.missing', { options: ['<number>'] })
      say(desk, await desk.act((office) => counted(office, name, list, options)))
    })
  const examples = [
    'dangan stocktake scan C2 RG2026-0001 RG2026-0002 --place A-1-03',
    'dangan stocktake scan C2 --from 扫描.txt --place A-1',
    'dangan list --fields number --format csv | dangan stocktake scan C2 -',
  ]
  const statuses = [exits.refused, exits.missing, exits.notPermitted, exits.badData]
  return withManual(command, { examples, exits: statuses }, desk.text)
}

/** `C2`; a bare number may be the tail of an archive's. */
const isStocktakeName = (word: string): boolean => /^c\d{1,15}$/i.test(word.normalize('NFKC'))

/** Undefined: nothing was said. @throws Refusal usage.together, input.*, csv.* */
function numbersGiven(
  desk: Desk,
  numbers: readonly string[],
  { from }: ScanOptions,
): readonly string[] | undefined {
  if (from !== undefined && numbers.length > 0)
    throw new Refusal('usage.together', { options: ['--from', '<number>'] })
  if (from !== undefined) return numbersListed(from, desk.stdin)
  if (numbers.length === 0) return undefined
  return numbers.flatMap((word) => (word === '-' ? numbersListed('-', desk.stdin) : [word]))
}

/** One after another, as a scanner types them; each is kept at once. An empty line ends it. */
async function asking(desk: Desk, name: string, options: ScanOptions): Promise<void> {
  const { scan: text } = desk.text.stocktake
  const question = { kind: 'text', message: text.ask, option: '<number>', optional: true } as const
  const office = await desk.read()
  requireStocktakeOpen(stocktakeMeant(office, name), office.today)
  for (;;) {
    const { number } = await desk.ask({ number: question }, {})
    const list = number.split(/[\s,，、;；]+/).filter(Boolean)
    if (list.length === 0) return
    say(desk, await desk.act((office) => counted(office, name, list, options)))
  }
}

/** More are not told one by one; they are in `stocktake show`. */
const told = 20

function say(desk: Desk, { shown, lines: all }: CountedSo): void {
  const { scan: text } = desk.text.stocktake
  desk.say.result(shown, () => {
    const lines = all.map((it) => `  ${text.line(it)}`)
    const rest = lines.length > told ? [`  ${text.more(lines.length - told)}`] : []
    return [text.done(shown), ...lines.slice(0, told), ...rest]
  })
  desk.say.notice(
    shown.left > 0
      ? text.left(shown.left)
      : desk.text.program.next(`dangan stocktake close ${shown.stocktake}`),
  )
}
