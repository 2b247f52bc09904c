/** One event of a calendar (RFC 5545), as far as days off need it. */
export interface IcsEvent {
  /** On which it begins, from 1. */
  readonly line: number
  readonly summary: string
  /** What the program that wrote it says of the day besides: WORK-HOLIDAY, ALTERNATE-WORKDAY. */
  readonly mark: string
  /** `20260101`; with a time of day where it is no whole day. */
  readonly start: string
  /** The day after the last; '' where it is not said. */
  readonly end: string
  readonly repeats: boolean
  /** Its END is there. */
  readonly closed: boolean
}

/** Does the text begin as a calendar? */
export const isIcs = (text: string): boolean => /^\uFEFF?\s*BEGIN:VCALENDAR\b/i.test(text)

interface Property {
  readonly line: number
  readonly name: string
  readonly value: string
}

/** The events, one by one; what is within them (alarms) and beside them (time zones) is passed over. */
export function* readEvents(text: string): Generator<IcsEvent> {
  let begun: Property | undefined
  let within = 0
  let event = new Map<string, string>()
  for (const property of properties(text)) {
    const { name, value } = property
    const what = value.toUpperCase()
    if (name === 'BEGIN' && what === 'VEVENT') {
      if (begun) yield eventOf(begun.line, event, false)
      ;[begun, event, within] = [property, new Map(), 0]
    } else if (!begun) continue
    else if (name === 'BEGIN') within += 1
    else if (name === 'END' && what === 'VEVENT') {
      yield eventOf(begun.line, event, true)
      begun = undefined
    } else if (name === 'END') within -= 1
    else if (within === 0 && !event.has(name)) event.set(name, value)
  }
  if (begun) yield eventOf(begun.line, event, false)
}

const eventOf = (line: number, event: ReadonlyMap<string, string>, closed: boolean): IcsEvent => ({
  line,
  summary: unescaped(event.get('SUMMARY') ?? ''),
  mark: event.get('X-APPLE-SPECIAL-DAY') ?? '',
  start: event.get('DTSTART') ?? '',
  end: event.get('DTEND') ?? '',
  repeats: event.has('RRULE') || event.has('RDATE'),
  closed,
})

/** Long lines go on in the next, behind a blank. */
function* properties(text: string): Generator<Property> {
  let line = 0
  let last: { line: number; text: string } | undefined
  for (const one of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    line += 1
    if (last && /^[ \t]/.test(one)) last.text += one.slice(1)
    else {
      if (last) yield* propertyIn(last)
      last = { line, text: one }
    }
  }
  if (last) yield* propertyIn(last)
}

/** `DTSTART;VALUE=DATE:20260101`; parameters may hold a colon between quotes. */
function* propertyIn({ line, text }: { line: number; text: string }): Generator<Property> {
  const found = /^([A-Za-z0-9-]+)(?:;(?:"[^"]*"|[^":])*)?:(.*)$/s.exec(text)
  if (found) yield { line, name: (found[1] ?? '').toUpperCase(), value: found[2] ?? '' }
}

const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (/n/i.test(mark) ? ' ' : mark)).trim()
