import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { monthOf, yearOf } from '../domain/calendar.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  coverageOf,
  covers,
  specialDaysIn,
  type Coverage,
  type SpecialDay,
  type WorkCalendar,
} from '../domain/work-calendar.ts'
import { importsOf } from '../store/calendars.ts'
import { calendarNamed, calendarsIn, workCalendarOf } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import { gridLines } from './policy-calendar-view.ts'
import { strayWord, subcommandMeant } from './stray-word.ts'

/** `policy calendar [show] [year]`: a year's days off and make-up days; without a year, all calendars. */
export function calendarShowCommand(desk: Desk) {
  const { show: text, options: said, year } = desk.text.calendar
  const command = new Command('show')
    .summary(text.summary)
    .description(text.description)
    .argument('[year]', year)
    .option('--name <calendar>', said.name)
    .action(async (given, { name }, self) => {
      if (given === undefined) return listCalendars(desk, name)
      if (!/^\d{4}$/.test(given) && subcommandMeant(self, given) !== undefined)
        throw strayWord(desk, self, given)
      await showYear(desk, yearIn(given), name)
    })
  const examples = [
    'dangan policy calendar show',
    'dangan policy calendar show 2026',
    'dangan policy calendar show 2027 --name taiwan --format csv',
  ]
  return withManual(command, { examples, exits: [exits.refused, exits.missing] }, desk.text)
}

/** @throws Refusal usage.bad-option */
export function yearIn(said: string, option = '<year>'): number {
  if (/^(?:1[89]|[2-9]\d)\d\d$/.test(said)) return Number(said)
  throw new Refusal('usage.bad-option', { option, value: said, choices: ['1800', '…', '9999'] })
}

async function showYear(desk: Desk, year: number, name: string | undefined): Promise<void> {
  const office = await desk.read()
  const calendar = name === undefined ? calendarInForce(office) : calendarNamed(office.store, name)
  const { from, to } = coverageOf(calendar)
  const source = office.policy.calendar?.source ?? []
  if (!covers(calendar, year)) {
    const facts = { day: `${year}-01-01`, calendar: calendar.name, from, to, source }
    throw new Refusal('calendar.beyond', facts)
  }
  const { format, fields } = desk.say.manner
  if (format === 'table' && !fields)
    desk.say.result({}, () => gridLines(desk.text, desk.language, calendar, year, widthOf(desk)))
  else desk.say.listing(specialDaysIn(calendar, year), dayColumns(desk, calendar))
  if (calendar.name === office.policy.calendar?.name) warnOfNextYear(desk, office)
}

/** @throws Refusal policy.silent, calendar.unknown */
function calendarInForce(office: Office): WorkCalendar {
  const calendar = workCalendarOf(office)
  if (calendar) return calendar
  throw new Refusal('policy.silent', { section: 'calendar', source: [] })
}

const widthOf = ({ say: { out } }: Desk): number => (out.isTerminal ? (out.columns ?? 80) : 80)

function dayColumns(desk: Desk, { language }: WorkCalendar): Column<SpecialDay>[] {
  const { keys, kinds } = desk.text.calendar
  return [
    { key: 'date', heading: keys.date, value: (it) => it.day },
    { key: 'kind', heading: keys.kind, value: (it) => it.kind, shown: (it) => kinds[it.kind] },
    {
      key: 'name',
      heading: keys.name,
      value: (it) => it.name?.[language] ?? null,
      shown: (it) => it.name?.[desk.language] ?? '',
    },
  ]
}

interface Listed {
  readonly calendar: WorkCalendar
  readonly coverage: Coverage
  readonly importedOn: string | null
}

async function listCalendars(desk: Desk, name: string | undefined): Promise<void> {
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
  const { keys, names, always, yes } = desk.text.calendar
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
    { key: 'calendar', heading: keys.calendar, value: (it) => it.calendar.name },
    {
      key: 'inForce',
      heading: keys.inForce,
      value: isInForce,
      shown: (it) => (isInForce(it) ? yes : ''),
    },
    {
      key: 'title',
      heading: keys.title,
      value: (it) => names[it.calendar.name] ?? it.calendar.name,
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
function warnOfNextYear(desk: Desk, { store, policy, today }: Office): void {
  if (!policy.calendar || monthOf(today) < 11 || !calendarsIn(store).includes(policy.calendar.name))
    return
  const calendar = calendarNamed(store, policy.calendar.name)
  const next = yearOf(today) + 1
  if (!covers(calendar, next)) desk.say.notice(desk.text.calendar.show.soon(calendar.name, next))
}
