import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { calendarDueCommand } from './policy-calendar-due.ts'
import { calendarImportCommand } from './policy-calendar-import.ts'
import { calendarShowCommand } from './policy-calendar-show.ts'

/** `policy calendar`: which days are worked; alone it lists the calendars and the years they know. */
export function policyCalendarCommand(desk: Desk) {
  const { summary, description } = desk.text.calendar
  const command = new Command('calendar')
    .summary(summary)
    .description(description)
    .addCommand(calendarShowCommand(desk), { isDefault: true })
    .addCommand(calendarImportCommand(desk))
    .addCommand(calendarDueCommand(desk))
  const examples = ['dangan policy calendar', 'dangan policy calendar 2026']
  return withManual(command, { examples, exits: [] }, desk.text)
}
