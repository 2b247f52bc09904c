import { readDisposalName } from '../domain/disposal.ts'
import type { PurgedLine } from '../domain/suppression.ts'
import { archiveById } from './archives.ts'
import { destroyArchives } from './destroying.ts'
import { disposalById, markDestroyed } from './disposals.ts'
import { eraseFile } from './files.ts'
import type { Hand } from './journal.ts'
import { holderOf } from './numbers.ts'
import type { Store } from './store.ts'
import type { TermsHeld } from './terms-held.ts'

/** Archives of one transaction. */
const atOnce = 100

/** What was destroyed again, and what was known of it: to be searched for. */
export interface Suppressed {
  readonly numbers: readonly string[]
  readonly archives: number
  readonly values: ReadonlyMap<string, Buffer>
  readonly terms: readonly TermsHeld[]
}

/** Which archives of a file are alive although their number was purged: by id, the line that says so. */
export function livingAmong(store: Store, lines: readonly PurgedLine[]): Map<number, PurgedLine> {
  const living = new Map<number, PurgedLine>()
  for (const line of lines) {
    const id = holderOf(store, line.number)
    if (id !== undefined && archiveById(store, id)?.status !== 'destroyed') living.set(id, line)
  }
  return living
}

/** Destroys them as their disposals did; `tell` hears how many are done. */
export function suppress(
  store: Store,
  hand: Hand,
  living: ReadonlyMap<number, PurgedLine>,
  tell: (done: number) => void,
): Suppressed {
  const known = {
    numbers: [] as string[],
    values: new Map<string, Buffer>(),
    terms: [] as TermsHeld[],
  }
  let done = 0
  for (const [disposal, ids] of byDisposal(living))
    for (let at = 0; at < ids.length; at += atOnce) {
      const batch = ids.slice(at, at + atOnce)
      const gone = store.transact(() => {
        const destroyed = destroyArchives(store, hand, disposal, batch)
        noteInDisposal(store, disposal, batch, destroyed.seq)
        return destroyed
      })
      known.numbers.push(...gone.numbers)
      known.terms.push(...gone.terms)
      for (const value of gone.values) known.values.set(value.toString('latin1'), value)
      tell((done += batch.length))
    }
  for (const id of givenUp(store)) eraseFile(store, id)
  return { ...known, archives: living.size }
}

function byDisposal(living: ReadonlyMap<number, PurgedLine>): Map<string, number[]> {
  const disposals = new Map<string, number[]>()
  for (const [id, { disposal }] of living) {
    const ids = disposals.get(disposal)
    if (ids) ids.push(id)
    else disposals.set(disposal, [id])
  }
  return disposals
}

/** Where the backup was made in the middle of that disposal it is not to be done twice. */
function noteInDisposal(store: Store, name: string, ids: readonly number[], seq: number): void {
  const id = readDisposalName(name)
  const disposal = id === undefined ? undefined : disposalById(store, id)
  if (disposal && disposal.stage !== 'proposed') markDestroyed(store, disposal.id, ids, seq)
}

/** Files that nobody has any more; in a copy of our own nobody is writing any. */
const givenUp = (store: Store): number[] =>
  [...store.walk('SELECT id FROM file WHERE registered_at IS NULL')].map(([id]) => Number(id))
