import { statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { manifestsIn } from '../store/manifest.ts'

/** A path, a folder's newest, or a name from `backup list`. @throws Refusal backup.none, backup.missing */
export function backupMeant(folder: string, given: string | undefined): string {
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
