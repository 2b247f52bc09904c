import { holdStatus } from '../domain/hold.ts'
import { mayRead } from '../domain/staff.ts'
import { archivesById } from '../store/archives.ts'
import { allHolds } from '../store/holds.ts'
import { archivesFor } from './archives-given.ts'
import type { Desk } from './desk.ts'
import { holdColumns, holdShown } from './hold-view.ts'
import { numbersFrom } from './numbers-given.ts'
import { peopleIn } from './people.ts'
import { enterReadings, toEnter } from './reading.ts'

/** `hold --list [numbers…]`: the holds that stand, with `--all` those that ended, too. */
export async function sayHolds(desk: Desk, given: readonly string[], all: boolean): Promise<void> {
  const numbers = given.length === 0 ? [] : await numbersFrom(desk, given)
  const office = await desk.read()
  const { store, operator, today } = office
  const named = archivesFor(office, numbers)
  const holds = allHolds(store, given.length === 0 ? undefined : named.map(({ id }) => id))
  const archives = archivesById(
    store,
    holds.map(({ archiveId }) => archiveId),
  )
  const people = peopleIn(store)
  const rows = holds.flatMap((hold) => {
    const archive = archives.get(hold.archiveId)
    if (!archive || !mayRead(operator, archive)) return []
    if (!all && (hold.placedOn > today || holdStatus(hold, today) !== 'standing')) return []
    return [{ archive, name: archive.name, shown: holdShown(hold, archive.number, today, people) }]
  })
  const line = ['hold', '--list', ...numbers].join(' ')
  await enterReadings(
    desk,
    line,
    toEnter(
      office,
      rows.map(({ archive }) => archive),
    ),
  )
  desk.say.listing(rows, holdColumns(desk, all))
  const { place: text } = desk.text.hold
  if (desk.say.manner.format === 'table')
    desk.say.notice(rows.length === 0 ? text.none : text.count(rows.length))
}
