import { Refusal } from '../domain/refusal.ts'

/**
 * What SQLite throws, as the refusal that a person can act on; anything else as it came.
 * The one place where SQLite's codes are known.
 */
export function faultOf(thrown: unknown, path: string): unknown {
  const code = codeOf(thrown)
  if (code === undefined) return thrown
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new Refusal('file.busy', { path })
  if (code === 'SQLITE_FULL' || code.startsWith('SQLITE_IOERR'))
    return new Refusal('file.disk', { path, reason: String((thrown as Error).message) })
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
    return new Refusal('file.read-only', { path })
  if (code === 'SQLITE_CANTOPEN') return new Refusal('file.unreadable', { path, reason: code })
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_FORMAT')
    return new Refusal('file.damaged', { path, reason: String((thrown as Error).message) })
  return thrown
}

const codeOf = (thrown: unknown): string | undefined => {
  const code = (thrown as { code?: unknown } | null)?.code
  return thrown instanceof Error && typeof code === 'string' && code.startsWith('SQLITE_')
    ? code
    : undefined
}
