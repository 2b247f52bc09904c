import { Command } from '@commander-js/extra-typings'
import { basename } from 'node:path'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { examineBackup, passes } from '../store/backup-check.ts'
import { readManifest } from '../store/manifest.ts'
import { backupMeant } from './backup-meant.ts'
import { bytesOf, checkLines, folderFor, keyOf, sayBackup } from './backup-view.ts'
import type { Desk } from './desk.ts'
import { stageBar } from './stage-bar.ts'

/** `backup verify [path]`: reads a backup again, whole; the newest where none is named. */
export function backupVerifyCommand(desk: Desk) {
  const text = desk.text.backup.verify
  const command = new Command('verify')
    .summary(text.summary)
    .description(text.description)
    .argument('[backup]', text.backup)
    .action(async (given) => {
      const path = backupMeant(folderFor(desk, undefined), given)
      const { checks, holdings, ...digest } = await examined(desk, path)
      const backup = basename(path, '.db')
      const [archives, journalHead] = [holdings?.archives ?? null, holdings?.head ?? null]
      const isGood = passes(checks)
      sayBackup(desk, { backup, path, ...digest, archives, journalHead, checks }, () => [
        isGood ? text.good(path, archives ?? 0) : text.bad(path),
        ...checkLines(desk, checks),
      ])
      if (!isGood) desk.finish(exits.integrity)
    })
  const examples = [
    'dangan backup verify',
    'dangan backup verify backups/archive-20261120T020000Z.db',
  ]
  return withManual(command, { examples, exits: [exits.missing, exits.integrity] }, desk.text)
}

/** Four things are looked at, one after the other. */
const stages = 4

async function examined(desk: Desk, path: string) {
  const key = await keyOf(desk, path)
  const bar = await stageBar(desk, stages, bytesOf(path))
  try {
    return examineBackup(path, key, readManifest(path), (check) =>
      bar.tell(desk.text.backup.stages[check]),
    )
  } finally {
    bar.stop()
  }
}
