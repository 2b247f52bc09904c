import { resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import type { Desk } from './desk.ts'

/**
 * Where a command found no archive file: offers a person to make one, and makes it (SPEC section 2).
 * False: there is nobody to ask, or it was declined. `--yes` does not say yes here: a path that
 * was mistyped must not become an empty office.
 */
export async function offeredOffice(desk: Desk, thrown: unknown): Promise<boolean> {
  if (!(thrown instanceof Refusal) || thrown.code !== 'file.missing') return false
  if (!desk.globals.interactive || desk.globals.dryRun) return false
  const { confirmed } = await import('../cli/prompts.ts')
  const text = desk.text.office.init
  if (!(await confirmed(text.offer(resolve(desk.globals.file)), desk.screen, true))) return false
  const { foundOffice } = await import('./init.ts')
  const before = desk.answered.splice(0)
  const founded = await foundOffice(desk, {})
  // what was answered for the new file is no part of the command that goes on
  desk.answered.splice(0, Infinity, ...before)
  if (founded) desk.say.notice(founded.sentence, text.plainWarning)
  return founded !== undefined
}
