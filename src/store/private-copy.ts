import { constants, copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import { fileFault } from './faults.ts'

/** How often a copy is tried while somebody else keeps writing to the file. */
const tries = 20

/** A copy in a 0700 folder of our own, for reading what cannot be written (SPEC 15.15). */
export function privateCopyOf(path: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'dangan-')), basename(path))
  try {
    for (let tried = 0; tried < tries; tried += 1) {
      const before = stateOf(path)
      copyTogether(path, copy)
      if (stateOf(path) === before) return copy
    }
    throw new Refusal('file.busy', { path })
  } catch (thrown) {
    removePrivateCopy(copy)
    throw fileFault(thrown, path)
  }
}

/** Both files as they stand: what was committed may still be in the write-ahead log alone. */
function stateOf(path: string): string {
  const of = (name: string) => {
    const stat = statSync(name, { bigint: true, throwIfNoEntry: false })
    return stat ? `${stat.size} ${stat.mtimeNs}` : 'none'
  }
  return `${of(path)}, ${of(`${path}-wal`)}`
}

function copyTogether(path: string, copy: string): void {
  rmSync(`${copy}-wal`, { force: true })
  copyFileSync(path, copy, constants.COPYFILE_FICLONE)
  if (statSync(`${path}-wal`, { throwIfNoEntry: false }))
    copyFileSync(`${path}-wal`, `${copy}-wal`, constants.COPYFILE_FICLONE)
}

/** Works while the copy is open, too: it is gone then even if the program is killed (not on Windows). */
export function removePrivateCopy(copy: string): void {
  try {
    rmSync(dirname(copy), { recursive: true, force: true })
  } catch {
    // on Windows an open file stays until it is closed; the caller removes once more then
  }
}
