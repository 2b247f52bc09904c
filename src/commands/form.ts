import { Command } from '@commander-js/extra-typings'
import { withManual } from '../cli/help.ts'
import type { Desk } from './desk.ts'
import { forms } from './forms.ts'

/** `form <kind>`: pages for people to print, sign and file (SPEC 8). */
export function formCommand(desk: Desk) {
  const text = desk.text.form
  const command = new Command('form').summary(text.summary).description(text.description)
  for (const form of forms) command.addCommand(form(desk))
  const examples = [
    'dangan form card RG2025-0001 --mark',
    'dangan form label RG2025-0001 RG2025-0002',
    'dangan form label --place B001',
  ]
  return withManual(command, { examples, exits: [] }, desk.text)
}
