import { Command } from '@commander-js/extra-typings'
import { join } from 'node:path'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { backupChecks } from '../domain/refusal.ts'
import { backUp, backupName, removeBackup, type Backup } from '../store/backup.ts'
import { holdingsOf } from '../store/backup-check.ts'
import { enter } from '../store/journal.ts'
import { backupListCommand } from './backup-list.ts'
import { backupVerifyCommand } from './backup-verify.ts'
import { folderFor, keyOf, sayBackup, sizeOf } from './backup-view.ts'
import type { Desk, Office } from './desk.ts'

/** `backup [dir]`: a whole copy, checked before it counts (SPEC section 13). */
export function backupCommand(desk: Desk) {
  const text = desk.text.backup
  const command = new Command('backup')
    .summary(text.summary)
    .description(text.description)
    .argument('[dir]', text.dir)
    .action(async (dir) => {
      const folder = folderFor(desk, dir)
      const office = await desk.write()
      if (desk.globals.dryRun) return rehearse(desk, office, folder)
      const backup = await made(desk, office, folder)
      sayBackup(desk, backup, () => [text.done(backup.path, backup.archives, sizeOf(backup.bytes))])
      desk.say.notice(text.checked(backupChecks.map((check) => text.checks[check]).join(text.and)))
      if (dir === undefined) desk.say.notice(text.elsewhere)
    })
    .addCommand(backupListCommand(desk))
    .addCommand(backupVerifyCommand(desk))
  const examples = ['dangan backup', 'dangan backup /mnt/usb/dangan', 'dangan backup verify']
  return withManual(command, { examples, exits: [exits.notPermitted] }, desk.text)
}

/** Makes one and enters it; both or neither. */
export async function made(desk: Desk, { store, hand }: Office, folder: string): Promise<Backup> {
  const key = await keyOf(desk, store.path)
  const made = backUp(store, { folder, key, at: desk.now(), program: desk.version })
  try {
    const { path, checks: _, ...detail } = made
    const parts = [{ archiveId: 0, detail: { ...detail, folder } }]
    const act = { action: 'registry.backup', object: made.backup, parts }
    store.transact(() => void enter(store, hand, act))
  } catch (thrown) {
    removeBackup(made.path)
    throw thrown
  }
  return made
}

/** Where it would go, and what would be in it. */
function rehearse(desk: Desk, { store }: Office, folder: string): void {
  const { archives, head } = holdingsOf(store)
  const backup = backupName(store.path, desk.now())
  const path = join(folder, `${backup}.db`)
  const unknown = { bytes: null, sha256: null }
  const planned = { backup, path, ...unknown, archives, journalHead: head, checks: null, ok: null }
  desk.say.result(planned, () => [desk.text.backup.planned(path)])
  desk.say.notice(desk.text.program.dryRun)
}
