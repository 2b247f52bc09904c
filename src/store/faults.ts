import { Refusal } from '../domain/refusal.ts'

/**
 * What SQLite throws, as the refusal that a person can act on; anything else as it came.
 * The one place where SQLite's codes are known.
 */
export function faultOf(thrown: unknown, path: string): unknown {
  const code = codeOf(thrown)
  if (code === undefined) return thrown
  const reason = String((thrown as Error).message)
  // moved: another process has put a new file in its place since it was opened
  if (isOf(code, 'BUSY', 'LOCKED', 'PROTOCOL', 'READONLY_DBMOVED'))
    return new Refusal('file.busy', { path })
  if (isOf(code, 'FULL', 'IOERR')) return new Refusal('file.disk', { path, reason })
  if (isOf(code, 'READONLY', 'PERM')) return new Refusal('file.read-only', { path })
  if (isOf(code, 'CANTOPEN')) return new Refusal('file.unreadable', { path, reason })
  if (isDamage(code)) return new Refusal('file.damaged', { path, reason })
  return thrown
}

/** The same for a copy being written: what is wrong with the source is told of the source. */
export const copyFaultOf = (thrown: unknown, source: string, target: string): unknown =>
  faultOf(thrown, isDamage(codeOf(thrown) ?? '') ? source : target)

const isDamage = (code: string): boolean => isOf(code, 'CORRUPT', 'NOTADB', 'FORMAT')

/** Is it one of these errors, or an extended code of one (SQLITE_BUSY_SNAPSHOT)? */
const isOf = (code: string, ...names: readonly string[]): boolean =>
  names.some((name) => code === `SQLITE_${name}` || code.startsWith(`SQLITE_${name}_`))

const codeOf = (thrown: unknown): string | undefined => {
  const code = (thrown as { code?: unknown } | null)?.code
  return thrown instanceof Error && typeof code === 'string' && code.startsWith('SQLITE_')
    ? code
    : undefined
}

/** What the file system says, as a refusal about `path`. */
export function fileFault(thrown: unknown, path: string): unknown {
  const { code, message } = thrown as NodeJS.ErrnoException
  if (thrown instanceof Refusal || typeof code !== 'string') return thrown
  if (code === 'EEXIST') return new Refusal('file.target-exists', { path })
  if (code === 'EROFS') return new Refusal('file.read-only', { path })
  const isDisk = ['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG'].includes(code)
  return new Refusal(isDisk ? 'file.disk' : 'file.unreadable', { path, reason: message })
}
