import type { Desk } from './desk.ts'
import type { Printed } from './printing.ts'

/** Says where a form went; on stdout there is nothing but the form. */
export function sayForm(desk: Desk, { path, sheets, anchor }: Printed, told: object): void {
  if (path === null) return
  const text = desk.text.form
  desk.say.result({ ...told, path, anchor }, () => [
    desk.globals.dryRun ? text.would(path, sheets) : text.done(path, sheets),
  ])
}
