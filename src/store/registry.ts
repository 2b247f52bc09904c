import { randomBytes, randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../domain/refusal.ts'
import type { Instant } from '../domain/words.ts'
import { setKey, type Key } from './key.ts'
import { applicationId, connect, enterUse, settle } from './open.ts'
import { claim, makeFolder, partialOf, putInPlace } from './place.ts'
import { query } from './query.ts'
import { migrate, type Step } from './schema.ts'
import { Store } from './store.ts'
import type { RegistryRow } from './tables.ts'

/** What a new archive file is made with. */
export interface Founding {
  readonly at: Instant
  readonly termsVersion: string
  readonly key: Key | undefined
}

/**
 * Founds an archive file, 0600, in a folder that is made 0700 where it is not there yet. It gets
 * its name once `establish` has entered the first people and rules: there never is half a registry.
 * @throws Refusal file.exists
 */
export function foundRegistry(
  path: string,
  steps: readonly Step[],
  founding: Founding,
  establish: (store: Store) => void,
): void {
  makeFolder(dirname(path))
  const partial = partialOf(`${path}.${randomBytes(4).toString('hex')}`)
  const store = createRegistry(partial, steps, founding)
  try {
    establish(store)
    store.close()
    putInPlace(partial, path)
  } catch (thrown) {
    discard(store)
    const isTaken = thrown instanceof Refusal && thrown.code === 'file.target-exists'
    throw isTaken ? new Refusal('file.exists', { path }) : thrown
  }
}

/** Makes an empty archive file and leaves it open. */
export function createRegistry(path: string, steps: readonly Step[], founding: Founding): Store {
  claim(path)
  const leave = enterUse(path, founding.key ? 'sealed' : 'plain')
  const store = new Store(connect(path, { fileMustExist: true }), path, leave)
  try {
    shape(store, steps, founding)
  } catch (thrown) {
    discard(store)
    throw thrown
  }
  return store
}

function shape(store: Store, steps: readonly Step[], { at, termsVersion, key }: Founding): void {
  if (key) store.keyed((db) => setKey(db, key))
  store.pragma(`application_id = ${applicationId}`)
  store.pragma('journal_mode = WAL')
  settle(store, key ? 'sealed' : 'plain')
  migrate(store, steps)
  const made = {
    id: 1,
    uuid: randomUUID(),
    createdAt: at,
    digestKey: randomBytes(32),
    termsVersion,
  }
  store.run(query.insertInto('registry').values(made))
}

/** Takes back a file that was just made. */
function discard(store: Store): void {
  store.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(store.path + suffix, { force: true })
}

export const registryOf = (store: Store): RegistryRow =>
  store.one(query.selectFrom('registry').selectAll())
