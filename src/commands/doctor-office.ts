import { backupDue } from '../domain/backup-cycle.ts'
import { dayIn } from '../domain/day.ts'
import type { Health } from '../domain/health.ts'
import { backupsMade } from '../store/backups.ts'
import type { Desk, Office } from './desk.ts'

/** When the last backup was made, and the last one that was taken elsewhere (S002-5.2); late: the policy's cycle is over. */
export function lapseOf(desk: Desk, { store, policy, realToday }: Office): Health {
  const { says } = desk.text.doctor
  const check = 'backup'
  const hint = 'dangan backup'
  let last: string | undefined
  let offsite: string | undefined
  for (const made of backupsMade(store)) {
    last ??= made.at
    if (made.offsite === null) continue
    offsite = made.at
    break
  }
  if (last === undefined) return { check, state: 'warning', said: says.noBackup, hint }
  const day = dayIn(new Date(last), policy.timeZone)
  const elsewhere = offsite === undefined ? null : dayIn(new Date(offsite), policy.timeZone)
  const said = says.backup(day, elsewhere)
  const cycle = policy.duties?.backup
  if (cycle && backupDue(cycle, day) < realToday) return { check, state: 'warning', said, hint }
  return { check, state: 'ok', said, hint: null }
}
