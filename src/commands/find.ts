import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { FilterSaid } from '../domain/filter.ts'
import { find, type Finding } from '../store/finding.ts'
import { archiveColumns, listedAs } from './archive-columns.ts'
import type { Desk } from './desk.ts'
import { isEverything, limitIn, lineOf, selectionOf, withFilters } from './filter-options.ts'
import { completenessIn } from './listed-rows.ts'
import { enterReadings, toEnter } from './reading.ts'

/** A screenful; more is asked for with `--limit`. */
const usualLimit = 50

/** `find <words…>`: the archives that answer best to what somebody remembers (SPEC section 6). */
export function findCommand(desk: Desk) {
  const text = desk.text.finding.find
  const command = new Command('find')
    .summary(text.summary)
    .description(text.description)
    .argument('[words...]', text.words)
    .option('--limit <count>', text.limit(usualLimit))
    .action((words, options) => look(desk, words, options))
  const examples = [
    'dangan find 张三',
    'dangan find zsf --type individual',
    'dangan find 上海 宏达 --json',
  ]
  return withManual(
    withFilters(command, desk.text.finding.filters),
    { examples, exits: [exits.notPermitted, exits.badData] },
    desk.text,
  )
}

async function look(
  desk: Desk,
  given: readonly string[],
  { limit: most, ...said }: FilterSaid & { readonly limit?: string },
): Promise<void> {
  const limit = limitIn(desk, most) ?? usualLimit
  const office = await desk.read()
  const asked = selectionOf(office, given, said)
  const words = isEverything(given, asked.filter) ? await wordsAsked(desk) : given
  const finding = find(office.store, { ...asked, words: words.join(' ') }, limit)
  const archives = finding.found.map(({ archive }) => archive)
  await enterReadings(desk, lineOf('find', words, said), toEnter(office, archives))
  const { fields = [] } = desk.say.manner
  const columns = archiveColumns(desk, office, true)
  const whole = fields.includes('missing') || said.missing !== undefined
  const completeness = whole ? completenessIn(office, archives) : () => ({})
  const rows = finding.found.map(({ archive, matchedBy }) => ({
    ...listedAs(office, archive, matchedBy),
    ...completeness(archive),
  }))
  desk.say.listing(rows, columns)
  tellCount(desk, finding, words)
}

async function wordsAsked(desk: Desk): Promise<readonly string[]> {
  const question = {
    kind: 'text',
    message: desk.text.finding.find.words,
    option: '<words…>',
  } as const
  const { words } = await desk.ask({ words: question }, {})
  return [words]
}

/** How many there are, and what to do where there are more: on stderr. */
function tellCount(desk: Desk, { found, total }: Finding, words: readonly string[]): void {
  const text = desk.text.finding.find
  if (found.length === 0) desk.say.notice(text.none(words.join(' ')))
  else if (total === null || total > found.length) desk.say.notice(text.more(found.length, total))
  else if (desk.say.manner.format === 'table') desk.say.notice(text.count(found.length))
}
