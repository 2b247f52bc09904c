import type { Policy } from '../domain/policy.ts'
import { exceeds, secrecyLevels, type Secrecy } from '../domain/words.ts'
import { enter, type Hand } from './journal.ts'
import type { Store } from './store.ts'

/** The least level whose reading is journaled; null: none is (SPEC 15.3). */
const journaledFrom = (policy: Policy): Secrecy | null => policy.secrecy?.journalReadingFrom ?? null

/** Is reading an archive of this level an act to be entered? */
export function isJournaledReading(policy: Policy, secrecy: Secrecy): boolean {
  const from = journaledFrom(policy)
  return from !== null && (secrecy === from || exceeds(secrecy, from))
}

/** Levels whose reading is journaled. */
export const journaledLevels = (policy: Policy): Secrecy[] =>
  secrecyLevels.filter((level) => isJournaledReading(policy, level))

/** What somebody is about to read: how it was asked for, how many, and which (up to 1,000). */
export interface Reading {
  readonly action: 'archive.read' | 'archive.export'
  readonly query: string
  readonly archives: readonly { readonly id: number; readonly number: string }[]
  readonly count: number
  readonly revealed: boolean
}

const most = 1000

/**
 * Enters a reading before anything is shown, in a transaction of its own; if it cannot be
 * written nothing is shown (SPEC 15.3). The query's words may name a customer: they go into each archive's
 * own part, and are erased with it; the office's part says how many and which.
 */
export function enterReading(store: Store, hand: Hand, reading: Reading): void {
  const { action, query, count, revealed } = reading
  const listed = reading.archives.slice(0, most)
  const office = { archiveId: 0, detail: { count, numbers: listed.map(({ number }) => number) } }
  const each = listed.map(({ id }) => ({ archiveId: id, detail: { query, revealed } }))
  const object = count === 1 ? (listed[0]?.number ?? '') : ''
  store.transact(() => void enter(store, hand, { action, object, parts: [office, ...each] }))
}
