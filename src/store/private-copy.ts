import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** A copy in a 0700 folder of our own, for reading what lies where nothing can be written (SPEC 15.15). */
export function privateCopyOf(path: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'dangan-'))
  const copy = join(folder, basename(path))
  copyFileSync(path, copy)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
  return copy
}

export const removePrivateCopy = (copy: string): void =>
  rmSync(join(copy, '..'), { recursive: true, force: true })
