import { Command } from '@commander-js/extra-typings'
import { join } from 'node:path'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { readKeepRule, type KeepRule } from '../domain/backup-rotation.ts'
import { backupChecks } from '../domain/backup-checks.ts'
import { backUp, backupName, removeBackup, type Backup } from '../store/backup.ts'
import { holdingsOf } from '../store/backup-check.ts'
import { enter } from '../store/journal.ts'
import { backupListCommand } from './backup-list.ts'
import {
  placedIn,
  planRotation,
  removeRotated,
  rotationLines,
  rotationShown,
  type Rotation,
} from './backup-rotating.ts'
import { backupVerifyCommand } from './backup-verify.ts'
import { bytesOf, folderFor, keyOf, sayBackup, sizeOf } from './backup-view.ts'
import type { Desk, Office } from './desk.ts'
import { stageBar } from './stage-bar.ts'
import { textGiven } from './text-given.ts'

/** What is asked for besides the copy itself. */
interface BackupWish {
  readonly folder: string
  readonly keep: KeepRule | undefined
  readonly offsite: string | null
}

/** `backup [dir]`: a whole copy, checked before it counts (SPEC section 13). */
export function backupCommand(desk: Desk) {
  const text = desk.text.backup
  const command = new Command('backup')
    .summary(text.summary)
    .description(text.description)
    .argument('[dir]', text.dir)
    .option('--keep <spans>', text.keep)
    .option('--offsite <label>', text.offsite)
    .action(async (dir, { keep, offsite }) => {
      const wish: BackupWish = {
        folder: folderFor(desk, dir),
        keep: keep === undefined ? undefined : readKeepRule(keep),
        offsite: offsite === undefined ? null : textGiven('--offsite', offsite),
      }
      const office = await desk.write()
      if (desk.globals.dryRun) return rehearse(desk, office, wish)
      const { backup, rotation } = await backedUp(desk, office, wish)
      if (rotation) removeRotated(rotation)
      sayMade(desk, backup, rotation)
      if (dir === undefined && offsite === undefined) desk.say.notice(text.elsewhere)
    })
    .addCommand(backupListCommand(desk))
    .addCommand(backupVerifyCommand(desk))
  const examples = [
    'dangan backup',
    'dangan backup backups --keep 8w12m',
    'dangan backup /mnt/usb/dangan --offsite 银行保险箱',
    'dangan backup verify',
  ]
  return withManual(command, { examples, exits: manualExits }, desk.text)
}

const manualExits = [exits.notPermitted, exits.busy, exits.integrity]

/** Makes one and enters it; both or neither. */
export const made = async (desk: Desk, office: Office, folder: string): Promise<Backup> =>
  (await backedUp(desk, office, { folder, keep: undefined, offsite: null })).backup

async function backedUp(
  desk: Desk,
  { store, hand, policy }: Office,
  { folder, keep, offsite }: BackupWish,
): Promise<{ backup: Backup; rotation: Rotation | undefined }> {
  const text = desk.text.backup
  const key = await keyOf(desk, store.path)
  const bar = await stageBar(desk, stages, bytesOf(store.path))
  const wish = { folder, key, offsite, at: desk.now(), program: desk.version }
  const backup = tidily(bar.stop, () =>
    backUp(store, { ...wish, tell: (stage) => bar.tell(text.stages[stage]) }),
  )
  try {
    const { path, checks: _, series: __, ...detail } = backup
    const rotation =
      keep &&
      planRotation(
        placedIn(folder, backup.uuid),
        { ...backup, isWhole: true },
        keep,
        policy.timeZone,
      )
    const removed = rotation?.removed.map((it) => it.backup)
    const parts = [
      { archiveId: 0, detail: { ...detail, folder, ...(rotation ? { keep, removed } : {}) } },
    ]
    const act = { action: 'registry.backup', object: backup.backup, parts }
    store.transact(() => void enter(store, hand, act))
    return { backup, rotation }
  } catch (thrown) {
    removeBackup(backup.path)
    throw thrown
  }
}

/** Copying, and the checks of `examine`. */
const stages = 4

function tidily<T>(after: () => void, work: () => T): T {
  try {
    return work()
  } finally {
    after()
  }
}

function sayMade(desk: Desk, backup: Backup, rotation: Rotation | undefined): void {
  const text = desk.text.backup
  const besides = {
    offsite: backup.offsite,
    ...(rotation ? { rotation: rotationShown(rotation) } : {}),
  }
  const lines = () => [
    text.done(backup.path, backup.archives, sizeOf(backup.bytes)),
    ...(backup.offsite ? [text.takenTo(backup.offsite)] : []),
    ...(rotation ? rotationLines(desk, rotation) : []),
  ]
  sayBackup(desk, backup, lines, besides)
  desk.say.notice(text.checked(backupChecks.map((check) => text.checks[check]).join(text.and)))
}

/** Where it would go, what would be in it, and what would go for it. */
function rehearse(
  desk: Desk,
  { store, policy }: Office,
  { folder, keep, offsite }: BackupWish,
): void {
  const { archives, head, uuid } = holdingsOf(store)
  const madeAt = desk.now()
  const backup = backupName(store.path, madeAt)
  const path = join(folder, `${backup}.db`)
  const rotation =
    keep &&
    planRotation(
      placedIn(folder, uuid),
      { backup, madeAt, path, isWhole: true },
      keep,
      policy.timeZone,
    )
  const planned = {
    ...{ backup, path, bytes: null, sha256: null, archives, journalHead: head },
    ...{ checks: null, ok: null, offsite },
    ...(rotation ? { rotation: rotationShown(rotation) } : {}),
  }
  desk.say.result(planned, () => [
    desk.text.backup.planned(path),
    ...(rotation ? rotationLines(desk, rotation) : []),
  ])
  desk.say.notice(desk.text.program.dryRun)
}
