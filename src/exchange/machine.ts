import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** The table of mounts; empty where the system has none (macOS, Windows). */
export function mountTable(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8')
  } catch {
    return ''
  }
}

/** Permissions, owner; undefined: there is nothing, or nobody may look. */
export function permissionsOf(path: string): { mode: number; uid: number } | undefined {
  try {
    const { mode, uid } = statSync(path)
    return { mode: mode & 0o7777, uid }
  } catch {
    return undefined
  }
}

/** Where a path leads to in the end. */
export function realPathOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}

/** Copies of an archive file that lie beside it: unfinished, replaced, or of before an upgrade. */
export function leftBeside(file: string): readonly string[] {
  const name = basename(file)
  const kinds = ['.replaced-', '.before-schema-']
  const isLeft = (it: string) =>
    kinds.some((kind) => it.startsWith(`${name}${kind}`)) ||
    (it.startsWith(`${name}.`) && it.includes('.partial'))
  try {
    return readdirSync(dirname(file)).filter(isLeft).toSorted()
  } catch {
    return []
  }
}
