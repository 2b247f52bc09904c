import { hash } from 'node:crypto'
import type { CalendarImport } from '../domain/calendar-import.ts'
import type { SpecialDay } from '../domain/work-calendar.ts'
import type { Day } from '../domain/words.ts'
import { query } from './query.ts'
import type { Store } from './store.ts'

/** What was brought in, and when. */
export interface KeptImport extends CalendarImport {
  readonly id: number
  readonly importedOn: Day
}

/** All imports of a calendar, the first first. */
export const importsOf = (store: Store, calendar: string): KeptImport[] =>
  store
    .all(
      query
        .selectFrom('calendarImport')
        .select(['id', 'version', 'years', 'importedOn'])
        .where('calendar', '=', calendar)
        .orderBy('id'),
    )
    .map(({ years, ...row }) => ({
      ...row,
      years: JSON.parse(years) as number[],
      days: daysOf(store, row.id),
    }))

const daysOf = (store: Store, importId: number): SpecialDay[] =>
  store
    .all(
      query
        .selectFrom('calendarDay')
        .select(['day', 'kind', 'name'])
        .where('importId', '=', importId)
        .orderBy('day'),
    )
    .map(({ name, ...row }) => ({
      ...row,
      name: name === null ? null : { 'zh-Hans': name, 'zh-Hant': name, en: name },
    }))

/** Names of calendars that something was brought in for. */
export const importedCalendars = (store: Store): string[] =>
  store
    .all(query.selectFrom('calendarImport').select('calendar').distinct().orderBy('calendar'))
    .map(({ calendar }) => calendar)

/** A calendar about to be kept. */
export interface NewImport extends Omit<CalendarImport, 'version'> {
  readonly calendar: string
  readonly fileName: string
  readonly importedOn: Day
  readonly importedBy: number | null
}

/** The same days of the same years are the same version, in whatever file they come. */
export const versionOfDays = ({ years, days }: Omit<CalendarImport, 'version'>): string =>
  hash('sha256', JSON.stringify([years, days])).slice(0, 8)

export function addImport(store: Store, { days, years, ...kept }: NewImport): KeptImport {
  const version = versionOfDays({ days, years })
  const row = { ...kept, version, years: JSON.stringify(years) }
  const { lastId: id } = store.run(query.insertInto('calendarImport').values(row))
  for (const { day, kind, name } of days) {
    const own = { importId: id, day, kind, name: name?.['zh-Hans'] ?? null }
    store.run(query.insertInto('calendarDay').values(own))
  }
  return { id, version, years, days, importedOn: kept.importedOn }
}
