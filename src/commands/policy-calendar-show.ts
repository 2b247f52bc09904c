import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import type { Column } from '../cli/printer.ts'
import { Refusal } from '../domain/refusal.ts'
import {
  coverageOf,
  covers,
  specialDaysIn,
  type SpecialDay,
  type WorkCalendar,
} from '../domain/work-calendar.ts'
import { calendarNamed, workCalendarOf } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import { listCalendars, warnOfNextYear } from './policy-calendar-list.ts'
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
