import type { CalendarFault, CalendarFaultKind } from '../../domain/calendar-reading.ts'
import type { RefusalCode, RefusalFacts } from '../../domain/refusal.ts'
import { valueText } from './values.ts'

const clauses = (source: readonly string[]): string =>
  source.length > 0 ? ` (${source.join(', ')})` : ''

const faults: Readonly<Record<CalendarFaultKind, (value: string) => string>> = {
  heading: (value) =>
    `the headings “${value}” have no column of dates or none of kinds. Begin with date,kind,name`,
  date: (value) => `“${value}” is no date`,
  kind: (value) => `“${value}” is no kind of day: say off or work`,
  name: (value) => `the name “${value}” cannot be taken`,
  twice: (value) => `line ${value} says the opposite of the same day`,
  span: (value) => `${value} is no span, or longer than 31 days`,
  timed: (value) => `“${value}” has a time of day; days off are whole days`,
  repeats: (value) => `“${value}” repeats; list each day`,
  unclosed: (value) => `“${value}” has no END:VEVENT: the file may be cut off`,
  many: () => 'too much for a calendar',
}

const faultText = ({ line, because, value, invalid }: CalendarFault): string =>
  `  line ${line}: ${faults[because](value)}${invalid ? `: ${valueText(invalid)}` : '.'}`

/** Working days. */
export const calendarRefusals = {
  'calendar.beyond': ({ day, calendar, from, to, source }) =>
    `The calendar ${calendar} ${from === null ? 'has no year yet' : `has the years ${from} to ${to}`}: whether ${day} is a working day is not known, and not guessed${clauses(source)}. Once that year is published, import it: dangan policy calendar import <file> --name ${calendar}; or let the policy say beyondCoverage: provisional, which goes by weekends until then.`,
  'calendar.closed-day': ({ day, holiday, before, after, source }) =>
    `${day} is a closed day${holiday === null ? '' : ` (${holiday.en})`} and cannot be a due day${clauses(source)}.${
      before === null ? '' : ` The working day before it is ${before}.`
    }${after === null ? '' : ` The one after it is ${after}.`}`,
  'calendar.unknown': ({ calendar, suggestion, calendars }) =>
    `There is no calendar ${calendar}.${suggestion === undefined ? '' : ` Did you mean ${suggestion}?`} There are ${calendars.join(', ')}. Import your own first: dangan policy calendar import <file> --name ${calendar}.`,
  'calendar.bad': ({ path, faults: list }) =>
    [`The calendar ${path} is not in order; nothing was imported:`, ...list.map(faultText)].join(
      '\n',
    ),
  'calendar.partial': ({ path, years, least }) =>
    years.length === 0
      ? `${path} has no days off or make-up days; nothing was imported.`
      : `${path} has fewer than ${least} days off in ${years.join(', ')}, which does not look like a whole year; nothing was imported. If it is one, say so: --years ${years.join(',')}.`,
} satisfies { readonly [Code in RefusalCode]?: (facts: RefusalFacts[Code]) => string }
