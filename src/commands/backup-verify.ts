import { Command } from '@commander-js/extra-typings'
import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { exits } from '../cli/exit.ts'
import { withManual } from '../cli/help.ts'
import { Refusal } from '../domain/refusal.ts'
import { examineBackup, passes } from '../store/backup-check.ts'
import { manifestsIn, readManifest } from '../store/manifest.ts'
import { checkLines, folderFor, keyOf, sayBackup } from './backup-view.ts'
import type { Desk } from './desk.ts'

/** `backup verify [path]`: reads a backup again, whole; the newest where none is named. */
export function backupVerifyCommand(desk: Desk) {
  const text = desk.text.backup.verify
  const command = new Command('verify')
    .summary(text.summary)
    .description(text.description)
    .argument('[backup]', text.backup)
    .action(async (given) => {
      const path = backupMeant(folderFor(desk, undefined), given)
      const { checks, holdings, ...digest } = examineBackup(
        path,
        await keyOf(desk, path),
        readManifest(path),
      )
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
  return withManual(command, { examples, exits: [exits.missing] }, desk.text)
}

/** A path, a folder's newest, or a name from `backup list`. @throws Refusal backup.none, backup.missing */
function backupMeant(folder: string, given: string | undefined): string {
  if (given === undefined) return newestIn(folder)
  const path = resolve(given.replace(/\.json$/, ''))
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return newestIn(path)
  const named = join(folder, `${basename(given).replace(/\.db$/, '')}.db`)
  const found = [path, named].find((it) => statSync(it, { throwIfNoEntry: false }))
  if (found === undefined) throw new Refusal('backup.missing', { backup: given, folder })
  return found
}

function newestIn(folder: string): string {
  const newest = manifestsIn(folder).find(({ path }) => statSync(path, { throwIfNoEntry: false }))
  if (!newest) throw new Refusal('backup.none', { folder })
  return newest.path
}
