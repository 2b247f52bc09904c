import { addDays, daysBetween } from '../domain/day.ts'
import { isDay } from '../domain/calendar.ts'
import {
  calendarFault,
  readCalendar,
  type CalendarFault,
  type ReadCalendar,
  type SaidDay,
} from '../domain/calendar-reading.ts'
import { calendarColumns, markedIn, saidInRow } from '../domain/calendar-words.ts'
import { Refusal } from '../domain/refusal.ts'
import { describeCsv, readRecords } from './csv-read.ts'
import { plainCell } from './csv-write.ts'
import { isIcs, readEvents, type IcsEvent } from './ics-read.ts'
import { openSource, type ChunkSource } from './source.ts'

/**
 * The days of a calendar in CSV (`date,kind,name`), or in ICS as calendars of holidays are
 * published, from a file or standard input (`-`).
 * @throws Refusal calendar.bad with the lines that are wrong, `input.*`, `csv.*`
 */
export function calendarIn(path: string, stdin: number): ReadCalendar['days'] {
  const source = openSource(path, stdin)
  try {
    const shape = describeCsv(source)
    const text = new TextDecoder(shape.encoding).decode(source.sample)
    const read = readCalendar(isIcs(text) ? daysInIcs(source, text) : daysInCsv(source, shape))
    if (read.faults.length > 0) throw new Refusal('calendar.bad', { path, faults: read.faults })
    return read.days
  } finally {
    source.close()
  }
}

function* daysInCsv(
  source: ChunkSource,
  shape: ReturnType<typeof describeCsv>,
): Generator<SaidDay | CalendarFault> {
  const records = readRecords(source, shape)
  const heading = records.next()
  const cells = heading.done ? [] : heading.value.cells
  const columns = calendarColumns(cells)
  if (!columns) return yield calendarFault(1, 'heading', cells.join(','))
  for (const record of records) {
    const said = saidInRow(record.cells.map(plainCell), record.line, columns)
    if (said) yield said
  }
}

/** The first megabyte has more years than anybody plans; more is no calendar of holidays. */
function* daysInIcs(source: ChunkSource, text: string): Generator<SaidDay | CalendarFault> {
  if (!source.whole) return yield calendarFault(1, 'many', source.path)
  for (const event of readEvents(text)) yield* daysOf(event)
}

const apple: Readonly<Record<string, 'off' | 'work'>> = {
  'WORK-HOLIDAY': 'off',
  'ALTERNATE-WORKDAY': 'work',
}

/** No holiday is longer; what is would close the office for good. */
const longest = 31

/** Each day of an event that marks days off or made up; of others none. */
function* daysOf(event: IcsEvent): Generator<SaidDay | CalendarFault> {
  const { line, summary, start, end } = event
  const kind = apple[event.mark.toUpperCase()]
  const marked = markedIn(summary) ?? (kind && { kind, name: summary })
  if (!event.closed) return yield calendarFault(line, 'unclosed', summary)
  if (!marked) return
  if (event.repeats) return yield calendarFault(line, 'repeats', summary)
  const first = dashed(start)
  if (first === undefined)
    return yield calendarFault(line, /^\d{8}T/.test(start) ? 'timed' : 'date', start)
  const after = end === '' || end === start ? addDays(first, 1) : dashed(end)
  const days = after === undefined ? 0 : daysBetween(first, after)
  if (days < 1 || days > longest) return yield calendarFault(line, 'span', `${start}-${end}`)
  for (let at = 0; at < days; at++)
    yield { line, day: addDays(first, at), word: summary, ...marked }
}

function dashed(date: string): string | undefined {
  const day = date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  return isDay(day) ? day : undefined
}
