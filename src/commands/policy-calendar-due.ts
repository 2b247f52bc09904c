import { Command } from '@commander-js/extra-typings'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { addDays, daysBetween } from '../domain/day.ts'
import { isInvalid } from '../domain/invalid.ts'
import { parseDay } from '../domain/parse-day.ts'
import { Refusal } from '../domain/refusal.ts'
import { weekdayOf } from '../domain/work-calendar.ts'
import { isWorkingDay } from '../domain/working-days.ts'
import type { Day } from '../domain/words.ts'
import { dueUnder, workCalendarOf } from './calendar-at.ts'
import type { Desk, Office } from './desk.ts'
import { spansText } from './policy-calendar-view.ts'

/** `policy calendar due <day> <n>`: the n-th working day after a day, by the policy in force. */
export function calendarDueCommand(desk: Desk) {
  const { due: text } = desk.text.calendar
  const command = new Command('due')
    .summary(text.summary)
    .description(text.description)
    .argument('[day]', text.day)
    .argument('[count]', text.count)
    .action(async (day, count) => {
      const questions = {
        day: { kind: 'text', message: text.ask.day, option: '<day>' },
        count: { kind: 'text', message: text.ask.count, option: '<count>' },
      } as const
      const given = {
        ...(day === undefined ? {} : { day }),
        ...(count === undefined ? {} : { count }),
      }
      const said = await desk.ask(questions, given)
      const from = dayGiven(said.day)
      const term = { count: countGiven(said.count), unit: 'workingDays' } as const
      const office = await desk.read()
      const due = dueUnder(office, term, from)
      const closed = closedBetween(office, from, due.dueOn)
      desk.say.result({ from, ...term, ...due, closed }, () => [
        text.said(due.dueOn, desk.text.calendar.show.weekdays[weekdayOf(due.dueOn)] ?? ''),
        ...(closed.length > 0 ? [text.skipped(spansText(desk.text, closed))] : []),
      ])
      if (due.provisional) desk.say.notice(text.provisional)
    })
  const examples = [
    'dangan policy calendar due 2026-09-28 3',
    'dangan policy calendar due 2026-02-13 5 --json',
  ]
  return withManual(command, { examples, exits: [exits.refused, exits.badData] }, desk.text)
}

/** @throws Refusal value.bad, usage.missing */
function dayGiven(value: string): Day {
  const day = parseDay(value)
  if (isInvalid(day))
    throw new Refusal('value.bad', { problems: [{ key: '<day>', value, invalid: day }] })
  if (day === '') throw new Refusal('usage.missing', { options: ['<day>'] })
  return day
}

function countGiven(value: string): number {
  if (/^[1-9]\d{0,3}$/.test(value.trim())) return Number(value)
  throw new Refusal('usage.bad-option', { option: '<count>', value, choices: ['1', '…', '9999'] })
}

/** The days after `from` on which nobody worked until `to`. */
function closedBetween(office: Office, from: Day, to: Day): Day[] {
  const calendar = workCalendarOf(office)
  const days = Array.from({ length: daysBetween(from, to) }, (_, at) => addDays(from, at + 1))
  const beyond = { beyondCoverage: 'provisional' } as const
  return calendar ? days.filter((day) => !isWorkingDay(day, calendar, beyond)) : []
}
