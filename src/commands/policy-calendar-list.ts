import type { Column } from '../cli/printer.ts'
import { monthOf, yearOf } from '../domain/calendar.ts'
import {
  coverageOf,
  covers,
  type Coverage,
  type SpecialDay,
  type WorkCalendar,
} from '../domain/work-calendar.ts'
import { importsOf } from '../store/calendars.ts'
import { calendarNamed, calendarsIn } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'

interface Listed {
  readonly calendar: WorkCalendar
  readonly coverage: Coverage
  readonly importedOn: string | null
}

/** All calendars, or one, with the years that they know. @throws Refusal calendar.unknown */
export async function listCalendars(desk: Desk, name: string | undefined): Promise<void> {
  const office = await desk.read()
  const { store } = office
  const rows = (name === undefined ? calendarsIn(store) : [name]).map((one): Listed => {
    const calendar = calendarNamed(store, one)
    const importedOn = importsOf(store, one).at(-1)?.importedOn ?? null
    return { calendar, coverage: coverageOf(calendar), importedOn }
  })
  desk.say.listing(rows, calendarColumns(desk, office))
  if (!office.policy.calendar) desk.say.notice(desk.text.calendar.import.silent)
  warnOfNextYear(desk, office)
}

function calendarColumns(desk: Desk, { policy }: Office): Column<Listed>[] {
  const { keys, names, called, always, yes } = desk.text.calendar
  const isInForce = (it: Listed) => it.calendar.name === policy.calendar?.name
  const count = (kind: SpecialDay['kind']) => (it: Listed) =>
    [...it.calendar.special.values()].filter((day) => day.kind === kind).length
  const end = (key: 'from' | 'to') => ({
    key,
    heading: keys[key],
    value: (it: Listed) => it.coverage[key],
    shown: (it: Listed) =>
      it.calendar.years === 'every' ? always : String(it.coverage[key] ?? '—'),
  })
  return [
    {
      key: 'calendar',
      heading: keys.calendar,
      value: ({ calendar: { name } }) => name,
      shown: ({ calendar: { name } }) =>
        Object.hasOwn(names, name) ? called(name, names[name] ?? '') : name,
    },
    {
      key: 'inForce',
      heading: keys.inForce,
      value: isInForce,
      shown: (it) => (isInForce(it) ? yes : ''),
    },
    end('from'),
    end('to'),
    {
      key: 'missing',
      heading: keys.missing,
      value: (it) => it.coverage.missing,
      shown: (it) => it.coverage.missing.join(' '),
    },
    { key: 'off', heading: keys.off, value: count('off') },
    { key: 'work', heading: keys.work, value: count('work') },
    { key: 'version', heading: keys.version, value: (it) => it.calendar.version },
    { key: 'importedOn', heading: keys.importedOn, value: (it) => it.importedOn },
  ]
}

/** The next year's days are published in November: from then on somebody should bring them in. */
export function warnOfNextYear(desk: Desk, { store, policy, today }: Office): void {
  if (!policy.calendar || monthOf(today) < 11 || !calendarsIn(store).includes(policy.calendar.name))
    return
  const calendar = calendarNamed(store, policy.calendar.name)
  const next = yearOf(today) + 1
  if (!covers(calendar, next)) desk.say.notice(desk.text.calendar.show.soon(calendar.name, next))
}
