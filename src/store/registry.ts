import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import type { Instant } from '../domain/words.ts'
import { setKey, type Key } from './key.ts'
import { applicationId, connect, settle } from './open.ts'
import { query } from './query.ts'
import { migrate, type Step } from './schema.ts'
import { Store } from './store.ts'
import type { RegistryRow } from './tables.ts'

/** Makes an empty archive file, 0600, in a folder that is made 0700 where it is not there yet. */
export function createRegistry(
  path: string,
  steps: readonly Step[],
  made: { readonly at: Instant; readonly termsVersion: string; readonly key: Key | undefined },
): Store {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  claim(path)
  const store = new Store(connect(path, { fileMustExist: true }), path)
  try {
    shape(store, steps, made)
  } catch (thrown) {
    discard(store)
    throw thrown
  }
  return store
}

/** The file is ours from its first byte: never somebody's existing one. */
function claim(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') throw new Refusal('file.exists', { path })
    throw new Refusal('file.unreadable', { path, reason: String((thrown as Error).message) })
  }
}

function shape(
  store: Store,
  steps: readonly Step[],
  made: { readonly at: Instant; readonly termsVersion: string; readonly key: Key | undefined },
): void {
  const { key } = made
  if (key) store.keyed((db) => setKey(db, key))
  store.pragma('journal_mode = WAL')
  settle(store, key ? 'sealed' : 'plain')
  store.pragma(`application_id = ${applicationId}`)
  migrate(store, steps)
  store.run(
    query.insertInto('registry').values({
      id: 1,
      uuid: randomUUID(),
      createdAt: made.at,
      digestKey: randomBytes(32),
      termsVersion: made.termsVersion,
    }),
  )
}

/** Takes back a file that was just made. */
export function discard(store: Store): void {
  store.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(store.path + suffix, { force: true })
}

export const registryOf = (store: Store): RegistryRow =>
  store.one(query.selectFrom('registry').selectAll())
